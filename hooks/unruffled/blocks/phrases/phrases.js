// <unruffled-phrases>: a phrase table that can be filtered and copied from. Without this script it
// is a table. The filter is kept in the address; what is copied is announced.

import { gettext, ngettext } from "../../browser/core/words.js";
import { keepSaid } from "../../browser/dom/announce.js";
import { showCall } from "../../browser/dom/call.js";
import { addCopy, makeCopying } from "../../browser/dom/copying.js";
import { makeFilters } from "../../browser/dom/filters.js";
import { learn, makeFields } from "../../browser/dom/gaps.js";

class UnruffledPhrases extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {ReturnType<typeof makeCopying>} */
  copying;
  /** @type {HTMLFormElement} */
  form;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    /** @type {HTMLElement} */
    this.count = this.querySelector(".phrase-count");
    /** @type {HTMLElement[]} */
    this.rows = [...this.querySelectorAll("tbody tr")];
    if (!this.copying) {
      this.copying = makeCopying(this);
      learn(this);
      for (const line of this.rows.map(sayOf)) addCopy(line).after(makeFields(line));
    }
    this.copying.listen(signal);
    showCall(this, signal);
    // The finder takes it to where it stands itself.
    this.form ??= this.querySelector("form");
    /** @type {ReturnType<typeof makeFilters>} */
    this.wanted = makeFilters(this.form, () => this.#apply(), signal);
    this.count.hidden = false;
    this.#apply();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  #apply() {
    const wanted = this.wanted();
    for (const row of this.rows) {
      row.hidden = !wanted.every(([name, value]) => row.dataset[name]?.split(" ").includes(value));
    }
    const shown = this.rows.filter((row) => !row.hidden).length;
    const none =
      wanted.length > 1
        ? gettext("No phrase fits all of these. Clear one filter.")
        : gettext("No phrase fits.");
    const all = this.rows.length;
    const some = ngettext("{shown} of {n} phrases", "{shown} of {n} phrases", all, { shown });
    keepSaid(this.count, shown ? some : none);
  }
}

/** @param {HTMLElement} row */
function sayOf(row) {
  const say = row.querySelector(".say");
  say.id = `${row.id}.say`;
  say.dataset.id = row.id.replace(".", "/");
  return say;
}

if (!customElements.get("unruffled-phrases")) {
  customElements.define("unruffled-phrases", UnruffledPhrases);
}
