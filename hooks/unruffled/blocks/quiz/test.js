// A quiz in test mode: draw, answer with a map and perhaps a clock, hand in, see everything.
// What is answered is kept as a draft until it is handed in, so a reload loses nothing.

import { total } from "../../browser/core/points.js";
import { append, draft, keeps, onchange, results, saveDraft } from "../../browser/core/store.js";
import { why } from "../../browser/core/trouble.js";
import { gettext } from "../../browser/core/words.js";
import { MINUTE, makeClock } from "./clock.js";
import { button, element } from "../../browser/dom/make.js";
import { makeMap, stillOpen, watchHeight } from "./map.js";
import { makeOffer, pastTests } from "./offer.js";
import { showOutcome } from "./outcome.js";
import { attemptOf, drawPaper, findQuestions, objectiveLinks, runsBefore } from "./paper.js";

const RISK = gettext(
  "Your answers are not stored: a reload may lose them. Hand in before you leave this page.",
);

/**
 * Let a quiz be taken as a test, until `signal` ends.
 *
 * @param {QuizElement} quiz
 * @param {AbortSignal} signal
 */
export function startTest(quiz, signal) {
  for (const each of quiz.querySelectorAll("unruffled-question, .quiz-pool")) each.hidden = true;
  new Test(quiz, signal).offer();
}

