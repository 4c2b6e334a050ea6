"""QTI 2.1, read by two programs that nobody here wrote."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from onyx2moodle.parser import AssessmentItem, parse_item
from onyx2moodle.translate import cloze, essay, matching, multichoice, shortanswer
from qti_convert import downgrade_package_files, upgrade_package_files
from test_banks import BANKS, PLAIN, plain

from real import LIBRARY
from unruffled.formats.banks import bank_of
from unruffled.formats.banks.items import Bank, Item, Option
from unruffled.formats.banks.qti import write_qti

SPACE = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
TRANSLATORS = {
    **{"choice": multichoice, "several": multichoice, "true_false": multichoice},
    **{"matching": matching, "short": shortanswer, "essay": essay, "gaps": cloze},
}
PACKAGING = "{http://www.imsglobal.org/xsd/imscp_v1p1}"


def files(bank: Bank) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(write_qti(bank)[0]))
    return {name: archive.read(name).decode() for name in archive.namelist()}


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def read(text: str) -> AssessmentItem:
        (tmp_path / "item.xml").write_text(text, encoding="utf-8")
        return parse_item(tmp_path / "item.xml")

    return read


def words(html: str) -> str:
    """Return what is read of a piece of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def bare(text: str) -> str:
    """Return an author's text as `words` gives it: between marks, there may be a space."""
    return words(plain(text))


def same(html: str, text: str) -> bool:
    return re.sub(r"\s", "", words(html)) == re.sub(r"\s", "", bare(text))


# --- The package


@pytest.mark.parametrize("bank", BANKS)
def test_a_package_lists_what_it_holds(bank: Bank) -> None:
    found = files(bank)
    manifest = ET.fromstring(found.pop("imsmanifest.xml"))
    resources = {each.get("identifier"): each for each in manifest.iter(f"{PACKAGING}resource")}
    assert {each.get("href") for each in resources.values()} == set(found)
    assert {each.get("identifierref") for each in manifest.iter(f"{PACKAGING}dependency")} == (
        set(resources) - {"test"}
    )
    test = ET.fromstring(found["test.xml"])
    asked = list(test.iter(f"{SPACE}assessmentItemRef"))
    assert [each.get("href") for each in asked] == [f"items/{item.id}.xml" for item in bank.items]
    for each, item in zip(asked, bank.items, strict=True):
        root = ET.fromstring(found[each.attrib["href"]])
        assert each.get("identifier") == root.get("identifier")
        assert float(each.find(f"{SPACE}weight").attrib["value"]) == item.points


@pytest.mark.parametrize("bank", BANKS)
def test_a_converter_by_somebody_else_brings_it_to_qti_3_and_back(bank: Bank) -> None:
    found = files(bank)
    upgraded = upgrade_package_files(found).files
    assert set(upgraded) == set(found)
    assert all("qti-" in text_of(upgraded[name]) for name in found if name.startswith("items/"))
    result = downgrade_package_files(upgraded, inject_shared_vocabulary_stylesheet=False)
    assert result.warnings == []
    for name, text in found.items():
        if name.startswith("items/"):
            # The converter writes a 1 for the least number of choices where we write nothing.
            again = re.sub(r' min(Choices|Associations)="\d"', "", text_of(result.files[name]))
            assert outline(again) == outline(text)


def text_of(content: Any) -> str:
    return content.decode() if isinstance(content, bytes) else content


