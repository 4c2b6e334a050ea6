"""The order of layers decides, not a selector's length: theme, ours, the handbook's own."""

from __future__ import annotations

import pytest
from pages import CARD, CONVERSATION, GUIDE, HOME, MODULE, PHONE, PHRASES
from playwright.sync_api import Page

LONG = "html body .md-main .md-content article.md-content__inner"

MATCHED = """(css) => {
  const sheet = [...document.styleSheets].find((each) => each.href?.includes("/stylesheets/main."));
  const theme = [...sheet.cssRules].find((rule) => rule instanceof CSSLayerBlockRule);
  theme.insertRule(css, theme.cssRules.length);
}"""
"""Adds a rule to those of the theme, where they stand."""

OUTSIDE = """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]
  .filter((rule) => !(rule instanceof CSSLayerBlockRule || rule instanceof CSSLayerStatementRule))
  .map((rule) => `${sheet.href ?? "in the page"}: ${rule.cssText.slice(0, 60)}`))"""


def style(page: Page, selector: str, name: str) -> str:
    return page.locator(selector).first.evaluate(
        "(each, name) => getComputedStyle(each)[name]", name
    )


@pytest.mark.parametrize(
    "path", [HOME, MODULE, PHRASES, GUIDE, f"{CARD}?call", CONVERSATION, "404.html"]
)
def test_every_rule_of_a_page_is_in_a_layer(visit, path):
    page = visit(path)
    assert page.evaluate(OUTSIDE) == []


def test_a_short_rule_of_ours_wins_over_a_long_one_of_the_theme(visit):
    page = visit(MODULE)
    before = style(page, ".quiz-button", "backgroundColor")
    page.evaluate(MATCHED, f"{LONG} .quiz-button {{ background: rgb(1, 2, 3); order: 7 }}")
    assert style(page, ".quiz-button", "order") == "7"  # the rule is there, and holds
    assert style(page, ".quiz-button", "backgroundColor") == before
    # Lists without signs are not indented, though the theme has a rule for each direction.
    assert style(page, ".sources", "marginLeft") == "0px"


def test_a_handbooks_own_style_wins_by_one_class(visit):
    page = visit(MODULE)
    page.evaluate("""() => {
      const own = new CSSStyleSheet();
      own.replaceSync(".quiz-button { background: rgb(1, 2, 3) }");
      document.adoptedStyleSheets.push(own);
    }""")
    assert style(page, ".quiz-button", "backgroundColor") == "rgb(1, 2, 3)"


def test_focus_is_seen_on_what_the_theme_shows_without(visit):
    page = visit(MODULE)
    page.keyboard.press("Tab")
    for _ in range(12):
        ring = page.evaluate(
            "(() => { const each = document.activeElement; const style = getComputedStyle(each);"
            "return [each.outerHTML.slice(0, 60), style.outlineStyle, style.outlineWidth] })()"
        )
        shown = ring[1:] == ["solid", "3px"] or "<input" in ring[0]
        assert shown, ring
        page.keyboard.press("Tab")


def test_on_paper_what_is_shown_on_a_screen_gives_way(visit):
    page = visit(MODULE)
    page.emulate_media(media="print")
    assert style(page, "button.quiz-button", "display") == "none"
    assert style(page, "article", "fontSize") == "14px"


def test_nothing_moves_in_call_mode(visit):
    page = visit(f"{CARD}?call", reduced_motion="no-preference", **PHONE)
    moving = page.evaluate(
        "[...document.querySelectorAll('body, body *')].filter((each) => {"
        "const style = getComputedStyle(each); return style.animationName !== 'none'"
        " || style.transitionProperty !== 'none' && style.transitionDuration !== '0s' })"
        ".map((each) => each.outerHTML.slice(0, 80))"
    )
    assert moving == []


def test_forced_colours_show_signs_that_are_drawn_as_masks(visit):
    page = visit(MODULE, forced_colors="active")
    sign, text = page.locator(".md-typeset summary, .admonition-title").first.evaluate(
        "(each) => [getComputedStyle(each, '::before').backgroundColor,"
        " getComputedStyle(document.body).color]"
    )
    assert sign == text
