// <unruffled-card>: a situation card whose lines can be copied. Without this script it is the card.

import { showCall } from "../../browser/dom/call.js";
import { addCopy, makeCopying } from "../../browser/dom/copying.js";
import { learn, makeFields } from "../../browser/dom/gaps.js";

class UnruffledCard extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {ReturnType<typeof makeCopying>} */
  copying;

  connectedCallback() {
    this.#abort = new AbortController();
    if (!this.copying) {
      this.copying = makeCopying(this);
      learn(this);
      for (const line of this.querySelectorAll(".say")) {
        line.dataset.id = this.dataset.id;
        addCopy(line).after(makeFields(line));
      }
    }
    this.copying.listen(this.#abort.signal);
    // The first screen of a narrow window is for the words; the names stand below them.
    showCall(this, this.#abort.signal, [], (bar) => this.querySelector(".card-now").after(bar));
  }

  disconnectedCallback() {
    this.#abort.abort();
  }
}

if (!customElements.get("unruffled-card")) {
  customElements.define("unruffled-card", UnruffledCard);
}