def outline(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Return every element with its attributes and its words."""
    root = ET.fromstring(text.encode())
    place = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
    return [
        (
            each.tag,
            {k: v for k, v in each.items() if k != place},
            " ".join((each.text or "").split()),
        )
        for each in root.iter()
    ]


# --- The items


@pytest.mark.parametrize("bank", BANKS)
def test_choices_come_over_with_keys_parts_and_reasons(bank: Bank, read: Any) -> None:
    found = files(bank)
    for item in bank.items:
        if item.form not in ("choice", "several", "true_false"):
            continue
        theirs = read(found[f"items/{item.id}.xml"])
        (asked,) = theirs.interactions
        assert asked.kind == "choice"
        assert asked.max_choices == (0 if item.form == "several" else 1)
        declared = theirs.response_decls[asked.response_identifier]
        right = set(declared.correct_values)
        assert [each.identifier in right for each in asked.choices] == [
            each.right for each in item.options
        ]
        assert all(
            same(mine.html, each.text)
            for mine, each in zip(asked.choices, item.options, strict=True)
        )
        told = {each.identifier: each.html for each in theirs.feedback}
        for mine, each in zip(asked.choices, item.options, strict=True):
            assert same(told[mine.identifier], each.feedback)
        assert same(told["SOLUTION"], item.explanation)
        assert sum(declared.mapping[name] for name in right) == pytest.approx(1)
        wrong = [declared.mapping.get(each.identifier, 0) for each in asked.choices]
        if item.form == "several":
            assert min(wrong) <= 0


@pytest.mark.parametrize("bank", BANKS)
def test_pairs_gaps_and_typed_answers_come_over(bank: Bank, read: Any) -> None:
    found = files(bank)
    for item in bank.items:
        theirs = read(found[f"items/{item.id}.xml"])
        if item.form == "matching":
            assert sorted(pairs_of(theirs)) == sorted(
                (bare(text), bare(match)) for text, match in item.pairs if text
            )
            shown = {words(each.html) for each in theirs.interactions[0].match_targets}
            assert shown == {bare(match) for _, match in item.pairs}
        if item.form == "gaps":
            assert [
                words(each.html)
                for asked in theirs.interactions
                for each in asked.choices
                if [each.identifier]
                == theirs.response_decls[asked.response_identifier].correct_values
            ] == [bare(option.text) for gap in item.gaps for option in gap.options if option.right]
        if item.form == "short":
            (declared,) = theirs.response_decls.values()
            right = {plain(each.text) for each in item.options if each.right}
            assert set(declared.mapping) == right


def pairs_of(theirs: AssessmentItem) -> Iterator[tuple[str, str]]:
    (asked,) = theirs.interactions
    texts = {
        each.identifier: words(each.html) for each in (*asked.match_sources, *asked.match_targets)
    }
    for pair in theirs.response_decls[asked.response_identifier].correct_values:
        source, target = pair.split()
        yield texts[source], texts[target]


@pytest.mark.parametrize("bank", BANKS)
def test_another_program_makes_moodle_questions_of_it(bank: Bank, read: Any) -> None:
    found = files(bank)
    for item in bank.items:
        if item.form in TRANSLATORS:
            theirs = read(found[f"items/{item.id}.xml"])
            made = ET.fromstring(TRANSLATORS[item.form].translate(theirs))
            for answer in made.iter("answer"):
                if (share := answer.get("fraction")) is not None and float(share) == 100:
                    right = {bare(each.text) for each in item.options if each.right}
                    assert words(answer.findtext("text", "")) in right


@pytest.mark.parametrize("bank", BANKS)
def test_what_is_to_be_ordered_never_stands_in_the_right_order(bank: Bank) -> None:
    found = files(bank)
    for item in (each for each in bank.items if each.form == "ordering"):
        root = ET.fromstring(found[f"items/{item.id}.xml"])
        shown = {
            each.get("identifier"): words("".join(each.itertext()))
            for each in root.iter(f"{SPACE}simpleChoice")
        }
        right = [each.text for each in root.find(f".//{SPACE}correctResponse")]
        assert [shown[name] for name in right] == [bare(text) for text, _ in item.pairs]
        assert list(shown) != right


@given(PLAIN, PLAIN)
def test_no_text_breaks_an_item(stem: str, text: str) -> None:
    options = (Option(text, True, text), Option("no", False, stem))
    item = files(Bank(stem, (Item("one", "choice", stem, options, explanation=text),)))
    root = ET.fromstring(item["items/one.xml"])
    assert "".join(root.find(f".//{SPACE}prompt").itertext()) == stem
    assert "".join(root.find(f".//{SPACE}simpleChoice").itertext()) == text


def test_a_link_to_a_page_becomes_its_words_and_one_abroad_stays() -> None:
    stem = "See [the page](resolve/escalate.md#why) or [the law](https://example.org/a?b=1&c=2)."
    options = (Option("a", True), Option("b", False))
    item = files(Bank("Any", (Item("1st", "choice", stem, options),)))["items/1st.xml"]
    prompt = ET.fromstring(item).find(f".//{SPACE}prompt")
    assert "".join(prompt.itertext()) == "See the page or the law."
    assert [each.get("href") for each in prompt.iter(f"{SPACE}a")] == [
        "https://example.org/a?b=1&c=2"
    ]
    assert ET.fromstring(item).get("identifier") == "q-1st"


@pytest.mark.parametrize("bank", BANKS)
def test_the_title_of_an_item_is_how_its_question_begins(bank: Bank) -> None:
    for item in bank.items:
        title = ET.fromstring(files(bank)[f"items/{item.id}.xml"]).attrib["title"]
        assert len(title) <= 80
        assert plain(item.stem).startswith(title.removesuffix("…").rstrip())


def test_a_test_that_draws_comes_with_all_that_it_can_draw_and_how_many_it_asks() -> None:
    course = next(quiz for quiz in LIBRARY.quizzes.values() if quiz.pool)
    bank = bank_of(course, LIBRARY)
    asked = [f"{quiz.id}.{question.id}" for quiz, question in LIBRARY.questions_of(course)]
    assert [item.id for item in bank.items] == asked
    section = ET.fromstring(files(bank)["test.xml"]).find(f".//{SPACE}assessmentSection")
    assert section is not None
    drawn = section.find(f"{SPACE}selection")
    assert drawn is not None
    assert drawn.attrib["select"] == str(course.draw)
    names = [each.attrib["identifier"] for each in section.iter(f"{SPACE}assessmentItemRef")]
    assert len(set(names)) == len(asked)