class Test {
  /** @param {QuizElement} quiz @param {AbortSignal} signal */
  constructor(quiz, signal) {
    const { quiz: id = "", pass, draw: count, minutes, pool, attempts } = quiz.dataset;
    this.quiz = quiz;
    this.signal = signal;
    this.id = id;
    this.key = `test:${id}`;
    this.pass = Number(pass);
    this.count = Number(count ?? Infinity);
    this.minutes = Number(minutes ?? 0);
    this.attempts = Number(attempts ?? 0);
    this.pool = pool?.split(" ");
    this.fixed = "fixed" in quiz.dataset;
    this.own = [...quiz.querySelectorAll("unruffled-question")];
    this.panel = element("div", { className: "quiz-panel" });
    this.busy = /** @type {Promise<void> | undefined} */ (undefined);
    quiz.querySelector(".quiz-panel")?.remove();
    quiz.append(this.panel, ...this.own);
    const stop = onchange(() => this.#onElsewhere());
    signal.addEventListener("abort", stop);
  }

  /** Show what comes before the test. @param {...string} words */
  async offer(...words) {
    const mine = (await results()).filter((result) => result.quiz === this.id);
    const begun = await draft(this.key);
    const kept = await keeps();
    for (const each of this.own) each.remove(); // one that is looked at again would be there twice
    const parts = await makeOffer({
      words,
      title: this.quiz.dataset.title ?? "",
      minutes: this.minutes,
      kept,
      over: "over" in this.quiz.dataset,
      attempts: this.attempts,
      runs: this.id.startsWith("assignment:") ? await runsBefore(this.id) : [],
      past: mine.length ? await pastTests(this.id) : [],
      passed: mine
        .filter((result) => result.passed)
        .sort((a, b) => a.at - b.at)
        .at(-1),
      begin: (limit) => this.#try(() => this.begin(limit)),
      // Another tab may have handed it in.
      goOn:
        begun &&
        !mine.some(({ run }) => run === begun.run) &&
        (() => this.#try(() => this.run(begun))),
    });
    this.panel.replaceChildren(...parts);
  }

  /**
   * Do what needs the network; where that fails, say so and offer it again.
   *
   * @param {() => Promise<void>} work
   */
  #try(work) {
    this.busy ??= work()
      .catch(() => {
        /** @type {Draft | null} */
        this.state = null;
        this.offer(
          gettext("The questions could not be loaded. Check your connection, then try again."),
        );
      })
      .finally(() => (this.busy = undefined)); // pressed twice, one test is begun
  }

  /** Draw the questions; then run. `limit` is in minutes, 0 for none. @param {number} limit */
  async begin(limit) {
    const paper = await drawPaper(this);
    const began = Date.now();
    const deadline = limit && began + limit * MINUTE;
    // What a trainer is to know: a test that is begun anew has shown its questions.
    if (this.id.startsWith("assignment:"))
      append([{ type: "begun", quiz: this.id, mode: "test", ...paper, began, limit }]);
    await this.run({ ...paper, began, limit, deadline, extra: 0, answers: {}, hints: {} });
  }

  /**
   * Ask the questions of a test that has been drawn. Rejects where they cannot all be had.
   *
   * @param {Draft} state
   */
  async run(state) {
    /** @type {Question[]} */
    this.questions = await findQuestions(this, state.drawn);
    this.state = { ...state, drawn: this.questions.map(({ id }) => id.slice(2).replace(".", "/")) };
    /** @type {Set<string>} */
    this.touched = new Set(Object.keys(state.answers));
    await Promise.all(this.questions.map((question, index) => this.#prepare(question, index)));
    /** @type {ReturnType<typeof makeMap>} */
    this.map = makeMap(this.questions);
    /** @type {HTMLElement} */
    this.left = element("p", { className: "quiz-warning", role: "alert" });
    /** @type {HTMLButtonElement} */
    this.hand = button(gettext("Hand in"), () => this.handIn());
    /** @type {ReturnType<typeof makeClock> | null} */
    this.clock = state.deadline ? makeClock(this.state, () => this.save(), this.signal) : null;
    /** @type {HTMLElement} */
    this.risk = element("p", { className: "quiz-risk", role: "alert" }, RISK);
    /** @type {HTMLElement} */
    this.bar = element(
      "div",
      { className: "quiz-bar" },
      this.map.element,
      this.clock ? this.clock.element : "",
    );
    /** @type {HTMLElement} */
    this.cause = element("p", { role: "status" }); // longer than what has to stay in view
    this.panel.replaceChildren(this.bar, this.cause, ...this.questions, this.left, this.hand);
    // What a link of the map leads to must not lie below the bar, however high that is.
    watchHeight(this.bar, () =>
      this.panel.style.setProperty("--bar", `${this.bar.offsetHeight}px`),
    );
    this.#listen({ signal: this.signal });
    this.#mark();
    this.save();
    const first = this.questions.find((each) => !this.#answered(each)) ?? this.questions[0];
    first.querySelector("input, select, textarea, button").focus();
  }

  /** @param {Question} question @param {number} index */
  async #prepare(question, index) {
    const { drawn, seed, answers, hints } = /** @type {Draft} */ (this.state);
    question.dataset.mode = "test";
    if (this.fixed) question.dataset.fixed = "";
    question.hidden = false;
    question.querySelector("legend > span:first-child").textContent = gettext(
      "Question {number} of {total}",
      { number: index + 1, total: drawn.length },
    );
    this.panel.append(question); // it is made ready where it is put
    if (!(await question.ready)) throw new Error("a script could not be loaded");
    question.reset(seed);
    try {
      if (question.ref in answers) question.kind.restore(question, answers[question.ref]);
    } catch {
      this.touched.delete(question.ref); // the question has changed its kind since
    }
    for (const hint of question.hints.slice(0, hints[question.ref] ?? 0)) hint.open = true;
  }

  /** @param {AddEventListenerOptions} options */
  #listen(options) {
    if (this.listens) return;
    this.listens = true;
    const onInput = (/** @type {Aimed} */ event) => this.#onInput(event);
    this.panel.addEventListener("input", onInput, options);
    this.panel.addEventListener("toggle", () => this.save(), { ...options, capture: true });
    // Before the record hands over to the next page what is not written yet.
    addEventListener("pagehide", () => this.save(), { ...options, capture: true });
  }

  /** @param {Aimed} event */
  #onInput({ target }) {
    const question = target.closest("unruffled-question");
    if (!question || !this.state) return;
    this.touched.add(question.ref);
    this.#mark();
    this.save(); // at once: what is written while a page closes may be lost
  }

  /** What was answered before is, also while a question's script is on its way. @param {Question} question */
  #answered(question) {
    return this.touched.has(question.ref) && !question.kind?.gap(question);
  }

