// A quiz in test mode: draw, answer with a map and perhaps a clock, hand in, see everything.
// What is answered is kept as a draft until it is handed in, so a reload loses nothing.

import { course, root } from "../core/course.js";
import { draw } from "../core/draw.js";
import { total } from "../core/points.js";
import { load } from "../core/questions.js";
import { newSeed } from "../core/random.js";
import { append, draft, saveDraft, views } from "../core/store.js";
import { makeClock } from "./clock.js";
import { button, element } from "./make.js";
import { makeMap } from "./map.js";
import { showResults } from "./results.js";

const MINUTES = 60_000;

/** Let a quiz be taken as a test, until `signal` ends. */
export async function startTest(quiz, signal) {
  const test = new Test(quiz, signal);
  for (const each of quiz.querySelectorAll("unruffled-question, .quiz-pool")) each.hidden = true;
  test.offer(await draft(test.key));
}

class Test {
  constructor(quiz, signal) {
    const { quiz: id, pass, draw: count, minutes, pool } = quiz.dataset;
    Object.assign(this, { quiz, signal, id, key: `test:${id}`, pass: Number(pass) });
    this.count = Number(count ?? Infinity);
    this.minutes = Number(minutes ?? 0);
    this.pool = pool?.split(" ");
    this.panel = element("div", { className: "quiz-panel" });
    quiz.querySelector(".quiz-panel")?.remove();
    quiz.append(this.panel);
  }

  /** Show what comes before: the choice of time, and the way back into a test that was begun. */
  offer(begun) {
    const time = element("select", {}, ...this.#times());
    const choice = element("label", { className: "quiz-time" }, "Time ", time);
    const start = button("Start the test", () => this.begin(Number(time.value)));
    this.panel.replaceChildren(
      element("p", {}, "Answers are shown when you have handed in. What you answer is kept if you close this page."),
      ...(begun ? [button("Go on with the test you began", () => this.run(begun)), " "] : []),
      ...(this.minutes ? [choice] : []),
      start,
    );
    if (begun) start.textContent = "Begin a new test";
  }

  #times() {
    const factors = [[1, ""], [1.5, ": half as much again"], [2, ": twice as much"]];
    const options = factors.map(([factor, more]) => {
      const minutes = Math.ceil(this.minutes * factor);
      return new Option(`${minutes} minutes${more}`, minutes);
    });
    return [...options, new Option("No limit", 0)];
  }

