"""Assignments from files: their links, their pages, and the command that opens sealed results."""

from __future__ import annotations

import json
import re
import zlib
from base64 import urlsafe_b64decode
from pathlib import Path
from typing import Any

import pytest
from commands import call, faults
from hypothesis import given
from hypothesis import strategies as some
from joserfc import jwe
from joserfc.jwk import ECKey

from real import LIBRARY, read
from support import ROOT
from unruffled.blocks.assignment.view import encoded, link_text, steps_of
from unruffled.blocks.course.view import course_data
from unruffled.model.library import Library
from unruffled.rendering import Renderer

KEY = ECKey.generate_key("P-256", private=True)


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


def data_of(text: str) -> dict[str, Any]:
    version, body, total = text.split(".")
    raw = urlsafe_b64decode(body + "=" * (-len(body) % 4))
    assert (version, total) == ("1", f"{zlib.crc32(raw):08x}")
    return json.loads(raw)


def changed(library: Library, **given: Any) -> dict[str, Any]:
    assignment = library.assignments["limits-and-handover"].model_copy(update=given)
    return data_of(link_text(library, assignment))


def test_a_link_leaves_out_what_is_usual(library: Library) -> None:
    data = data_of(link_text(library, library.assignments["first-words"]))
    assert list(data) == ["title", "note", "steps"]
    assert [name for name, _ in data["steps"]] == [
        *("stay-calm", "active-listening", "acknowledge-and-apologise", "scenario:late-parcel")
    ]


def test_a_link_holds_everything_that_is_set(library: Library) -> None:
    data = changed(library, due="2027-03-31", shuffle=False, key=f"{'a' * 43}.{'b' * 43}")
    assert data["steps"][0][0] == "12*set-boundaries+escalate"
    assert (data["mode"], data["pass"], data["attempts"], data["minutes"]) == ("test", 75, 2, 20)
    assert (data["due"], data["fixed"]) == ("2027-03-31", True)
    assert len(data["key"]) == 87


def test_a_path_is_all_that_it_asks_in_its_order(library: Library) -> None:
    task = library.assignments["first-words"].tasks[0]
    path = task.model_copy(update={"quiz": None, "path": "team-lead"})
    asked = library.assignments["first-words"].model_copy(update={"tasks": (path, task)})
    names = [name for name, _ in steps_of(library, asked)]
    pages = [step.page for stage in library.paths["team-lead"].stages for step in stage.steps]
    quizzes = {quiz.module: name for name, quiz in library.quizzes.items() if quiz.module}
    in_order = [quizzes[page] for page in pages if page in quizzes]
    assert len(in_order) > 2
    assert [name for name in names if name in in_order] == in_order
    assert len(names) == len(set(names))


def test_the_editions_are_those_that_the_browser_compares(library: Library) -> None:
    quizzes = course_data(library)["quizzes"]
    data = data_of(link_text(library, library.assignments["first-words"]))
    for name, edition in data["steps"]:
        known = quizzes[name].get("edition") or quizzes[name]["questions"]["play"][0]
        assert edition == known
    both = "".join(quizzes[name]["edition"] for name in ("set-boundaries", "escalate"))
    (_, pool), _ = changed(library)["steps"]
    assert pool == f"0{zlib.crc32(both.encode()):08x}"


def test_another_right_answer_is_another_edition_and_another_word_is_not(root: Path) -> None:
    def edition() -> str:
        return course_data(read(root)[0])["quizzes"]["stay-calm"]["edition"]

    file = root / "quizzes/stay-calm.yml"
    text = file.read_text("utf-8")
    before = edition()
    file.write_text(re.sub(r"(?m)^title: .*", "title: Another", text), "utf-8")
    assert edition() == before
    file.write_text(text.replace("objective: ", "revision: 2\n    objective: ", 1), "utf-8")
    assert edition() != before


JSON = some.recursive(
    some.none() | some.booleans() | some.integers(-(10**9), 10**9) | some.text(),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
)


@pytest.mark.thorough
@given(some.dictionaries(some.text(), JSON))
def test_whatever_is_encoded_comes_back_in_signs_that_no_messenger_breaks(data: Any) -> None:
    text = encoded(data)
    assert re.fullmatch(r"1\.[A-Za-z0-9_-]+\.[0-9a-f]{8}", text)
    assert data_of(text) == data


def shown(library: Library, problems: Any, path: str) -> str:
    lines = library.generated[path].split("\n")
    return "\n".join(Renderer(library, problems).page(path, lines, str))


def test_an_assignment_has_a_page_that_says_what_to_do_without_scripts(library: Library) -> None:
    html = shown(library, [], "assignments/limits-and-handover.md")
    assert "12 questions from: Set boundaries with abuse, Escalate well" in html
    assert "75 % is needed to pass" in html
    assert 'href="../../practice/third-contact/"' in html
    assert link_text(library, library.assignments["limits-and-handover"]) in html
    assert "limits-and-handover.md" in library.generated["assignments/index.md"]


def test_a_site_without_assignments_has_no_list_of_them(root: Path) -> None:
    for file in (root / "assignments").iterdir():
        file.unlink()
    made = read(root)[0].generated
    assert not [path for path in made if path.startswith("assignments/")]


