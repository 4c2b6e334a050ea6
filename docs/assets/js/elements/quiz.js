// <unruffled-quiz data-pass="80">: counts first answers of the questions inside, tells the result.
// Without this script the questions stand by themselves.

import "./question.js";
import { result } from "../core/scoring.js";

class UnruffledQuiz extends HTMLElement {
  #firsts = new Map();
  #abort;

  connectedCallback() {
    this.#abort = new AbortController();
    this.panel ??= this.#makePanel();
    const { signal } = this.#abort;
    this.addEventListener("unruffled-answer", (event) => this.#onAnswer(event), { signal });
    this.again.addEventListener("click", () => this.restart(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /** Clear every answer and begin at the first question. */
  restart() {
    this.#firsts.clear();
    for (const question of this.questions) question.reset();
    this.#show();
    this.questions[0].querySelector("input").focus();
  }

  get questions() {
    return [...this.querySelectorAll("unruffled-question")];
  }

  #makePanel() {
    const panel = document.createElement("div");
    panel.className = "quiz-panel";
    this.progress = document.createElement("p");
    this.outcome = document.createElement("p");
    this.outcome.setAttribute("role", "status");
    this.again = document.createElement("button");
    this.again.type = "button";
    this.again.className = "quiz-button";
    this.again.textContent = "Start over";
    panel.append(this.progress, this.outcome, this.again);
    this.append(panel);
    return panel;
  }

  #onAnswer({ target, detail }) {
    if (detail.first) this.#firsts.set(target.id, detail.right);
    this.#show();
  }

  #show() {
    const total = this.questions.length;
    const pass = Number(this.dataset.pass);
    const { right, percent, passed, done } = result([...this.#firsts.values()], total, pass);
    this.progress.textContent = `${this.#firsts.size} of ${total} answered.`;
    this.again.hidden = this.#firsts.size === 0;
    const next = passed
      ? "Passed. Now try it in your next conversation."
      : `To pass: ${pass} %. Read the reasons, then start over.`;
    this.outcome.textContent = done
      ? `${right} of ${total} right at the first try: ${percent} %. ${next}`
      : "";
  }
}

if (!customElements.get("unruffled-quiz")) customElements.define("unruffled-quiz", UnruffledQuiz);
