from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unruffled.problems import Place, Problem, nearest, problem
from unruffled.report import as_github, as_json, as_text, summary

FAULT = problem("QZ103", Place("quizzes/a.yml", 4, 9), "no choice is marked correct")
NOTE = problem("OR101", Place("organisation.yml", 3, 5), "a slot is empty")
OTHER = problem("LK101", Place("docs/a.md", 1, 1), "nowhere")

some_problems = st.lists(
    st.builds(
        Problem,
        st.builds(Place, st.text(min_size=1), st.integers(1), st.integers(1)),
        st.sampled_from(["QZ103", "OR101"]),
        st.text(min_size=1),
        st.text(min_size=1),
    ),
    max_size=4,
)


@pytest.mark.parametrize(
    ("problems", "line"),
    [
        ([], "no faults"),
        ([NOTE], "no faults, 1 note"),
        ([FAULT], "1 fault in 1 file"),
        ([FAULT, FAULT], "2 faults in 1 file"),
        ([FAULT, OTHER, NOTE, NOTE], "2 faults in 2 files, 2 notes"),
    ],
)
def test_the_summary_counts_faults_files_and_notes(problems: list, line: str) -> None:
    assert summary(problems) == line


def test_text_gives_place_code_cause_and_cure() -> None:
    assert as_text([FAULT]) == (
        "quizzes/a.yml:4:9: QZ103 no choice is marked correct\n"
        "    Add `correct: true` to exactly one choice.\n"
        "1 fault in 1 file"
    )


@given(problems=some_problems)
def test_json_gives_back_every_problem(problems: list[Problem]) -> None:
    report = json.loads(as_json(problems))
    assert report["errors"] + report["notes"] == len(problems)
    rows = [
        Problem(
            Place(row["file"], row["line"], row["column"]), row["code"], row["cause"], row["cure"]
        )
        for row in report["problems"]
    ]
    assert rows == problems
    assert [row["severity"] for row in report["problems"]] == [p.severity for p in problems]


@given(problems=some_problems)
def test_an_annotation_is_one_line_and_carries_the_whole_message(problems: list[Problem]) -> None:
    *lines, last = as_github(problems).split("\n")
    assert last == summary(problems)
    assert len(lines) == len(problems)
    for line, each in zip(lines, problems, strict=True):
        assert "\r" not in line
        _, command, message = line.split("::", 2)
        level, properties = command.split(" ", 1)
        assert level == ("error" if each.severity == "error" else "notice")
        given_properties = dict(pair.split("=", 1) for pair in properties.split(","))
        assert decoded(given_properties["file"]) == each.place.path
        assert given_properties["line"] == str(each.place.line)
        assert given_properties["col"] == str(each.place.column)
        assert decoded(message) == f"{each.cause}\n{each.cure}"


def test_a_per_cent_sign_in_a_message_is_no_escape() -> None:
    line = as_github([problem("LK101", Place("a,b:c.md"), "100%0A", "no")]).split("\n")[0]
    assert line == "::error file=a%2Cb%3Ac.md,line=1,col=1,title=LK101::100%250A%0Ano"


def decoded(text: str) -> str:
    """Undo GitHub's escapes, which are those of an address."""
    return unquote(text, errors="surrogatepass")


def test_problems_sort_by_path_line_and_column() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 2, 9), Place("a", 2, 10)]
    order = [str(place) for place in sorted(places)]
    assert order == ["a:2:9", "a:2:10", "a:10:1", "b:1:1"]


def test_a_code_that_the_catalogue_does_not_list_is_refused() -> None:
    with pytest.raises(KeyError):
        problem("XX999", Place("a"), "what")


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("singel", ["single", "multiple"], 'did you mean "single"?'),
        ("zzz", ["single", "multiple"], "known here: multiple, single"),
        ("zzz", [], "there are none yet"),
        ("zzz", [f"{n}" for n in range(30)], "nothing here has a name like it"),
    ],
)
def test_the_nearest_name_is_suggested(word: str, known: list[str], guess: str) -> None:
    assert nearest(word, known) == guess
