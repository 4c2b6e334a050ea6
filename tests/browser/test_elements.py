"""The elements do not depend on how or when they come into the page."""

from __future__ import annotations

from pages import MODULE, PHRASES, answer_right, answer_wrong, question
from playwright.sync_api import Page, expect

from unruffled.assets import named

BESIDE = "contributing/architecture/"
"""A page without elements, in a folder as deep as those with them: relative addresses fit both."""

SWAP = """async ({from, script}) => {
  await import(script);
  const html = await (await fetch(from)).text();
  const other = new DOMParser().parseFromString(html, "text/html");
  history.pushState({}, "", from);
  document.querySelector("article").replaceChildren(...other.querySelector("article").childNodes);
}"""
MOVE = """name => {
  const element = document.querySelector(name), parent = element.parentNode;
  element.remove();
  parent.append(element);
}"""


def swap(page: Page, site: str, path: str, kind: str) -> None:
    page.evaluate(SWAP, {"from": site + path, "script": f"{site}{named(f'{kind}.js')}"})


def test_a_quiz_swapped_into_the_page_works(visit, address):
    page = visit(BESIDE)
    swap(page, address, MODULE, "quiz")
    answer_right(question(page, "radio"))
    expect(page.locator(".quiz-panel")).to_contain_text("1 of ")


def test_a_phrase_table_swapped_into_the_page_works(visit, address):
    page = visit(BESIDE)
    swap(page, address, PHRASES, "phrases")
    page.get_by_role("combobox", name="Tone", exact=True).select_option("firm")
    expect(page.locator('tbody tr[data-tone="warm"]:visible')).to_have_count(0)
    expect(page.locator("form.filters")).to_have_count(1)


def test_a_quiz_taken_out_and_put_back_keeps_its_answers_and_counts_each_once(visit):
    page = visit(MODULE)
    first, second = page.locator("unruffled-question").all()[:2]
    answer_wrong(first)
    page.evaluate(
        "addEventListener('unruffled-answer', () => (window.sent = (window.sent ?? 0) + 1))"
    )  # counted once an answer
    page.evaluate(MOVE, "unruffled-quiz")
    expect(first.locator(".quiz-reason")).to_have_count(1)
    answer_right(second)
    expect(page.locator(".quiz-panel")).to_contain_text("2 of ")
    expect(page.locator("unruffled-question .quiz-button")).to_have_count(
        page.locator("unruffled-question").count()
    )
    expect(page.locator(".quiz-panel")).to_have_count(1)
    assert page.evaluate("window.sent") == 1


def test_a_phrase_table_put_back_has_one_copy_button_a_phrase(visit):
    page = visit(PHRASES)
    page.evaluate(MOVE, "unruffled-phrases")
    expect(page.locator(".phrase-copy")).to_have_count(page.locator("tbody tr").count())
    page.get_by_role("combobox", name="Tone", exact=True).select_option("firm")
    expect(page.locator('tbody tr[data-tone="warm"]:visible')).to_have_count(0)


def test_an_element_that_left_listens_no_more(visit):
    page = visit(MODULE)
    sent = page.evaluate("""async () => {
      const question = document.querySelector("unruffled-question");
      await question.ready;
      question.querySelector("input").checked = true;
      question.remove();
      let sent = 0;
      question.addEventListener("unruffled-answer", () => (sent += 1));
      question.button.click();
      return sent;
    }""")
    assert sent == 0


def test_two_quizzes_on_a_page_do_not_mix(visit):
    """The second is the first under another id, so that its questions have the same names."""
    page = visit(MODULE)
    page.evaluate("""async () => {
      const html = (await (await fetch(location.href)).text()).replaceAll('"q.', '"q.another-');
      const other = document.createElement("div");
      other.id = "other";
      const fetched = new DOMParser().parseFromString(html, "text/html");
      other.append(fetched.querySelector("unruffled-quiz"));
      document.querySelector("unruffled-quiz").after(other);
    }""")
    first, second = page.locator("unruffled-quiz").all()
    answer_wrong(question(second, "radio"))
    answer_right(question(first, "radio"))
    expect(first.locator(".quiz-panel")).to_contain_text("1 of ")
    expect(second.locator(".quiz-panel")).to_contain_text("1 of ")
    expect(question(second, "radio").locator("input:checked")).to_have_count(1)
    expect(question(second, "radio").locator(".quiz-verdict")).to_contain_text("Not yet")
