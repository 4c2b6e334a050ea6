"""Ten kinds of questions as HTML: what authors write stays text, and little is added to it."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote

import pytest

import fault_cases
from support import ROOT
from unruffled.blocks.quiz.view import objectives_of, quiz_values, report_address
from unruffled.model.organisation import Organisation
from unruffled.model.quiz import Mode, Quiz
from unruffled.project import inspect
from unruffled.rendering import Renderer

FAULTS = ROOT / "tests" / "faults"
MODULE = "connect/greeting.md"
KINDS = fault_cases.library("sound-every-kind").quizzes["greeting"].questions
every_kind = pytest.mark.parametrize("kind", [question.kind for question in KINDS])
IDS = ("id", "kind", "objective")
HTML_A_QUESTION = 1200
"""The most bytes of HTML that a question has besides its texts; see tests/build/test_weight.py."""
REPOSITORY = "https://github.com/example/handbook"


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(inspect(FAULTS / "base")[0])


def replaced(data: Any, change: Callable[[str], str], key: str = "") -> Any:
    """Return data with every text of an author changed: not its ids, not what its key names."""
    if isinstance(data, dict):
        return {name: replaced(value, change, name) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [replaced(each, change, key) for each in data]
    return change(data) if isinstance(data, str) and key not in IDS else data


def texts_of(data: Any) -> list[str]:
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    replaced(data, note)
    return found


def question_data(kind: str) -> dict[str, Any]:
    data = next(each for each in KINDS if each.kind == kind).model_dump(exclude_none=True)
    return copy.deepcopy(data) | {"hints": [{"text": "Think.", "cost": 1}, {"text": "Think on."}]}


def question_html(renderer: Renderer, data: dict[str, Any], reports: str = "", **more: Any) -> str:
    """Return the HTML of one question alone in the quiz of the base project."""
    head = {"id": "greeting", "title": "Greet", "module": MODULE}
    quiz = Quiz.model_validate(head | {"questions": [data]} | more)
    return quiz_values(replace(renderer, reports=reports).context(MODULE), quiz)["questions"][0]


class Parsed(HTMLParser):
    """Tags with their attributes, and the text between them, as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(str(html))  # of Markup, every piece would be escaped again
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, attribute: str) -> list[str | None]:
        return [found[attribute] for _, found in self.tags if attribute in found]


