"""Questions from elsewhere: everything that is read is written, or named with its line; and what is
written always passes the loader."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from commands import call, faults
from hypothesis import given
from hypothesis import strategies as some

from unruffled.formats.banks import READERS, as_quiz
from unruffled.formats.banks.markup import as_inline, formed, words_of
from unruffled.loading.source import Source
from unruffled.loading.validate import validate
from unruffled.loading.yaml_source import read_yaml
from unruffled.model.quiz import Quiz
from unruffled.text.inline import inline

as_quiz_module = import_module("unruffled.formats.banks.as_quiz")

TO = ("--id", "imported", "--module", "connect/greeting.md", "--objective", "say-hello")


def read(form: str, text: str) -> tuple[list[Any], list[tuple[int, str, bool]]]:
    """Return the questions of a text, and line, words and loss of each note."""
    items, notes = READERS[form](text)
    _, more = as_quiz("q", "Q", "a.md", "o", items)
    return items, [(each.line, each.words, each.lost) for each in (*notes, *more)]


def made(form: str, text: str) -> Quiz:
    """Return the quiz that is made of a text; it must pass the loader whole."""
    items, _ = READERS[form](text)
    written, _ = as_quiz("q", "Q", "a.md", "o", items)
    data, problems = read_yaml(written, Source("quizzes/q.yml"))
    assert data is not None, written
    assert problems == [], written
    quiz, problems = validate(Quiz, data)
    assert problems == [], written
    return quiz


def stems(form: str, text: str) -> list[str]:
    return [each.stem for each in made(form, text).questions]


# --- GIFT


@pytest.mark.parametrize("marks", ["", "\ufeff", "\ufeff\ufeff\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_no_mark_and_no_line_end_hides_a_question(marks: str, end: str) -> None:
    text = f"{marks}$CATEGORY: a\nFirst?{{=a ~b}}\n\n\ufeffSecond?{{=a ~b}}\n".replace("\n", end)
    assert stems("gift", text) == ["First?", "Second?"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$CATEGORY: a/b\nFirst?{=a ~b}", ["First?"]),
        ("// [id:one]\n$CATEGORY: a\n// more\n::t::First?{=a ~b}", ["First?"]),
        ("First?{=a ~b}\nSecond?{=a ~b}", ["First?", "Second?"]),
        ("::a::First?{=a\n~b}\n::b::Second?{=a ~b}", ["First?", "Second?"]),
        ("First?{\n=a\n\n~b\n}\n\nSecond?{=a ~b}", ["First?", "Second?"]),
        ("First?{=a#yes ~b\n\n####why\n}", ["First?"]),
    ],
)
def test_a_question_is_found_wherever_a_line_is_empty_or_missing(
    text: str, found: list[str]
) -> None:
    _, notes = read("gift", text)
    assert (stems("gift", text), notes) == (found, [])


def test_what_is_left_out_of_gift_is_named_with_its_line() -> None:
    text = (
        "No braces\n::b::Second?{=a ~b}\n\nOpen {=a ~b\n\nNext?{=a ~b}\n\n"
        "// c\nA {=b} gap\n\nNo right {~a ~b}\n\nHow many? {#3}\n\nTell. {}\n\nOdd {x =a ~b}\n"
        "\nHalf {=a ~%50%b ~c}\n\nTwo {=a -> b =c -> d}\n\nDone? {Tomorrow}"
    )
    items, notes = read("gift", text)
    assert [each.stem for each in items][:2] == ["Second?", "Next?"]
    assert [(line, lost) for line, _, lost in notes] == [
        *((1, True), (4, True), (9, True), (11, True), (13, True), (15, True), (17, True)),
        *((19, True), (23, True), (21, True)),
    ]
    said = " ".join(words for _, words, _ in notes)
    for words in (
        "it has no answer in braces",
        "its braces do not fit",
        "a word missing",
        "no answer is right",
        "a number with a tolerance",
        "a free text",
        '"x" before the answers',
        "shares of the points (50 %, 100 %)",
        "it has fewer than 3 pairs",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("stem", "shown"),
    [
        ("[html]<p>Where is <b>it</b>?</p>", "Where is <strong>it</strong>?"),
        ("[html]<p>One</p><p>1 &lt; 2 &amp; *3*</p>", "One 1 &lt; 2 &amp; *3*"),
        (
            '[html]<a href\\="https\\://a.example/b">site</a>',
            '<a href="https://a.example/b">site</a>',
        ),
        ('[html]<a href\\="javascript\\:x">site</a>', "site"),
        ("[html]a<script>alert(1)</script>b", "ab"),
        ("[markdown]**Bold** and `code`", "<strong>Bold</strong> and <code>code</code>"),
        ("[moodle]It is <i>said</i>", "It is <em>said</em>"),
        ("It is <i>said</i>", "It is <em>said</em>"),
        ("[plain]<b> and **", "&lt;b&gt; and **"),
        ("3 < 4 and *stars*", "3 &lt; 4 and *stars*"),
    ],
)
def test_a_text_is_read_by_its_format_and_no_tag_is_shown(stem: str, shown: str) -> None:
    (quiz,) = stems("gift", f"::m::{stem} {{=a ~b}}")
    assert str(inline(quiz)) == shown


def test_answers_have_the_format_of_their_question_and_typed_ones_no_marks() -> None:
    choice, typed = made(
        "gift", "[html]One<br>{=<p>here</p>#<b>yes</b> ~<p>there</p>}\n\n[html]Type{=<b>it</b>}"
    ).questions
    assert [each.text for each in choice.choices] == ["here", "there"]
    assert choice.choices[0].feedback == "**yes**"
    assert typed.answers == ("it",)


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ('a <img src="x.png">', "a picture"),
        ("<ul><li>a</li><li>b</li></ul>", "a list"),
        ("<table><tr><td>a</td></tr></table>", "a table"),
        ("x<sup>2</sup>", "raised letters"),
        ("<video src=x></video>a", "a sound or film"),
        ("<script>a</script>b", "a script or style"),
        ('<a href="@@PLUGINFILE@@/x">a</a>', "a link that leads nowhere here"),
    ],
)
def test_what_cannot_be_kept_of_html_is_named(html: str, what: str) -> None:
    assert formed(html, "html")[1] == [what]


PIECES = [
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<code>",
    "</code>",
    "</a>",
    "<p>",
    "<br/>",
    "<![x[",
    "<!--",
]
PIECES += ['<a href="https://x.y/(z)">', '<a href="javascript:x">', "<script>x</script>", "<"]
PIECES += ["*", "`", "_", "&lt;", "&", "a", "b c", " ", "[", "]", "\\", "&#x3c;script>", "**", "!"]


@given(some.lists(some.sampled_from(PIECES), max_size=14).map("".join), some.booleans())
def test_no_html_of_others_runs_or_is_shown_as_marks(text: str, markdown: bool) -> None:
    found, _ = formed(text, "markdown" if markdown else "html")
    shown = str(inline(as_inline(found)))
    assert "<script" not in shown
    assert '<a href="java' not in shown
    assert words_of(found) == " ".join(str(inline(as_inline(found)).striptags()).split())


@given(some.text(some.characters(exclude_categories=("Cs", "Cc"))))
def test_a_plain_text_is_shown_as_it_is(text: str) -> None:
    assert " ".join(str(inline(as_inline(text)).striptags()).split()) == " ".join(text.split())


# --- Aiken

AIKEN = """First?
A. a
B. b

