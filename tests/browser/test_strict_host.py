"""A host that sends the headers of a finished site; the pages' own policies hold besides."""

from __future__ import annotations

import re
from functools import partial

import pytest
from pages import CARD, CONVERSATION, KINDS, MODULE, NOT_FOUND
from playwright.sync_api import Browser, expect

from support import BASE, Quiet, serve
from unruffled.publishing.policy import headers_of
from waiting import until
from watching import watch

OPENED = (
    *KINDS.values(),
    CONVERSATION,
    *("course/", "course/test/", "course/paths/new-agent/", "course/review/", "course/record/"),
    *("train/assign/", "train/results/", "train/keys/empathy/", "train/sessions/", "train/rubric/"),
    *("assignments/", "letters/", "voice/", "voice/stay-calm/", "voice/for-two/", "desk/reply/"),
)
VOICE = "voice/stay-calm/"


@pytest.fixture(scope="module")
def strict(site):
    """The address of the site on a host that sends what stands in `_headers`."""
    sent = headers_of(site)

    class Strict(Quiet):
        def end_headers(self) -> None:
            path = "/" + self.path.partition("?")[0].removeprefix(BASE)
            for headers in (sent["/*"], sent.get(path, {})):
                for name, value in headers.items():
                    self.send_header(name, value)
            super().end_headers()

    with serve(site, Strict) as address:
        yield address


def test_every_kind_of_page_works_under_the_policy(chromium: Browser, strict: str) -> None:
    context = chromium.new_context(base_url=strict, color_scheme="light")
    trouble = watch(context, strict)  # it tells what is refused
    page = context.new_page()
    for path in OPENED:
        page.goto(path)
        page.wait_for_load_state("networkidle")
    page.goto("")
    page.get_by_title("Switch to dark colours").click()
    page.goto(f"{CARD}?call")
    expect(page.locator("html")).to_have_attribute("data-call", "")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto("desk/")
    expect(page.locator("html")).to_have_attribute("data-call", "")
    page.get_by_role("button", name="Leave call mode").click()
    page.goto("hosting/")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").press_sequentially("manager")
    expect(page.locator(".search-dialog .finder-card").first).to_be_visible()
    assert trouble == []
    context.close()


REFUSED = {
    "a script": "s = document.createElement('script'); s.textContent = 'ran()'; body.append(s)",
    "a script of another host": "s = document.createElement('script');"
    "s.src = 'https://example.org/a.js'; body.append(s)",
    "a handler": "body.insertAdjacentHTML('beforeend', '<img src=x onerror=ran()>')",
    "a handler, set": "b = document.createElement('b'); b.setAttribute('onclick', 'ran()');"
    "body.append(b); b.click()",
    "a frame": "body.insertAdjacentHTML('beforeend', '<iframe srcdoc=x></iframe>')",
    "a link that runs": "body.insertAdjacentHTML('beforeend', '<a href=javascript:ran()>x</a>')",
    "text as code": "setTimeout('ran()')",
    "a style": "body.setAttribute('style', 'color: red')",
    "a picture of another host": "new Image().src = 'https://example.org/a.png'",
    "another base": "b = document.createElement('base'); b.href = '/x/'; document.head.append(b)",
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_page_alone_refuses_whatever_is_not_ours(chromium: Browser, address: str, what) -> None:
    """Without any header: the policy in the page does it."""
    page = chromium.new_page(base_url=address)
    page.add_init_script("addEventListener('securitypolicyviolation', () => (window.told = true))")
    page.goto(MODULE)
    script = "(what) => { window.ran = () => (window.bad = true); window.told = false;"
    code = f"let s, b; const {{ body }} = document; {REFUSED[what]};"
    thrown = page.evaluate(f"{script} try {{ {code} }} catch (error) {{ return String(error) }} }}")
    if not thrown:
        until(page, "() => window.told")
    assert page.evaluate("window.bad") is None
    page.close()


def test_the_microphone_is_for_voice_exercises_alone(chromium: Browser, strict: str) -> None:
    page = chromium.new_page(base_url=strict)
    allowed = partial(page.evaluate, "document.featurePolicy.allowsFeature('microphone')")
    page.goto(VOICE)
    assert allowed()
    assert "media-src 'self' blob:" in policy_of(page)
    page.goto(MODULE)
    assert not allowed()
    assert re.search(r"media-src 'self';", policy_of(page))
    page.close()


def policy_of(page) -> str:
    meta = page.locator('meta[http-equiv="content-security-policy"]')
    expect(meta).to_have_count(1)
    return meta.get_attribute("content")


def test_the_page_for_a_wrong_address_works_at_any_depth(chromium: Browser, address: str) -> None:
    page = chromium.new_page(base_url=address)
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "olicy" in said.text else None)
    for path in ("no/such/page/", NOT_FOUND):
        page.goto(path)
        page.wait_for_load_state("networkidle")
    assert policy_of(page)
    assert refused == []
    page.close()
