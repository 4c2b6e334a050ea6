// The field for the draft, with marks behind its words. It is a text field as any other: undo, input
// methods and spelling are the browser's.

import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

const MOST = 5000;

/** @typedef {ReturnType<typeof makeField>} ReplyField */

/** Make it. */
export function makeField() {
  const area = element("textarea", {
    id: "reply-draft",
    rows: 9,
    maxLength: MOST,
    dir: "auto",
    spellcheck: true,
  });
  area.setAttribute("aria-describedby", "reply-keys");
  const marks = element("div", { className: "reply-marks", ariaHidden: "true", dir: "auto" });
  const label = element("label", { htmlFor: area.id }, gettext("Your draft"));
  const keys = element(
    "small",
    { id: "reply-keys" },
    gettext(
      "It stays in this tab, and goes with it. Alt with the arrow keys goes from one finding to the next.",
    ),
  );
  const box = element(
    "div",
    { className: "reply-field" },
    label,
    keys,
    element("div", { className: "reply-paper" }, marks, area),
  );
  area.addEventListener("scroll", () => {
    marks.scrollTop = area.scrollTop;
  });

  /** @param {number} start @param {number} end */
  function select(start, end) {
    area.focus();
    area.setSelectionRange(start, end);
  }

  /** Put words in the place of others; undo brings those back. @param {number} start @param {number} end @param {string} words */
  function put(start, end, words) {
    select(start, end);
    if (!byCommand(words)) {
      area.setRangeText(words, start, end, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  /** @param {ReplyFinding[]} findings in the order of the draft */
  function mark(findings) {
    const shown = findings.filter(({ whole }) => !whole);
    marks.replaceChildren(...marked(area.value, shown), "\n");
    marks.scrollTop = area.scrollTop;
  }

  return { area, box, mark, put, select };
}

/** @param {string} words */
function byCommand(words) {
  try {
    return document.execCommand("insertText", false, words);
  } catch {
    return false;
  }
}

/** @param {string} text @param {ReplyFinding[]} findings @returns {(string | Node)[]} */
function marked(text, findings) {
  const parts = [];
  let from = 0;
  for (const { start, end, severity } of findings) {
    if (end <= from) continue;
    const begin = Math.max(start, from);
    const words = element("mark", { className: `reply-mark--${severity}` }, text.slice(begin, end));
    parts.push(text.slice(from, begin), words);
    from = end;
  }
  return [...parts, text.slice(from)];
}
