"""Nothing that an author writes in a text field runs, loads or changes the page's structure."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import generated
import pytest
from payloads import LINKS, PAYLOADS
from playwright.sync_api import Browser, Page, expect

import support
from shared import once
from unruffled.text.inline import inline, plain
from watching import watch

ALLOWED = (
    "div link script unruffled-quiz unruffled-question unruffled-phrases unruffled-finder "
    "fieldset legend span p ol ul li label input textarea blockquote q details summary b em "
    "strong code a form select option "
    "button table caption thead tbody tr th td aside cite br unruffled-course h2 small "
    "unruffled-scenario section dl dt dd meter h3 h4 svg title desc defs marker path g rect text"
    " unruffled-letter unruffled-paths nav"
)
INSPECT = """document => {
  const names = new Set("ALLOWED".split(" "));
  const about = each => each.outerHTML.slice(0, 160);
  const bad = each => [...each.attributes].some(({ name, value }) =>
    /^on|^srcdoc$|^formaction$/i.test(name) ||
    /^[\\s\\x00-\\x1f]*(javascript|vbscript|data)\\s*:/i.test(value) ||
    /^(src|srcset|href|action|data|poster|style)$/.test(name) && /^[^#]*elsewhere/.test(value));
  return [
    ...[...document.querySelectorAll(".unruffled *")].filter(each =>
      !names.has(each.localName) || each.hasAttribute("style")).map(about),
    ...[...document.querySelectorAll("*")].filter(bad).map(about),
    ...[...document.querySelectorAll("iframe, object, embed, base, plaintext, xmp, " +
      "[http-equiv=refresh]")].map(about),
    ...[...document.querySelectorAll("script, style")]
      .filter(each => /ran=1|alert|elsewhere/.test(each.textContent)).map(about),
  ];
}""".replace("ALLOWED", ALLOWED)
FETCHED = f"""async addresses => {{
  const inspect = {INSPECT};
  const found = [];
  for (const address of addresses) {{
    const html = await (await fetch(address)).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    found.push(...inspect(page).map(each => `${{address}}: ${{each}}`));
    if (!page.querySelector("article h1")) found.push(`${{address}}: its heading is gone`);
  }}
  return found;
}}"""


ANSWER = """async () => {
  for (const question of document.querySelectorAll("unruffled-question")) {
    await question.ready;
    for (const select of question.querySelectorAll("fieldset select")) select.selectedIndex = 1;
    for (const field of question.querySelectorAll("fieldset input[type=text], textarea")) {
      field.value = question.querySelector(".quiz-answer li q")?.textContent ?? "right";
    }
    for (const line of question.querySelectorAll("fieldset li:has(input)")) {
      line.querySelector("input").checked = true;
    }
    for (const _ of [1, 2, 3]) question.check();
    question.judge(true);
  }
}"""
"""Answer every question of a page, several times, so that every reason is shown."""


SITE_URL = f"https://example.org{support.BASE}"
UNCHECKED = """
import sys
from unruffled import problems
problems.errors = lambda found: []
from mkdocs.__main__ import cli
cli(["build", "--site-dir", sys.argv[1]])
"""
"""A build that no fault ends: the check refuses many of the texts, and is not all that protects."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> Iterator[tuple[str, list[str]]]:
    """The address of the generated site, and its pages."""
    folder = once(tmp_path_factory, "payloads", build)
    paths = (folder / "paths.txt").read_text(encoding="utf-8").splitlines()
    with support.serve(folder / "site") as address:
        yield address, paths


def build(folder: Path) -> None:
    paths = generated.write(folder)
    (folder / "paths.txt").write_text("\n".join(paths), encoding="utf-8")
    site = folder / "site"
    done = subprocess.run(
        [sys.executable, "-c", UNCHECKED, str(site)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(support.ROOT / "hooks"), "SITE_URL": SITE_URL},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (site / "index.html").is_file(), done.stdout + done.stderr


@pytest.fixture
def open_page(chromium: Browser, pages) -> Iterator:
    """Open a generated page; fails when anything ran, loaded or asked."""
    address, _ = pages
    context = chromium.new_context(base_url=address)
    trouble = watch(context, address)
    page = context.new_page()

    def visit(path: str) -> Page:
        page.goto(path)
        return page

    yield visit
    ran = page.evaluate("window.ran")
    context.close()
    assert trouble == []
    assert ran is None


def test_the_corpus_is_large():
    assert len({*PAYLOADS, *LINKS}) >= 150


def test_no_page_has_markup_of_a_payload_in_it(open_page, pages):
    """Parsed by the browser itself: title, description, navigation, texts of every page."""
    address, paths = pages
    page = open_page("")
    addresses = [f"{address}{path}" for path in paths]
    assert len(addresses) > 2 * len(PAYLOADS)
    assert page.evaluate(FETCHED, addresses) == []


MODULES = range((len(PAYLOADS) + generated.A_PAGE - 1) // generated.A_PAGE)


@pytest.mark.parametrize("path", [f"m/{number}/" for number in MODULES])
def test_nothing_runs_on_a_module_page(open_page, path):
    page = open_page(path)
    page.locator("details").evaluate_all("all => all.forEach(each => (each.open = true))")
    page.evaluate(ANSWER)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.ran") is None
    assert page.evaluate(f"({INSPECT})(document)") == []


@pytest.mark.parametrize(
    "path",
    [
        *("phrases/", "t/0/", "t/77/", "phrases/p1/", "404.html"),
        *("course/paths/", "course/paths/path/", "reference/evidence/", "reference/glossary/"),
        *("practice/", "practice/sheets/talk/", "practice/maps/talk/"),
    ],
)
def test_nothing_runs_where_titles_and_phrases_are_listed(open_page, path):
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("reply", [0, 1])
def test_nothing_runs_in_a_conversation(open_page, reply):
    page = open_page("practice/talk/")
    page.evaluate(
        """async reply => {
          const scene = document.querySelector("unruffled-scenario");
          let turn = 0;
          while (scene.now.at in scene.game.nodes) scene.say(turn++ < 100 ? 0 : reply);
          const debrief = () => scene.querySelector(".scene-debrief");
          while (!debrief()) await new Promise(requestAnimationFrame);
          for (const each of scene.querySelectorAll("details")) each.open = true;
        }""",
        reply,
    )
    page.wait_for_load_state("networkidle")
    assert page.locator(".scene-debrief li").count() > 20
    assert page.evaluate("window.ran") is None
    assert page.evaluate(f"({INSPECT})(document)") == []


def test_copying_and_filtering_phrases_runs_nothing(open_page):
    page = open_page("phrases/")
    page.evaluate("navigator.clipboard.writeText = async text => (window.copied = text)")
    page.locator("unruffled-phrases .phrase-fold").first.click()
    page.locator("unruffled-phrases .phrase-copy").first.press("Enter")
    expect(page.locator("unruffled-phrases .phrase-message")).to_contain_text("Copied")
    page.get_by_role("combobox", name="What is happening").select_option("s3")
    expect(page.locator("tbody tr[id]:visible")).to_have_count(2)
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("query", ["voice", "instead", "module"])
def test_search_results_run_nothing(open_page, query):
    page = open_page("t/1/")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").press_sequentially(query)
    expect(page.locator(".search-dialog .finder-list > li").first).to_be_visible()
    odd = page.locator(".search-dialog").locator("script, img, [onerror], [onload]")
    expect(odd).to_have_count(0)
    assert page.evaluate("window.ran") is None


def test_markup_is_shown_as_it_was_written(open_page):
    page = open_page("m/0/")
    for number, payload in enumerate(PAYLOADS[:3]):
        for asked in page.locator(f'[id^="q.q0.x{number}-"] legend:has(> em, > span)').all():
            expect(asked).to_contain_text(payload)
    assert page.title().startswith(PAYLOADS[0])
    description = page.locator('meta[name="description"]')
    expect(description).to_have_attribute("content", PAYLOADS[1])


@pytest.mark.parametrize("text", [*PAYLOADS, *LINKS])
def test_titles_and_descriptions_hold_no_markup(text):
    assert not set(plain(text)) & set("<>\"'")


def test_links_and_pictures_run_nothing_even_when_pressed(open_page):
    page = open_page("t/0/")
    lines = "".join(f"<p>{inline(text)}</p>" for text in [*LINKS, *PAYLOADS])
    # Read as a page is read: a text that is written into one has to pass our policy besides.
    page.locator("article").evaluate(
        """(article, html) => article.replaceChildren(
          ...new DOMParser().parseFromString(html, "text/html").body.childNodes)""",
        lines,
    )
    names = page.locator("article *").evaluate_all("all => all.map(each => each.localName)")
    assert {*names} <= {"p", "a", "em", "strong", "code"}
    attributes = page.locator("article *").evaluate_all(
        "all => all.flatMap(each => each.getAttributeNames())"
    )
    assert {*attributes} <= {"href", "title"}
    schemes = page.locator("article a[href]").evaluate_all("all => all.map(each => each.protocol)")
    assert {*schemes} <= {"http:", "https:", "mailto:", "tel:"}
    page.evaluate("""document.querySelectorAll("article a").forEach(each => {
      each.addEventListener("click", event => event.preventDefault());
      each.click();
    })""")
