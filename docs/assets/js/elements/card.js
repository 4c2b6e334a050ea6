// <unruffled-card>: a situation card whose lines can be copied. Without this script it is the card.

import { makeCopying } from "./copying.js";

class UnruffledCard extends HTMLElement {
  #abort;

  connectedCallback() {
    this.#abort = new AbortController();
    this.copying ??= makeCopying(this, this.querySelectorAll(".say"));
    this.copying.listen(this.#abort.signal);
  }

  disconnectedCallback() {
    this.#abort.abort();
  }
}

if (!customElements.get("unruffled-card")) {
  customElements.define("unruffled-card", UnruffledCard);
}
