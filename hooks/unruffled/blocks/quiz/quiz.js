// <unruffled-quiz>: the questions inside, as practice or as a test; keeps what is answered.
// Without this script the questions stand by themselves.

import "./question.js";
import { gettext } from "../../browser/core/words.js";
import { newSeed } from "../../browser/core/random.js";
import { sameRev } from "../../browser/core/revision.js";
import { append, past, views } from "../../browser/core/store.js";
import { button, element } from "../../browser/dom/make.js";

/** Loaded with the first answer, so that it is there at the end, also without a network. */
const RESULTS = () => import("./results.js");

/**
 * Why something is not stored; the words are loaded when they are needed.
 *
 * @param {string} reason
 */
const because = (reason) =>
  import("../../browser/core/trouble.js").then(
    ({ why }) => why(reason),
    () => "",
  );

class UnruffledQuiz extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {HTMLElement} */
  panel;
  #firsts = /** @type {Map<string, Scored>} */ (new Map());

  async connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    if (this.dataset.mode === "test") return (await import("./test.js")).startTest(this, signal);
    this.addEventListener("unruffled-answer", (event) => this.#onAnswer(event), { signal });
    if (this.panel) return; // put back into the page: the run goes on
    this.#makePanel();
    /** @type {Promise<void>} */
    this.begun = this.begin();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  get questions() {
    return [...this.querySelectorAll("unruffled-question")];
  }

  /** The questions of this run that can be answered. */
  get asked() {
    return this.questions.filter((question) => question.form && !question.hidden);
  }

  get wrong() {
    // Not those in which an earlier answer is looked at.
    return this.asked.filter(
      ({ dataset, fields }) => dataset.state === "wrong" && !fields.disabled,
    );
  }

  /** Begin a run: draw the questions where the quiz draws, number them, say what is known. */
  async begin() {
    const { questions, dataset } = this;
    this.#firsts.clear();
    /** @type {string} */
    this.run = newSeed().toString(36);
    this.#show();
    const known = await views();
    // A kind may still be on its way: without it, the numbers would not fit.
    await Promise.all(questions.map(({ ready }) => ready));
    if (dataset.draw) (await import("./drawing.js")).hideOthers(questions, dataset.draw, known);
    this.asked.forEach((question, index, { length }) => {
      const view = known.get(question.ref);
      const same = sameRev(view?.rev, question.dataset.rev);
      question.querySelector(".quiz-past")?.remove();
      if (/** @type {unknown} */ (past) && same)
        import("./look-back.js").then(
          ({ offerPast }) => offerPast(question),
          () => {},
        );
      question.querySelector("legend > span:first-child").textContent = numbered(
        { number: index + 1, total: length },
        view,
        same,
      );
    });
    this.#show();
  }

  #makePanel() {
    /** @type {HTMLElement} */
    this.count = element("p");
    /** @type {HTMLElement} */
    this.outcome = element("div", { role: "status" });
    /** @type {HTMLElement} */
    this.kept = element("p", { role: "status" });
    /** @type {HTMLButtonElement} */
    this.again = button(gettext("Try again what was wrong"), () => {
      const { wrong } = this;
      for (const question of wrong) question.clear();
      this.#turnTo(wrong[0]);
    });
    /** @type {HTMLButtonElement} */
    this.over = button(gettext("Start over"), async () => {
      for (const question of this.asked) question.reset();
      await this.begin();
      this.#turnTo(this.asked[0]);
    });
    const parts = [this.count, this.outcome, this.kept, this.again, " ", this.over];
    this.panel = element("div", { className: "quiz-panel" }, ...parts);
    this.append(this.panel);
  }

  /** @param {Question} question */
  #turnTo(question) {
    this.#show();
    question.fields.querySelector("input, select, textarea, button").focus();
  }

  /** @param {Answered} event */
  async #onAnswer({ target, detail }) {
    RESULTS();
    if (detail.tries === 1)
      this.#firsts.set(target.id, { ...detail, objective: target.dataset.objective });
    this.#show();
    const { kept, reason } = await append([{ ...detail, mode: "practice", run: this.run }]);
    const lost = gettext("Your answer is not stored; if you leave this page, it may be lost.");
    const words = kept ? "" : `${lost} ${await because(reason)}`;
    if (this.kept.textContent !== words) this.kept.textContent = words;
  }

  async #show() {
    const { length } = this.asked;
    const done = this.#firsts.size;
    this.count.textContent = gettext("{answered} of {total} answered.", {
      answered: done,
      total: length,
    });
    this.over.hidden = !done;
    this.again.hidden = done < length || !this.wrong.length;
    if (done < length) return this.outcome.replaceChildren();
    if (this.outcome.firstChild) return; // said once: it is about first answers
    const { showResults } = await RESULTS();
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = this.querySelectorAll("[data-objective] > a");
    showResults(
      this.outcome,
      [...this.#firsts.values()],
      +(/** @type {string} */ (this.dataset.pass)),
      links,
    );
  }
}

/**
 * @param {{number: number, total: number}} values
 * @param {View | undefined} view of the question
 * @param {boolean} same whether it was answered as it is now
 */
function numbered(values, view, same) {
  if (!view) return gettext("Question {number} of {total}", values);
  if (!same) return gettext("Question {number} of {total} · changed since you answered", values);
  return view.best < 1
    ? gettext("Question {number} of {total} · answered before", values)
    : gettext("Question {number} of {total} · answered before, right", values);
}

customElements.define("unruffled-quiz", UnruffledQuiz);
