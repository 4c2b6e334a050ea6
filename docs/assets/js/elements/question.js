// <unruffled-question>: one choice question. Without this script it is a list of choices and a
// <details> with the answer; with it, a learner checks an answer and reads why.
//
// Markup it enhances: fieldset > ol > li > label > input, and details > ol > li[data-right?].
// Dispatches "unruffled-answer" {right, first} (bubbles) each time an answer is checked.

import { score } from "../core/scoring.js";

class UnruffledQuestion extends HTMLElement {
  #tries = 0;
  #abort;

  connectedCallback() {
    this.#abort = new AbortController();
    this.answer = this.querySelector("details");
    this.inputs = [...this.querySelectorAll("input")];
    this.reasons = [...this.answer.querySelectorAll("li")];
    const { signal } = this.#abort;
    if (!this.button) {
      this.button = this.#makeActions();
      this.reset();
    }
    this.button.addEventListener("click", () => this.check(), { signal });
    this.addEventListener("change", () => this.#clear(), { signal });
    this.addEventListener("keydown", (event) => this.#onKey(event), { signal });
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /** Compare the choices with the key; show and announce the reasons. */
  check() {
    const chosen = this.inputs.map((input) => input.checked);
    if (!chosen.includes(true)) {
      this.verdict.textContent = "Choose an answer first, then check it.";
      this.inputs[0].focus();
      return;
    }
    const outcome = score(chosen, this.reasons.map((reason) => "right" in reason.dataset));
    this.#clear();
    this.#tries += 1;
    this.dataset.state = outcome.right ? "right" : "wrong";
    this.verdict.textContent = verdict(outcome);
    chosen.forEach((taken, index) => taken && this.#showReason(index));
    this.answer.hidden = false;
    this.answer.open = outcome.right;
    const detail = { right: outcome.right, first: this.#tries === 1 };
    this.dispatchEvent(new CustomEvent("unruffled-answer", { bubbles: true, detail }));
  }

  /** Forget answers and tries, as on a page just opened. */
  reset() {
    this.#tries = 0;
    for (const input of this.inputs) input.checked = false;
    this.#clear();
    this.answer.hidden = true;
    this.answer.open = false;
  }

  #makeActions() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiz-button";
    button.textContent = "Check answer";
    this.verdict = document.createElement("p");
    this.verdict.className = "quiz-verdict";
    this.verdict.setAttribute("role", "status");
    this.answer.before(button, this.verdict);
    return button;
  }

  #onKey(event) {
    if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault();
      this.check();
    }
  }

  #showReason(index) {
    const reason = this.reasons[index];
    const note = document.createElement("div");
    note.className = "quiz-reason";
    note.id = `${this.id}.${index}`;
    note.toggleAttribute("data-right", "right" in reason.dataset);
    note.append(...[...reason.childNodes].map((node) => node.cloneNode(true)));
    const input = this.inputs[index];
    input.closest("li").append(note);
    input.setAttribute("aria-describedby", note.id);
  }

  #clear() {
    delete this.dataset.state;
    this.verdict.textContent = "";
    for (const note of this.querySelectorAll(".quiz-reason")) note.remove();
    for (const input of this.inputs) input.removeAttribute("aria-describedby");
  }
}

/** @param {{right: boolean, hits: number, slips: number, keys: number}} outcome */
function verdict({ right, hits, slips, keys }) {
  if (right) return "Right. The reason is below.";
  if (keys === 1 || hits === 0) return "Not yet. Read why, then try again.";
  const extra = slips === 1 ? "1 choice that does not fit" : `${slips} choices that do not fit`;
  return `Partly right: ${hits} of ${keys} right choices${slips ? `, and ${extra}` : ""}. Try again.`;
}

if (!customElements.get("unruffled-question")) {
  customElements.define("unruffled-question", UnruffledQuestion);
}
