"""Kinds of mistakes by the form of a sign or a file: each variant, where one case is in faults/."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import ROOT
from unruffled.loading import files as project_files
from unruffled.problems import Problem
from unruffled.project import inspect
from unruffled.text.lookalikes import DASHES, odd

BASE = ROOT / "tests/faults/base"
QUIZ, TABLE, PAGE = "quizzes/greeting.yml", "phrases/greeting.yml", "docs/connect/greeting.md"
ORGANISATION, VOCABULARY = "organisation.yml", "vocabulary.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "project")


def told(problems: list[Problem]) -> list[str]:
    return [f"{each.place} {each.code}" for each in problems]


def with_change(root: Path, path: str, old: str, new: str) -> list[Problem]:
    """Put `new` in the place of the first `old` in a file; return the problems."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return inspect(root)[1]


@pytest.mark.parametrize("sign", [each for each in DASHES if each != "*"])
@pytest.mark.parametrize(
    ("path", "line", "old"),
    [
        (QUIZ, "14:7", "- text: Your name"),
        (QUIZ, "6:3", "- id: which-hello"),
        (TABLE, "15:3", "- id: ten-minutes"),
        (VOCABULARY, "4:3", "- id: silent"),
        (PAGE, "7:3", "- id: name-the-time"),
    ],
)
def test_a_sign_that_is_no_dash_is_named(
    root: Path, sign: str, path: str, line: str, old: str
) -> None:
    problems = with_change(root, path, old, f"{sign}{old[1:]}")
    assert told(problems) == [f"{path}:{line} YA116"]
    assert sign in problems[0].cause


@pytest.mark.parametrize("sign", "：﹕∶꞉")
@pytest.mark.parametrize(
    ("path", "line", "key"),
    [
        (QUIZ, "9:9", "stem"),
        (TABLE, "8:8", "why"),
        (PAGE, "2:6", "title"),
        (ORGANISATION, "1:5", "name"),
    ],
)
def test_a_sign_that_is_no_colon_is_named(
    root: Path, sign: str, path: str, line: str, key: str
) -> None:
    problems = with_change(root, path, f"{key}: ", f"{key}{sign}")
    assert told(problems) == [f"{path}:{line} YA116"]


@pytest.mark.parametrize("sign", ["\u00a0", "\u2007", "\u202f", "\u3000", "\u200b", "\ufeff"])
@pytest.mark.parametrize(
    ("path", "line", "old"),
    [
        (QUIZ, "7:10", "kind: "),
        (QUIZ, "11:8", "- text"),
        (QUIZ, "14:1", "      - text: Your"),
        (TABLE, "8:9", "why: "),
        (VOCABULARY, "3:11", "label: "),
        (PAGE, "6:10", "text: "),
    ],
)
def test_a_space_that_is_none_is_named_where_it_stands(
    root: Path, sign: str, path: str, line: str, old: str
) -> None:
    new = f"{sign}{old[1:]}" if old[0] == " " else old.replace(" ", sign)
    problems = with_change(root, path, old, new)
    assert told(problems) == [f"{path}:{line} YA101"]
    assert f"{ord(sign):#06x}" in problems[0].cause


@pytest.mark.parametrize("quotes", ["“”", "„“", "«»", "‘’", "＂＂"])
@pytest.mark.parametrize(
    ("path", "line", "key"),
    [(QUIZ, "9:11", "stem"), (TABLE, "8:10", "why"), (PAGE, "2:8", "title")],
)
def test_quotes_that_keep_nothing_together_are_named(
    root: Path, quotes: str, path: str, line: str, key: str
) -> None:
    text = f"{quotes[0]}First: the name{quotes[1]}\n#"
    assert told(with_change(root, path, f"{key}: ", f"{key}: {text}")) == [f"{path}:{line} YA116"]


def test_a_text_may_begin_with_a_curly_quote(root: Path) -> None:
    assert with_change(root, QUIZ, "stem: What comes first?", "stem: “What” comes first?") == []


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (QUIZ, "It can wait.", r'"C:\Users\new"', f"{QUIZ}:15:22"),
        (QUIZ, "It can wait.", r'"\\server\new"', f"{QUIZ}:15:28"),
        (QUIZ, "It can wait.", r'"in docs\table.docx"', f"{QUIZ}:15:27"),
        (QUIZ, "It can wait.", r'"in docs\new.docx"', f"{QUIZ}:15:27"),
        (TABLE, "A name shows attention.", r'"D:\notes"', f"{TABLE}:8:13"),
        (PAGE, "The first ten seconds.", r'"C:\temp"', f"{PAGE}:3:13"),
        (ORGANISATION, "From 8 to 18.", r'"see C:\rota"', f"{ORGANISATION}:8:25"),
        (TABLE, '"Yes?"', r'"C:\Users\"', f"{TABLE}:7:15"),
    ],
)
def test_a_windows_path_in_double_quotes_is_told_at_its_backslash(
    root: Path, path: str, old: str, new: str, place: str
) -> None:
    problems = with_change(root, path, old, new)
    assert told(problems) == [f"{place} YA101"]
    assert "backslash" in problems[0].cause + problems[0].cure