Second?
A. a
B. b
goes on
C. c
ANSWER: b

I. Newton said what?
a) a
b) b
answer: A.

Third?
A. a
B. b

ANSWER: A B

Fourth?
A. a
"""


def test_a_question_of_aiken_without_an_answer_takes_nothing_from_the_next() -> None:
    items, notes = read("aiken", f"\ufeff\ufeff{AIKEN}")
    assert [each.stem for each in items] == ["Second?", "I. Newton said what?"]
    assert [each.text for each in items[0].options] == ["a", "b goes on", "c"]
    assert [each.right for each in items[0].options] == [False, True, False]
    assert [line for line, *_ in notes] == [1, 17, 23]
    assert all(lost and words.startswith("left out") for _, words, lost in notes)


# --- CSV

HEAD = "id,kind,question,right,choice_1,feedback_1,choice_2,feedback_2,explanation"
LINE = "one,single,Which?,1,a,x,b,y,because"


def with_tabs(text: str) -> str:
    return text.replace(",", "\t")


def with_semicolons(text: str) -> str:
    return text.replace(",", ";")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\n{LINE}\n",
        with_semicolons(f"{HEAD}\r\n{LINE}\r\n"),
        with_tabs(f"{HEAD}\n{LINE}\n"),
        f"\u00ef\u00bb\u00bf{with_semicolons(HEAD)}\n{with_semicolons(LINE)}\n",
        f'\ufeff"\u00ef\u00bb\u00bfid"{HEAD[2:]}\n{LINE}\n',
        f"\ufeff\ufeff{HEAD}\n\n{LINE}\n",
        f"sep=;\n{with_semicolons(HEAD)}\n{with_semicolons(LINE)}\n",
        f"\ufeffSEP=;\r\n{with_semicolons(HEAD)}\n{with_semicolons(LINE)}\n",
        f'"sep=,"\n{HEAD}\n{LINE}\n',
        f"sep=,,,,,,\n{HEAD}\n{LINE}\n",
        f"{HEAD.upper()}\n{LINE}\n",
        f"{HEAD.replace('_', ' ').title()}\n{LINE}\n",
        f"{HEAD}\n{LINE.replace(',1,', ',1.0,')}\n",
    ],
)
def test_a_spreadsheet_in_its_own_words_is_read(text: str) -> None:
    items, notes = read("csv", text)
    assert notes == []
    assert [(each.id, each.stem, each.explanation) for each in items] == [
        ("one", "Which?", "because")
    ]
    assert [each.right for each in items[0].options] == [True, False]


def test_what_is_left_out_of_a_spreadsheet_is_named_with_its_line() -> None:
    text = (
        f"{HEAD},level\n{LINE},hard,more\n"
        'two,essay,"Which\none?",1,a,,b,,\n'
        ",single,,1,a,,b,,\n"
        "three,single,Which?,1,a,,,why,\n"
        'four,single,"Which?,1,a,,b,,\nfive,single,Which?,1,a,,b,,\n'
    )
    items, notes = read("csv", text)
    assert [each.id for each in items] == ["one", "two"]
    assert sorted((line, lost) for line, _, lost in notes) == [
        *((1, True), (2, True), (3, True), (5, True), (6, True), (7, True)),
    ]
    said = " ".join(words for _, words, _ in notes)
    for words in (
        'the column "level" is not known',
        "more cells than there are columns",
        'its kind "essay" is not known',
        "it has no question",
        "fewer than two choices",
        "a quotation mark is opened and not closed",
    ):
        assert words in said


# --- The file that is written

SIGNS = "abC1:#-?!&*|>%@`'\"{}[],=~\\ \n\t\r\0\x03\x85\u2028\ufeff\ufffe_<é漢🙂.\u200b"
ANY = some.text(some.one_of(some.sampled_from(SIGNS), some.characters(exclude_categories=["Cs"])))


@given(some.lists(ANY, min_size=9, max_size=9))
def test_no_cell_breaks_the_file_that_is_written(cells: list[str]) -> None:
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells[:-1])
    text = f'{HEAD}\n{LINE}\n{quoted},"x"\n'
    assert made("csv", text).questions[0].id == "one"


@given(some.text("ab:#=~{}\\/ \n->%50[html]T<b>*"))
def test_no_text_of_gift_breaks_the_file_or_is_lost_in_silence(text: str) -> None:
    whole = f"First?{{=a ~b}}\n\n{text}\n\n::z::Last?{{=a ~b}}\n"
    items, notes = read("gift", whole)
    quiz = made("gift", whole)
    assert quiz.questions[0].stem == "First?"
    asked = [line for line in text.split("\n") if line.strip()]
    aside = all(line.lstrip().startswith(("//", "$CATEGORY")) for line in asked)
    assert aside or len(items) + len(notes) > 2


def test_a_match_of_several_texts_is_a_category() -> None:
    (asked,) = made("gift", "Sort {=a -> x =b -> y =c -> x}").questions
    assert asked.kind == "sorting"
    assert [(each.text, each.category) for each in asked.items] == [
        ("a", "x"),
        ("b", "y"),
        ("c", "x"),
    ]
    _, notes = read("gift", "Match {=a -> x =b -> y =c -> x = -> z}")
    assert [words for _, words, _ in notes] == ["left out: no kind of question here holds it"]


def test_too_many_choices_or_answers_leave_out_the_question_and_not_the_file() -> None:
    many = " ".join(f"~c{at}" for at in range(9))
    text = (
        f"Many?{{=a {many}}}\n\nTyped?{{{' '.join(f'=a{at}' for at in range(13))}}}\n\nNo?{{=a ~b}}"
    )
    _, notes = read("gift", text)
    assert stems("gift", text) == ["No?"]
    assert [(line, words) for line, words, _ in notes] == [
        (1, "left out: it has more than 8 choices"),
        (3, "left out: it has more than 12 answers"),
    ]


@pytest.mark.parametrize(
    ("answers", "what"),
    [("=" * 50_000, "answers"), ("=a" + "~" * 50_000, "choices"), ("=a->b" * 50_000, "pairs")],
)
def test_a_question_with_thousands_of_answers_is_named_and_not_written_first(
    answers: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file with one sign 50,000 times took nine seconds: its text was made, and read again."""
    written: list[str] = []
    unfit = as_quiz_module._unfit

    def noted(text: str) -> str:
        written.append(text)
        return unfit(text)

    monkeypatch.setattr(as_quiz_module, "_unfit", noted)
    _, notes = read("gift", f"Which?{{=a ~b}}\n\nWhat?{{{answers}}}")
    assert notes == [(3, f"left out: it has more than 100 {what}", True)]
    assert sum(map(len, written)) < 1000


