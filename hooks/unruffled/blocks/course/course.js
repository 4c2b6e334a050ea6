// <unruffled-course>: what of the course or of a path is done, what is due, what comes next. Without
// this script it is the list of the modules.
//
// Markup it enhances: .course-now (.course-done, .course-go > a, .course-due > a, .course-begun,
// .course-path, .course-changed) and li[data-quiz] with a .course-state. With `data-whole` there is no
// list: it is about the whole course, and hidden until something is begun.

import { choose, chosen } from "../../browser/core/chosen.js";
import { root } from "../../browser/core/course.js";
import { inHours } from "../../browser/core/hours.js";
import { begun, known, next, sum } from "../../browser/core/next.js";
import { far, last, standing } from "../../browser/core/standing.js";
import { onchange } from "../../browser/core/store.js";
import { gettext, ngettext, pieces, sideBySide } from "../../browser/core/words.js";

/** @typedef {import("../../browser/core/standing.js").Far} Far */
/** @typedef {import("../../browser/core/next.js").Step} Step */

class UnruffledCourse extends HTMLElement {
  /** @type {() => void} */
  #stop;

  connectedCallback() {
    this.#stop = onchange(() => this.#show());
    if (this.dataset.path) this.#offerPath(this.dataset.path);
    this.#markAll(last().quizzes);
    this.#show();
  }

  disconnectedCallback() {
    this.#stop();
  }

  async #show() {
    const { data, seen } = await standing();
    if (!data) return;
    const { quizzes } = await far();
    this.#markAll(quizzes);
    const steps = known(this.#listed(data), data, quizzes);
    this.#sum(steps, data);
    this.#lead(steps);
    this.#followPath(data, quizzes);
    this.hidden = "whole" in this.dataset && steps.every(({ state }) => state === "new");
    // Only now: the scheduler is large, and nobody waits for it.
    const { dueToday, isPlay, isVoice } = await import("../../browser/core/schedule.js");
    const due = dueToday(data, seen, Date.now());
    this.#showDue(due.length, due.filter(isPlay).length, due.filter(isVoice).length);
  }

  /** What is listed here, in this order: all of the course, or a path through it. @param {Course} data */
  #listed(data) {
    if ("whole" in this.dataset)
      return data.modules.filter(({ quiz }) => isLesson(data.quizzes[quiz ?? ""]));
    return [...this.querySelectorAll("[data-quiz]")].map((item) => {
      const { quiz, minutes } = item.dataset;
      const module = data.modules.find((each) => each.quiz === quiz);
      return { ...module, minutes: +(minutes ?? module?.minutes ?? 0) };
    });
  }

  /** @param {string} name @returns {HTMLElement} */
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

  /** @param {(Step & {changed?: number})[]} steps @param {Course} data */
  #sum(steps, data) {
    const { done, total, answered, asked, left } = sum(steps);
    const sentences = [gettext("{done} of {total} done.", { done, total })];
    if (asked)
      sentences.push(
        ngettext(
          "{answered} of {n} question answered.",
          "{answered} of {n} questions answered.",
          asked,
          { answered },
        ),
      );
    if (data.paths?.some(({ id }) => id === this.dataset.path) && left)
      sentences.push(gettext("{time} left.", { time: inHours(left) }));
    const isBegun = steps.some(({ state }) => state !== "new");
    this.#part("done").textContent = isBegun ? sentences.join(" ") : "";
    const changed = steps.reduce((all, each) => all + (each.changed ?? 0), 0);
    this.#part("changed").textContent = changed
      ? ngettext(
          "{n} question has changed since you answered. The list says where; a new answer brings the tick back.",
          "{n} questions have changed since you answered. The list says where; a new answer brings the tick back.",
          changed,
        )
      : "";
  }

  /** Lead to what was begun last, or to what follows; name what else is begun. @param {Step[]} steps */
  #lead(steps) {
    const step = next(steps);
    this.#part("go").hidden = !step;
    if (!step) return;
    const link = /** @type {HTMLAnchorElement} */ (this.#part("go").firstElementChild);
    const { title = "", url = "" } = step;
    link.href = new URL(url, root).href;
    link.textContent = steps.some(({ state }) => state !== "new")
      ? gettext("Go on with: {title}", { title })
      : gettext("Begin with: {title}", { title });
    const others = begun(steps).filter((each) => each !== step);
    const links = others.slice(0, 3).flatMap((each) => [", ", linkTo(each)]);
    this.#part("begun").replaceChildren(
      ...(links.length ? [gettext("Begun, too:"), " ", ...links.slice(1)] : []),
    );
  }

  /** Offer to follow a path, or to leave it. @param {string} path */
  #offerPath(path) {
    const part = this.#part("mine");
    const button = /** @type {HTMLButtonElement} */ (part.firstElementChild);
    const isMine = chosen() === path;
    part.hidden = false;
    button.textContent = isMine
      ? gettext("This is your path. Leave it")
      : gettext("Make this my path");
    button.onclick = () => {
      choose(isMine ? "" : path);
      this.#offerPath(path);
    };
  }

  /** What comes next on the path that was chosen. @param {Course} data @param {Record<string, Far>} far */
  #followPath(data, far) {
    const part = this.#part("path");
    const path = data.paths?.find(({ id }) => id === chosen());
    if (!path || this.dataset.path) return part.replaceChildren();
    const steps = known(path.steps, data, far);
    const step = steps.find(({ state, hard }) => state !== "done" && !hard);
    const words = step
      ? gettext("Next on your path {path}: {step}. {time} left.", {
          time: inHours(sum(steps).left),
        })
      : gettext("Your path {path} is done.");
    const nodes = { path: linkTo(path), step: step ? linkTo(step) : "" };
    part.replaceChildren(...pieces(words, nodes));
  }

  /** @param {number} all @param {number} plays @param {number} voices of these */
  #showDue(all, plays, voices) {
    const asked = all - plays - voices;
    const what = sideBySide([
      ...(asked ? [ngettext("{n} question", "{n} questions", asked)] : []),
      ...(plays ? [ngettext("{n} conversation", "{n} conversations", plays)] : []),
      ...(voices ? [ngettext("{n} voice exercise", "{n} voice exercises", voices)] : []),
    ]);
    const button = this.#part("due").firstElementChild;
    this.#part("due").hidden = !all || !button;
    if (button) button.textContent = gettext("Review today: {what}", { what });
  }
}

/** Is this something to learn with, and no conversation or exercise of the voice? @param {Quiz} [quiz] */
const isLesson = (quiz) => quiz?.mode === "practice" || quiz?.mode === "test";

/** @param {{title?: string, url?: string}} of */
function linkTo({ title = "", url = "" }) {
  const made = document.createElement("a");
  made.href = new URL(url, root).href;
  made.textContent = title;
  return made;
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
