"""Questions for other programs and from them: nothing is lost in silence."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from commands import call, faults
from hypothesis import given
from hypothesis import strategies as some
from moodle_xml_parser.parser import parse_string

import fault_cases
from real import LIBRARY
from unruffled.formats.banks import READERS, WRITERS, as_quiz, bank_of
from unruffled.formats.banks.as_csv import write_csv
from unruffled.formats.banks.gift import write_gift
from unruffled.formats.banks.items import Bank, Gap, Item, Option, without_orders
from unruffled.formats.banks.moodle import write_moodle
from unruffled.model.quiz import Quiz
from unruffled.project import inspect
from unruffled.text.escaping import UNSHOWN
from unruffled.text.inline import inline

EVERY_KIND = fault_cases.library("sound-every-kind").quizzes["greeting"]
QUIZZES = [each for each in LIBRARY.quizzes.values() if each.questions]
BANKS = [pytest.param(bank_of(each), id=each.id) for each in [EVERY_KIND, *QUIZZES]]
GRADES = {100, 50, 33.33333, 25, 20, 16.66667, 14.28571, 12.5, 0}
"""What Moodle takes for a part of the points, of those that right minus wrong can give."""


def plain(text: str) -> str:
    return " ".join(str(inline(text.replace("\n", " ")).striptags()).split())


def as_read(item: Item) -> tuple[Any, ...]:
    options = tuple((plain(each.text), each.right, plain(each.feedback)) for each in item.options)
    pairs = tuple((plain(text), plain(match)) for text, match in item.pairs)
    stem = " ".join(item.stem.split()) if not item.options and not item.pairs else plain(item.stem)
    return item.form, stem, options, pairs


# --- GIFT


@pytest.mark.parametrize("bank", BANKS)
def test_what_is_written_as_gift_is_read_again(bank: Bank) -> None:
    text, notes = write_gift(bank)
    items, unread = READERS["gift"](text)
    carried = [each for each in without_orders(bank).items if each.form not in ("gaps", "essay")]
    assert [each.id for each in items] == [each.id for each in carried]
    for ours, theirs in zip(carried, items, strict=True):
        assert as_read(ours)[0] == as_read(theirs)[0]
        assert as_read(ours)[2:] == as_read(theirs)[2:]
    left = {note.id for note in notes if note.words.startswith("left out")}
    assert left == {each.id for each in bank.items if each.form == "gaps"}
    assert {note.id for note in unread} == {each.id for each in bank.items if each.form == "essay"}


PLAIN = some.text(
    some.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs", "Cf")), min_size=1
).filter(lambda text: plain(text) == text)
AT_THE_START = [
    ("%50% off", "=[plain]%50% off"),
    ("[html] is a word", "=[plain][html] is a word"),
    ("100%", "=100%"),
]
"""Texts that begin like a weight or a format. After `=`, Moodle looks for no weight: one written
there would be shown."""


@pytest.mark.parametrize(("text", "written"), AT_THE_START)
def test_a_text_that_begins_like_a_mark_of_gift_is_a_text(text: str, written: str) -> None:
    options = (Option(text, True, text), Option("b", False, text))
    bank = Bank("A / B", (Item("one", "choice", text, options, explanation=text),))
    made, _ = write_gift(bank)
    assert "$CATEGORY: A // B\n" in made
    assert f"\n\t{written}#" in made
    (item,), _ = READERS["gift"](made)
    assert (item.stem, item.options, item.explanation) == (text, options, text)


@given(PLAIN, some.lists(PLAIN, min_size=2, max_size=6, unique=True), PLAIN)
def test_no_text_changes_what_a_question_of_gift_is(stem: str, texts: list[str], said: str) -> None:
    options = tuple(Option(text, at == 0, said) for at, text in enumerate(texts))
    bank = Bank("Any", (Item("one", "choice", stem, options),))
    (item,), unread = READERS["gift"](write_gift(bank)[0])
    assert unread == []
    arrow = [text.replace("->", "→") for text in (stem, *texts, said)]
    assert [item.stem, *(each.text for each in item.options), item.options[0].feedback] == arrow
    assert [each.right for each in item.options] == [at == 0 for at in range(len(texts))]


GIFT = r"""
// a comment
$CATEGORY: Somewhere

