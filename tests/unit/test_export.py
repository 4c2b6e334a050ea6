"""Phrases as files: each format is read back by something that we did not write."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from real import LIBRARY
from support import ROOT
from unruffled.formats.phrases import FORMATS, chosen, entries, published, write
from unruffled.model.exports import Exports
from unruffled.model.letter import Letter
from unruffled.model.library import Library
from unruffled.model.organisation import Organisation
from unruffled.model.phrases import Phrase, PhraseTable
from unruffled.model.triggers import clashes, trigger
from unruffled.project import inspect
from unruffled.schemas import schemas
from unruffled.text.inline import inline

TEXT = {"type": "string", "minLength": 1}


def closed(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """The schema of an object with these keys and no others."""
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


ESPANSO_TEXTS = ("replace", "form", "html", "markdown", "image_path")
ESPANSO_OTHERS = (
    *("triggers", "label", "search_terms", "word", "left_word", "right_word", "propagate_case"),
    *("uppercase_style", "force_clipboard", "force_mode", "form_fields", "vars", "regex"),
    *("comment", "anchor", "paragraph"),
)
ESPANSO = closed(
    {
        "matches": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "trigger": {"type": "string", "pattern": r"^;[!-~]+;$"},
                    "label": TEXT,
                    "search_terms": {"type": "array", "items": TEXT},
                    "replace": TEXT,
                    "form": {"type": "string", "pattern": r"\[\[\w+\]\]"},
                },
                "propertyNames": {"enum": ["trigger", *ESPANSO_TEXTS, *ESPANSO_OTHERS]},
                "required": ["trigger"],
                "oneOf": [{"required": [name]} for name in ESPANSO_TEXTS],
            },
        }
    }
)
HTML = {"type": "string", "pattern": "^<p>.*</p>$"}
HELP_DESKS = {
    "zendesk": closed(
        {
            "macro": closed(
                {
                    "title": {"type": "string", "pattern": "^[^:]+(::.+){2}$"},
                    "description": {"type": "string"},
                    "active": {"const": True},
                    "actions": {
                        "type": "array",
                        "items": closed({"field": {"const": "comment_value_html"}, "value": HTML}),
                        "minItems": 1,
                    },
                }
            )
        }
    ),
    "gorgias": closed(
        {
            "name": TEXT,
            "external_id": TEXT,
            "actions": {
                "type": "array",
                "minItems": 1,
                "items": closed(
                    {
                        "type": {"const": "user"},
                        "name": {"const": "setResponseText"},
                        "title": TEXT,
                        "arguments": closed({"body_text": TEXT, "body_html": HTML}),
                    }
                ),
            },
        },
        {"language": TEXT, "intent": TEXT},
    ),
    "helpscout": closed({"name": TEXT, "text": HTML, "chatText": TEXT}),
    "front": closed({"name": TEXT, "body": HTML}, {"subject": TEXT}),
    "freshdesk": closed(
        {"title": TEXT, "content_html": HTML},
        {"folder_id": {}, "visibility": {}, "group_ids": {}},
    ),
}


BASE = inspect(ROOT / "tests" / "faults" / "base")[0]


def library(*says: str, exports: dict[str, dict[str, str]] | None = None, **more: Any) -> Library:
    """A Library with one table that has these phrases."""
    values = {
        "avoid": "No.",
        "why": "It helps.",
        "not_when": "They ask.",
        "moment": "open",
        "tone": "warm",
        "situations": ("shouting",),
        "channels": ("phone",),
    }
    phrases = tuple(
        Phrase(id=f"p{number}", say=say, **values | more) for number, say in enumerate(says)
    )
    table = PhraseTable(id="be-calm", title="Be calm", module="a.md", phrases=phrases)
    organisation = Organisation(
        name="Us", placeholders={"branch": "the branch"}, exports=Exports(**exports or {})
    )
    return replace(BASE, organisation=organisation, phrases={"be-calm": table})


AS_TEXT = {name: form for name, form in FORMATS.items() if not form.whole}
"""Those that are text; what is in a deck, test_anki.py asks Anki."""


def written(name: str, library: Library) -> str:
    words = library.organisation.exports.words(name)
    return write(FORMATS[name], entries(library), words).decode()


def texts(name: str, file: str) -> list[str]:
    """Return what the phrases are in a file, as an independent reader finds them."""
    if name == "espanso":
        return [each.get("form") or each["replace"] for each in yaml.safe_load(file)["matches"]]
    if name == "textexpander":
        return [row[1] for row in csv.reader(io.StringIO(file, newline=""), strict=True)]
    if name == "csv":
        rows = csv.DictReader(io.StringIO(file.removeprefix("\ufeff"), newline=""), strict=True)
        return [row["say"] for row in rows]
    data = json.loads(file)
    if name == "json":
        return [each["say"] for each in data["phrases"]]
    find: dict[str, Callable[[Any], str]] = {
        "zendesk": lambda each: each["macro"]["actions"][0]["value"],
        "gorgias": lambda each: each["actions"][0]["arguments"]["body_html"],
        "helpscout": lambda each: each["text"],
        "front": lambda each: each["body"],
        "freshdesk": lambda each: each["content_html"],
    }
    return [find[name](each) for each in data]


def as_said(name: str, text: str) -> str:
    """Return a phrase as somebody says it, with ○ for each gap and …."""
    if name == "espanso":
        return re.sub(r"\[\[\w+\]\]", "○", text)
    if name == "textexpander":
        return re.sub(
            r"%%|%filltext:name=[\w ]+%", lambda match: "%" if match[0] == "%%" else "○", text
        )
    if name in ("csv", "json"):
        plain = re.sub("^'(?=[-=+@])", "", text) if name == "csv" else text
        return re.sub(r"\{(customer_name|branch|day)\}|…", "○", plain)
    tags = "p|strong|em|code|a"
    marks = r"\{%[\w.]+%\}" if name == "helpscout" else r"\{\{[\w.]+\}\}"
    return unescape(re.sub(rf"</?(?:{tags})(?: [^<>]*)?>", "", re.sub(f"{marks}|___", "○", text)))


LITERAL = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Zl", "Zp"), exclude_characters="{}…_○"),
    min_size=1,
    max_size=20,
)
GAPS = ["{customer_name}", "{branch}", "{day}", " … "]
SAYS = st.lists(LITERAL | st.sampled_from(GAPS), min_size=1)
TOOLS = [name for name, form in FORMATS.items() if form.words is not None]
WORD = {name: {"branch": "{{branch}}"} for name in TOOLS}
WORD["helpscout"] = {"branch": "{%branch%}"}


@settings(max_examples=60, deadline=None)
@given(says=st.lists(SAYS.map("".join).map(str.strip).filter(bool), min_size=1, max_size=3))
def test_any_text_comes_back_as_it_was_from_every_format(says: list[str]) -> None:
    seen = [str(inline(" ".join(say.split())).striptags()) for say in says]
    assume(all(seen) and all("[[" not in each for each in seen))
    assume(not any("\\{" in say for say in says))  # in code, a page shows the backslash
    marked = [re.sub(r"\{(customer_name|branch|day)\}|…", "○", each) for each in seen]
    made = library(*says, exports=WORD)
    for name in AS_TEXT:
        found = texts(name, written(name, made))
        back = [" ".join(as_said(name, text).split()) for text in found]
        assert back == [" ".join(each.split()) for each in marked], name


@pytest.fixture(scope="module")
def real() -> Library:
    return LIBRARY


def test_espanso_has_the_fields_that_it_allows_and_one_text_in_each_match(real: Library) -> None:
    matches = yaml.safe_load(written("espanso", real))
    Draft202012Validator(ESPANSO).validate(matches)
    assert len(matches["matches"]) == len(entries(real))


@pytest.mark.parametrize("name", HELP_DESKS)
def test_a_help_desk_gets_the_fields_that_its_maker_describes(name: str, real: Library) -> None:
    Draft202012Validator.check_schema(HELP_DESKS[name])
    payloads = json.loads(written(name, real))
    assert len(payloads) == len(entries(real))
    for payload in payloads:
        Draft202012Validator(HELP_DESKS[name]).validate(payload)


def test_the_json_is_what_its_published_schema_says(real: Library) -> None:
    data = json.loads(written("json", real))
    Draft202012Validator(json.loads(schemas(BASE.handbook)["phrase-export.json"])).validate(data)
    first = entries(real)[0].source
    assert data["phrases"][0]["customer_says"] == list(first.customer_says)


def test_the_csv_opens_in_a_spreadsheet_and_no_cell_is_a_formula() -> None:
    says = ["=1+1", "+49 is our code", "-5 degrees", "@you", 'Say "yes", then wait']
    file = written("csv", library(*says, customer_says=("=cmd()", "me, too")))
    assert file.startswith("\ufeff")
    assert file.count("\r\n") == file.count("\n") == len(says) + 1
    rows = list(csv.DictReader(io.StringIO(file[1:], newline="")))
    assert [row["say"] for row in rows] == [f"'{each}" for each in says[:4]] + says[4:]
    assert all(
        not cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row.values()
    )


def test_textexpander_gets_abbreviation_text_and_label_and_no_mark_before_them() -> None:
    rows = list(csv.reader(io.StringIO(written("textexpander", library("It is 100% off, … .")))))
    assert rows == [
        [";bc.p0;", "It is 100%% off, %filltext:name=detail 1% .", "Be calm: It is 100% off, … ."]
    ]


def test_each_tool_gets_gaps_of_the_call_in_its_own_words() -> None:
    say = "{customer_name}, I am {agent_name} at {branch}. Your number is {reference}."
    found = {name: texts(name, written(name, library(say, exports=WORD)))[0] for name in AS_TEXT}
    form = "[[customer_name]], I am [[agent_name]] at [[branch]]. Your number is [[reference]]."
    assert found["espanso"] == form
    assert "%filltext:name=customer name%, I am" in found["textexpander"]
    assert found["csv"] == found["json"] == say
    assert "<p>{{ticket.requester.first_name}}, I am {{current_user" in found["zendesk"]
    assert "at {{branch}}." in found["zendesk"]
    assert "{{ticket.customer.firstname}}" in found["gorgias"]
    assert "<p>{%customer.firstName%}, I am {%user.firstName%} at {%branch%}." in found["helpscout"]
    assert "{{recipient.first_name}}" in found["front"]
    assert "{{ticket.requester.firstname}}" in found["freshdesk"]


def test_an_organisation_can_use_other_words_for_our_own_gaps() -> None:
    own = library("Hello {customer_name}.", exports={"front": {"customer_name": "{{x.y}}"}})
    assert texts("front", written("front", own)) == ["<p>Hello {{x.y}}.</p>"]


def test_marks_become_html_or_words_and_a_link_into_the_site_only_words() -> None:
    say = "**Now** <b> & [here](https://example.org/?a=1&b=2), [there](../x.md), [{branch}](tel:1)."
    html = texts("front", written("front", library(say, exports=WORD)))[0]
    link = '<a href="https://example.org/?a=1&amp;b=2">here</a>'
    assert html.startswith(f"<p><strong>Now</strong> &lt;b&gt; &amp; {link}, there, <a href=")
    plain = "Now <b> & here, there, [[branch]]."
    assert texts("espanso", written("espanso", library(say))) == [plain]
    hidden = library("[call](https://example.org/{reference})")
    assert texts("front", written("front", hidden)) == ["<p>call</p>"]


def test_a_title_is_short_and_has_no_folder_too_many() -> None:
    made = library("I will stay on this with you until it is done, whatever may come of it.")
    object.__setattr__(made.organisation, "handbook_title", "A::B")
    title = json.loads(written("zendesk", made))[0]["macro"]["title"]
    assert title == "A:B::Be calm::I will stay on this with you until it is done, whatever may …"


IDS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,3}", fullmatch=True)


@settings(deadline=None)
@given(ids=st.sets(st.tuples(IDS, IDS), max_size=40))
def test_no_trigger_is_the_beginning_of_another(ids: set[tuple[str, str]]) -> None:
    triggers = {trigger(*each) for each in ids}
    assert all(each.isascii() and each.isprintable() and " " not in each for each in triggers)
    assert [(a, b) for a in triggers for b in triggers if a != b and b.startswith(a)] == []
    assert list(clashes(triggers)) == []


@given(texts=st.lists(st.text("ab", min_size=1, max_size=4), max_size=8))
def test_the_check_finds_every_trigger_that_cannot_be_typed(texts: list[str]) -> None:
    shadowed = {
        long
        for i, long in enumerate(texts)
        for j, short in enumerate(texts)
        if i != j and long.startswith(short)
    }
    found = {long for _, long in clashes(texts)}
    assert found == shadowed


def test_all_triggers_of_the_real_phrases_differ(real: Library) -> None:
    triggers = [each.trigger for each in entries(real)]
    assert len(triggers) > 40
    assert list(clashes(triggers)) == []


FILTERS = [{}, {"situation": "shouting"}, {"moment": "close", "channel": "chat"}]


@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_the_parts_make_the_file_that_the_command_writes(real: Library, wanted: dict) -> None:
    files = published(real)
    taken = chosen(entries(real), wanted)
    assert taken
    choice = json.loads(files["exports/parts/choice.json"])
    ids = [
        each
        for each, of in choice.items()
        if all(value in of[name] for name, value in wanted.items())
    ]
    for name, form in AS_TEXT.items():
        parts = json.loads(files[f"exports/parts/{name}.json"])
        kept = parts["separator"].join(parts["entries"][each] for each in ids)
        assert (parts["head"] + kept + parts["tail"]).encode() == write(form, taken, {})
        if not wanted:
            assert files[f"exports/{form.file}"] == write(form, taken, {})


def test_a_gap_without_a_word_is_a_blank_in_a_help_desk_and_a_field_where_there_are_fields() -> (
    None
):
    made = library("I'll {next_step} at {branch} by {day}.", exports={"front": {"branch": "{{b}}"}})
    found = {name: texts(name, written(name, made))[0] for name in AS_TEXT}
    assert found["front"] == "<p>I'll ___ at {{b}} by ___.</p>"
    for name in HELP_DESKS.keys() - {"front"}:
        assert found[name] == "<p>I'll ___ at ___ by ___.</p>"
    assert found["espanso"] == "I'll [[next_step]] at [[branch]] by [[day]]."
    assert "I'll %filltext:name=next step% at" in found["textexpander"]
    assert found["csv"] == found["json"] == "I'll {next_step} at {branch} by {day}."


def test_data_has_the_example_beside_the_line() -> None:
    made = library("By {day}.", "Yes.", example="By Thursday.")
    object.__setattr__(made.phrases["be-calm"].phrases[1], "example", None)
    rows = csv.DictReader(io.StringIO(written("csv", made)[1:], newline=""))
    assert [row["example"] for row in rows] == ["By Thursday.", ""]
    data = json.loads(written("json", made))["phrases"]
    assert [each["example"] for each in data] == ["By Thursday.", ""]


LISTED = "I can do two things for you.\n\n- one thing\n- another\n"


@pytest.mark.parametrize("form", AS_TEXT)
def test_a_phrase_of_several_lines_is_the_same_one_line_in_every_export(form: str) -> None:
    table = next(iter(LIBRARY.phrases.values()))
    first = table.phrases[0].model_copy(update={"say": LISTED})
    tables = {table.id: table.model_copy(update={"phrases": (first,)})}
    made = write(FORMATS[form], entries(replace(LIBRARY, phrases=tables)), {}).decode()
    assert "I can do two things for you. - one thing - another" in made


def test_a_letter_is_taken_along_whole_after_the_phrases_with_its_paragraphs_apart() -> None:
    made = library("I'm looking.")
    letter = Letter(
        id="late",
        title="A delay",
        summary="When it is late.",
        channel="email",
        situations=("shouting",),
        module="a.md",
        customer_says=("Where is it?",),
        before=("Dear customer,", "Sorry."),
        wrong="It says nothing.",
        after=(
            {"write": "Dear {customer_name},", "example": "Dear Ana,", "why": "Her name."},
            {
                "write": "It comes by {day} & is *free*.",
                "example": "It comes on Monday.",
                "why": "A day.",
            },
        ),
    )
    made = replace(made, letters={"late": letter})
    assert [each.id for each in entries(made)] == ["be-calm/p0", "letters/late"]
    found = {name: texts(name, written(name, made))[-1] for name in AS_TEXT}
    plain = "Dear {customer_name},\n\nIt comes by {day} & is free."
    assert found["csv"] == found["json"] == plain
    assert found["espanso"] == "Dear [[customer_name]],\n\nIt comes by [[day]] & is free."
    assert found["textexpander"].startswith("Dear %filltext:name=customer name%,\n\nIt comes by")
    assert found["freshdesk"] == (
        "<p>Dear {{ticket.requester.firstname}},<br><br>It comes by ___ &amp; is <em>free</em>.</p>"
    )
    [*_, macro] = json.loads(written("zendesk", made))
    assert macro["macro"]["title"].endswith("::Whole letters::A delay")
    assert macro["macro"]["description"] == "When it is late."
    data = json.loads(written("json", made))
    Draft202012Validator(json.loads(schemas(BASE.handbook)["phrase-export.json"])).validate(data)
    assert data["phrases"][-1]["avoid"] == "Dear customer,\n\nSorry."
    assert data["phrases"][-1]["example"] == "Dear Ana,\n\nIt comes on Monday."
    assert [each.id for each in chosen(entries(made), {"table": "letters"})] == ["letters/late"]
    assert [each.id for each in chosen(entries(made), {"moment": "open"})] == ["be-calm/p0"]