# --- The command


@pytest.mark.parametrize(
    ("form", "text", "code"),
    [
        ("gift", "Which?{=a ~b}", 0),
        ("gift", "Which?{=a ~b}\n\nTell.{}", 1),
        ("gift", "[html]<img src\\=x>Which?{=a ~b}", 1),
        ("csv", f"{HEAD}\n{LINE}\n", 0),
        ("csv", f"{HEAD},more\n{LINE},x\n", 1),
        ("aiken", "Which?\nA. a\nB. b\nANSWER: A\n", 0),
    ],
)
def test_the_status_says_whether_something_was_left_out(
    small: Path, tmp_path: Path, form: str, text: str, code: int
) -> None:
    (tmp_path / "in.txt").write_text(text, "utf-8")
    done = call(small, "bank", "import", form, str(tmp_path / "in.txt"), *TO)
    assert done.exit_code == code, done.output
    assert "wrote quizzes/imported.yml with 1 question" in done.output
    if code:
        assert re.search(r"in\.txt:\d+: ", done.output)


def test_raw_ids_of_a_spreadsheet_become_ids_and_add_no_keys(small: Path, tmp_path: Path) -> None:
    rows = ['"Q1: Greeting"', '"#2"', '"a\n    kind: rewrite\n    stem: injected"', '"Größe"']
    text = "\n".join([HEAD, *(f"{each},single,Which?,1,a,x,b,y,because" for each in rows)])
    (tmp_path / "in.csv").write_text(text, "utf-8")
    done = call(small, "bank", "import", "csv", str(tmp_path / "in.csv"), *TO)
    assert done.exit_code == 0, done.output
    assert '"#2" can be no id here' in done.output
    written = (small / "quizzes/imported.yml").read_text("utf-8")
    ids = re.findall(r"- id: (.*)", written)
    assert ids == ["q1-greeting", "2", "a-kind-rewrite-stem-injected", "grosse"]
    assert not {code for code in faults(small) if code.startswith(("YA", "KY", "VA"))}


@pytest.mark.parametrize(
    ("option", "value"), [("--module", "a: b.md"), ("--objective", "x: y"), ("--id", "../a")]
)
def test_no_option_is_written_that_cannot_be_one(
    small: Path, tmp_path: Path, option: str, value: str
) -> None:
    (tmp_path / "in.txt").write_text("Which?{=a ~b}", "utf-8")
    options = {**dict(zip(TO[::2], TO[1::2], strict=True)), option: value}
    pairs = [each for pair in options.items() for each in pair]
    done = call(small, "bank", "import", "gift", str(tmp_path / "in.txt"), *pairs)
    assert done.exit_code == 1
    assert value in done.output
    assert not (small / "quizzes/imported.yml").exists()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_in_another_unicode_is_read(small: Path, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "in.txt").write_text("Größe?{=a ~b}", encoding)
    assert call(small, "bank", "import", "gift", str(tmp_path / "in.txt"), *TO).exit_code == 0
    assert "Größe?" in (small / "quizzes/imported.yml").read_text("utf-8")