def test_line_ends_and_quotes_by_escape_are_meant(root: Path) -> None:
    new = r'"Say \"no\".\nThen wait \u2013 it is 20\u00b0, C:\\new"'
    assert with_change(root, QUIZ, "It can wait.", new) == []


@pytest.mark.parametrize("escape", [r"\x03", r"\e", r"\a", r"\x7f", r"\u0085", r"\uffff", r"\x9b"])
def test_a_control_character_by_escape_is_told(root: Path, escape: str) -> None:
    problems = with_change(root, TABLE, '"Yes?"', f'"Yes? {escape}"')
    expected = [] if escape == r"\u0085" else [f"{TABLE}:7:18 YA117"]
    assert told(problems) == expected


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        (ORGANISATION, "From 8 to 18.", "#1 on the list", "organisation.yml:8:18 YA110"),
        (ORGANISATION, "handbook@example.org", "#x", "organisation.yml:3:16 YA110"),
        (QUIZ, "It can wait.", "#1 is first", f"{QUIZ}:15:9 KY103"),
        (QUIZ, "It can wait.", "No #1 is first", f"{QUIZ}:15:19 YA110"),
        (TABLE, "[phone, chat]", "[phone, #chat]", f"{TABLE}:13:23 YA110"),
        (VOCABULARY, "[calm down]", "\n      - #calm", f"{VOCABULARY}:22:8 KY103"),
    ],
)
def test_a_text_that_is_taken_for_a_comment_is_told(
    root: Path, path: str, old: str, new: str, place: str
) -> None:
    problems = with_change(root, path, old, new)
    assert told(problems) == [place]


MERGE = "<<<<<<< HEAD\n{0}||||||| merged common ancestors\n{0}{0}=======\n{0}x\n>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (QUIZ, "title: Greet\n"),
        (TABLE, "    why: A name shows attention.\n"),
        (VOCABULARY, "    label: Shouting\n"),
        (ORGANISATION, "  opening_hours: From 8 to 18.\n"),
        ("references.yml", "    grade: B\n"),
        ("scenarios/late.yml", "channel: phone\n"),
        ("mkdocs.yml", "  - Home: index.md\n"),
        (PAGE, "summary: The first ten seconds.\n"),
        (PAGE, "Saying it too fast.\n"),
        (PAGE, "```quiz\ngreeting\n```\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_merge_that_was_not_finished_is_one_fault(
    root: Path, path: str, line: str, end: str
) -> None:
    text = (root / path).read_text(encoding="utf-8")
    number = text[: text.index(line)].count("\n") + 1
    merged = text.replace(line, MERGE.format(line), 1)
    (root / path).write_bytes(merged.replace("\n", end).encode())
    assert told(inspect(root)[1]) == [f"{path}:{number}:1 YA111"]


def test_a_merge_shown_as_an_example_and_a_heading_s_line_are_none(root: Path) -> None:
    example = f"```text\n{MERGE.format('a' + chr(10))}```\n\nA heading\n=======\n"
    (root / "docs/more.md").write_text(f"# More\n\n{example}\n[home](index.md)\n", encoding="utf-8")
    codes = {each.code for each in inspect(root)[1] if each.place.path == "docs/more.md"}
    assert "YA111" not in codes


