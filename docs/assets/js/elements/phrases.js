// <unruffled-phrases>: a phrase table that can be filtered and copied from. Without this script it
// is a table. The filter is kept in the address (?situation=…&moment=…&channel=…&tone=…), so that
// it can be shared; what is copied is announced.

import { showCall } from "./call.js";
import { addCopy, makeCopying } from "./copying.js";

class UnruffledPhrases extends HTMLElement {
  #abort;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.form = this.querySelector("form");
    this.count = this.querySelector(".phrase-count");
    this.rows = [...this.querySelectorAll("tbody tr")];
    if (!this.copying) {
      this.copying = makeCopying(this);
      this.rows.map(sayOf).forEach(addCopy);
    }
    this.copying.listen(signal);
    showCall(this, signal);
    this.form.addEventListener("change", () => this.#onFilter(), { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    // A reset event comes before the fields are reset.
    this.form.addEventListener("reset", () => setTimeout(() => this.#onFilter()), { signal });
    this.form.hidden = this.count.hidden = false;
    this.#readAddress();
    this.#apply();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  get selects() {
    return [...this.form.querySelectorAll("select")];
  }

  #readAddress() {
    const wanted = new URLSearchParams(location.search);
    for (const select of this.selects) {
      const value = wanted.get(select.name) ?? "";
      const known = [...select.options].some((option) => option.value === value);
      select.value = known ? value : "";
    }
  }

  #onFilter() {
    const address = new URL(location.href);
    for (const { name, value } of this.selects) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
    this.#apply();
  }

  #apply() {
    const wanted = this.selects.filter((select) => select.value);
    for (const row of this.rows) {
      row.hidden = !wanted.every(({ name, value }) => row.dataset[name].split(" ").includes(value));
    }
    const shown = this.rows.filter((row) => !row.hidden).length;
    const none = wanted.length > 1 ? "No phrase fits all of these. Clear one filter." : "No phrase fits.";
    this.count.textContent = shown ? `${shown} of ${this.rows.length} phrases` : none;
  }
}

function sayOf(row) {
  const say = row.querySelector(".say");
  say.id = `${row.id}.say`;
  say.dataset.id = row.id.replace(".", "/");
  return say;
}

if (!customElements.get("unruffled-phrases")) {
  customElements.define("unruffled-phrases", UnruffledPhrases);
}
