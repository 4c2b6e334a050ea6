"""`unruffled new`: what it writes has no fault but what is still to write, and disturbs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from commands import call, faults, files

from real import read
from unruffled.kinds import KINDS, Question
from unruffled.project import inspect
from unruffled.rendering import Renderer

SMALL_MODULE = "connect/greeting.md"


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (
            ("module", "connect/first-words"),
            {"docs/connect/first-words.md", "quizzes/first-words.yml", "phrases/first-words.yml"},
        ),
        (
            ("module", "new-part/first-words.md", "--title", 'Say "first": words & more'),
            {"docs/new-part/first-words.md", "quizzes/first-words.yml", "phrases/first-words.yml"},
        ),
        (("quiz", "first-words", "--module", SMALL_MODULE), {"quizzes/first-words.yml"}),
        (("phrases", "first-words", "--module", SMALL_MODULE), {"phrases/first-words.yml"}),
    ],
)
def test_a_new_file_has_no_fault_but_what_is_still_to_write(
    small: Path, arguments: tuple[str, ...], written: set[str]
) -> None:
    done = call(small, "new", *arguments)
    assert done.exit_code == 0, done.output
    assert all((small / path).is_file() for path in written)
    found = faults(small)
    assert set(found) == {"TX101"}
    assert set(found["TX101"]) == written


def test_a_new_card_has_no_fault_but_what_is_still_to_write(small: Path) -> None:
    vocabulary = small / "vocabulary.yml"
    new = "situations:\n  - {id: hangs-up, label: Hangs up}\n"
    vocabulary.write_text(vocabulary.read_text("utf-8").replace("situations:\n", new, 1), "utf-8")
    done = call(small, "new", "situation", "hangs-up", "--group", "heated")
    assert done.exit_code == 0, done.output
    found = faults(small)
    assert found.keys() == {"TX101"}
    assert set(found["TX101"]) == {"situations/hangs-up.yml"}


def test_the_card_of_the_authors_guide_has_no_fault(root: Path) -> None:
    guide = (root / "docs/authors/situations.md").read_text("utf-8")
    example = re.search(r"^```yaml\n(id: shouting\n.*?)^```", guide, re.DOTALL | re.MULTILINE)
    (root / "situations/shouting.yml").write_text(example[1], "utf-8")
    assert faults(root) == {}


def test_a_new_letter_has_no_fault_but_what_is_still_to_write(small: Path) -> None:
    vocabulary = small / "vocabulary.yml"
    new = "situations:\n  - {id: any-hard-conversation, label: Any}\n"
    vocabulary.write_text(vocabulary.read_text("utf-8").replace("situations:\n", new, 1), "utf-8")
    arguments = ("new", "letter", "late", "--module", "connect/greeting.md", "--channel", "social")
    done = call(small, *arguments)
    assert done.exit_code == 0, done.output
    problems = inspect(small)[1]
    assert {(each.code, each.place.path) for each in problems} == {("TX101", "letters/late.yml")}
    assert "channel: social" in (small / "letters/late.yml").read_text("utf-8")


def test_the_letter_of_the_authors_guide_has_no_fault_and_is_shown(root: Path) -> None:
    guide = (root / "docs/authors/letters.md").read_text("utf-8")
    example = re.search(r"^```yaml\n(id: lost-order\n.*?)^```", guide, re.DOTALL | re.MULTILINE)
    (root / "letters/lost-order.yml").write_text(example[1], "utf-8")
    library, problems = read(root)
    assert [each for each in problems if each.place.path.startswith("letters/")] == []
    assert "When an order is lost" in library.generated["letters/lost-order.md"]


def test_a_new_voice_exercise_has_no_fault_but_what_is_still_to_write(small: Path) -> None:
    done = call(small, "new", "voice", "greet-aloud", "--module", "connect/greeting.md")
    assert done.exit_code == 0, done.output
    problems = inspect(small)[1]
    found = {(each.code, each.place.path) for each in problems}
    assert found == {("TX101", "voice/greet-aloud.yml")}


def test_the_voice_exercise_of_the_authors_guide_has_no_fault_and_is_shown(root: Path) -> None:
    guide = (root / "docs/authors/voice.md").read_text("utf-8")
    example = re.search(r"^```yaml\n(id: stay-calm\n.*?)^```", guide, re.DOTALL | re.MULTILINE)
    (root / "voice/stay-calm.yml").write_text(example[1], "utf-8")
    library, problems = read(root)
    assert [each for each in problems if each.place.path.startswith("voice/")] == []
    assert "low, slow, short" in library.generated["voice/stay-calm.md"]


def test_a_new_scenario_has_no_fault_but_what_is_still_to_write_and_can_be_played(
    small: Path,
) -> None:
    assert call(small, "new", "scenario", "wrong-order", "--channel", "chat").exit_code == 0
    assert set(faults(small)) == {"TX101"}
    played = call(small, "play", "wrong-order", "--route", "2")
    assert (played.exit_code, "Resolved with trust" in played.output) == (0, True)


def test_a_new_session_has_no_fault_but_what_is_still_to_write(small: Path) -> None:
    assert call(small, "new", "module", "connect/first-words").exit_code == 0
    page = "connect/first-words.md"
    done = call(small, "new", "session", "first-words", "--module", page)
    assert done.exit_code == 0, done.output
    found = faults(small)
    assert found.keys() == {"TX101"}
    assert "sessions/first-words.yml" in found["TX101"]
    again = call(small, "new", "session", "other-words", "--module", page)
    assert (again.exit_code, "sessions/first-words.yml" in again.output) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("module", "connect/first-words"),
        ("quiz", "first-words", "--module", "connect/greeting.md"),
        ("phrases", "first-words", "--module", "connect/greeting.md"),
        ("question", "greeting", "first-words", "--kind", "spot", "--objective", "say-hello"),
        ("scenario", "first-words"),
        ("assignment", "first-words", "--quiz", "greeting"),
        ("situation", "first-words", "--group", "quiet"),
        ("letter", "first-words", "--module", "connect/greeting.md"),
        ("voice", "first-words", "--module", "connect/greeting.md"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_fault_is_told_of_a_file_that_is_not_there(
    small: Path, arguments: tuple[str, ...]
) -> None:
    vocabulary = small / "vocabulary.yml"
    new = "situations:\n  - {id: first-words, label: First words}\n"
    vocabulary.write_text(vocabulary.read_text("utf-8").replace("situations:\n", new, 1), "utf-8")
    assert call(small, "new", *arguments).exit_code == 0
    places = {each.place.path for each in inspect(small)[1]}
    assert all((small / path).is_file() for path in places)
    assert places or arguments[0] == "assignment"


def test_a_scenario_of_an_unknown_technique_is_not_written(small: Path) -> None:
    done = call(small, "new", "scenario", "wrong-order", "--technique", "shout-back")
    assert done.exit_code == 1
    assert "techniques" in done.output
    assert not (small / "scenarios/wrong-order.yml").exists()


def test_the_conversation_of_the_authors_guide_has_no_fault_and_is_shown(root: Path) -> None:
    guide = (root / "docs/authors/scenarios.md").read_text("utf-8")
    example = re.search(r"^```yaml\n(id: wrong-order\n.*?)^```", guide, re.DOTALL | re.MULTILINE)
    (root / "scenarios/wrong-order.yml").write_text(example[1], "utf-8")
    library, problems = read(root)
    assert [each for each in problems if each.severity == "error"] == []
    lines = library.generated["practice/wrong-order.md"].split("\n")
    shown = "\n".join(Renderer(library, problems).page("practice/wrong-order.md", lines, str))
    assert "when do you need them?" in shown.lower()
    played = call(root, "play", "wrong-order", "--route", "1,1,1").output
    best = re.search(r"The best way: ([\d,]+)", played)[1]
    again = call(root, "play", "wrong-order", "--route", best).output
    assert f"Your way: {best}   The best way: {best}" in again


def test_two_new_modules_do_not_disturb_each_other(small: Path) -> None:
    for name in ("connect/first-words", "resolve/last-words"):
        assert call(small, "new", "module", name).exit_code == 0
    assert set(faults(small)) == {"TX101"}


def test_a_new_module_is_listed_after_its_folder_s_pages(small: Path) -> None:
    call(small, "new", "module", "connect/first-words")
    lines = [line.strip() for line in (small / "mkdocs.yml").read_text("utf-8").splitlines()]
    folder = [line for line in lines if line.startswith("- connect/")]
    assert folder.index("- connect/first-words.md") == len(folder) - 1
    assert len(folder) > 1


def test_a_list_of_pages_in_brackets_is_left_to_its_author(small: Path) -> None:
    settings = "site_name: A\nnav: [index.md, connect/greeting.md]\n"
    (small / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = call(small, "new", "module", "understand/first-words")
    assert "Add understand/first-words.md to `nav`" in done.output
    assert (small / "mkdocs.yml").read_text(encoding="utf-8") == settings


@pytest.mark.parametrize(
    "title",
    ["<img src=x onerror=alert(1)> *C* #1 {: onclick=alert(2) }", "two\nlines\x07", "[a](b)"],
)
def test_an_odd_title_is_shown_as_it_is(small: Path, title: str) -> None:
    assert call(small, "new", "module", "connect/odd", "--title", title).exit_code == 0
    assert set(faults(small)) == {"TX101"}
    page = (small / "docs" / "connect" / "odd.md").read_text(encoding="utf-8")
    heading = next(line for line in page.splitlines() if line.startswith("# "))
    assert not re.search(r"<[a-z]|(?<!\\)(\{:|\]\()", heading)


def test_a_new_quiz_has_a_question_for_each_objective(small: Path) -> None:
    call(small, "new", "quiz", "first-words", "--module", SMALL_MODULE)
    library, _ = inspect(small)
    objectives = {each.id for each in library.pages[SMALL_MODULE].meta.objectives}
    assert {each.objective for each in library.quizzes["first-words"].questions} == objectives


ONE_MORE = "  - {id: without-a-card, label: Without a card}\ngroups:"
SMALL_QUESTION = ("greeting", "first-words", "--objective", "say-hello")
TITLE_LAST = "title: >-\n  Greet\n  kindly\n"


def test_there_is_a_scaffold_for_every_kind_of_question() -> None:
    kinds = {get_args(each.model_fields["kind"].annotation)[0] for each in get_args(Question)}
    assert set(KINDS) == kinds


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_question_is_the_last_and_has_no_fault_but_what_is_still_to_write(
    small: Path, kind: str
) -> None:
    file = small / "quizzes" / "greeting.yml"
    before = file.read_bytes()
    done = call(small, "new", "question", *SMALL_QUESTION, "--kind", kind)
    assert done.exit_code == 0, done.output
    assert file.read_bytes().startswith(before)
    library, problems = inspect(small)
    found = {(each.code, each.place.path) for each in problems if each.severity == "error"}
    assert found == {("TX101", "quizzes/greeting.yml")}
    last = library.quizzes["greeting"].questions[-1]
    assert (last.id, last.kind, last.objective) == ("first-words", kind, "say-hello")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.rstrip("\n"),
        lambda text: text + "\n# more to come\n\n",
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: re.sub("^  ", "", text, flags=re.MULTILINE),
        lambda text: re.sub("^  ", "      ", text, flags=re.MULTILINE),
    ],
    ids=["no-last-line-end", "comment", "windows", "mark", "not-indented", "indented-more"],
)
def test_a_new_question_leaves_the_file_as_its_author_wrote_it(
    small: Path, change: Callable[[str], str]
) -> None:
    file = small / "quizzes" / "greeting.yml"
    before = change(file.read_text("utf-8")).encode()
    file.write_bytes(before)
    done = call(small, "new", "question", *SMALL_QUESTION, "--kind", "spot")
    assert done.exit_code == 0, done.output
    after = file.read_bytes()
    assert after.startswith(before)
    assert set(faults(small)) == {"TX101"}
    lone = re.compile(rb"(?<!\r)\n")
    assert bool(lone.search(after)) is bool(lone.search(before))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text.replace("pass_mark: 80\n", "") + "pass_mark: 80\n", "does not end with"),
        (lambda text: re.sub("title: (.*)\n", "", text) + TITLE_LAST, "does not end with"),
        (lambda text: text + "...\n", "does not end with"),
        (lambda text: text.replace("pass_mark", "passmark"), "has faults"),
    ],
    ids=["questions-not-last", "long-text-last", "end-of-document", "faults"],
)
def test_a_question_is_not_put_where_it_would_do_harm(
    small: Path, change: Callable[[str], str], message: str
) -> None:
    file = small / "quizzes" / "greeting.yml"
    before = change(file.read_text("utf-8"))
    file.write_text(before, "utf-8")
    done = call(small, "new", "question", *SMALL_QUESTION, "--kind", "single")
    assert done.exit_code == 1
    assert message in done.output
    assert file.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "known"),
    [
        (("nowhere", "a", "--objective", "say-hello"), "greeting"),
        (("greeting", "a", "--objective", "nothing"), "name-the-time"),
        (("greeting", "which-hello", "--objective", "say-hello"), "which-hello"),
        (("greeting", "Not an id", "--objective", "say-hello"), "small letters"),
        (("../greeting", "a", "--objective", "say-hello"), "greeting"),
    ],
)
def test_a_question_that_fits_nowhere_is_refused_with_what_there_is(
    small: Path, arguments: tuple[str, ...], known: str
) -> None:
    before = files(small.parent)
    done = call(small, "new", "question", *arguments, "--kind", "single")
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert known in done.output
    assert files(small.parent) == before


def test_a_test_that_draws_from_others_takes_no_question(root: Path) -> None:
    arguments = ("course-test", "a", "--objective", "hear-it-out", "--kind", "single")
    assert "draws from other quizzes" in call(root, "new", "question", *arguments).output


def test_a_kind_that_does_not_exist_is_answered_with_those_that_do(small: Path) -> None:
    done = call(small, "new", "question", *SMALL_QUESTION, "--kind", "essay")
    assert done.exit_code == 2
    assert "choose_in_text" in done.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("module", "connect/greeting"),
        ("module", "somewhere/greeting"),  # its quiz exists
        ("quiz", "greeting", "--module", SMALL_MODULE),
        ("phrases", "greeting", "--module", SMALL_MODULE),
        ("quiz", "first-words", "--module", "index.md"),  # not a module
        ("phrases", "first-words", "--module", "connect/nowhere.md"),
        ("module", "connect/First Words"),
        ("module", "../first-words"),
        ("module", "/first-words"),
        ("module", "connect//first-words"),
        ("quiz", "../first-words", "--module", SMALL_MODULE),
        ("situation", "shouting", "--group", "heated"),  # is there
        ("situation", "shuoting", "--group", "heated"),
        ("situation", "without-a-card", "--group", "heeated"),
    ],
)
def test_what_cannot_be_written_is_refused_and_nothing_changes(
    small: Path, arguments: tuple[str, ...]
) -> None:
    vocabulary = small / "vocabulary.yml"
    text = vocabulary.read_text("utf-8")
    vocabulary.write_text(text.replace("groups:", ONE_MORE, 1), "utf-8")
    before = files(small.parent)
    done = call(small, "new", *arguments)
    assert done.exit_code == 1
    assert done.output.startswith("Error: ")
    assert files(small.parent) == before


def test_a_module_that_does_not_exist_is_answered_with_those_that_do(small: Path) -> None:
    assert SMALL_MODULE in call(small, "new", "quiz", "a", "--module", "b.md").output


def test_a_fence_and_a_line_of_the_menu_keep_the_line_ends_of_their_files(small: Path) -> None:
    page, menu = small / "docs" / SMALL_MODULE, small / "mkdocs.yml"
    for file in (page, menu):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = [file.read_bytes().count(b"\n") for file in (page, menu)]
    assert call(small, "new", "quiz", "other", "--module", SMALL_MODULE).exit_code == 0
    assert call(small, "new", "module", "connect/parting").exit_code == 0
    for file, lines, more in zip((page, menu), before, (4, 1), strict=True):
        assert file.read_bytes().count(b"\r\n") == file.read_bytes().count(b"\n") == lines + more
