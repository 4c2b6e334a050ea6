// The button that copies the draft, with the names of the call. It refuses while a gap is open: what is
// checked here is the whole reply, and not a line of it.

import { fill } from "../../browser/core/gaps.js";
import { filled } from "../../browser/core/kept.js";
import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { copyText } from "../../browser/dom/clipboard.js";
import { element } from "../../browser/dom/make.js";

/**
 * @param {import("./reply-field.js").ReplyField} field
 * @param {() => ReplyFinding | undefined} openGap
 * @returns {HTMLElement}
 */
export function makeCopy(field, openGap) {
  const message = element("span", { className: "reply-copied", role: "status" });
  const press = element(
    "button",
    { type: "button", className: "phrase-copy", onclick: copy },
    gettext("Copy"),
  );

  async function copy() {
    const { area } = field;
    const { text } = fill(area.value, filled(), (name) => `{${name}}`);
    const gap = openGap();
    if (gap && isOpen(text, gap.text)) {
      field.select(gap.start, gap.end);
      announce(message, gettext("Not copied: “{gap}” is still open.", { gap: gap.text }));
      return;
    }
    const copied = await copyText(text, area);
    announce(
      message,
      copied
        ? gettext("Copied.")
        : gettext("Copying is not allowed here. The words are selected: press Ctrl+C or Cmd+C."),
    );
  }

  return element("p", { className: "reply-copy" }, press, " ", message);
}

/** Whether a gap is still in the text when the names of the call are. @param {string} text @param {string} gap */
const isOpen = (text, gap) => text.includes(gap);
