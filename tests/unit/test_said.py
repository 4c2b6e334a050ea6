"""What readers see and no author wrote, in a site of another language; what authors write stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

import fault_cases
from support import ROOT
from unruffled.blocks.paths.view import spoken
from unruffled.blocks.quiz.view import quiz_values
from unruffled.kinds.single.model import Single
from unruffled.model.handbook import Handbook
from unruffled.model.library import Library
from unruffled.model.quiz import Quiz
from unruffled.project import inspect
from unruffled.rendering import Renderer
from unruffled.words import Words

MODULE = "connect/greeting.md"
PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: de\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Your organisation"
msgstr "Ihr Unternehmen"

msgid "Phone"
msgstr "Telefon"

msgid "sit back to back"
msgstr "Rücken an Rücken sitzen"

msgid "Warm"
msgstr "Herzlich"
"""


def said(*pairs: tuple[str, str]) -> Words:
    """Return German words of a few sentences."""
    return Words("de", {("", english): (german,) for english, german in pairs})


def in_words(kind: str, words: Words) -> str:
    """Return the HTML of a question of a kind, with these words."""
    library = fault_cases.library("sound-every-kind")
    (asked,) = (each for each in library.quizzes["greeting"].questions if each.kind == kind)
    quiz = library.quizzes["greeting"].model_copy(update={"questions": (asked,)})
    return html_of(replace(library, words=words), quiz)


def html_of(library: Library, quiz: Quiz) -> str:
    """Return the HTML of the only question of a quiz."""
    (question,) = quiz_values(Renderer(library).context(MODULE), quiz)["questions"]
    return str(question)


@pytest.fixture
def german(tmp_path: Path) -> Path:
    """A project in German that says nothing of itself."""
    files = {
        "mkdocs.yml": "site_name: A\ntheme:\n  name: material\n  language: de\n",
        "docs/index.md": "# A\n",
        "words/de.po": PO,
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_things_stand_side_by_side_as_the_language_has_it() -> None:
    assert Words().listed(["a", "b", "c"]) == "a, b, c"
    assert (Words().listed(["a"]), Words().listed([])) == ("a", "")
    arabic = Words("ar", {("things side by side", "{before}, {after}"): ("{before}، {after}",)})
    assert arabic.listed(["a", "b"]) == "a، b"
    assert Words().html["listed"]([Markup("<b>"), "<i>"]) == Markup("<b>, &lt;i&gt;")


def test_what_no_author_named_has_its_name_in_the_language(german: Path) -> None:
    library = inspect(german)[0]
    assert library.organisation.name == "Ihr Unternehmen"
    assert library.handbook.label("channels", "phone") == "Telefon"
    assert library.handbook.play("phone") == "Rücken an Rücken sitzen"
    assert library.handbook.label("tones", "warm") == "Herzlich"


def test_what_an_author_named_stays(german: Path) -> None:
    lists = "tones:\n  - {id: warm, label: Warm}\nlanguage: de\n"
    (german / "handbook.yml").write_text(lists, encoding="utf-8")
    (german / "organisation.yml").write_text("name: Phone\n", encoding="utf-8")
    library = inspect(german)[0]
    assert library.handbook.label("tones", "warm") == "Warm"
    assert library.organisation.name == "Phone"
    assert library.handbook.label("channels", "phone") == "Telefon"


def test_lists_that_were_looked_at_in_english_are_said_anew() -> None:
    handbook = Handbook()
    assert handbook.words["tones"]["warm"] == "Warm"
    assert handbook.in_language(said(("Warm", "Herzlich"))).words["tones"]["warm"] == "Herzlich"


def test_true_and_false_are_said_and_an_author_s_choices_are_not() -> None:
    words = said(("True", "Wahr"), ("False", "Falsch"), ("Answer and why", "Antwort"))
    html = in_words("true_false", words)
    assert "<span>Wahr</span>" in html
    assert "<span>Falsch</span>" in html
    library = fault_cases.library("sound-every-kind")
    (single,) = (each for each in library.quizzes["greeting"].questions if each.kind == "single")
    assert isinstance(single, Single)
    true = single.choices[0].model_copy(update={"text": "True"})
    asked = single.model_copy(update={"choices": (true, *single.choices[1:])})
    quiz = library.quizzes["greeting"].model_copy(update={"questions": (asked,)})
    html = html_of(replace(library, words=words), quiz)
    assert "<span>True</span>" in html
    assert "Antwort" in html


def test_what_is_to_be_done_with_a_question_is_said() -> None:
    words = said(("Sort each one.", "Ordnen Sie zu."), ("{one} → {other}", "{other} ← {one}"))
    html = in_words("sorting", words)
    assert "<em>Ordnen Sie zu.</em>" in html
    assert " ← " in html


def test_minutes_are_said_as_people_say_them() -> None:
    assert [spoken(each, Words()) for each in (0, 45, 60, 85)] == [
        "0 min",
        "45 min",
        "1 h",
        "1 h 25 min",
    ]
    german = said(("{hours} h {minutes} min", "{hours} Std. {minutes} Min."))
    assert spoken(85, german) == "1 Std. 25 Min."


def test_a_day_on_a_page_is_that_of_the_language() -> None:
    library = inspect(ROOT / "tests/faults/base")[0]
    say = Renderer(replace(library, words=Words("de"))).context(MODULE).values["in_words"]
    assert say("2026-03-02") == "2. März 2026"
