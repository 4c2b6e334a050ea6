// <unruffled-quiz>: the questions inside, as practice or as a test; keeps what is answered.
// Without this script the questions stand by themselves.

import "./question.js";
import { draw, newSeed } from "../core/random.js";
import { total } from "../core/points.js";
import { append, views } from "../core/store.js";
import { showResults } from "./results.js";

class UnruffledQuiz extends HTMLElement {
  #abort;
  #firsts = new Map();

  async connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    if (this.dataset.mode === "test") {
      const { startTest } = await import("./test.js");
      startTest(this, signal);
      return;
    }
    this.panel ??= this.#makePanel();
    this.addEventListener("unruffled-answer", (event) => this.#onAnswer(event), { signal });
    this.panel.addEventListener("click", (event) => this.#onClick(event), { signal });
    await Promise.all(this.questions.map((question) => question.ready));
    this.begin();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  get questions() {
    return [...this.querySelectorAll("unruffled-question")];
  }

  /** The questions of this run. */
  get asked() {
    return this.questions.filter((question) => !question.hidden);
  }

  /** Begin a run: draw the questions where the quiz draws, and number them. */
  async begin() {
    this.#firsts.clear();
    this.run = newSeed().toString(36);
    this.#show();
    const known = await views();
    const view = ({ id }) => known.get(id.slice(2).replace(".", "/"));
    if (this.dataset.draw) {
      const times = new Map(this.questions.map((each) => [each.id, view(each)?.n]));
      const drawn = draw([...times.keys()], Number(this.dataset.draw), times, newSeed());
      for (const question of this.questions) question.hidden = !drawn.includes(question.id);
    }
    this.asked.forEach((question, index, { length }) => {
      const before = view(question);
      const same = before?.rev === question.dataset.rev;
      const past = same ? (before.best === 1 ? " · right before" : " · answered before") : " · changed since you answered";
      question.querySelector("legend span").textContent =
        `Question ${index + 1} of ${length}${before ? past : ""}`;
    });
    this.#show();
  }

  #makePanel() {
    const panel = document.createElement("div");
    panel.className = "quiz-panel";
    panel.innerHTML =
      '<p class="quiz-count"></p><div role="status"></div><p class="quiz-kept" role="status"></p>' +
      '<button type="button" class="quiz-button" value="wrong" hidden>Try again what was wrong</button> ' +
      '<button type="button" class="quiz-button" value="all" hidden>Start over</button>';
    this.append(panel);
    [this.count, this.outcome, this.kept, this.again, this.over] = panel.children;
    return panel;
  }

  async #onAnswer({ target, detail }) {
    if (detail.tries === 1) this.#firsts.set(target.id, { ...detail, objective: target.dataset.objective });
    this.#show();
    const { kept } = await append([{ ...detail, mode: "practice", run: this.run }]);
    this.kept.textContent = kept ? "" : "This browser does not keep your answers. You can go on all the same.";
  }

  #onClick({ target }) {
    if (!target.value) return;
    const again = this.asked.filter((each) => target.value === "all" || each.dataset.state !== "right");
    for (const question of again) question.reset();
    if (target.value === "all") this.begin();
    const first = this.asked.find((each) => again.includes(each));
    first?.querySelector("input, select, button, textarea").focus();
  }

  #show() {
    const { length } = this.asked;
    const done = this.#firsts.size;
    this.count.textContent = `${done} of ${length} answered.`;
    this.over.hidden = !done;
    this.again.hidden = done < length || this.asked.every((each) => each.dataset.state === "right");
    if (done < length) return this.outcome.replaceChildren();
    const pass = Number(this.dataset.pass);
    const rows = [...this.#firsts.values()];
    showResults(this.outcome, rows, total(rows, pass), pass, this.querySelectorAll("[data-objective] > a"));
  }
}

if (!customElements.get("unruffled-quiz")) customElements.define("unruffled-quiz", UnruffledQuiz);
