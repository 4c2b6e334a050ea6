// <unruffled-question>: one question of any kind. Without this script it is the question and a
// <details> with the answer; with it, a learner answers, is told why, and tries again.
//
// What its kind does lies in ../kinds/<kind>.js: see docs/contributing/architecture.md.
// Dispatches "unruffled-answer" (bubbles) each time an answer is judged; `detail` is the attempt.

import { round, worth } from "../../browser/core/points.js";
import { newSeed, shuffled } from "../../browser/core/random.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { element } from "../../browser/dom/make.js";

class UnruffledQuestion extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** Whether the question can be answered; where its kind cannot be loaded it stays as it is. @type {Promise<boolean>} */
  ready;
  /** How often it was answered in this run. @type {number} */
  tries;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.ready ??= this.#enhance().then(
      () => true,
      () => false,
    );
    this.ready.then((able) => able && this.#listen(signal));
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  async #enhance() {
    /** @type {Kind} */
    this.kind = await import(`../../kinds/${this.dataset.kind}/${this.dataset.kind}.js`);
    /** @type {HTMLFieldSetElement} */
    this.fields = this.querySelector("fieldset");
    /** @type {HTMLDetailsElement} */
    this.answer = this.querySelector(".quiz-answer");
    /** @type {Hint[]} */
    this.hints = /** @type {Hint[]} */ ([...this.querySelectorAll(".quiz-hint")]);
    /** @type {HTMLButtonElement} */
    this.button = element("button", { className: "quiz-button" });
    /** @type {HTMLElement} */
    this.verdict = element("p", { className: "quiz-verdict", role: "status" });
    this.kind.prepare(this);
    this.answer.before(this.button, this.verdict);
    /** @param {SubmitEvent} event */
    const onsubmit = (event) => {
      event.preventDefault();
      if (!this.button.hidden) this.check();
    };
    /** @type {HTMLFormElement} */
    this.form = element("form", { onsubmit }, ...this.childNodes);
    this.append(this.form);
    this.reset();
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    // Not "change": a text is changed when the button is pressed, which would then move away.
    this.addEventListener("input", () => this.clear(), { signal });
    this.addEventListener("toggle", () => this.#showHints(), { signal, capture: true });
  }

  /** The question's name in the record: "quiz/question". */
  get ref() {
    return this.id.slice(2).replace(".", "/");
  }

  /** Forget answer, tries and hints; `seed` decides the order of the choices. */
  reset(seed = newSeed()) {
    // What was chosen before this script came is kept.
    const again = this.tries !== undefined;
    this.tries = 0;
    /** @type {number} */
    this.seed = seed;
    if (again) {
      this.form.reset();
      for (const hint of this.hints) hint.open = hint.taken = false;
    }
    this.button.textContent = gettext("Check answer");
    this.kind.arrange?.(this);
    this.#showHints();
    this.clear();
    this.answer.hidden = true;
    this.answer.open = false;
    this.button.hidden = this.dataset.mode === "test";
    this.fields.disabled = false;
  }

  /**
   * Return a list in the order of this run; as it is, where the author wants that.
   *
   * @template T
   * @param {T[]} list
   * @param {string} text
   * @returns {T[]}
   */
  mixed(list, text = "") {
    return "fixed" in this.dataset ? [...list] : shuffled(list, this.seed, this.id + text);
  }

  /** Judge the answer and dispatch it; ask for what is missing instead. */
  check() {
    const gap = this.kind.gap(this);
    if (gap) {
      gap.focus();
      this.tell(gettext("Answer this first, then check."));
    } else if (!this.kind.stage?.(this)) {
      const detail = this.judge();
      this.dispatchEvent(new CustomEvent("unruffled-answer", { bubbles: true, detail }));
    }
  }

  /**
   * Judge the answer as it stands, show the reasons, and return the attempt.
   *
   * @param {boolean} final whether no other try follows, so that everything can be shown
   * @returns {Judged}
   */
  judge(final = false) {
    const { kind, dataset } = this;
    const response = kind.response(this);
    const { share, note, self } = kind.score(response, kind.key(this));
    const max = +(dataset.points ?? 1);
    const taken = this.hints.filter((hint) => hint.taken);
    const cost = taken.reduce((sum, hint) => sum + +(hint.dataset.cost ?? 0), 0);
    const points = worth(share, max, cost);
    const all = share === 1 || self || final;
    this.clear();
    this.tries += 1;
    dataset.state = self ? "done" : share < 1 ? "wrong" : "right";
    kind.show(this, response, all);
    const words = [verdict(share, note, self, final)];
    const of = { points: round(points) };
    if (max > 1)
      words.push(ngettext("{points} of {n} points.", "{points} of {n} points.", max, of));
    this.tell(words.join(" "));
    this.answer.hidden = false;
    this.answer.open = all;
    // With the next frame: asked for now, the page would be laid out twice.
    if (!final) requestAnimationFrame(() => this.verdict.scrollIntoView({ block: "nearest" }));
    const [quiz, question] = this.ref.split("/");
    return {
      type: "attempt",
      quiz,
      question,
      kind: /** @type {string} */ (dataset.kind),
      rev: /** @type {string} */ (dataset.rev),
      response,
      share,
      points,
      max,
      tries: this.tries,
      hints: taken.length,
      seed: this.seed,
      ...(self && { self }),
    };
  }

  /** Say something below the button; it is announced. @param {string} words */
  tell(words) {
    announce(this.verdict, words);
  }

  /**
   * Put the reason of a part beside it.
   *
   * @param {Element} place where it goes in
   * @param {Element | null | undefined} reason what to copy; from the second try on, what it says then
   * @param {boolean} good whether the part is as it should be
   * @param {string | false} [words] in place of the words that the reason begins with
   * @param {Element} [control] the control that it describes
   */
  note(place, reason, good, words, control) {
    const id = `${this.id}.${this.querySelectorAll(".quiz-reason").length}`;
    const note = element(
      "div",
      { className: "quiz-reason", id },
      ...(reason?.cloneNode(true).childNodes ?? []),
    );
    note.toggleAttribute("data-right", good);
    if (words) {
      note.querySelector("b")?.remove();
      note.prepend(element("b", {}, words), " ");
    }
    const again = note.querySelector("[data-again]");
    if (again && this.tries > 1) {
      again.hidden = false;
      /** @type {Element} */ (again.previousElementSibling).remove();
    }
    place.append(note);
    control?.setAttribute("aria-describedby", id);
  }

  /** Hints are steps: the next one appears when one has been opened. */
  #showHints() {
    let steps = true;
    for (const hint of this.hints) {
      hint.hidden = !steps;
      hint.taken ||= hint.open;
      steps &&= hint.taken;
    }
  }

  /** Take the verdict and the reasons away; the answer and the number of tries stay. */
  clear() {
    delete this.dataset.state;
    this.tell("");
    for (const note of this.querySelectorAll(".quiz-reason")) {
      this.querySelector(`[aria-describedby="${note.id}"]`)?.removeAttribute("aria-describedby");
      note.remove();
    }
  }
}

/**
 * @param {number} share
 * @param {string | undefined} note
 * @param {boolean | undefined} self
 * @param {boolean} final
 */
function verdict(share, note, self, final) {
  if (self) return note ?? "";
  if (share === 1) return gettext("Right. Read why.");
  if (note && share)
    return final
      ? gettext("Partly right: {note}.", { note })
      : gettext("Partly right: {note}. Try again.", { note });
  if (note)
    return final
      ? gettext("Not yet: {note}.", { note })
      : gettext("Not yet: {note}. Try again.", { note });
  return final ? gettext("Not right. Read why.") : gettext("Not yet. Read why, then try again.");
}

customElements.define("unruffled-question", UnruffledQuestion);