  #mark() {
    this.map.mark(this.questions.map((each) => this.#answered(each)));
    this.left.replaceChildren();
    this.hand.textContent = gettext("Hand in");
  }

  /** Keep what is answered so far; where that fails, say so at once. */
  async save() {
    if (!this.state) return;
    for (const question of this.questions) {
      const { ref } = question;
      if (!question.hints) continue; // it is not ready yet: what is kept of it stays
      if (this.touched.has(ref)) this.state.answers[ref] = question.kind.response(question);
      this.state.hints[ref] = question.hints.filter((hint) => hint.taken || hint.open).length;
    }
    const { kept, reason } = await saveDraft(this.key, this.state);
    if (kept) this.risk.remove();
    else if (!this.risk.isConnected) this.bar.append(this.risk);
    this.cause.textContent = kept ? "" : why(reason);
  }

  /** End this test when it has been handed in from another tab. */
  async #onElsewhere() {
    const run = this.state?.run;
    if (!run || !(await results()).some((result) => result.run === run) || !this.state) return;
    this.state = null;
    this.clock?.stop();
    this.offer(gettext("This test was handed in from another tab or window."));
  }

  /** Hand in, or at first say which questions are open. */
  handIn() {
    if (!this.state) return;
    const open = this.questions.flatMap((each, index) => (this.#answered(each) ? [] : [index]));
    if (!open.length || this.left.hasChildNodes()) {
      this.finish();
      return;
    }
    this.left.replaceChildren(...stillOpen(this.questions, open));
    this.hand.textContent = gettext("Hand in all the same");
  }

  async #again() {
    await this.offer();
    this.quiz.scrollIntoView();
    this.panel.querySelector("button").focus();
  }

  /** Judge everything and record it, before anything that could fail or wait. */
  async finish() {
    const { answers, hints, deadline, ...kept } = /** @type {Draft} */ (this.state);
    this.state = null;
    this.clock?.stop();
    const { run } = kept;
    const rows = this.questions.map((question) => {
      const { objective } = question.dataset;
      const attempt = attemptOf(question, this.touched.has(question.ref));
      return { ...attempt, mode: "test", run, objective };
    });
    const late = deadline ? Math.max(0, Math.ceil((Date.now() - deadline) / MINUTE)) : 0;
    const sum = total(rows, this.pass);
    const result = {
      type: /** @type {const} */ ("result"),
      quiz: this.id,
      mode: "test",
      ...kept,
      late,
      ...sum,
    };
    // What was left open was not answered: only the result's `drawn` knows of it.
    const answered = rows.filter(({ response }) => response !== null);
    const attempts = answered.map(({ objective, ...attempt }) => attempt);
    const recorded = append([...attempts, result]);
    for (const question of this.questions) question.fields.disabled = true;
    this.left.remove();
    this.hand.remove();
    const links = await objectiveLinks(this.quiz, this.pool);
    const { title = "" } = this.quiz.dataset;
    const outcome = await showOutcome({
      title,
      rows,
      pass: this.pass,
      links,
      result,
      again: () => this.#again(),
    });
    this.panel.querySelector(".quiz-bar").replaceWith(outcome);
    outcome.querySelector("h3").focus();
    const stored = await recorded;
    if (stored.kept) saveDraft(this.key, null);
    else
      outcome.append(
        element(
          "p",
          { role: "alert" },
          gettext("The result is not stored. {cause} Print it if you need it.", {
            cause: why(stored.reason),
          }),
        ),
      );
  }
}