@pytest.mark.parametrize("path", [QUIZ, TABLE, VOCABULARY, ORGANISATION, "scenarios/late.yml"])
@pytest.mark.parametrize(
    ("above", "below", "line"),
    [
        ("Here is your file:\n\n```yaml\n", "```\n\nShall I change it?\n", 1),
        ("```yml\n", "```\n", 1),
        ("~~~\n", "~~~\n", 1),
        ("\n```\n", "", 2),
        ("yaml\nCopy code\n", "", 1),
        ("Certainly!\n\nThis is what you asked for.\n\n", "", 1),
        ("", "```\n", 0),
        ("", "\nLet me know if it helps.\n", 0),
    ],
)
def test_what_a_chat_puts_around_a_file_is_one_fault(
    root: Path, path: str, above: str, below: str, line: int
) -> None:
    text = (root / path).read_text(encoding="utf-8")
    (root / path).write_text(f"{above}{text}{below}", encoding="utf-8")
    last = text.count("\n") + 1 + below.startswith("\n")
    assert told(inspect(root)[1]) == [f"{path}:{line or last}:1 YA112"]


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("path", [QUIZ, VOCABULARY, PAGE, "mkdocs.yml", "scenarios/late.yml"])
def test_utf_16_is_one_fault_and_the_file_is_read(root: Path, coding: str, path: str) -> None:
    (root / path).write_bytes((root / path).read_text(encoding="utf-8").encode(coding))
    assert told(inspect(root)[1]) == [f"{path}:1:1 YA106"]


