// <unruffled-letter>: a whole letter that one press copies. Without this script it is the letter with
// its reasons.

import { gettext } from "../../browser/core/words.js";
import { showCall } from "../../browser/dom/call.js";
import { addCopy, makeCopying } from "../../browser/dom/copying.js";
import { learn, makeFields } from "../../browser/dom/gaps.js";
import { element } from "../../browser/dom/make.js";

class UnruffledLetter extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {ReturnType<typeof makeCopying>} */
  copying;

  connectedCallback() {
    this.#abort = new AbortController();
    const letter = this.querySelector(".say");
    if (!this.copying) {
      this.copying = makeCopying(this);
      learn(this);
      /** @type {HTMLElement} */
      this.bar = element("div", { className: "letter-bar" });
      letter.before(this.bar);
      const copy = addCopy(letter);
      copy.setAttribute("aria-labelledby", `${copy.id} letter.after`);
      this.bar.append(copy, makeFields(letter), makeText(letter.dataset.field));
    }
    this.copying.listen(this.#abort.signal);
    showCall(this, this.#abort.signal, [], (names) => this.bar.before(names));
  }

  disconnectedCallback() {
    this.#abort.abort();
  }
}

/**
 * Where the letter is selected if the browser forbids copying: between its lines are the reasons.
 *
 * @param {string | undefined} id
 */
const makeText = (id) =>
  element("textarea", {
    id,
    className: "letter-text",
    readOnly: true,
    hidden: true,
    rows: 12,
    ariaLabel: gettext("The whole letter"),
  });

if (!customElements.get("unruffled-letter")) {
  customElements.define("unruffled-letter", UnruffledLetter);
}
