// Three lines in one's own voice: what all later lines are shown beside. Loaded when it is opened.

import { said, wordsIn } from "../../browser/core/voice-line.js";
import { beside, usual } from "../../browser/core/voice-own.js";
import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { Recorder } from "./recorder.js";

/** Lines about nothing much: how they are said is how the speaker talks. */
const LINES = [
  gettext("Good morning, and thank you for calling."),
  gettext("I have your message here, and I am reading it now."),
  gettext("Give me a moment, please, and I will look it up."),
];
const DONE = gettext(
  "Thank you. Your tries stand beside this warm-up now, until you leave the page. Say it again to replace it.",
);

/**
 * Put the lines into a fold, one after the other, with a button to record.
 *
 * @param {HTMLElement} fold
 * @param {(own: import("./panel.js").Own) => void} warmed gets what is usual for the speaker
 */
export function begin(fold, warmed) {
  /** @type {import("../../browser/core/voice-line.js").Said[]} */
  const lines = [];
  const place = element("p");
  const line = element("p", { className: "voice-line" });
  const show = () => {
    place.textContent = gettext("Line {number} of {total}", {
      number: lines.length + 1,
      total: LINES.length,
    });
    line.textContent = LINES[lines.length];
  };
  const recorder = new Recorder(({ heard, ending }) => {
    lines.push(said(heard, ending, wordsIn(LINES[lines.length])));
    if (lines.length < LINES.length)
      recorder.tell(gettext("The next line: {words}", { words: LINES[lines.length] }));
    else {
      const own = usual(lines.splice(0));
      warmed({ loudness: own.loudness, beside: (said) => beside(said, own) });
      recorder.tell(DONE);
    }
    show();
  });
  show();
  fold.append(place, line, element("div", { className: "voice-panel" }, ...recorder.parts));
}