::Who\: me?::[html]Who is buried here?{=Grant =General Grant ~no one#Look again. }

True or not{T#Wrong.#Right.}

::multi:: Two \= right {
  ~%50%one#good
  ~%50%two
  ~%-100%three
  ####The principle.
}

Match {=a -> b =c -> d =e -> f}

When was it?{#1822:5}

A word {=is ~was} missing.

Write an essay. {}
"""


def test_a_file_from_elsewhere_is_read_and_what_is_left_out_is_named() -> None:
    items, notes = READERS["gift"](GIFT)
    assert [(each.id, each.form) for each in items] == [
        ("who-me", "several"),
        ("question-3", "true_false"),
        ("multi", "several"),
        ("question-5", "matching"),
    ]
    assert items[1].options == (Option("True", True, "Right."), Option("False", False, "Wrong."))
    assert [each.right for each in items[2].options] == [True, True, False]
    assert items[2].explanation == "The principle."
    assert [note.words.split(": ")[1] for note in notes] == [
        "a number with a tolerance has no kind here",
        "a word missing inside a sentence has no kind here",
        "a free text that nobody marks has no kind here",
    ]


# --- Moodle XML


@pytest.mark.parametrize("bank", BANKS)
def test_moodle_finds_every_question_with_grades_that_it_knows(bank: Bank) -> None:
    text, _ = write_moodle(bank)
    tree = ET.fromstring(text)
    found = [each for each in tree.findall("question") if each.get("type") != "category"]
    assert [each.findtext("idnumber") for each in found] == [each.id for each in bank.items]
    for answer in tree.iter("answer"):
        if "fraction" in answer.attrib:
            assert abs(float(answer.attrib["fraction"])) in GRADES


@pytest.mark.parametrize("bank", BANKS)
def test_another_program_reads_the_choices_and_the_gaps(bank: Bank) -> None:
    read = parse_string(write_moodle(bank)[0])
    singles = {each.id: each for each in bank.items if each.form == "choice"}
    theirs = {each.name: each for each in read["multichoice"] if each.name in singles}
    assert set(theirs) == set(singles)
    for name, item in singles.items():
        options = [(plain(each.text), 100 if each.right else 0) for each in item.options]
        assert [
            (plain_html(each.answer), each.score_fraction) for each in theirs[name].options
        ] == options
    gaps = {each.id: each for each in bank.items if each.form == "gaps"}
    assert {each.name for each in read["cloze"]} == set(gaps)
    for each in read["cloze"]:
        scores = [[option.score for option in gap.options] for gap in each.gaps]
        ours = gaps[each.name].gaps
        assert scores == [[100 * option.right for option in gap.options] for gap in ours]


def plain_html(text: str) -> str:
    return " ".join(unescape(unescape(re.sub(r"<[^>]+>", "", text))).split())


def test_markup_in_a_question_is_text_in_moodle() -> None:
    evil = "<script>alert(1)</script> ]]> & }"
    options = (Option(evil, True, evil), Option("b", False, "c"))
    text, _ = write_moodle(Bank("A / B", (Item("one", "choice", evil, options),)))
    tree = ET.fromstring(text)
    assert tree.findtext("question/category/text") == "$course$/top/A // B"
    assert "<script>" not in (tree.findtext("question[2]/questiontext/text") or "")


# How Moodle's importer takes a gap apart (question/type/multianswer/questiontype.php): a mark
# after a backslash ends nothing, nor does a `#` after an ampersand.
A_GAP = re.compile(r"\{1:MULTICHOICE:(.*?)(?<!\\)\}", re.DOTALL)
A_CHOICE = re.compile(
    r"~?(=|%-?[\d.,]+%)?(.+?)(?<!\\)(?<!&)(?<!&amp;)(?=[~#}]|$)(?:#(.*?)(?<!\\)(?=[~}]|$))?",
    re.DOTALL,
)


def shown_by_moodle(text: str) -> str:
    """Return what a reader sees: entities are decoded, and what comes of it is shown as HTML."""
    kept = unescape(text).replace(r"\}", "}").replace(r"\#", "#")
    assert "<" not in kept
    return unescape(kept)


@given(some.lists(some.text("ab{}~#=%&<>\\/\"';1:5 é", min_size=1), min_size=4, max_size=4))
def test_moodle_shows_each_choice_of_a_gap_as_it_was_written(texts: list[str]) -> None:
    code = [f"`` {text} ``" for text in texts if text.strip()]
    first, second, reason, other = [plain(each) for each in (code + ["x"] * 4)[:4]]
    gap = Gap("Say {1:SA:=x}", (Option(first, True, reason), Option(second, False, other)))
    text, _ = write_moodle(Bank("A", (Item("one", "gaps", "Choose", gaps=(gap,)),)))
    told = ET.fromstring(text).findtext("question[2]/questiontext/text") or ""
    (inside,) = A_GAP.findall(told)
    found = [
        (mark, shown_by_moodle(a), shown_by_moodle(b)) for mark, a, b in A_CHOICE.findall(inside)
    ]
    assert found == [("=", plain(first), plain(reason)), ("", plain(second), plain(other))]


# --- CSV and Aiken


@pytest.mark.parametrize("bank", BANKS)
def test_what_is_written_as_csv_is_read_again(bank: Bank) -> None:
    text, notes = write_csv(bank)
    items, unread = READERS["csv"](text)
    carried = [each for each in bank.items if each.form in ("choice", "several", "true_false")]
    assert [as_read(each)[2] for each in items] == [as_read(each)[2] for each in carried]
    assert unread == []
    left = {note.id for note in notes if note.words.startswith("left out")}
    assert left == {each.id for each in bank.items} - {each.id for each in carried}


def test_no_cell_is_a_formula_and_all_come_back() -> None:
    options = (Option("=1+1", True, "+2"), Option("@x", False, "-3"))
    text, _ = write_csv(Bank("Any", (Item("one", "choice", "=cmd", options),)))
    cells = next(csv.reader(io.StringIO(text.split("\r\n", 1)[1])))
    assert not [each for each in cells if each.startswith(("=", "+", "-", "@"))]
    (item,), _ = READERS["csv"](text)
    assert (item.stem, item.options) == ("=cmd", options)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("q,5,a,b", "does not name choices"),
        ("q,,a,b", "does not name choices"),
        ("q,1,a,", "fewer than two choices"),
        (",1,a,b", "no question"),
    ],
)
def test_a_line_that_is_no_question_is_named(line: str, why: str) -> None:
    items, (note,) = READERS["csv"](f"question,right,choice_1,choice_2\n{line}\n")
    assert items == []
    assert why in note.words


def test_a_spreadsheet_that_writes_semicolons_is_read() -> None:
    (item,), notes = READERS["csv"]("question;right;choice_1;choice_2\nWhich?;2;a;b\n")
    assert (item.stem, [each.right for each in item.options], notes) == (
        "Which?",
        [False, True],
        [],
    )


def test_a_file_without_the_columns_says_so() -> None:
    assert "right" in READERS["csv"]("a,b\n1,2\n")[1][0].words


AIKEN = """What is it?
A. One
B) Two
ANSWER: B

No answer there
A. One
B. Two
ANSWER: C

Cut off
A. One
"""


def test_aiken_is_read_and_what_is_broken_is_named() -> None:
    (item,), notes = READERS["aiken"](AIKEN)
    assert (item.stem, item.options) == ("What is it?", (Option("One", False), Option("Two", True)))
    assert [note.words.split(":")[0] for note in notes] == ["left out", "left out"]


# --- The command


@pytest.mark.parametrize(
    ("form", "ending", "kinds"),
    [
        ("gift", ".gift.txt", "single multiple true_false fill_in matching sorting"),
        ("csv", ".csv", "single multiple true_false"),
    ],
)
def test_what_is_exported_is_imported_without_a_fault_but_what_is_to_write(
    small: Path,
    tmp_path: Path,
    form: str,
    ending: str,
    kinds: str,
) -> None:
    quiz = yaml.safe_load(fault_cases.case("sound-every-kind").files["quizzes/greeting.yml"])
    # A free text that nobody marks has no kind in GIFT.
    quiz["questions"] = [each for each in quiz["questions"] if each["kind"] != "rewrite"]
    (small / "quizzes/greeting.yml").write_text(yaml.safe_dump(quiz), "utf-8")
    out = tmp_path / "banks"
    assert call(small, "bank", "export", form, "greeting", "--out", str(out)).exit_code == 0
    options = ("--id", "again", "--module", "connect/greeting.md", "--objective", "say-hello")
    done = call(small, "bank", "import", form, str(out / f"greeting{ending}"), *options)
    assert done.exit_code == 0, done.output
    page = small / "docs/connect/greeting.md"
    page.write_text(page.read_text("utf-8") + "\n```quiz\nagain\n```\n", "utf-8")
    found = faults(small)
    assert {code for code in found if "quizzes/again.yml" in found[code]} <= {"TX101"}
    again = inspect(small)[0].quizzes["again"]
    assert isinstance(again, Quiz)
    assert {each.kind for each in again.questions} == {*kinds.split()}


def test_a_quiz_that_is_there_is_never_written_over(small: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(AIKEN)
    options = ("--id", "greeting", "--module", "connect/greeting.md", "--objective", "x")
    done = call(small, "bank", "import", "aiken", str(tmp_path / "a.txt"), *options)
    assert (done.exit_code, "exists already" in done.output) == (1, True)


@pytest.mark.parametrize(
    ("raw", "said"), [(b"\xe9\xe8", "not UTF-8"), (b"Nothing here", "no question")]
)
def test_a_file_that_holds_nothing_is_told(
    small: Path,
    tmp_path: Path,
    raw: bytes,
    said: str,
) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    options = ("--id", "new", "--module", "connect/greeting.md", "--objective", "x")
    done = call(small, "bank", "import", "aiken", str(tmp_path / "a.txt"), *options)
    assert (done.exit_code, said in done.output) == (1, True)


def test_an_unknown_quiz_is_told_with_the_one_that_was_meant(small: Path) -> None:
    done = call(small, "bank", "export", "gift", "greting")
    assert (done.exit_code, 'did you mean "greeting"' in done.output) == (1, True)


def test_marks_in_a_foreign_text_mean_themselves() -> None:
    options = (Option("*a* `b`", True, "[c](d)"), Option("e_f", False, "<g>"))
    text, notes = as_quiz("q", "Q", "m.md", "o", [Item("one", "choice", "a *b*", options)])
    assert notes == []
    assert plain(re.search(r'stem: "(.*)"', text)[1].replace("\\\\", "\\")) == "a *b*"


CONTROLS = "a\x03b\x00c\x1fd\x7fe\x9ff\ufffeg"


def with_controls() -> Quiz:
    """Return every kind of question, with control characters in every text."""
    spoilt = json.dumps(EVERY_KIND.model_dump(mode="json", exclude_none=True))
    data = json.loads(spoilt, object_hook=_spoil)
    return Quiz.model_validate(data)


def _spoil(found: dict[str, Any]) -> dict[str, Any]:
    texts = ("stem", "feedback", "explanation", "why", "title")
    return {key: f"{value} {CONTROLS}" if key in texts else value for key, value in found.items()}


@pytest.mark.parametrize("form", WRITERS)
def test_no_export_holds_a_control_character_and_the_report_says_so(form: str) -> None:
    made, notes = WRITERS[form](bank_of(with_controls()))
    if isinstance(made, str):
        texts = [made]
    else:
        archive = zipfile.ZipFile(io.BytesIO(made))
        texts = [archive.read(name).decode(errors="ignore") for name in archive.namelist()]
    # A deck is a database: test_anki.py reads what is in it.
    assert form == "anki" or not [text for text in texts if UNSHOWN.search(text)]
    if form in ("moodle", "qti"):
        for text in texts:
            ET.fromstring(text)
    assert any(note.words == "its control characters are left out" for note in notes)


def test_an_arrow_that_changes_in_gift_is_named() -> None:
    options = (Option("a", True), Option("b -> c", False))
    bank = Bank(
        "A", (Item("one", "choice", "Which?", options), Item("two", "choice", "a", options[:1] * 2))
    )
    _, notes = write_gift(bank)
    assert [(note.id, "→" in note.words) for note in notes] == [("one", True)]
