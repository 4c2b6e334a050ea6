"""What is kept from run to run gives what a run without it gives, whatever an author does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

import fault_cases
from edits import Author
from fault_cases import Folder
from unruffled.blocks.course.stations import minutes
from unruffled.keeping import Kept, Store, opened, sentence
from unruffled.keeping.asked import Answers, Asked
from unruffled.keeping.digests import Digests
from unruffled.keeping.kept import BUILDS
from unruffled.model.library import Library
from unruffled.project import inspect

BASE = fault_cases.base()
STEPS = 25


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return fault_cases.write(BASE, tmp_path)


def steps(seed: int) -> Iterator[fault_cases.Files]:
    """Yield projects by chance: now and then as it was, else with one of the mistakes."""
    chance = Random(seed)
    names = chance.sample(fault_cases.NAMES, STEPS)
    for name in names:
        yield BASE if chance.random() < 0.25 else fault_cases.case(name).files


@pytest.mark.parametrize("on_disk", [False, True], ids=["memory", "disk"])
def test_a_check_with_what_is_kept_finds_the_same(tmp_path: Path, on_disk: bool) -> None:
    folder = Folder(tmp_path)
    kept = Kept()
    for files in steps(7):
        root = folder.holding(files)
        if on_disk:
            kept = Kept(Store(root, "this version"))
        kept.begin()
        assert inspect(root, kept=kept)[1] == inspect(root)[1]


def test_whatever_is_edited_a_watching_check_finds_the_same(tmp_path: Path) -> None:
    author, folder, kept = Author(41), Folder(tmp_path), Kept()
    for _ in range(2 * STEPS):
        done = author.edit()
        root = folder.holding(author.files)
        kept.begin()
        assert inspect(root, kept=kept)[1] == inspect(root)[1], done


def test_what_a_rule_sees_in_a_file_is_there_when_others_ran_meanwhile(root: Path) -> None:
    kept = Kept()
    seen: list[int] = []
    thing = inspect(root)[0].quizzes["greeting"]
    for build in range(6):
        kept.begin()
        if build in (0, 5):  # the author edits something else between
            kept.of_thing("rule", thing, lambda: seen.append(1))
            kept.of_text("rule", "given", "text", lambda: seen.append(2))
    assert seen == [1, 2]
    for _ in range(2 * BUILDS):
        kept.begin()
    kept.of_thing("rule", thing, lambda: seen.append(1))
    assert seen == [1, 2, 1], "what nobody asks for is forgotten"


def test_a_second_check_runs_no_rule(root: Path) -> None:
    first, second = (Kept(Store(root, "this version")) for _ in range(2))
    for each in (first, second):
        inspect(root, kept=each)
    assert second.used["rules"] == first.made["rules"] > 100
    assert not second.made["rules"]


def test_another_version_of_the_generator_reuses_nothing(root: Path) -> None:
    first, second = (Kept(Store(root, version)) for version in ("this version", "the next one"))
    for each in (first, second):
        inspect(root, kept=each)
    assert not second.used["rules"]


def made_twice(root: Path, make: Callable[[Library], Any], change: Callable[[], None]) -> list[Any]:
    """Return what ``make`` makes with something kept, before a change and after it."""
    kept = Kept()
    found = []
    for _ in range(2):
        kept.begin()
        found.append(kept.of("test", "it", inspect(root)[0], make))
        change()
    return found


def titles(library: Library) -> list[str]:
    return [page.title for page in library.pages.values()]


def test_what_asked_for_a_thing_is_made_anew_with_another_one(root: Path) -> None:
    file = root / "docs/index.md"

    def change() -> None:
        file.write_text(file.read_text("utf-8").replace("# ", "# New: ", 1), "utf-8")

    before, after = made_twice(root, titles, change)
    assert before != after


def test_a_question_that_is_not_noted_would_give_what_is_old(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the test above can fail: it does, when one dependence is left out."""
    monkeypatch.setattr(
        "unruffled.keeping.things.ManyWhole.values", lambda self: self._things.values()
    )
    file = root / "docs/index.md"

    def change() -> None:
        file.write_text(file.read_text("utf-8").replace("# ", "# New: ", 1), "utf-8")

    before, after = made_twice(root, titles, change)
    assert before == after


def made_again(root: Path, make: Callable[[Library], Any], old: str, new: str) -> bool:
    """Whether what asks for parts of a quiz is made again after an edit of its file."""
    kept, file = Kept(), root / "quizzes/greeting.yml"
    text = file.read_text("utf-8")
    assert old in text
    for content in (text, text.replace(old, new, 1)):
        file.write_text(content, "utf-8")
        kept.begin()
        kept.of("test", "it", inspect(root)[0], make, parts=True)
    return bool(kept.made["test"])


@pytest.mark.parametrize(
    ("make", "again"),
    [
        (lambda library: library.quizzes["greeting"].title, False),
        (lambda library: library.quizzes["greeting"].size, False),
        (lambda library: [each.pass_mark for each in library.quizzes.values()], False),
        (lambda library: minutes(library, library.pages["connect/greeting.md"]), False),
        (lambda library: library.quizzes["greeting"].questions[0].stem, True),
        (lambda library: library.quizzes["greeting"] == library.quizzes["greeting"].size, True),
    ],
    ids=["title", "number", "each", "fact", "words", "all of it"],
)
def test_a_letter_in_a_question_is_seen_by_what_asks_for_its_words(
    root: Path, make: Callable[[Library], Any], again: bool
) -> None:
    assert made_again(root, make, "stem: ", "stem: Now, ") == again


