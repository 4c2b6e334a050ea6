from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import fault_cases
from support import ROOT
from unruffled.model.handbook import Handbook
from unruffled.model.page import Page
from unruffled.project import inspect
from unruffled.rendering import Renderer

BASE = ROOT / "tests" / "faults" / "base"
MODULE = "connect/greeting.md"


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(inspect(BASE)[0])


def page_with(renderer: Renderer, *, words: int, minutes: int | None = None) -> Page:
    page = renderer.library.pages[MODULE]
    meta = page.meta.model_copy(update={"minutes": minutes})
    return replace(page, words=words, meta=meta)


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (180, 1), (1800, 10)])
def test_minutes_are_reading_and_answering(renderer: Renderer, words: int, minutes: int) -> None:
    assert renderer.minutes(page_with(renderer, words=words)) == (minutes, 2)  # three questions


def test_minutes_follow_the_pace_that_the_handbook_says(renderer: Renderer) -> None:
    page = page_with(renderer, words=1800)
    pace = {"limits": {"words_a_minute": 90, "seconds_a_question": 100}}
    handbook = Handbook.model_validate(pace)
    library = replace(renderer.library, handbook=handbook)
    assert replace(renderer, library=library).minutes(page) == (20, 5)


def test_minutes_of_reading_are_what_the_author_says(renderer: Renderer) -> None:
    assert renderer.minutes(page_with(renderer, words=1800, minutes=5)) == (5, 2)


def test_a_page_without_a_quiz_takes_no_time_to_answer(renderer: Renderer) -> None:
    page = replace(page_with(renderer, words=1), path="connect/no-quiz.md")
    assert renderer.minutes(page) == (1, 0)


def test_the_words_of_a_page_are_counted_without_marks_and_code() -> None:
    words = inspect(BASE)[0].pages["index.md"].words
    assert words == len(["Home", "Begin", "with", "greeting,", "or", "with", "its", "steps."])


def rendered(renderer: Renderer, text: str, path: str = MODULE) -> str:
    return "\n".join(renderer.page(path, text.split("\n"), lambda html: html))


def test_text_around_a_fence_is_left_as_it_was(renderer: Renderer) -> None:
    html = rendered(renderer, "before\n\n```quiz\ngreeting\n```\n\nafter")
    assert html.startswith("before\n")
    assert html.endswith("\nafter")
    assert "```" not in html


def test_a_page_loads_what_its_blocks_need_once(renderer: Renderer) -> None:
    html = rendered(renderer, "```quiz\ngreeting\n```\n\n```quiz\ngreeting\n```")
    assert (
        html.count('<script type="module" src="../../assets/unruffled/blocks/quiz/quiz.js">') == 1
    )
    assert (
        html.count('<link rel="stylesheet" href="../../assets/unruffled/blocks/quiz/quiz.css">')
        == 1
    )
    assert (
        html.count(
            '<link rel="modulepreload" href="../../assets/unruffled/kinds/single/single.js">'
        )
        == 1
    )
    assert "phrases.js" not in html


def test_a_page_without_blocks_loads_nothing(renderer: Renderer) -> None:
    assert rendered(renderer, "# Title\n\ntext") == "# Title\n\ntext"


def test_a_fence_with_a_fault_of_form_is_left_for_its_author_to_see(renderer: Renderer) -> None:
    text = "```quiz\ngreeting\n\nmore"
    assert rendered(renderer, text) == text


def test_a_block_with_faults_shows_them_in_its_place(tmp_path: Path) -> None:
    library, problems = inspect(folder_of("QZ104-no-correct-choice", tmp_path))
    html = rendered(Renderer(library, problems), "```quiz\nnowhere\n```", "index.md")
    assert "quizzes/nowhere.yml" in html
    assert 'role="alert"' in html


def folder_of(case: str, root: Path) -> Path:
    return fault_cases.write(fault_cases.case(case).files, root)


def with_case(case: str, path: str, root: Path) -> str:
    """Return the Markdown of a page of a case, with its blocks rendered as a preview does."""
    library, problems = inspect(folder_of(case, root))
    text = library.generated.get(path) or (root / "docs" / path).read_text(encoding="utf-8")
    body = text.split("---\n", 2)[-1] if text.startswith("---\n") else text
    return rendered(Renderer(library, problems), body, path)


def test_faults_of_a_page_are_called_that(tmp_path: Path) -> None:
    html = with_case("TX101-todo-on-a-page", MODULE, tmp_path)
    assert "Faults on this page" in html
    assert "cannot be shown yet" not in html


def test_code_and_cause_of_a_fault_stand_apart_and_backticks_are_code(tmp_path: Path) -> None:
    html = with_case("MD111-without-markdown", MODULE, tmp_path)
    assert (
        '<b translate="no">MD111</b>: a conversation without the word <code>markdown</code>' in html
    )
    assert "<code>&lt;div class=&#34;conversation&#34; markdown&gt;</code>" in html


