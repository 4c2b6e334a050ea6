// <unruffled-review>: asks the questions that are due today, one at a time. Without this script it
// says so, and lists the modules.
//
// Each answer goes into the record with the mode "review". The first one counts; a wrong one may be
// mended at once.

import "../quiz/question.js";
import { gettext, ngettext, pieces } from "../../browser/core/words.js";
import { course, root } from "../../browser/core/course.js";
import { longDay } from "../../browser/core/dates.js";
import { endOfDay } from "../../browser/core/days.js";
import { progress } from "../../browser/core/progress.js";
import { load } from "../../browser/core/questions.js";
import { newSeed } from "../../browser/core/random.js";
import { dueToday, isPlay, isVoice, upcoming } from "../../browser/core/schedule.js";
import { append, results, state, views } from "../../browser/core/store.js";
import { why } from "../../browser/core/trouble.js";
import { elsewhere } from "../../browser/dom/elsewhere.js";
import { button, element } from "../../browser/dom/make.js";

const AT_ONCE = 20;
const LATER = gettext(
  "What you got wrong comes back the next day, the rest when you are about to forget it.",
);

class UnruffledReview extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {HTMLElement} */
  stage;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.addEventListener("unruffled-answer", (event) => this.#onAnswer(event), { signal });
    if (!this.stage) {
      this.stage = element("div", { className: "review-stage" });
      this.#begin();
    }
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  async #begin() {
    try {
      /** @type {Course} */
      this.data = await course();
      const all = dueToday(this.data, await views(), Date.now());
      /** @type {Quiz[]} */
      this.plays = this.#quizzesOf(all.filter(isPlay));
      /** @type {Quiz[]} */
      this.voices = this.#quizzesOf(all.filter(isVoice));
      const due = all.filter(isQuestion).slice(0, AT_ONCE);
      const questions = await load(due.map(({ key }) => key));
      /** @type {Question[]} */
      this.queue = questions.filter((each) => each !== null);
      /** @type {number} */
      this.total = this.queue.length;
      /** @type {string} */
      this.run = newSeed().toString(36);
      /** @type {HTMLElement} */
      this.risk = element("p", { role: "status" });
      /** @type {number} */
      this.right = 0;
      this.replaceChildren(this.stage);
      if (this.total) await this.#next();
      else if (due.length) this.#failed();
      else if (this.plays.length + this.voices.length) await this.#onlyPlays();
      else await this.#nothing();
    } catch {
      this.#failed();
    }
  }

  async #next() {
    const question = /** @type {Question} */ (this.queue.shift());
    const [, quiz] = question.id.split(".");
    const from = this.data.modules.find((each) => each.quiz === quiz) ?? this.data.quizzes[quiz];
    const number = this.total - this.queue.length;
    const legend = question.querySelector("legend");
    question.dataset.mode = "practice";
    /** @type {Element} */ (legend.firstElementChild).textContent = gettext(
      "Question {number} of {total}",
      { number, total: this.total },
    );
    legend.tabIndex = -1;
    /** @type {HTMLElement} */
    this.bar = element("div", { className: "review-bar" });
    this.stage.replaceChildren(
      element(
        "p",
        { className: "review-where" },
        ...pieces(gettext("From {module}"), { module: link(from) }),
      ),
      question,
      this.bar,
      this.risk,
    );
    // A question that cannot be answered is still there to be read.
    if (!(await question.ready)) this.#offerNext();
    if (number > 1) this.#turnTo(legend);
  }

  #offerNext() {
    const more = this.queue.length;
    this.bar.append(
      button(more ? gettext("Next question") : gettext("Finish"), () =>
        more ? this.#next() : this.#finish(),
      ),
    );
  }

  /** @param {Answered} event */
  async #onAnswer({ detail }) {
    const recorded = append([{ ...detail, mode: "review", run: this.run }]);
    if (!this.bar.hasChildNodes()) {
      this.right += Number(detail.share === 1);
      this.#offerNext();
    }
    const { kept, reason } = await recorded;
    this.risk.textContent = kept
      ? ""
      : [
          gettext("Your answer is not stored; if you leave this page, it may be lost."),
          why(reason),
        ].join(" ");
  }

  async #finish() {
    const left = dueToday(this.data, await views(), Date.now()).filter(isQuestion).length;
    const words = [
      gettext("{right} of {total} right at the first answer.", {
        right: this.right,
        total: this.total,
      }),
    ];
    if (state() !== "kept") {
      words.push(
        gettext("Not all of these answers are stored; they may be lost when you close the page."),
        why(state()),
      );
    }
    this.#say(gettext("Review done"), ...words);
    if (left) {
      const more = ngettext("{n} more is due today.", "{n} more are due today.", left);
      this.stage.append(
        element("p", {}, more),
        button(gettext("Go on"), () => this.#begin()),
      );
    } else await this.#outlook();
    this.#turnTo(/** @type {HTMLElement} */ (this.stage.firstElementChild));
  }

  async #onlyPlays() {
    this.#say(gettext("No questions are due today"), LATER);
    await this.#outlook();
  }

  async #nothing() {
    const off =
      state() === "off"
        ? gettext("This browser lets the site keep no record, so nothing can come back here.")
        : gettext("{cause} So nothing can come back here now.", { cause: why(state()) });
    if ((await views()).size) this.#say(gettext("Nothing is due today"), LATER);
    else if (state() !== "kept") this.#say(gettext("Nothing to review"), off);
    else
      this.#say(
        gettext("Nothing to review yet"),
        gettext("Answer the questions of a module."),
        LATER,
      );
    await this.#outlook();
    if (!(await views()).size) this.stage.append(...elsewhere());
  }

  #failed() {
    this.replaceChildren(this.stage);
    this.#say(
      gettext("The questions could not be loaded"),
      gettext("Check your connection, then open this page again."),
    );
  }

  /** @param {{key: string}[]} due @returns {Quiz[]} each once */
  #quizzesOf(due) {
    const names = new Set(due.map(({ key }) => key.split("/")[0]));
    return [...names].map((name) => this.data.quizzes[name]);
  }

  /** Conversations and the voice are not practised here, but on pages of their own. */
  #offerPlays() {
    this.#offerPages(gettext("Conversations to play again:"), this.plays);
    this.#offerPages(gettext("Lines to say aloud again:"), this.voices);
  }

  /** @param {string} words @param {Quiz[] | undefined} quizzes */
  #offerPages(words, quizzes) {
    if (!quizzes?.length) return;
    const links = quizzes.map((each) => element("li", {}, link(each)));
    this.stage.append(element("p", {}, words), element("ul", {}, ...links));
  }

  /** @param {string} title @param {...string} words */
  #say(title, ...words) {
    this.stage.replaceChildren(
      element("h2", { tabIndex: -1 }, title),
      element("p", {}, words.join(" ")),
    );
  }

  /** Say when the next questions come, and where to go on. */
  async #outlook() {
    this.#offerPlays();
    const seen = await views();
    const now = Date.now();
    const dates = upcoming(this.data, seen, now).map(({ due }) => due);
    /** @param {number} days */
    const until = (days) => dates.filter((date) => date <= endOfDay(now, days)).length;
    const tomorrow = until(1) - until(0);
    const week = until(7) - until(1);
    const first = dates.find((date) => date > endOfDay(now));
    const said = coming(tomorrow, week, first);
    if (said) this.stage.append(element("p", {}, said));
    const passed = await results();
    const { modules, quizzes } = this.data;
    /** @param {Module} module */
    const open = ({ quiz }) => quiz && progress(quizzes[quiz], seen, passed).state !== "done";
    const next = modules.find(open);
    if (!next) return;
    const { title, url } = next;
    const words = seen.size
      ? gettext("Go on with: {title}", { title })
      : gettext("Begin with: {title}", { title });
    const go = link({ title: words, url }, "md-button md-button--primary");
    this.stage.append(element("p", {}, go));
  }

  /** @param {HTMLElement} target */
  #turnTo(target) {
    this.stage.scrollIntoView();
    target.focus({ preventScroll: true });
  }
}

/**
 * Say when the next questions come.
 *
 * @param {number} tomorrow
 * @param {number} week after it
 * @param {number | undefined} first the day, where it is later
 */
function coming(tomorrow, week, first) {
  if (tomorrow && week)
    return gettext("Next: {tomorrow} tomorrow, {week} in the next week.", { tomorrow, week });
  if (tomorrow) return gettext("Next: {tomorrow} tomorrow.", { tomorrow });
  if (week) return gettext("Next: {week} in the next week.", { week });
  return first ? gettext("Next: on {day}.", { day: longDay(first) }) : "";
}

/** Is it asked on this page? @param {{key: string}} each */
const isQuestion = (each) => !isPlay(each) && !isVoice(each);

/** @param {{title: string, url: string}} page @param {string} className */
const link = ({ title, url }, className = "") =>
  element("a", { href: new URL(url, root).href, className }, title);

if (!customElements.get("unruffled-review")) {
  customElements.define("unruffled-review", UnruffledReview);
}
