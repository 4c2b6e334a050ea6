"""A page that the browser has translated: what is judged and copied are the author's words."""

from __future__ import annotations

import kinds
import pytest
from playwright.sync_api import Page, expect

from kinds_project import ALL, PLACES, TYPING, examples

TRANSLATE = """() => {
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) if (texts.currentNode.data.trim()) found.push(texts.currentNode);
  for (const each of found) {
    const font = document.createElement("font");
    font.append(Object.assign(document.createElement("font"), { textContent: "autres mots" }));
    each.replaceWith(font);
  }
}"""
"""What translators do to every text, also to those that they were asked to leave alone."""


def translated(page: Page) -> Page:
    page.evaluate(TRANSLATE)
    return page


@pytest.mark.parametrize(
    ("typed", "verdict"), [("calmly", "Right."), ("autres mots", "Not yet."), ("calmy", "calmly")]
)
def test_a_typed_answer_is_judged_by_the_authors_words(visit_kinds, typed, verdict):
    page = translated(kinds.ready(visit_kinds(TYPING)))
    question = kinds.named(page, "medium")
    question.locator("input").fill(typed)
    question.locator(".quiz-button").click()
    expect(question).to_contain_text(verdict)


def test_every_kind_is_judged_by_data(visit_kinds):
    page = translated(kinds.ready(visit_kinds(ALL, kinds.LISTEN)))
    right = "all => all.map(q => q.kind.score(q.kind.response(q), q.kind.key(q)).share)"
    for each in page.locator("unruffled-question").all():
        if each.get_attribute("data-kind") == "fill_in":
            each.locator("input").fill(examples()["fill_in"]["answers"][0])
        elif each.get_attribute("data-kind") != "rewrite":
            each.evaluate("q => q.kind.restore(q, q.kind.key(q))")
    shares = page.locator("unruffled-question:not([data-kind=rewrite])").evaluate_all(right)
    assert shares == [1] * len(kinds.COUNTED)


def test_phrases_copy_the_authors_words_with_the_names_of_the_call(visit_kinds):
    page = visit_kinds(
        PLACES,
        "navigator.clipboard ?? Object.defineProperty(navigator, 'clipboard', { value: {} });"
        "window.copied = []; navigator.clipboard.writeText = async (text) => copied.push(text);",
    )
    page.locator(".phrase-copy").first.wait_for()
    translated(page)
    for button in page.locator(".phrase-copy").all():
        button.click()
    assert page.evaluate("copied") == [
        "Let me say that back to you.",
        "___, I have ___. I'll ___ by ___.",
    ]
    page.locator(".call-names summary").click()
    page.locator("input[name=customer_name]").fill("Ana")
    expect(page.locator(".say").nth(1)).to_contain_text("Ana")
    expect(page.locator(".say").nth(1)).to_contain_text("[reference]")
    # What is open may be translated, and a name may not.
    no = "all => all.map(each => each.translate)"
    assert page.locator(".say .gap").evaluate_all(no) == [False, True, True, True]
    page.locator(".phrase-copy").nth(1).click()
    assert page.evaluate("copied").pop() == "Ana, I have ___. I'll ___ by ___."


def test_answers_are_not_to_be_translated(visit_kinds):
    page = visit_kinds(TYPING)
    asked = "all => all.length > 0 && all.every(each => each.translate === false)"
    assert page.locator(".quiz-answer q").evaluate_all(asked)
