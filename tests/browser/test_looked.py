"""When somebody last looked at it: the reader's clock says whether it is due, no build's."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from record_helpers import call

MADE = """
Date.now = () => new Date(now).getTime();
document.body.innerHTML = `<p><unruffled-looked data-due="${due}">Last looked at: yesterday.<span
  hidden> <b>Due.</b></span></unruffled-looked></p>`;
await import(new URL(`assets/unruffled/browser/dom/looked.js?${now}${due}`, location.href));
return document.body.innerText.trim();
"""


@pytest.mark.parametrize(
    ("now", "due", "told"),
    [
        ("2027-03-11T23:59", "2027-03-12", "Last looked at: yesterday."),
        ("2027-03-12T00:00", "2027-03-12", "Last looked at: yesterday. Due."),
        ("2031-01-01T12:00", "2027-03-12", "Last looked at: yesterday. Due."),
        ("2031-01-01T12:00", "", "Last looked at: yesterday."),
    ],
)
def test_it_says_so_from_its_day_on_where_the_reader_is(
    bare: Page, now: str, due: str, told: str
) -> None:
    assert call(bare, f"const now = '{now}', due = '{due}';{MADE}") == told