def test_an_assignment_with_a_fault_shows_it_in_a_preview(root: Path) -> None:
    file = root / "assignments/first-words.yml"
    file.write_text(file.read_text("utf-8").replace("pass_mark: 80", "pass_mark: much"), "utf-8")
    library, problems = read(root)
    assert "KY106" in shown(library, problems, "assignments/first-words.md")


def test_a_new_assignment_has_no_fault_but_what_is_still_to_write(root: Path) -> None:
    made = call(root, "new", "assignment", "first-month", "--quiz", "empathy", "--quiz", "escalate")
    assert made.exit_code == 0
    assert set(faults(root)) == {"TX101"}
    (task, _) = read(root)[0].assignments["first-month"].tasks
    assert task.quiz == "empathy"


def test_an_assignment_of_an_unknown_quiz_is_not_written(root: Path) -> None:
    made = call(root, "new", "assignment", "first-month", "--quiz", "empaty")
    assert (made.exit_code, 'no quiz "empaty"' in made.output) == (1, True)
    assert not (root / "assignments/first-month.yml").exists()


def test_the_assignment_of_the_authors_guide_has_no_fault(root: Path) -> None:
    guide = (root / "docs/authors/assignments.md").read_text("utf-8")
    example = re.search(r"^```yaml\n(id: first-month\n.*?)^```", guide, re.DOTALL | re.MULTILINE)
    (root / "assignments/first-month.yml").write_text(example[1], "utf-8")
    assert faults(root) == {}


def test_the_session_of_the_authors_guide_has_no_fault(root: Path) -> None:
    guide = (root / "docs/authors/sessions.md").read_text("utf-8")
    example = re.search(r"^```yaml\n(id: .*?)^```", guide, re.DOTALL | re.MULTILINE)
    (root / "sessions/active-listening.yml").write_text(example[1], "utf-8")
    assert faults(root) == {}


# --- Sealed results on the command line


def sealed(text: bytes) -> str:
    rules = jwe.JWERegistry(algorithms=["ECDH-ES", "A256GCM"])
    rules.max_ciphertext_length = 10**7
    return jwe.encrypt_compact({"alg": "ECDH-ES", "enc": "A256GCM"}, text, KEY, registry=rules)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "private.jwk").write_text(json.dumps(KEY.as_dict(private=True)))
    (tmp_path / "public.jwk").write_text(json.dumps(KEY.as_dict(private=False)))
    other = ECKey.generate_key("P-256", private=True).as_dict(private=True)
    (tmp_path / "other.jwk").write_text(json.dumps(other))
    (tmp_path / "ana.jwe").write_text(sealed("Größe".encode()) + "\n")
    (tmp_path / "long.jwe").write_text(sealed(b"x" * 3_000_000))
    good = sealed(b"{}")
    (tmp_path / "changed.jwe").write_text(good[:-9] + ("A" if good[-9] != "A" else "B") + good[-8:])
    (tmp_path / "prose.jwe").write_text("Dear trainer")
    (tmp_path / "binary.jwe").write_bytes(bytes(range(256)))
    return tmp_path


def opened(folder: Path, *names: str, key: str = "private.jwk") -> Any:
    files = [str(folder / name) for name in names]
    out = ("--key", str(folder / key), "--out", str(folder / "out"))
    return call(ROOT, "results", "open", *files, *out)


def test_sealed_results_are_opened_with_the_private_key(folder: Path) -> None:
    assert opened(folder, "ana.jwe", "long.jwe").exit_code == 0
    assert (folder / "out/ana.json").read_text("utf-8") == "Größe"
    assert (folder / "out/long.json").stat().st_size == 3_000_000


def test_a_sealed_result_that_a_mail_program_has_folded_is_opened(folder: Path) -> None:
    text = (folder / "ana.jwe").read_text("ascii")
    folded = "=\r\n".join(text[at : at + 75] for at in range(0, len(text), 75))
    (folder / "folded.jwe").write_text(f"\ufeff{folded}\r\n", "utf-8", newline="")
    (folder / "spaced.jwe").write_text(text.replace(".", " .\r\n"), "utf-16")
    assert opened(folder, "folded.jwe", "spaced.jwe").exit_code == 0
    for name in ("folded", "spaced"):
        assert (folder / f"out/{name}.json").read_text("utf-8") == "Größe"


@pytest.mark.parametrize("name", ["changed.jwe", "prose.jwe", "binary.jwe"])
def test_a_file_that_cannot_be_opened_is_named_and_the_others_are_opened(
    folder: Path, name: str
) -> None:
    done = opened(folder, name, "ana.jwe")
    assert done.exit_code == 1
    assert f"{name}: not sealed for this key, or changed since" in done.output
    assert [each.name for each in (folder / "out").iterdir()] == ["ana.json"]


def test_another_key_opens_nothing(folder: Path) -> None:
    assert opened(folder, "ana.jwe", key="other.jwk").exit_code == 1
    assert list((folder / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("key", "said"),
    [("public.jwk", "holds the public part only"), ("prose.jwe", "is no private key")],
)
def test_what_is_no_private_key_is_told(folder: Path, key: str, said: str) -> None:
    done = opened(folder, "ana.jwe", key=key)
    assert (done.exit_code, said in done.output) == (1, True)


def test_a_file_that_is_there_is_never_written_over(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out/ana.json").write_text("mine")
    done = opened(folder, "ana.jwe")
    assert (done.exit_code, "exists already" in done.output) == (1, True)
    assert (folder / "out/ana.json").read_text() == "mine"
