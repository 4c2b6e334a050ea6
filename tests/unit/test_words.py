"""The words that readers see: found, translated, put into scripts and templates, and checked."""

from __future__ import annotations

import itertools
import re
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from babel.messages.jslexer import tokenize
from markupsafe import Markup

from node import evaluate
from support import ROOT
from unruffled.loading.words import read_words
from unruffled.words import Words
from unruffled.words.extract import PACKAGE, catalogue, messages
from unruffled.words.scripts import RUNTIME, calls, translated
from unruffled.words.translation import TEMPLATE, renewed

POLISH = "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"
FORMS = {("", "{n} question"): ("{n} pytanie", "{n} pytania", "{n} pytań")}
PL = Words("pl", FORMS, POLISH, 3)


def test_the_catalogue_is_what_the_files_say() -> None:
    assert TEMPLATE.read_text(encoding="utf-8") == catalogue(), "run `make words`"


def test_every_sentence_in_a_script_is_found_by_an_independent_reader() -> None:
    """Babel's own reader of JavaScript finds the names of the functions, too."""
    for file in PACKAGE.rglob("*.js"):
        path = file.relative_to(PACKAGE).as_posix()
        if "/vendor/" in path or path == RUNTIME:
            continue
        text = file.read_text(encoding="utf-8")
        tokens = [each for each in tokenize(text, dotted=False) if "comment" not in each.type]
        asked = []
        for token, following in itertools.pairwise(tokens):
            if token.type == "template_string":  # what stands in it is one token
                asked += re.findall(r"(?<![\w.])(?:[np]?gettext)(?=\()", token.value)
            elif token.value in ("gettext", "pgettext", "ngettext") and following.value == "(":
                asked.append(token.value)
        assert asked == [call.function for call in calls(text)], path


@pytest.mark.parametrize(
    "wrong", ["gettext(name)", "gettext(`a ${b}`)", 'ngettext("one", many, n)', "gettext()"]
)
def test_a_sentence_that_is_not_written_out_is_refused(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text(f"const a = {wrong};", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.js: line 1"):
        list(messages(tmp_path))


def test_a_function_that_is_called_otherwise_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('say = words.gettext\nsay("Lost")', encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.py: line 1: call it gettext"):
        list(messages(tmp_path))


def test_sentences_are_found_in_python_templates_and_scripts(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('words.gettext("One {n}" " two", n=1)\nmarked("M")', "utf-8")
    (tmp_path / "b.html").write_text('{{ ngettext("{n} day", "{n} days", 3) }}', "utf-8")
    (tmp_path / "c.js").write_text('pgettext("verb", \'Say "no"\')', "utf-8")
    assert [(each.path, each.context, each.forms) for each in messages(tmp_path)] == [
        ("a.py", "", ("One {n} two",)),
        ("a.py", "", ("M",)),
        ("b.html", "", ("{n} day", "{n} days")),
        ("c.js", "verb", ('Say "no"',)),
    ]


def test_values_stand_in_their_places_and_numbers_as_the_language_writes_them() -> None:
    words = Words("de", {("", "{n} of {all}"): ("{all}, davon {n}",)})
    assert words.gettext("{n} of {all}", n=1234, all="x") == "x, davon 1.234"
    assert Words().gettext("{n} of {all}", n=1234, all="{n}") == "1,234 of {n}"
    assert Words().gettext("{customer_name} stays") == "{customer_name} stays"
    assert Words().long_day(date(2026, 11, 22)) == "22 November 2026"
    assert (Words().direction, Words("ar").direction, Words("en-XA").direction) == (
        *("ltr", "rtl", "ltr"),
    )


def test_a_number_takes_the_plural_form_of_the_language() -> None:
    said = [PL.ngettext("{n} question", "{n} questions", n) for n in (1, 3, 5, 22)]
    assert said == ["1 pytanie", "3 pytania", "5 pytań", "22 pytania"]
    assert PL.ngettext("{n} day", "{n} days", 1) == "1 day"
    assert PL.ngettext("{n} day", "{n} days", 5) == "5 days"


def test_a_value_in_a_template_is_escaped_and_a_sentence_may_have_tags() -> None:
    html = Words().html["gettext"]("<b>{name}</b>", name="<i>")
    assert html == Markup("<b>&lt;i&gt;</b>")


def run(script: str, words: Words) -> object:
    """Return what a script prints, with the functions as a site in the language has them."""
    runtime = translated(RUNTIME, (PACKAGE / RUNTIME).read_text(encoding="utf-8"), words)
    address = f"data:text/javascript,{quote(runtime)}"
    asked = translated("a.js", script, words)
    return evaluate(f"const {{ ngettext }} = await import(value); return {asked};", address)


def test_a_script_says_the_same_as_python_in_each_language() -> None:
    script = """[1, 3, 5, 22, 12345].map((n) => ngettext("{n} question", "{n} questions", n))"""
    for words in (Words(), PL, Words("de")):
        numbers = (1, 3, 5, 22, 12345)
        wanted = [words.ngettext("{n} question", "{n} questions", n) for n in numbers]
        assert run(script, words) == wanted


def test_a_sentence_without_values_costs_a_script_nothing() -> None:
    assert translated("a.js", 'f(gettext("Say \\"no\\"."))', Words()) == 'f("Say \\"no\\".")'
    french = Words("fr", {("", "Close"): ("Fermer",), ("door", "Close"): ("Fermez",)})
    assert translated("a.js", 'gettext("Close")', french) == '"Fermer"'
    assert translated("a.js", 'pgettext("door", "Close")', french) == '"Fermez"'
    assert translated("a.js", '// gettext(x)\ngettext("{n}", { n })', french) == (
        '// gettext(x)\ngettext("{n}", { n })'
    )


def test_a_script_does_not_load_what_it_does_not_call() -> None:
    plain = 'import { gettext } from "../core/words.js";\nsay(gettext("Close"));'
    assert translated("a.js", plain, Words()) == 'say("Close");'
    mixed = 'import { gettext, pieces } from "./words.js";\npieces(gettext("Close"), {});'
    wanted = 'import { pieces } from "./words.js";\npieces("Close", {});'
    assert translated("a.js", mixed, Words()) == wanted
    whole = 'import { LOCALE, gettext } from "./words.js";\ngettext("{n}", { n: LOCALE });'
    assert translated("a.js", whole, Words()) == whole


def test_a_plural_rule_that_is_code_is_refused() -> None:
    with pytest.raises(ValueError, match="plural"):
        translated(RUNTIME, (PACKAGE / RUNTIME).read_text(encoding="utf-8"), Words(plural="a()"))


def test_a_translation_is_begun_and_brought_up_to_date() -> None:
    text, left = renewed("", "pl")
    assert "nplurals=" in text
    assert left == len({(each.context, each.forms) for each in messages()})
    again, same = renewed(text, "pl")
    assert (again.partition("\n\n")[2], same) == (text.partition("\n\n")[2], left)
    with pytest.raises(ValueError, match="no name of a language"):
        renewed("", "../x")


def test_a_file_that_is_no_translation_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "fr.po").write_text("# fr\nnothing\n", encoding="utf-8")
    (found,) = read_words(tmp_path)[1]
    assert (found.code, str(found.place)) == ("WD101", "words/fr.po:2:1")


def test_no_script_names_a_language_but_where_a_build_puts_it_in() -> None:
    naming = [
        path
        for path in sorted((ROOT / "hooks/unruffled").rglob("*.js"))
        if "vendor" not in path.parts
        and path.name not in ("words.js", "answering.js")
        and '"en-GB"' in path.read_text(encoding="utf-8")
    ]
    assert naming == []