@pytest.mark.parametrize(
    ("make", "again"),
    [
        (lambda library: library.quizzes["greeting"].questions[0].stem, False),
        (lambda library: library.quizzes["greeting"].file, False),
        (lambda library: library.quizzes["greeting"].questions[0].at("stem").line, True),
    ],
    ids=["words", "file", "place"],
)
def test_a_line_above_is_seen_by_what_asks_for_a_place(
    root: Path, make: Callable[[Library], Any], again: bool
) -> None:
    assert made_again(root, make, "id: ", "\nid: ") == again


@pytest.mark.parametrize("parts", [True, False])
def test_a_letter_in_a_page_is_seen_by_what_asks_for_its_text(root: Path, parts: bool) -> None:
    kept, file = Kept(), root / "docs/index.md"
    for _ in range(2):
        kept.begin()
        library = inspect(root)[0]
        for name, make in {"text": said, "titles": titles}.items():
            kept.of(name, "it", library, make, parts=parts)
        file.write_text(file.read_text("utf-8").replace("Begin", "Bagin"), "utf-8")
    assert (kept.made["text"], kept.made["titles"]) == (1, 0)


def said(library: Library) -> tuple[str, ...]:
    return library.said_on(library.pages["index.md"])


def test_what_asks_for_all_of_a_thing_changes_nothing_of_it(root: Path) -> None:
    def change(library: Library) -> None:
        # It is frozen: that this fails is what is asked here.
        library.quizzes["greeting"].title = "Another"  # type: ignore[misc]

    with pytest.raises(AttributeError, match="cannot be changed"):
        Kept().of("test", "it", inspect(root)[0], change, parts=True)


def test_nothing_can_be_asked_once_a_thing_is_made(root: Path) -> None:
    held: list[Library] = []
    Kept().of("test", "it", inspect(root)[0], held.append)
    with pytest.raises(RuntimeError, match="after the thing that needs it was made"):
        len(held[0].quizzes)


def test_every_field_of_a_library_is_asked_through_the_door(root: Path) -> None:
    library = inspect(root)[0]
    for field in Library.__dataclass_fields__:
        asked = Asked(library)
        value = getattr(asked, field)
        if asked.notes:
            assert {each.field for each in asked.notes} == {field}
        else:
            assert len(value) >= 0
            assert asked.notes, field


def test_places_count_since_messages_name_them(root: Path) -> None:
    """A line above an entry changes no text of it, but where it stands."""
    file = root / "quizzes/greeting.yml"
    before = inspect(root)[0]
    file.write_text("\n" + file.read_text("utf-8"), "utf-8")
    after = inspect(root)[0]
    digests = Digests()
    assert digests.of(before.quizzes["greeting"]) != digests.of(after.quizzes["greeting"])
    answers = [Answers(each, digests).of(q) for each in (before, after) for q in _all(each)]
    assert len(answers) == 2 * len(_all(before))


def _all(library: Library) -> list[Any]:
    asked = Asked(library)
    for field in Library.__dataclass_fields__:
        getattr(asked, field)
    return sorted(asked.notes)


def test_a_damaged_file_counts_as_missing(root: Path) -> None:
    store = Store(root, "this version")
    store.write("a", ["b"])
    assert store.read("a") == ["b"]
    (file,) = store.folder.glob("*.json")
    whole = file.read_bytes()
    for damaged in (b"", whole[:-1], whole.replace(b"b", b"c"), b"\xff" * 100):
        file.write_bytes(damaged)
        assert store.read("a") is None
    store.write("a", ["b"])
    assert store.read("a") == ["b"]


def test_a_file_under_the_name_of_another_counts_as_missing(root: Path) -> None:
    store = Store(root, "this version")
    store.write("a", 1)
    (file,) = store.folder.glob("*.json")
    store.write("b", 2)
    (other,) = set(store.folder.glob("*.json")) - {file}
    other.write_bytes(file.read_bytes())
    assert store.read("b") is None


def test_what_is_old_or_too_much_goes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    store = Store(root, "this version")
    for name in "abc":
        store.write(name, name * 1000)
        os.utime(store._file(name), (0, 0) if name == "a" else None)
    store.tidy()
    assert [store.read(name) is not None for name in "abc"] == [False, True, True]
    monkeypatch.setattr("unruffled.keeping.store.LARGEST", 1500)
    store.tidy()
    assert len(list(store.folder.glob("*.json"))) == 1


def test_git_is_told_to_leave_the_folder_alone(root: Path) -> None:
    store = Store(root, "this version")
    assert (store.folder / ".gitignore").read_text("utf-8") == "*\n"


def test_where_nothing_can_be_written_one_sentence_says_so(root: Path) -> None:
    (root / ".cache").write_text("a file", "utf-8")
    kept = opened(root)
    assert kept is not None
    inspect(root, kept=kept)
    assert "Nothing is kept for the next run: .cache/unruffled: " in sentence(kept)


def test_a_variable_switches_it_off(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNRUFFLED_NO_CACHE", "1")
    assert opened(root) is None
    assert "switched off" in sentence(None)