  /** Draw the questions; then run. `limit` is in minutes, 0 for none. */
  async begin(limit) {
    const seed = newSeed();
    const [known, refs] = await Promise.all([views(), this.#refs()]);
    const times = new Map(refs.map((ref) => [ref, known.get(ref)?.n]));
    const began = Date.now();
    const deadline = limit ? began + limit * MINUTES : 0;
    const drawn = draw(refs, Math.min(this.count, refs.length), times, seed);
    await this.run({ seed, run: seed.toString(36), drawn, began, limit, deadline, extra: 0, answers: {}, hints: {} });
  }

  /** Return the questions that can be asked, as "quiz/question". */
  async #refs() {
    if (!this.pool) return [...this.quiz.querySelectorAll("unruffled-question")].map((each) => each.ref);
    const { quizzes } = await course();
    const counted = (id) => Object.entries(quizzes[id]?.questions ?? {}).filter(([, [, , points]]) => points);
    return this.pool.flatMap((id) => counted(id).map(([name]) => `${id}/${name}`));
  }

  /** Ask the questions of a test that has been drawn. */
  async run(state) {
    this.state = state;
    this.questions = await this.#questions(state.drawn);
    this.touched = new Set(Object.keys(state.answers));
    await Promise.all(this.questions.map((question, index) => this.#prepare(question, index)));
    this.questions = this.questions.filter((question) => question.kind); // its script may be missing
    this.map = makeMap(this.questions);
    this.left = element("p", { className: "quiz-warning", role: "alert" });
    this.hand = button("Hand in", () => this.handIn());
    this.clock = state.deadline ? makeClock(state, () => this.save(), this.signal) : null;
    const bar = element("div", { className: "quiz-bar" }, this.map.element, ...(this.clock ? [this.clock.element] : []));
    this.panel.replaceChildren(bar, ...this.questions, this.left, this.hand);
    const options = { signal: this.signal };
    this.panel.addEventListener("input", (event) => this.#onInput(event), options);
    this.panel.addEventListener("change", (event) => this.#onInput(event), options);
    this.panel.addEventListener("toggle", () => this.save(), { ...options, capture: true });
    addEventListener("pagehide", () => this.save(), options);
    this.#mark();
    this.save();
    this.questions[0]?.querySelector("input, select, textarea, button")?.focus();
  }

  async #questions(refs) {
    if (this.pool) return (await load(refs)).filter(Boolean);
    const own = new Map([...this.quiz.querySelectorAll("unruffled-question")].map((each) => [each.ref, each]));
    return refs.map((ref) => own.get(ref)).filter(Boolean);
  }

  async #prepare(question, index) {
    question.dataset.mode = "test";
    question.hidden = false;
    question.querySelector("legend span").textContent = `Question ${index + 1} of ${this.state.drawn.length}`;
    this.panel.append(question); // it is made ready where it is put
    if (!(await question.ready)) return;
    question.reset(this.state.seed);
    const { answers, hints } = this.state;
    if (question.ref in answers) question.kind.restore(question, answers[question.ref]);
    for (const hint of question.hints.slice(0, hints[question.ref] ?? 0)) hint.open = true;
  }

  #onInput({ target }) {
    const question = target.closest("unruffled-question");
    if (!question || !this.state) return;
    this.touched.add(question.ref);
    this.#mark();
    this.save(); // at once: what is written while a page closes may be lost
  }

  #answered(question) {
    return this.touched.has(question.ref) && !question.kind?.gap(question);
  }

  #mark() {
    this.map.mark(this.questions.map((each) => this.#answered(each)));
    this.left.replaceChildren();
    this.hand.textContent = "Hand in";
  }

  /** Keep what is answered so far. */
  save() {
    if (!this.state) return;
    for (const question of this.questions) {
      const ref = question.ref;
      if (!question.kind) continue;
      if (this.touched.has(ref)) this.state.answers[ref] = question.kind.response(question);
      this.state.hints[ref] = question.hints.filter((hint) => hint.taken || hint.open).length;
    }
    saveDraft(this.key, this.state);
  }

  /** Hand in, or at first say which questions are open. */
  handIn() {
    const open = this.questions.flatMap((each, index) => (this.#answered(each) ? [] : [index]));
    if (open.length && !this.left.hasChildNodes()) {
      const links = open.flatMap((index) => [element("a", { href: `#${this.questions[index].id}` }, `${index + 1}`), " "]);
      this.left.replaceChildren("Not answered yet: ", ...links);
      this.hand.textContent = "Hand in all the same";
      return;
    }
    this.clock?.stop();
    this.finish();
  }

  /** Judge a question; one that nobody touched is wrong, in whatever order its items stand. */
  #attempt(question) {
    const attempt = question.judge(true);
    if (this.touched.has(question.ref)) return attempt;
    question.tell("Not answered. Read why.");
    return { ...attempt, response: null, share: 0, points: 0 };
  }

  async finish() {
    const { seed, run, drawn, began, limit, extra } = this.state;
    const rows = this.questions.map((question) => ({
      ...this.#attempt(question), mode: "test", run, objective: question.dataset.objective,
    }));
    for (const question of this.questions) question.fields.disabled = true;
    const sum = total(rows, this.pass);
    const { edition = "", quizzes = {} } = await course().catch(() => ({}));
    const result = {
      type: "result", quiz: this.id, mode: "test", run, seed, drawn, began, limit, extra, edition, ...sum,
    };
    this.state = null;
    const attempts = rows.map(({ objective, ...attempt }) => attempt);
    const { kept } = await append([...attempts, result]);
    saveDraft(this.key, undefined);
    this.#show(rows, sum, result, kept, quizzes);
  }

  async #show(rows, sum, result, kept, quizzes) {
    const title = element("h3", { tabIndex: -1 }, sum.passed ? "You have passed" : "Not passed yet");
    const place = element("div");
    showResults(place, rows, this.pass, this.#links(quizzes));
    const again = button("Take another test", () => location.reload());
    const bar = element("div", { className: "quiz-outcome" }, title, place);
    if (result.extra) bar.append(element("p", {}, `${result.extra} minutes were added.`));
    if (!kept) bar.append(element("p", {}, "This browser does not keep the result. Print it if you need it."));
    if (sum.passed) {
      const { makeCertificate } = await import("./certificate.js");
      bar.append(makeCertificate(this.quiz.dataset.title, result), " ");
    }
    bar.append(again, element("p", {}, "All answers with their reasons are below."));
    this.panel.querySelector(".quiz-bar").replaceWith(bar);
    this.left.remove();
    this.hand.remove();
    title.focus();
  }

  /** The objectives' links: those of the page, or of the quizzes that the test draws from. */
  #links(quizzes) {
    if (!this.pool) return this.quiz.querySelectorAll("[data-objective] > a");
    return this.pool.flatMap((id) =>
      Object.entries(quizzes[id]?.objectives ?? {}).map(([name, [text, url]]) => {
        const link = element("a", { href: new URL(url, root) }, text);
        element("li", {}, link).dataset.objective = `${id}/${name}`;
        return link;
      }));
  }
}
