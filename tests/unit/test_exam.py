"""Sealed exams: what the command makes, what it refuses, and how it grades."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import call, faults
from hypothesis import given, settings
from hypothesis import strategies as some

import published_hashes
import sealed_exams
from node import evaluate
from sealed_exams import EXAM, QUESTIONS, made, make, tickets
from unruffled.exam import drawing, sealing
from unruffled.exam.exposed import right_texts
from unruffled.exam.folder import ExamFolder
from unruffled.exam.kinds import sat_kinds
from unruffled.exam.phrases import WORDS, as_typed, new_phrase, words
from unruffled.project import inspect


@pytest.fixture
def exam(small: Path) -> ExamFolder:
    return made(small)


def unlocked(folder: ExamFolder) -> dict[str, Any]:
    paper = json.loads(folder.paper.read_text("utf-8"))
    return json.loads(sealing.unlock(paper["locked"], folder.phrase.read_text("utf-8").strip()))


def graded(folder: ExamFolder, files: dict[str, str]) -> Any:
    """Grade what stands in ``files`` by name."""
    box = folder.path / "in"
    box.mkdir()
    for name, text in files.items():
        (box / name).write_text(text, "utf-8")
    return call(folder.path.parent.parent, "exam", "grade", EXAM, str(box))


def rows(folder: ExamFolder) -> dict[str, dict[str, str]]:
    with (folder.results / "grades.csv").open(encoding="utf-8") as file:
        return {row["name"]: row for row in csv.DictReader(file)}


# What is made


def test_a_new_exam_is_a_folder_that_git_passes_over(small: Path) -> None:
    folder = make(small)
    subprocess.run(["git", "init", "-q", small], check=True)
    subprocess.run(["git", "-C", small, "add", "-A"], check=True)
    listed = subprocess.run(
        ["git", "-C", small, "ls-files"], check=True, capture_output=True, text=True
    ).stdout
    assert "mkdocs.yml" in listed and "exams/" not in listed
    again = call(small, "exam", "new", EXAM)
    assert again.exit_code == 1 and "is there already" in again.output
    assert folder.questions.is_file()


def test_the_paper_in_the_open_has_the_title_and_the_commitment_and_nothing_else(
    exam: ExamFolder,
) -> None:
    paper = json.loads(exam.paper.read_text("utf-8"))
    assert sorted(paper) == ["commitment", "exam", "format", "locked", "title", "version"]
    salted = exam.key.read_bytes() + exam.salt.read_bytes()
    assert len(exam.salt.read_bytes()) == 32
    assert paper["commitment"] == hashlib.sha256(salted).hexdigest()
    assert paper["commitment"] == exam.commitment.read_text("utf-8").strip()


def test_an_opened_paper_holds_no_right_answer_no_reason_and_no_hash_of_either(
    exam: ExamFolder,
) -> None:
    text = json.dumps(unlocked(exam), ensure_ascii=False)
    for question in QUESTIONS.values():
        data = sealed_exams.plain(question)
        for name in ("explanation", "hints", "revision", "correct", "feedback"):
            assert f'"{name}"' not in text
        for _, reason in question.reasons:
            assert reason not in text
        if question.kind == "fill_in":
            assert not any(each in text for each in data["answers"]), data["answers"]
    public = published_hashes.hashes_in([text])
    # Names of choices stand in it, and tell nothing of which one is right.
    asked = [each for each in QUESTIONS.values() if len(published_hashes.guesses(each)) > 1]
    assert len(asked) > 5
    for question in asked:
        assert not published_hashes.found_out(question, public)


def test_another_right_answer_makes_the_same_paper(small: Path) -> None:
    folder = made(small)
    before = unlocked(folder)["questions"]
    data = yaml.safe_load(folder.questions.read_text("utf-8"))
    for question in data["questions"]:
        if question["kind"] == "single":
            marks = [each.pop("correct", False) for each in question["choices"]]
            question["choices"][marks.index(False)]["correct"] = True
        if question["kind"] == "true_false":
            question["answer"] = not question["answer"]
        if question["kind"] == "ordering":
            question["items"].reverse()
        if question["kind"] == "fill_in":
            question["answers"] = ["quince"]
    folder.questions.write_text(yaml.safe_dump(data, sort_keys=False), "utf-8")
    done = call(small, "exam", "paper", EXAM, "--anew")
    assert done.exit_code == 0, done.output
    assert unlocked(folder)["questions"] == before


def test_private_files_are_for_their_owner_alone(exam: ExamFolder) -> None:
    modes = {file.stat().st_mode & 0o777 for file in exam.private.iterdir()}
    assert modes == {0o600} or os.name == "nt"


def test_more_candidates_can_be_added_and_the_paper_stays(exam: ExamFolder) -> None:
    before = exam.paper.read_bytes(), tickets(exam)
    with exam.candidates.open("a", encoding="utf-8") as file:
        file.write("\nSomebody Late\n")
    assert call(exam.path.parent.parent, "exam", "paper", EXAM).exit_code == 0
    assert exam.paper.read_bytes() == before[0]
    assert tickets(exam)[:-1] == before[1] and tickets(exam)[-1].name == "Somebody Late"


def test_questions_that_were_changed_after_the_paper_are_refused(exam: ExamFolder) -> None:
    text = exam.questions.read_text("utf-8")
    exam.questions.write_text(text.replace("what now?", "and then?"), "utf-8")
    before = exam.paper.read_bytes()
    done = call(exam.path.parent.parent, "exam", "paper", EXAM)
    assert done.exit_code == 1 and "--anew" in done.output
    assert exam.paper.read_bytes() == before
    assert call(exam.path.parent.parent, "exam", "paper", EXAM, "--anew").exit_code == 0
    assert exam.paper.read_bytes() != before


def test_each_candidate_has_a_paper_of_their_own(small: Path) -> None:
    folder = made(small, draw=4)
    papers = [tuple(sealed_exams.asked(folder, each)) for each in tickets(folder)]
    assert len(papers) == 12 and len(set(papers)) > 8
    assert {len(set(each)) for each in papers} == {4}
    assert len({each.code for each in tickets(folder)}) == 12


def test_pass_phrases_are_five_words_of_a_list_by_chance() -> None:
    listed = words()
    assert len(listed) == len(set(listed)) == 1024
    made = {new_phrase() for _ in range(50)}
    assert len(made) == 50
    assert all(len(each.split()) == WORDS and set(each.split()) <= set(listed) for each in made)
    assert as_typed("  Quince-Marble\tACORN ") == "quince marble acorn"


# What is refused


def test_an_exam_question_in_a_public_quiz_is_a_fault(small: Path) -> None:
    folder = make(small)
    data = yaml.safe_load(folder.questions.read_text("utf-8"))
    quiz = yaml.safe_load((small / "quizzes/greeting.yml").read_text("utf-8"))
    data["questions"][0]["stem"] = quiz["questions"][0]["stem"].upper()
    folder.questions.write_text(yaml.safe_dump(data, sort_keys=False), "utf-8")
    assert faults(small) == {"XM112": [f"exams/{EXAM}/questions.yml"]}
    refused = call(small, "exam", "paper", EXAM)
    assert refused.exit_code == 1 and "XM112" in refused.output and not folder.paper.exists()


def test_the_words_of_a_right_answer_on_a_page_are_a_fault(small: Path) -> None:
    make(small)
    assert faults(small) == {}
    page = small / "docs/connect/greeting.md"
    said = "Nobody else says *quince* marmalade about single, in a handbook."
    page.write_text(page.read_text("utf-8").replace("\n## ", f"\n{said}\n\n## ", 1), "utf-8")
    assert "XM113" in faults(small)


@pytest.mark.parametrize("place", ["docs", "docs/assets/exams", "quizzes"])
def test_a_file_of_an_exam_in_a_published_folder_is_a_fault(small: Path, place: str) -> None:
    folder = made(small)
    (small / place).mkdir(parents=True, exist_ok=True)
    for file in (folder.key, folder.signing, folder.questions):
        target = small / place / f"stray{file.suffix}"
        target.write_bytes(file.read_bytes())
        found = faults(small).get("XM111", [])
        assert found == [f"{place}/stray{file.suffix}"], file.name
        target.unlink()
    (small / place / "paper.json").write_bytes(folder.paper.read_bytes())
    assert "XM111" not in faults(small)


def test_an_exam_in_git_or_in_its_history_is_a_fault(small: Path) -> None:
    folder = make(small)
    git = ["git", "-C", str(small), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "init", "-q", small], check=True)
    assert faults(small) == {}
    subprocess.run([*git, "add", "-f", str(folder.questions)], check=True)
    assert set(faults(small)) == {"XM111"}
    subprocess.run([*git, "commit", "-qm", "x"], check=True)
    subprocess.run([*git, "rm", "-q", "--cached", str(folder.questions)], check=True)
    subprocess.run([*git, "commit", "-qm", "y"], check=True)
    assert set(faults(small)) == {"XM111"}
    assert "history" in str(inspect(small)[1][0])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (f"exam: {EXAM}", "exam: another", "XM101"),
        ("pass_mark: 60", "pass_mark: 60\ndraw: 100", "QZ113"),
        ("correct: true", "correct: false", "QZ103"),
        ("pass_mark", "passmark", "KY101"),
    ],
)
def test_faults_of_an_exams_file_are_told_at_their_place(
    small: Path, old: str, new: str, code: str
) -> None:
    folder = make(small)
    text = folder.questions.read_text("utf-8")
    folder.questions.write_text(text.replace(old, new), "utf-8")
    assert faults(small)[code][0] == f"exams/{EXAM}/questions.yml"
    assert call(small, "exam", "paper", EXAM).exit_code == 1


def test_a_kind_that_nobody_but_its_writer_can_judge_is_refused(small: Path) -> None:
    import fault_cases

    folder = make(small)
    rewrite = fault_cases.library("sound-every-kind").quizzes["greeting"].questions
    data = yaml.safe_load(folder.questions.read_text("utf-8"))
    data["questions"] = [sealed_exams.plain(q) for q in rewrite if q.kind == "rewrite"]
    folder.questions.write_text(yaml.safe_dump(data, sort_keys=False), "utf-8")
    assert "XM102" in faults(small)


def test_a_list_without_names_and_a_name_that_is_none_are_told(small: Path) -> None:
    folder = make(small, names=["# nobody"])
    done = call(small, "exam", "paper", EXAM)
    assert done.exit_code == 1 and "names nobody" in done.output
    assert "is no name" in call(small, "exam", "new", "../Other").output
    assert not folder.key.exists()


# What is graded


def test_points_are_those_of_grading_by_hand_and_what_is_wrong_is_named(small: Path) -> None:
    folder = made(small, names=[f"Person {n}" for n in range(9)], draw=5)
    people = tickets(folder)
    keys = {question.id: question for question in QUESTIONS.values()}
    papers = [sealed_exams.asked(folder, each) for each in people]

    def answers(index: int, number: int) -> dict[str, Any]:
        return {name: sealed_exams.right(keys[name]) for name in papers[index][:number]}

    whole = sealed_exams.hand_in(folder, people[0], answers(0, 5))
    outside = next(name for name in keys if name not in papers[2])
    other = sealed_exams.ExamFolder(folder.path.parent / "other")
    other.path.mkdir()
    sealing.new_key(other.sealing)
    signing = sealing.new_key(other.signing)
    forged = sealing.sign(
        {"exam": EXAM, "name": "Person 4", "code": people[4].code, "seed": 1}, signing
    )
    files = {
        "0.jwe": whole,
        "0-again.jwe": f"{whole}\n",
        "1.jwe": sealed_exams.hand_in(folder, people[1], answers(1, 3)),
        "2.jwe": sealed_exams.hand_in(folder, people[2], answers(2, 5) | {outside: ["x"]}),
        "3.jwe": sealed_exams.hand_in(folder, people[3], {papers[3][0]: {"no": "such"}}),
        "4.jwe": sealed_exams.hand_in(folder, people[4], answers(4, 5), ticket=forged),
        "5.jwe": sealed_exams.hand_in(folder, people[5], answers(5, 5)),
        "5-other.jwe": sealed_exams.hand_in(folder, people[5], answers(5, 1)),
        "6.jwe": whole[:-30],
        "7.jwe": _altered(sealed_exams.hand_in(folder, people[7], answers(7, 5))),
        "8.jwe": sealed_exams.seal("{}", other.sealing),
        "photo.jwe": "not a file of ours",
    }
    done = graded(folder, files)
    assert done.exit_code == 1
    for name, said in {
        "0.jwe": "it is counted once",
        "4.jwe": "its ticket is not signed for this exam",
        "5.jwe": "two different files of one code",
        "5-other.jwe": "two different files of one code",
        "6.jwe": "the file is cut off",
        "7.jwe": "altered after it was sealed",
        "8.jwe": "sealed to another key",
        "photo.jwe": "this is no answer file",
    }.items():
        assert re.search(rf"(?m)^{name}: .*{said}", done.output), (name, done.output)
    assert done.output.count("an answer outside the paper") == 2
    found = rows(folder)
    by_hand = [
        sum(keys[name].points for name in papers[index][:number])
        for index, number in ((0, 5), (1, 3), (2, 5), (3, 0))
    ]
    points = [found[f"Person {n}"]["points"] for n in range(9)]
    assert points == [*map(str, by_hand), *[""] * 5]
    assert found["Person 0"]["minutes"] == "10"
    of = [found[f"Person {n}"]["of"] for n in range(4)]
    assert of == [str(sum(keys[name].points for name in papers[n])) for n in range(4)]
    assert [found[f"Person {n}"]["passed"] for n in (0, 2, 3)] == ["yes", "yes", "no"]
    assert {each.name for each in folder.results.glob("*.json")} == {
        f"{EXAM}-{person.code}.json" for person in people[:4]
    }
    assert sorted(each.name for each in (folder.path / "in").iterdir()) == sorted(files)


def _altered(text: str) -> str:
    head, empty, iv, body, tag = text.split(".")
    changed = ("B" if body[5] == "A" else "A").join([body[:5], body[6:]])
    return ".".join([head, empty, iv, changed, tag])


def test_a_key_that_was_changed_after_the_paper_grades_nothing(exam: ExamFolder) -> None:
    file = sealed_exams.hand_in(exam, tickets(exam)[0], {})
    exam.key.write_text(exam.key.read_text("utf-8").replace("60", "10", 1), "utf-8")
    done = graded(exam, {"a.jwe": file})
    assert done.exit_code == 1 and "does not fit the commitment" in done.output
    assert not exam.results.exists()


def test_a_result_is_a_file_that_the_page_of_results_reads(exam: ExamFolder) -> None:
    person = tickets(exam)[0]
    keys = {question.id: question for question in QUESTIONS.values()}
    given = {name: sealed_exams.right(keys[name]) for name in list(keys)[:6]}
    done = graded(exam, {"a.jwe": sealed_exams.hand_in(exam, person, given)})
    assert done.exit_code == 0, done.output
    text = (exam.results / f"{EXAM}-{person.code}.json").read_text("utf-8")
    read = evaluate(
        """
        const { readResult } = await load("core/result.js");
        const { decode, idOf } = await load("core/assignment.js");
        const { stepsOf, standingOf } = await load("core/steps.js");
        const { result, problem, unread } = readResult(value);
        const { assignment } = decode(result.assignment);
        const data = { quizzes: {} };
        const steps = stepsOf(assignment, idOf(result.assignment), data);
        const results = result.entries.filter(({ type }) => type === "result");
        const standings = steps.map((step) =>
          standingOf(step, assignment, data, { views: new Map(), results }));
        return { problem, unread, name: result.name, steps, standings, title: assignment.title };
        """,
        text,
    )
    assert (read.get("problem"), read["unread"], read["name"]) == (None, 0, person.name)
    (step,), (standing,) = read["steps"], read["standings"]
    assert (step["title"], step["gone"], step["changed"]) == ("First exam", False, False)
    points = sum(keys[name].points for name in given)
    most = sum(each.points for each in keys.values())
    assert (standing["state"], standing["percent"]) == ("done", 100 * points // most)
    schema = json.loads((Path(__file__).parents[2] / "schemas/result.json").read_text("utf-8"))
    import jsonschema

    jsonschema.validate(json.loads(text), schema)


# What Python and the browser do alike


@given(some.lists(some.text("abcxyz-09", min_size=1), unique=True), some.integers(0, 2**32 - 1))
@settings(max_examples=1)
def test_a_paper_is_drawn_alike_in_both(ids: list[str], seed: int) -> None:
    some_seeds = (0, 1, 2**32 - 1, seed, 12345)
    asked: list[Any] = [
        [[f"q-{n}" for n in range(size)], each] for size in range(30) for each in some_seeds
    ]
    asked.append([ids, seed])
    found = evaluate(
        """const { shuffled } = await load("core/random.js");
        return value.map(([ids, seed]) => shuffled([...ids].sort(), seed, "paper"));""",
        asked,
    )
    assert found == [drawing.drawn(each, len(each), seed) for each, seed in asked]


def test_answers_are_worth_the_same_as_in_a_practice() -> None:
    import random

    chance = random.Random(5)
    cases = []
    for kind, question in QUESTIONS.items():
        cases += [(kind, question, _any_answer(question, chance)) for _ in range(60)]
    assert all(sat_kinds()[kind].can_be_given(q, given) for kind, q, given in cases)
    scored = evaluate(
        """return Promise.all(value.map(async ([kind, response, key]) => {
          const { score } = await load(`../kinds/${kind}/${kind}.js`);
          return score(response, key).share;
        }));""",
        [[kind, given, _script_key(q)] for kind, q, given in cases],
    )
    ours = [sat_kinds()[kind].share(q, given) for kind, q, given in cases]
    assert ours == pytest.approx(scored)
    assert len({round(each, 3) for each in ours}) > 4


def _script_key(question: Any) -> Any:
    if question.kind == "fill_in":
        key = {"accept": list(question.answers), "wrong": [each.text for each in question.wrong]}
        return key | ({} if question.typos is None else {"typos": question.typos})
    return sealed_exams.right(question)


def _any_answer(question: Any, chance: Any) -> Any:
    shown = sat_kinds()[question.kind].shown(question)
    if shown["form"] == "type":
        texts = [*question.answers, *(each.text for each in question.wrong), "quince", ""]
        return "".join(c for c in chance.choice(texts) if chance.random() > 0.1).upper()
    if shown["form"] == "order":
        return chance.sample(question.names, len(question.names))
    if shown["form"] == "match":
        values = [name for name, _ in shown["values"]]
        return {name: chance.choice([*values, ""]) for name, _ in shown["rows"]}
    if shown["form"] == "gaps":
        lists = enumerate(shown["lists"], 1)
        return {str(number): chance.choice(each)[0] for number, each in lists}
    names = [name for name, _ in shown["rows"] if name]
    return chance.sample(names, chance.randint(0, len(names) if shown["many"] else 1))


@given(
    typed=some.text("aehlo 'nt12é", max_size=12),
    answers=some.lists(some.text("aehlo 'nt12é", max_size=10), min_size=1, max_size=3),
    wrong=some.lists(some.text("aehlo 'nt12é", max_size=10), max_size=2),
    typos=some.sampled_from([None, 0, 1, 3]),
)
@settings(max_examples=300, database=None)
def _collect(typed: str, answers: list[str], wrong: list[str], typos: int | None) -> None:
    TYPED.append((typed, answers, wrong, typos))


TYPED: list[tuple[str, list[str], list[str], int | None]] = []


def test_what_is_typed_is_judged_alike_in_both() -> None:
    from unruffled.kinds.fill_in.exam_tolerance import is_right

    _collect()
    found = evaluate(
        """const { judge } = await load("core/tolerance.js");
        return value.map(([typed, accept, wrong, typos]) =>
          judge(typed, { accept, wrong, typos: typos ?? undefined }).right);""",
        TYPED,
    )
    assert found == [is_right(*each) for each in TYPED]
    assert any(found) and not all(found)


def test_nothing_that_is_right_is_short_of_words_to_look_for() -> None:
    assert all(right_texts(question) for question in QUESTIONS.values())
