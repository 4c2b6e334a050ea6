"""What must not be on a printed page: nothing cut, nothing to press, nothing folded."""

from __future__ import annotations

from playwright.sync_api import Page

FAULTS = """() => {
  dispatchEvent(new Event("beforeprint"));
  const faults = [];
  const cuts = /hidden|auto|scroll|clip/;
  const start = (each) => each.textContent.trim().slice(0, 40);
  const fault = (words, each) =>
    faults.push(`${words}: ${each.tagName} ${each.className} ${start(each)}`);
  for (const each of document.querySelectorAll("body *")) {
    const box = each.getBoundingClientRect();
    const shown = each.checkVisibility({ visibilityProperty: true }) && box.width;
    if (!shown || each.closest("svg, meter, select")) continue;
    const { overflowX, overflowY, position, clipPath } = getComputedStyle(each);
    if (position === "absolute" && clipPath !== "none") continue; // for screen readers only
    const { clientHeight: high, clientWidth: wide } = each;
    if (cuts.test(overflowY) && high > 2 && each.scrollHeight > high + 2) fault("cut below", each);
    if (cuts.test(overflowX) && wide > 2 && each.scrollWidth > wide + 2) fault("cut aside", each);
    if (box.right > innerWidth + 2) fault("wider than the sheet", each);
    // A word with a meaning is text on paper, and so is the title of a table that opens.
    const buttons = ":is(button, [type=button], [type=submit], [type=reset], [type=file])";
    if (each.matches(`${buttons}:not(.term, .phrase-fold)`)) fault("a button", each);
    const inside = [...each.children].filter((part) => part.tagName !== "SUMMARY");
    const open = inside.some((part) => part.getBoundingClientRect().height);
    if (each.matches("details") && !open) fault("folded", each);
  }
  return faults;
}"""


def faults(page: Page) -> list[str]:
    page.emulate_media(media="print")
    found = page.evaluate(FAULTS)
    page.emulate_media(media="null")
    return found
