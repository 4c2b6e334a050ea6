// <unruffled-course>: what of the course or of a path is done, what is due, what comes next. Without
// this script it is the list of the modules.
//
// Markup it enhances: .course-now (.course-done, .course-go > a, .course-due > a, .course-changed) and
// li[data-quiz] with a .course-state.

import { gettext, ngettext, sideBySide } from "../../browser/core/words.js";
import { root } from "../../browser/core/course.js";
import { far, last, standing } from "../../browser/core/standing.js";
import { onchange } from "../../browser/core/store.js";

/** @typedef {import("../../browser/core/standing.js").Far} Far */

class UnruffledCourse extends HTMLElement {
  /** @type {() => void} */
  #stop;

  connectedCallback() {
    this.#stop = onchange(() => this.#show());
    this.#markAll(last().quizzes);
    this.#show();
  }

  disconnectedCallback() {
    this.#stop();
  }

  async #show() {
    const { data, seen } = await standing();
    if (!data) return;
    // What is listed here, in this order: all of the course, or a path through it.
    const listed = [...this.querySelectorAll("[data-quiz]")].map((item) => ({
      ...data.modules.find(({ quiz }) => quiz === item.dataset.quiz),
      hard: "hard" in item.dataset,
    }));
    const { quizzes } = await far();
    this.#markAll(quizzes);
    this.#sum(
      listed
        .filter(({ quiz }) => quiz)
        .map((module) => ({ ...module, ...quizzes[module.quiz ?? ""] })),
    );
    // Only now: the scheduler is large, and nobody waits for it.
    const { dueToday, isPlay, isVoice } = await import("../../browser/core/schedule.js");
    const due = dueToday(data, seen, Date.now());
    const plays = due.filter(isPlay).length;
    const voices = due.filter(isVoice).length;
    const asked = due.length - plays - voices;
    const what = sideBySide([
      ...(asked ? [ngettext("{n} question", "{n} questions", asked)] : []),
      ...(plays ? [ngettext("{n} conversation", "{n} conversations", plays)] : []),
      ...(voices ? [ngettext("{n} voice exercise", "{n} voice exercises", voices)] : []),
    ]);
    this.#part("due").hidden = !due.length;
    /** @type {Element} */ (this.#part("due").firstElementChild).textContent = gettext(
      "Review today: {what}",
      { what },
    );
  }

  /** @param {string} name */
  #part(name) {
    return this.querySelector(`.course-${name}`);
  }

  /** @param {Record<string, Far>} quizzes */
  #markAll(quizzes) {
    for (const item of this.querySelectorAll("[data-quiz]")) {
      const found = quizzes[item.dataset.quiz ?? ""];
      if (!found?.state) continue;
      item.dataset.state = found.state;
      item.querySelector(".course-state").textContent = inWords(found);
    }
  }

  /** @param {(Partial<Module> & Partial<Far> & {hard: boolean})[]} all */
  #sum(all) {
    const done = all.filter(({ state }) => state === "done").length;
    const begun = all.some(({ state }) => state !== "new");
    this.#part("done").textContent = begun
      ? gettext("{done} of {total} done.", { done, total: all.length })
      : "";
    // Nobody is led to a hard conversation: who plays it has chosen it.
    const next = all.find(({ state, hard }) => state !== "done" && !hard);
    this.#part("go").hidden = !next;
    if (next) {
      const link = /** @type {HTMLAnchorElement} */ (this.#part("go").firstElementChild);
      const { title = "", url = "" } = next;
      link.href = new URL(url, root).href;
      link.textContent = begun
        ? gettext("Go on with: {title}", { title })
        : gettext("Begin with: {title}", { title });
    }
    const changed = all.reduce((sum, each) => sum + (each.changed ?? 0), 0);
    this.#part("changed").textContent = changed
      ? ngettext(
          "{n} question has changed since you answered. The list says where; a new answer brings the tick back.",
          "{n} questions have changed since you answered. The list says where; a new answer brings the tick back.",
          changed,
        )
      : "";
  }
}

/** How far something is, and what has changed since. @param {Far} far */
function inWords({ words, changed }) {
  if (!changed) return words;
  const again = ngettext(
    "{n} question has changed: answer it again",
    "{n} questions have changed: answer them again",
    changed,
  );
  return words ? gettext("{state}. {changed}", { state: words, changed: again }) : again;
}

if (!customElements.get("unruffled-course")) {
  customElements.define("unruffled-course", UnruffledCourse);
}
