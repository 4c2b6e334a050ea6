// <unruffled-one-question>: one question on a page that is no module. What it needs is loaded when
// somebody comes near it; an answer goes into the record. Without this script it is the question.

import { newSeed } from "../../browser/core/random.js";

/** How near, in pixels: what changes by the script has changed before it is seen. */
const NEAR = "300px";

class UnruffledOneQuestion extends HTMLElement {
  #abort = new AbortController();
  /** Stands for this visit in the record. */
  #run = "";

  connectedCallback() {
    const near = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        import("../quiz/question.js");
      },
      { rootMargin: NEAR },
    );
    near.observe(this);
    const { signal } = this.#abort;
    signal.addEventListener("abort", () => near.disconnect());
    this.addEventListener("unruffled-answer", (event) => this.#keep(event.detail), { signal });
  }

  disconnectedCallback() {
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  /** @param {Judged} answer */
  async #keep(answer) {
    const { append } = await import("../../browser/core/store.js");
    this.#run ||= newSeed().toString(36);
    await append([{ ...answer, mode: "practice", run: this.#run }]);
  }
}

if (!customElements.get("unruffled-one-question"))
  customElements.define("unruffled-one-question", UnruffledOneQuestion);