@pytest.mark.parametrize("path", [QUIZ, PAGE])
@pytest.mark.parametrize("at", [1, 300, 301])
def test_utf_16_with_a_byte_too_many_is_told_where_it_begins(
    root: Path, path: str, at: int
) -> None:
    raw = (root / path).read_text(encoding="utf-8").encode("utf-16-le")
    (root / path).write_bytes(raw[:at] + b"x" + raw[at:])
    found = [each for each in told(inspect(root)[1]) if path in each]
    assert found == [f"{path}:1:1 YA106"]


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf1", b"%PDF-1", b"\x89PNG", b" <html>"]
)
@pytest.mark.parametrize("path", [QUIZ, VOCABULARY, "situations/silent.yml"])
def test_a_file_that_is_no_text_is_one_fault(root: Path, start: bytes, path: str) -> None:
    (root / path).write_bytes(start + bytes(range(256)))
    assert [each for each in told(inspect(root)[1]) if path in each] == [f"{path}:1:1 YA115"]


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("quizzes/more.docx", "YA115", "a Word file cannot be renamed into a quiz"),
        ("phrases/more.xlsx", "YA115", "a spreadsheet cannot be renamed into a phrase table"),
        ("scenarios/more.odt", "YA115", "a word processor cannot be renamed into a conversation"),
        ("sessions/more.yml.docx", "YA115", "sessions/more.yml"),
        ("organisation.docx", "YA115", "organisation.yml"),
        ("docs/connect/more.md.docx", "YA115", "docs/connect/more.md"),
        ("quizzes/~$more.docx", "YA115", "Word or Excel"),
        ("docs/~$more.docx", "YA115", "Word or Excel"),
        ("quizzes/more.YAML", "ST106", "quizzes/more.yml"),
        ("docs/quizzes/more.yml", "ST111", "quizzes/more.yml"),
        ("docs/connect/Phrases/more.yaml", "ST111", "phrases/more.yml"),
        ("docs/vocabulary.yml", "ST111", "vocabulary.yml"),
        ("docs/connect/more.yml", "ST111", "docs/assets/"),
        ("quizzes/more.md", "ST111", "docs/"),
        ("Scenarios/more.yml", "ST110", "scenarios"),
        ("quiz/more.yml", "ST110", "quizzes"),
        ("PHRASES/more.yaml", "ST110", "phrases"),
        ("Docs/more.md", "ST110", "docs"),
    ],
)
def test_a_file_that_is_not_read_is_told_with_its_place(
    tmp_path: Path, name: str, code: str, words: str
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(b"text")
    problems = inspect(tmp_path)[1]
    assert told(problems) == [f"{name}:1:1 {code}"]
    assert words in problems[0].cause + problems[0].cure


@pytest.mark.parametrize(
    "name",
    [
        "quizzes/._more.yml",
        "quizzes/.~lock.more.odt#",
        "docs/assets/downloads/list.yml",
        "docs/assets/form.docx",
        "docs/leaflet.pdf",
        "notes/more.yml",
        "quizzes/README.md",
        ".github/workflows/site.yml",
    ],
)
def test_a_file_of_a_program_or_for_readers_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(b"text")
    assert inspect(tmp_path)[1] == []


@pytest.mark.parametrize(
    ("first", "second"), [("greeting", "Greeting"), ("Ärger", "ärger"), ("caf\u00e9", "cafe\u0301")]
)
def test_two_files_that_are_one_on_another_system_are_told(
    root: Path, first: str, second: str
) -> None:
    text = (root / QUIZ).read_text(encoding="utf-8")
    for name in (first, second):
        (root / f"quizzes/{name}.yml").write_text(text, encoding="utf-8")
    later = sorted((first, second))[1]
    assert f"quizzes/{later}.yml:1:1 ST105" in told(inspect(root)[1])


@pytest.fixture
def no_file(root: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A thing by the name of a file that is none; ``request.param`` says which, and its path."""
    kind, path = request.param
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    server = None
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    elif kind == "link to nothing":
        file.symlink_to("nowhere.yml")
    elif kind == "link to itself":
        file.symlink_to(file.name)
    elif kind == "device":
        file.symlink_to("/dev/zero")
    elif kind == "socket":
        server = socket.socket(socket.AF_UNIX)
        with contextlib.chdir(file.parent):  # the name of a socket has 107 bytes at most
            server.bind(file.name)
    yield file
    if server:
        server.close()


KINDS = ("folder", "pipe", "link to nothing", "link to itself", "device", "socket")
PATHS = (QUIZ, VOCABULARY, PAGE, "mkdocs.yml", "docs/connect/more.md", "quizzes/more.yml")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("no_file", [(k, p) for k in KINDS for p in PATHS], indirect=True)
def test_what_is_no_file_is_told_and_never_opened(root: Path, no_file: Path) -> None:
    path = no_file.relative_to(root).as_posix()
    found = told(inspect(root)[1])
    assert [each for each in found if path in each and "YA114" in each] == [f"{path}:1:1 YA114"]


@pytest.mark.parametrize("path", [QUIZ, PAGE, ORGANISATION, "mkdocs.yml"])
def test_a_file_that_may_not_be_read_is_told(
    root: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever runs the tests may be allowed to read everything.
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda file, how: Path(file) != root / path and may(file, how)
    )
    found = [each for each in inspect(root)[1] if each.code == "YA114"]
    assert told(found) == [f"{path}:1:1 YA114"]
    assert "permission denied" in found[0].cause


def test_a_file_that_is_too_large_is_told(root: Path) -> None:
    (root / QUIZ).write_bytes(b"a: b\n" * (project_files.LARGEST // 5 + 1))
    problems = inspect(root)[1]
    assert told(problems) == [f"{QUIZ}:1:1 YA114"]
    assert problems[0].cure == "Divide it into several files."


@pytest.mark.parametrize(
    ("path", "old", "line"),
    [
        (QUIZ, "What comes first?", 9),
        (TABLE, "A name shows attention.", 8),
        (PAGE, "The first ten seconds.", 3),
        (ORGANISATION, "From 8 to 18.", 8),
        ("references.yml", "A study of first words", 5),
        ("mkdocs.yml", "index.md", 3),
        ("scenarios/late.yml", "You may send a new one.", 5),
    ],
)
@pytest.mark.parametrize(
    "deep", ["[" * 900 + "]" * 900, "{a: " * 5000, "[" * 100_000, "[{a: " * 200]
)
def test_what_is_nested_too_deeply_is_one_fault(
    root: Path, path: str, old: str, line: int, deep: str
) -> None:
    problems = with_change(root, path, old, deep)
    assert [(each.code, each.place.line) for each in problems] == [("YA113", line)]


@pytest.mark.parametrize("deep", ["- " * 899 + "a", "? " * 899 + "a", "- ? " * 500 + "a"])
def test_dashes_in_dashes_are_one_fault(root: Path, deep: str) -> None:
    (root / VOCABULARY).write_text(f"situations:\n  {deep}\n", encoding="utf-8")
    found = [each for each in inspect(root)[1] if each.place.path == VOCABULARY]
    assert [(each.code, each.place.line) for each in found] == [("YA113", 2)]


def test_aliases_upon_aliases_take_no_time(root: Path) -> None:
    lines = ["a: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    (root / VOCABULARY).write_text("\n".join(lines), encoding="utf-8")
    (root / "mkdocs.yml").write_text("\n".join([*lines, "nav: [*a39, *a39]"]), encoding="utf-8")
    assert {"YA107", "KY101", "ST108"} <= {each.code for each in inspect(root)[1]}


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("connect/greeting", "write `connect/greeting.md`"),
        ("connect/greeting/", "write `connect/greeting.md`"),
        ("docs/connect/greeting", "write `connect/greeting.md`"),
        (r"connect\greeting", "write `connect/greeting.md`"),
        ("connect/greeting.html", "write `connect/greeting.md`"),
        ("connect/greeting.MD", "write `connect/greeting.md`"),
        ("conect/greting", 'did you mean "connect/greeting.md"'),
    ],
)
def test_an_entry_of_the_menu_without_its_ending_is_told_with_the_page(
    root: Path, entry: str, words: str
) -> None:
    problems = with_change(root, "mkdocs.yml", "connect/greeting.md", entry)
    found = [each for each in problems if each.place.path == "mkdocs.yml"]
    assert told(found) == ["mkdocs.yml:5:9 ST109"]
    assert words in found[0].cause + found[0].cure


@pytest.mark.parametrize("entry", ["https://example.org/", "mailto:a@b.org", "/assets/a", "//a.b/"])
def test_an_entry_of_the_menu_may_lead_elsewhere(root: Path, entry: str) -> None:
    problems = with_change(root, "mkdocs.yml", "index.md\n", f"index.md\n  - Out: {entry}\n")
    assert told(problems) == (["mkdocs.yml:4:10 ST109"] if entry == "/assets/a" else [])


def test_the_settings_that_are_known_are_those_of_the_engine() -> None:
    from mkdocs.config.defaults import MkDocsConfig

    from unruffled.loading.menu import SETTINGS

    gone = {"config_file_path", "google_analytics", "pages"}
    assert {name for name, _ in MkDocsConfig()._schema} - gone == SETTINGS - {"INHERIT"}


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("{{ meter }}", "meter"),
        ("[meter]", "meter"),
        ("<Meter>", "meter"),
        ("meter number", "meter_number"),
        ("meter\u00a0number", "meter_number"),
        ("meter-number", "meter_number"),
        ("%meter%", "meter"),
    ],
)
def test_a_placeholder_that_no_phrase_can_name_is_told(root: Path, name: str, bare: str) -> None:
    problems = with_change(root, ORGANISATION, "  branch:", f'  "{name}": x\n  branch:')
    assert told(problems) == ["organisation.yml:11:3 OR102"]
    assert f"`{bare}:`" in problems[0].cure


def test_a_word_without_end_is_told_in_few_words(root: Path) -> None:
    problems = with_change(root, QUIZ, "pass_mark", "p" * 50_000)
    assert told(problems) == [f"{QUIZ}:4:1 YA101"]  # a key has 1,024 letters at most

    assert len(str(problems[0])) < 1000


@pytest.mark.parametrize("sign", "_*[]{}<`#(\\!&")
@pytest.mark.parametrize("path", [QUIZ, TABLE, ORGANISATION])
def test_a_text_of_50_000_signs_is_told_without_a_wait(root: Path, sign: str, path: str) -> None:
    old = {
        QUIZ: "What comes first?",
        TABLE: "A time can be checked.",
        ORGANISATION: "From 8 to 18.",
    }
    problems = with_change(root, path, old[path], f"'{sign * 50_000}'")
    assert [each.code for each in problems] == ["KY104"]


@pytest.mark.parametrize(
    ("word", "said"),
    [("a\u00a0b", "0x00a0"), ("“a”", "“"), ("a，b", "，"), ("a", ""), ("Ärger – ja", "")],
)
def test_what_is_not_what_it_seems_is_said(word: str, said: str) -> None:
    assert (said in odd(word)) if said else odd(word) == ""


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (QUIZ, "kind: single", "kind\u00a0: single", f"{QUIZ}:7:9 YA101"),
        (ORGANISATION, "Example Services", "#1 Shop", f"{ORGANISATION}:1:1 KY103"),
        (ORGANISATION, "  branch: the", "  branch：the", f"{ORGANISATION}:11:3 KY104"),
        (ORGANISATION, "  branch: the", "  {branch}: the", f"{ORGANISATION}:11:3 YA101"),
        (VOCABULARY, "situations:", "%TAG x\nsituations:", f"{VOCABULARY}:1:1 YA101"),
        ("mkdocs.yml", "Home: index", "Home:index", "mkdocs.yml:3:5 ST109"),
        (
            QUIZ,
            "explanation: People listen for their names.",
            "explanation: >\n      * Listen\n      * Speak",
            f"{QUIZ}:16:18 TX102",
        ),
        (PAGE, "Saying it too fast.", "so " * 1001, f"{PAGE}:41:1 MD113"),
    ],
)
def test_a_slip_of_the_pen_is_one_fault(
    root: Path, path: str, old: str, new: str, expected: str
) -> None:
    assert told(with_change(root, path, old, new)) == [expected]


def test_a_long_text_in_a_fence_is_shown_as_it_is(root: Path) -> None:
    long = "```text\n" + "word " * 2000 + "\n" + "> " * 60 + "\n```"
    assert with_change(root, PAGE, "Saying it too fast.", long) == []
