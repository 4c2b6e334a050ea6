// Below a line: record it, hear it, and see the last tries above each other. All of it is in the memory
// of this page, and goes with it.

import { inWords, said } from "../../browser/core/voice-line.js";
import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { button, element } from "../../browser/dom/make.js";
import { draw } from "./picture.js";
import { Recorder, hush, play } from "./recorder.js";

/** @typedef {import("./recorder.js").Take & {number: number, kept: boolean}} Try */

/** How many tries stand there, besides one that is kept. */
const SHOWN = 3;
const HEAR = gettext("Hear it");
const QUIET = gettext("Stop it");
const WARMED = "unruffled-warmed";

/**
 * What is usual for the speaker, and a line beside it in words.
 *
 * @typedef {{loudness: number, beside: (line: ReturnType<typeof said>) => string[]}} Own
 */

/** Once there is a warm-up. @type {Own | undefined} */
let own;

/** Show all tries beside this. @param {Own} usual */
function warmed(usual) {
  own = usual;
  document.dispatchEvent(new Event(WARMED));
}

/** The speaker's own three lines, folded up; what does it is loaded when it is opened. */
export function makeWarmUp() {
  const fold = element(
    "details",
    { className: "voice-warm" },
    element("summary", {}, gettext("Warm up: three lines as you talk")),
  );
  const begin = async () => (await import("./warm-up.js")).begin(fold, warmed);
  fold.addEventListener("toggle", begin, { once: true });
  return fold;
}

export class Panel {
  /** @type {Try[]} */
  tries = [];
  #count = 0;

  /**
   * @param {object} line
   * @param {number} line.words how many it has; 0 where nobody knows
   * @param {number} line.breaths how many marks for breath
   * @param {boolean} [line.alone] whether the page itself says what works without a microphone
   */
  constructor(line) {
    this.line = line;
    this.recorder = new Recorder((take) => this.#add(take), line.alone);
    this.list = element("ol", { className: "voice-tries", hidden: true });
    this.list.ariaLabel = gettext("Your tries");
    this.spoken = element("div", { className: "voice-spoken", role: "status" });
    this.root = element(
      "div",
      { className: "voice-panel" },
      ...this.recorder.parts,
      this.spoken,
      this.list,
    );
    this.root.addEventListener("keydown", ({ key }) => key === "Escape" && this.recorder.stop());
    document.addEventListener(WARMED, () => this.#show());
  }

  /** Let go of the microphone. */
  close() {
    this.recorder.stop();
    hush();
  }

  /** @param {import("./recorder.js").Take} take */
  #add(take) {
    this.#count += 1;
    const last = { ...take, number: this.#count, kept: false };
    this.tries.push(last);
    const passing = this.tries.filter(({ kept }) => !kept);
    if (passing.length > SHOWN) this.tries.splice(this.tries.indexOf(passing[0]), 1);
    this.#show();
    announce(this.spoken, this.#words(last));
  }

  #show() {
    const seconds = Math.max(...this.tries.map(({ heard }) => heard.levels.length / 100));
    this.list.hidden = !this.tries.length;
    this.list.replaceChildren(...this.tries.map((each) => this.#row(each, seconds)));
  }

  /** @param {Try} of */
  #words({ heard, ending, number }) {
    const line = said(heard, ending, this.line.words);
    const words = [...inWords(line, this.line.breaths), ...(own?.beside(line) ?? [])];
    return [gettext("Try {number}.", { number }), ...words].join(" ");
  }

  /** @param {Try} each @param {number} seconds */
  #row(each, seconds) {
    return element(
      "li",
      {},
      draw(each.heard, seconds, own?.loudness),
      element("p", {}, this.#words(each)),
      element("div", { className: "voice-bar" }, ...this.#buttons(each)),
    );
  }

  /** @param {Try} each */
  #buttons(each) {
    const { number, sound } = each;
    const hear = button(HEAR, () => {
      const wanted = hear.textContent === HEAR;
      hush();
      if (!wanted) return;
      this.recorder.stop();
      play(sound, () => (hear.textContent = HEAR));
      hear.textContent = QUIET;
    });
    const keep = button(gettext("Keep it"), () => {
      each.kept = !each.kept;
      keep.ariaPressed = `${each.kept}`;
    });
    keep.ariaPressed = `${each.kept}`;
    const file = button(gettext("Save as a file"), async () =>
      (await import("./save.js")).save(sound, `try-${number}.wav`),
    );
    return [hear, keep, file];
  }
}
