// <unruffled-card>: a situation card whose lines can be copied. Without this script it is the card.

import { showCall } from "./call.js";
import { addCopy, makeCopying } from "./copying.js";

class UnruffledCard extends HTMLElement {
  #abort;

  connectedCallback() {
    this.#abort = new AbortController();
    if (!this.copying) {
      this.copying = makeCopying(this);
      this.querySelectorAll(".say").forEach(addCopy);
    }
    this.copying.listen(this.#abort.signal);
    showCall(this, this.#abort.signal);
  }

  disconnectedCallback() {
    this.#abort.abort();
  }
}

if (!customElements.get("unruffled-card")) {
  customElements.define("unruffled-card", UnruffledCard);
}