def attributes(html: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return each tag with the names of its attributes."""
    return [(tag, tuple(found)) for tag, found in Parsed(html).tags]


@every_kind
@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=alert(1)>",
        "</li></fieldset></unruffled-question><script>alert(1)</script>",
        "\" autofocus onfocus=alert(1) x='",
        "' onclick='alert(1)",
        "<!-- {{ question.rev }} {% raw %} &",
    ],
)
def test_no_text_of_a_question_becomes_markup(renderer: Renderer, kind: str, hostile: str) -> None:
    data = question_data(kind)
    html = question_html(renderer, replaced(data, lambda text: f"{text} {hostile}"))
    assert attributes(html) == attributes(question_html(renderer, data))
    shown = Parsed(html).text
    for text in texts_of(data):
        for piece in text.split("___"):
            assert piece.strip() in shown
    assert shown.count(hostile) >= len(set(texts_of(data)))


@every_kind
def test_no_text_of_a_question_becomes_a_link_that_runs(renderer: Renderer, kind: str) -> None:
    data = question_data(kind)
    runs = replaced(data, lambda text: f"{text} [x](javascript:alert(1))")
    assert Parsed(question_html(renderer, runs)).values("href") == []
    leads = replaced(data, lambda text: f"{text} [x](index.md#home)")
    links = Parsed(question_html(renderer, leads)).values("href")
    assert set(links) == {"../../#home"}


@every_kind
def test_texts_come_out_as_they_were_written(renderer: Renderer, kind: str) -> None:
    """Quotes, apostrophes, and a placeholder that is none in a quiz."""
    words = '"It\'s R&D," {customer_name} – 5 < 6, snake_case, 2 * 3 * 4'
    shown = Parsed(
        question_html(renderer, replaced(question_data(kind), lambda text: f"{text} {words}"))
    ).text
    assert shown.count(words) >= len(set(texts_of(question_data(kind))))


@every_kind
def test_a_question_says_what_its_element_needs_to_know(renderer: Renderer, kind: str) -> None:
    data = question_data(kind) | {"points": 3, "shuffle": False, "revision": 2}
    tag, found = Parsed(question_html(renderer, data)).tags[0]
    assert tag == "unruffled-question"
    assert re.fullmatch("r[0-9a-f]{7}", found.pop("data-rev") or "")
    assert found == {
        "id": f"q.greeting.{data['id']}",
        "data-kind": kind,
        "data-objective": data["objective"],
        "data-points": "3",
        "data-fixed": None,
    }


@every_kind
def test_what_is_usual_is_not_said(renderer: Renderer, kind: str) -> None:
    data = question_data(kind) | {"points": 1, "hints": []}
    html = question_html(renderer, data)
    assert "data-points" not in html
    assert "data-fixed" not in html
    assert "quiz-hint" not in html
    assert "quiz-report" not in html


@every_kind
def test_hints_come_closed_in_their_order_with_their_costs(renderer: Renderer, kind: str) -> None:
    html = question_html(renderer, question_data(kind))
    hints = re.findall(r'<details class="quiz-hint"(.*?)><summary>(.*?)</summary>', html)
    assert hints == [(' data-cost="1"', "Hint 1 (costs 1 point)"), ("", "Hint 2")]


@every_kind
def test_every_control_has_a_name_that_readers_hear(renderer: Renderer, kind: str) -> None:
    html = question_html(renderer, question_data(kind))
    for field in re.finditer(r"<(?:input|select|textarea)\b[^>]*>", html):
        labelled = html.rfind("<label", 0, field.start()) > html.rfind("</label>", 0, field.start())
        assert labelled or "aria-label=" in field[0], field[0]


@every_kind
def test_ids_and_names_on_a_page_are_the_questions_own(renderer: Renderer, kind: str) -> None:
    parsed = Parsed(question_html(renderer, question_data(kind)))
    anchor = f"q.greeting.{question_data(kind)['id']}"
    assert parsed.values("id") == [anchor]
    rev = parsed.values("data-rev")[0]
    # Radio buttons of one name are one group; a list's name is its own in any case.
    groups = [name for name in parsed.values("name") if not (name or "").isdigit()]
    assert all((name or "").startswith((anchor, str(rev))) for name in groups)


def test_marks_beside_a_gap_are_read(renderer: Renderer) -> None:
    data = question_data("fill_in") | {
        "sentence": "**Say** ___, *then* [wait](connect/greeting.md)."
    }
    html = question_html(renderer, data)
    assert "<strong>Say</strong> <input" in html
    assert '">, <em>then</em> <a href="./">wait</a>.' in html
    assert "___" not in html


def test_marks_around_a_gap_are_read(renderer: Renderer) -> None:
    data = question_data("fill_in") | {"sentence": "**Dear ___,** please wait."}
    html = question_html(renderer, data)
    assert "<strong>Dear <input" in html
    assert ">,</strong> please wait." in html


def test_typed_answers_are_shown_letter_by_letter(renderer: Renderer) -> None:
    data = question_data("fill_in") | {"answers": ["*so*", "_so_", "R&D"]}
    html = question_html(renderer, data)
    for answer in ("*so*", "_so_", "R&amp;D"):
        assert f'<q translate="no" data-words="{answer}">{answer}</q>' in html


def test_a_choice_in_a_text_is_shown_without_marks(renderer: Renderer) -> None:
    data = question_data("choose_in_text")
    data["gaps"][0]["choices"][0]["text"] = "**R&D** <i>"
    html = question_html(renderer, data)
    assert ">R&amp;D &lt;i&gt;</option>" in html


def test_the_second_feedback_is_there_and_hidden(renderer: Renderer) -> None:
    html = question_html(renderer, question_data("single"))
    assert "<span>It can wait.</span><span data-again hidden>Hers comes first.</span>" in html


def test_a_title_with_quotes_stays_in_its_attribute(renderer: Renderer) -> None:
    title = 'The "last" <test> & it\'s done'
    changes = {"title": title, "mode": Mode.TEST}
    quiz = renderer.library.quizzes["greeting"].model_copy(update=changes)
    template = renderer.env.get_template("blocks/quiz/quiz.html")
    html = template.render(
        renderer.context(MODULE).values, **quiz_values(renderer.context(MODULE), quiz)
    )
    assert Parsed(html).tags[0][1]["data-title"] == title


@every_kind
def test_a_question_of_any_kind_adds_little_html_to_its_texts(
    renderer: Renderer, kind: str
) -> None:
    data = question_data(kind)
    del data["hints"]
    html = question_html(renderer, data, report_address(Organisation(name="A"), REPOSITORY))
    texts = sum(len(text.encode()) for text in texts_of(data))
    # Each item to sort has all categories beside it.
    most = HTML_A_QUESTION + (250 if kind == "sorting" else 0)
    assert len(html.encode()) - texts <= most


@pytest.mark.parametrize(
    ("mail", "repository", "address"),
    [
        ("", "", ""),
        ("quiz@example.org", "", "mailto:quiz@example.org?subject="),
        ("quiz@example.org", REPOSITORY, "mailto:quiz@example.org?subject="),
        ("o'neil+quiz&x?y@example.org", "", "mailto:o%27neil%2Bquiz%26x%3Fy@example.org?subject="),
        ("", REPOSITORY, f"{REPOSITORY}/issues/new?title="),
        ("", f"{REPOSITORY}/", f"{REPOSITORY}/issues/new?title="),
        ("", "https://codeberg.org/a/b", "https://codeberg.org/a/b/issues/new?title="),
        (
            "",
            "https://gitlab.com/a/group/b",
            "https://gitlab.com/a/group/b/-/issues/new?issue%5Btitle%5D=",
        ),
        (
            "",
            "https://gitlab.example.org/a/b/",
            "https://gitlab.example.org/a/b/-/issues/new?issue%5Btitle%5D=",
        ),
        (
            "",
            "https://github.com/gitlab/mirror",
            "https://github.com/gitlab/mirror/issues/new?title=",
        ),
    ],
)
def test_faults_are_reported_to_the_organisation_else_to_the_repository(
    mail: str, repository: str, address: str
) -> None:
    organisation = Organisation.model_construct(name="A", contact_email=mail)
    assert report_address(organisation, repository) == address


@pytest.mark.parametrize(
    "reports", ["mailto:a@example.org?subject=", "https://a.example/issues/new?x='&title="]
)
def test_a_report_names_the_question_and_its_revision(renderer: Renderer, reports: str) -> None:
    parsed = Parsed(question_html(renderer, question_data("single"), reports))
    (href,) = parsed.values("href")
    assert href is not None
    assert href.startswith(reports)
    title = href.removeprefix(reports)
    assert unquote(title) == f"Question greeting/which-hello ({parsed.values('data-rev')[0]})"
    assert not set(title) & set("&?# ")


def test_objectives_link_to_where_they_are_learnt(renderer: Renderer) -> None:
    page = renderer.library.pages[MODULE]
    first, second = page.meta.objectives
    meta = page.meta.model_copy(
        update={"objectives": (first.model_copy(update={"read": "#why-it-works"}), second)}
    )
    pages = {**renderer.library.pages, MODULE: replace(page, meta=meta)}
    library = replace(renderer.library, pages=pages)
    quiz = library.quizzes["greeting"]
    assert objectives_of(library, quiz) == [
        ("say-hello", "greet a customer by name", f"{MODULE}#why-it-works"),
        ("name-the-time", "say how long it will take", f"{MODULE}#how-to-do-it"),
    ]
    one = quiz.model_copy(update={"questions": quiz.questions[1:]})
    assert [name for name, _, _ in objectives_of(library, one)] == ["name-the-time"]
    assert objectives_of(library, quiz.model_copy(update={"module": None})) == []
    assert objectives_of(library, quiz.model_copy(update={"module": "nowhere.md"})) == []


def test_a_quiz_says_how_many_questions_it_asks_of_how_many(renderer: Renderer) -> None:
    quiz = renderer.library.quizzes["greeting"]
    values = quiz_values(renderer.context(MODULE), quiz)
    assert (values["asked"], values["total"], len(values["questions"])) == (3, 3, 3)
    drawn = quiz_values(renderer.context(MODULE), quiz.model_copy(update={"draw": 2}))
    assert (drawn["asked"], drawn["total"]) == (2, 3)
    pool = Quiz(id="final", title="Final", pool=("greeting", "nowhere"), draw=9)
    values = quiz_values(renderer.context("index.md"), pool)
    assert (values["asked"], values["total"], values["questions"]) == (3, 3, [])
    assert [(each.id, page.path) for each, page in values["pool"]] == [("greeting", MODULE)]
