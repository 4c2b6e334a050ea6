"""Decks, read by Anki's own engine: nothing twice, edits arrive, what was practised stays."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from click.testing import CliRunner

import fault_cases
from real import LIBRARY
from support import ROOT
from unruffled.cli import main
from unruffled.formats.anki import Card, deck, edition_of
from unruffled.formats.banks import WRITERS, bank_of
from unruffled.formats.phrases import FORMATS, entries, published, write

BASE = ROOT / "tests" / "faults" / "base"
EVERY_KIND = fault_cases.library("sound-every-kind").quizzes["greeting"]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small sound project with two phrases, to write into."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    return shutil.copytree(BASE, tmp_path / "project")


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Collection]:
    """What a learner has in Anki: nothing yet."""
    collection = Collection(str(tmp_path / "collection.anki2"))
    yield collection
    collection.close()


def exported(root: Path, *command: str) -> None:
    done = CliRunner().invoke(main, ["--root", str(root), *command])
    assert done.exit_code == 0, done.output


def taken(collection: Collection, file: Path) -> tuple[int, int, int]:
    """Import a file; return how many notes were new, changed, and there already."""
    request = ImportAnkiPackageRequest(
        package_path=str(file), options=ImportAnkiPackageOptions(with_scheduling=False)
    )
    log = collection.import_anki_package(request).log
    assert not (log.conflicting or log.first_field_match or log.missing_notetype)
    assert collection.fix_integrity() == ("Database rebuilt and optimized.", True)
    return len(log.new), len(log.updated), len(log.duplicate)


def put(tmp_path: Path, content: bytes) -> Path:
    file = tmp_path / "deck.apkg"
    file.write_bytes(content)
    return file


def fields(collection: Collection) -> list[list[str]]:
    return [collection.get_note(each).fields for each in sorted(collection.find_notes(""))]


def test_a_second_import_adds_nothing(root: Path, anki: Collection) -> None:
    file = root / "deck.apkg"
    exported(root, "export", "anki", "--out", str(file))
    assert taken(anki, file) == (2, 0, 0)
    assert taken(anki, file) == (0, 0, 2)
    assert anki.card_count() == 2


def test_an_edit_arrives_and_what_was_practised_stays(
    root: Path, anki: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = root / "deck.apkg"
    exported(root, "export", "anki", "--out", str(file))
    taken(anki, file)
    (one, _) = sorted(anki.find_cards(""))
    card = anki.get_card(one)
    card.ivl, card.type, card.queue, card.reps = 21, 2, 2, 7
    anki.update_card(card)
    phrases = root / "phrases" / "greeting.yml"
    text = phrases.read_text("utf-8").replace("Good morning.", "Good day.")
    # What stands in front is edited, too: it is the same card all the same.
    phrases.write_text(text.replace("avoid: ", "avoid: Well, "), "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000060")
    exported(root, "export", "anki", "--out", str(file))
    assert taken(anki, file) == (0, 2, 0)
    assert any("Good day." in back for _, back in fields(anki))
    assert not any("Good morning." in back for _, back in fields(anki))
    assert all("Well, " in front for front, _ in fields(anki))
    kept = anki.get_card(one)
    assert (kept.ivl, kept.reps, anki.card_count()) == (21, 7, 2)


def test_every_phrase_of_the_handbook_is_a_card_that_shows_both_sides(
    anki: Collection, tmp_path: Path
) -> None:
    form = FORMATS["anki"]
    phrases = form.of(entries(LIBRARY))
    file = put(tmp_path, write(form, phrases, {}, 1790000000))
    assert taken(anki, file) == (len(phrases), 0, 0)
    assert len({each.name for each in anki.decks.all_names_and_ids()}) > 2
    cards = [anki.get_card(each) for each in sorted(anki.find_cards(""))]
    for entry, card in zip(phrases, cards, strict=True):
        answer = card.answer()
        assert 'class="said"' in card.question()
        assert answer.count('class="said"') > 1
        assert f"situation::{entry.source.situations[0]}" in card.note().tags
    assert "mathjax" not in str([card.answer() for card in cards]).casefold()


def test_every_kind_of_question_is_a_card_or_named(anki: Collection, tmp_path: Path) -> None:
    made, notes = WRITERS["anki"](bank_of(EVERY_KIND))
    assert isinstance(made, bytes)
    new, _, _ = taken(anki, put(tmp_path, made))
    left = [each.id for each in notes if each.words.startswith("left out")]
    assert new + len(left) == len(EVERY_KIND.questions)
    assert taken(anki, put(tmp_path, made)) == (0, 0, new)


def test_a_question_is_one_card_in_the_deck_of_its_quiz_and_in_that_of_a_test(
    anki: Collection, tmp_path: Path
) -> None:
    test = next(each for each in LIBRARY.quizzes.values() if each.pool)
    own = LIBRARY.quizzes[test.pool[0]]
    for quiz, again in ((own, False), (test, True)):
        made, _ = WRITERS["anki"](bank_of(quiz, LIBRARY))
        assert isinstance(made, bytes)
        new, changed, same = taken(anki, put(tmp_path, made))
        assert bool(changed or same) is again, (new, changed, same)


def test_what_anki_would_play_or_set_as_a_formula_is_shown_as_it_stands(
    anki: Collection, tmp_path: Path
) -> None:
    words = r"[sound:a.mp3] \(x\) [latex]y[/latex] [$]z[/$] {{Front}} &lt;b&gt;"
    made = deck([("one", "One", [Card("a", words, words, ('a "b" c',))])], 1790000000)
    taken(anki, put(tmp_path, made))
    (card,) = (anki.get_card(each) for each in anki.find_cards(""))
    assert not card.question_av_tags()
    shown = card.question().replace("\u2060", "")
    assert r"[sound:a.mp3] \(x\) [latex]y[/latex] [$]z[/$] {{Front}} &lt;b&gt;" in shown
    assert card.note().tags == ["a-b-c"]


def test_letters_alone_are_no_deck(root: Path) -> None:
    shutil.copytree(ROOT / "letters", root / "letters")
    form = FORMATS["anki"]
    letters = [each for each in entries(LIBRARY) if each.folder == "letters"]
    assert letters and not form.of(letters)


def test_the_same_content_gives_the_same_bytes_and_the_site_offers_no_choice_of_them() -> None:
    phrases = entries(LIBRARY)
    form = FORMATS["anki"]
    assert write(form, phrases, {}, 1) == write(form, phrases, {}, 1)
    files = published(fault_cases.library("sound-every-kind"))
    assert "exports/phrases.apkg" in files
    assert "exports/parts/anki.json" not in files
    assert "exports/parts/csv.json" in files


# --- when the content was made


def git(root: Path, *command: str, at: str = "") -> None:
    day = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at} if at else {}
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(
        ["git", *who, *command], cwd=root, check=True, capture_output=True, env=os.environ | day
    )


def test_the_time_of_a_deck_is_given_or_committed_or_that_of_the_newest_file(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert edition_of(root) == 1790000000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    for file in root.rglob("*.yml"):
        os.utime(file, (1600000000, 1600000000))
    phrases = root / "phrases" / "greeting.yml"
    os.utime(phrases, (1600000100, 1600000100))
    assert edition_of(root) == 1600000100
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "all", at="1700000000 +0000")
    assert edition_of(root) == 1700000000
    phrases.write_text(phrases.read_text("utf-8") + "# not committed\n", "utf-8")
    assert edition_of(root) > 1700000000
