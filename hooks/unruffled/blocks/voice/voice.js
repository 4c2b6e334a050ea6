// <unruffled-voice>: exercises to say aloud. Without this script they are done with a listener or by
// counting, as each of them says.
//
// Markup it enhances: .voice-exercise with a .say; with data-question and data-rev, the learner judges
// it, and the record gets that judgement and nothing else.

import { wordsIn } from "../../browser/core/voice-line.js";
import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { button, element } from "../../browser/dom/make.js";
import { Panel, makeWarmUp } from "./panel.js";

/** What a learner can say of an exercise, and the share that it stands for. @type {[words: string, share: number][]} */
const JUDGED = [
  [gettext("I did what it asks"), 1],
  [gettext("Nearly"), 0.5],
  [gettext("Not yet"), 0],
];
const NOTED = gettext(
  "Noted. It comes back in your review. Only this is stored, in this browser: no sound and no figure.",
);
const NOT_NOTED = gettext(
  "This could not be stored: this browser lets the site keep no record now.",
);

class UnruffledVoice extends HTMLElement {
  /** @type {Panel[] | undefined} */
  panels;

  connectedCallback() {
    this.panels ??= this.#make();
  }

  disconnectedCallback() {
    for (const each of this.panels ?? []) each.close();
  }

  #make() {
    const exercises = [...this.querySelectorAll(".voice-exercise")];
    exercises[0]?.before(makeWarmUp());
    return exercises.map((exercise) => {
      const line = exercise.querySelector(".say");
      const panel = new Panel({
        words: wordsIn(line.textContent),
        breaths: line.querySelectorAll(".voice-breath").length,
        alone: "question" in exercise.dataset,
      });
      exercise.querySelector("blockquote").after(panel.root);
      if ("question" in exercise.dataset) exercise.append(this.#makeJudging(exercise, panel));
      return panel;
    });
  }

  /** @param {HTMLElement} exercise @param {Panel} panel */
  #makeJudging(exercise, panel) {
    const told = element("p", { role: "status" });
    const choices = JUDGED.map(([words, share]) =>
      button(words, async () => {
        const kept = await this.#note(exercise.dataset, share, panel.tries.length);
        announce(told, kept ? NOTED : NOT_NOTED);
      }),
    );
    return element(
      "fieldset",
      { className: "voice-judge" },
      element("legend", {}, gettext("How did it go? Only you judge.")),
      ...choices,
      told,
    );
  }

  /**
   * @param {DOMStringMap} exercise
   * @param {number} share
   * @param {number} tries
   * @returns {Promise<boolean>} whether it is stored
   */
  async #note({ question, rev }, share, tries) {
    const { append } = await import("../../browser/core/store.js");
    const detail = /** @type {NewEntry} */ ({
      type: "attempt",
      quiz: this.dataset.ref,
      question,
      kind: "voice",
      mode: "practice",
      rev,
      share,
      points: 0,
      max: 0,
      tries: Math.max(1, tries),
      hints: 0,
      self: true,
    });
    const { kept } = await append([detail]);
    this.dispatchEvent(new CustomEvent("unruffled-answer", { bubbles: true, detail }));
    return kept;
  }
}

if (!customElements.get("unruffled-voice")) {
  customElements.define("unruffled-voice", UnruffledVoice);
}