@pytest.mark.parametrize(
    ("case", "path", "words"),
    [
        ("FN101-no-such-slot", MODULE, "did you mean &#34;opening_hours&#34;?"),
        ("FN101-text-in-overview", MODULE, "holds too much"),
        ("FN101-names-nothing", MODULE, "names nothing"),
    ],
)
def test_a_fence_with_a_fault_shows_it_in_its_place(
    case: str, path: str, words: str, tmp_path: Path
) -> None:
    html = with_case(case, path, tmp_path)
    assert html.count(words) == 2  # above the page and in its place
    assert "has not filled this in yet" not in html


@pytest.mark.parametrize("case", ["YA104-colon-in-text", "KY102-tone-missing", "PH101-copy"])
def test_a_faulty_table_has_a_page_that_shows_its_fault(case: str, tmp_path: Path) -> None:
    html = with_case(case, "phrases/greeting.md", tmp_path)
    assert ("cannot be shown yet" in html) == (case != "PH101-copy")


def test_a_page_without_faults_shows_none(renderer: Renderer) -> None:
    assert 'role="alert"' not in rendered(renderer, "```organisation\nabuse_policy\n```")


def test_a_rule_of_the_organisation_may_have_lists(renderer: Renderer) -> None:
    slots = renderer.library.organisation.slots | {"abuse_policy": "- a\n- b"}
    organisation = renderer.library.organisation.model_copy(update={"slots": slots})
    html = rendered(
        Renderer(replace(renderer.library, organisation=organisation)),
        "```organisation\nabuse_policy\n```",
    )
    assert "<ul><li>a</li><li>b</li></ul>" in html


CALL = """call:
  slot: emergency_procedure
  who:
    - They call the local number.
"""


def with_call(root: Path, procedure: str) -> Renderer:
    """A project whose card `silent` says whom to call while the organisation says nothing."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    card = root / "situations" / "silent.yml"
    card.write_text(card.read_text(encoding="utf-8") + CALL, encoding="utf-8")
    file = root / "organisation.yml"
    text = file.read_text(encoding="utf-8").replace("Call 112 first.", procedure)
    file.write_text(text, encoding="utf-8")
    return Renderer(inspect(root)[0])


def test_a_card_says_whom_to_call_until_the_organisation_does(tmp_path: Path) -> None:
    card = "```card\nsilent\n```"
    general = rendered(with_call(tmp_path / "empty", '""'), card, "desk/silent.md")
    assert "They call the local number." in general
    assert general.index("They call") > general.index("I&#39;m still here.")  # the words come first
    own = rendered(with_call(tmp_path / "filled", "Line 9."), card, "desk/silent.md")
    assert "Line 9." in own
    assert "They call the local number." not in own
    assert own.index("Line 9.") > own.index("I&#39;m still here.")


def test_an_empty_slot_leads_to_the_cards_that_help_meanwhile(tmp_path: Path) -> None:
    html = rendered(with_call(tmp_path, '""'), "```organisation\nemergency_procedure\n```")
    assert '<a href="../../desk/silent/">Goes silent</a>: Wait. Count to five.' in html
    assert "Ask whoever is in charge" not in html


def test_rendering_is_pure(renderer: Renderer) -> None:
    text = "```quiz\ngreeting\n```\n\n```phrases\ngreeting\n```\n\n```sources\n```"
    assert rendered(renderer, text) == rendered(renderer, text)


@pytest.mark.parametrize("file", ["greeting.yaml", "calls/greeting.yml"])
def test_a_fault_box_names_the_file_that_has_the_fault(file: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "quizzes" / file).parent.mkdir(exist_ok=True)
    (tmp_path / "quizzes" / "greeting.yml").rename(tmp_path / "quizzes" / file)
    text = (tmp_path / "quizzes" / file).read_text().replace("pass_mark", "pass_marc")
    (tmp_path / "quizzes" / file).write_text(text)
    library, problems = inspect(tmp_path)
    html = rendered(Renderer(library, problems), "```quiz\ngreeting\n```")
    assert f"quizzes/{file} cannot be shown yet" in html
    assert "KY101" in html


SAFETY = """\
line: Somebody may be in danger
card: shouting
cards:
  - card: shouting
    wordings: [want to die]
"""


@pytest.mark.parametrize("named", [True, False])
def test_the_line_for_somebody_in_danger_is_in_the_page_where_a_handbook_has_one(
    small: Path, named: bool
) -> None:
    if named:
        (small / "safety.yml").write_text(SAFETY, encoding="utf-8")
    html = rendered(Renderer(inspect(small)[0]), "```finder\n```", "index.md")
    link = '<a href="desk/shouting/">Somebody may be in danger</a>'
    assert (link in html) is named
    assert ("finder-safety" in html) is named
