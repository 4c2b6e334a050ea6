// <unruffled-phrases>: a phrase table that can be filtered and copied from. Without this script it
// is a table. The filter is kept in the address; what is copied is announced.
//
// Where several tables stand in one, each is folded; on a phone each phrase is a line that opens; on
// a module the first phrases stand alone until all are asked for. Styles do that once this script
// runs, and never on paper: see phrases.css.

import { gettext, ngettext } from "../../browser/core/words.js";
import { keepSaid } from "../../browser/dom/announce.js";
import { showCall } from "../../browser/dom/call.js";
import { addCopy, makeCopying, showFilled } from "../../browser/dom/copying.js";
import { makeFilters } from "../../browser/dom/filters.js";
import { learn, makeFields } from "../../browser/dom/gaps.js";
import { button, element } from "../../browser/dom/make.js";

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
    this.rows = [...this.querySelectorAll("tbody tr[id]")];
    if (!this.copying) {
      this.copying = makeCopying(this);
      learn(this);
      for (const group of this.querySelectorAll(".phrase-group")) this.#makeFold(group);
      this.#makeAll();
    }
    this.copying.listen(signal);
    showCall(this, signal);
    // The finder takes it to where it stands itself.
    this.form ??= this.querySelector("form");
    /** @type {ReturnType<typeof makeFilters>} */
    this.wanted = makeFilters(this.form, () => this.#apply(), signal);
    addEventListener("hashchange", () => this.#openPlace(), { signal });
    this.count.hidden = false;
    this.#apply();
    this.#openPlace();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /** Make the title of a table a button that opens it. @param {HTMLElement} group its row */
  #makeFold(group) {
    const body = /** @type {HTMLElement} */ (group.parentElement);
    const head = /** @type {HTMLElement} */ (group.firstElementChild);
    const fold = element(
      "button",
      { type: "button", className: "phrase-fold", ariaExpanded: "false" },
      ...head.childNodes,
    );
    fold.onclick = () => this.#fold(body, fold.ariaExpanded !== "true");
    head.append(fold);
  }

  /** @param {HTMLElement} body @param {boolean} open */
  #fold(body, open) {
    const fold = body.querySelector(".phrase-fold");
    if (!fold) return;
    fold.ariaExpanded = `${open}`;
    body.toggleAttribute("data-open", open);
    if (open) this.#enhance(body.querySelectorAll("tr[id]"));
  }

  /** Offer all phrases where only the first are shown. */
  #makeAll() {
    const table = this.querySelector(".phrase-table");
    const { length } = this.rows;
    const { first } = table.dataset;
    if (!first) return;
    const all = button(ngettext("Show {n} phrase", "Show all {n} phrases", length), () => {
      delete table.dataset.first;
      all.remove();
      const [next] = this.rows.slice(Number(first)).map((row) => row.querySelector(".phrase-copy"));
      next?.focus();
    });
    table.after(all);
  }

  /** Give rows what only scripts can do, once: most are never looked at. @param {Iterable<HTMLElement>} rows */
  #enhance(rows) {
    for (const row of rows) {
      if (row.querySelector(".phrase-copy")) continue;
      const line = sayOf(row);
      addCopy(line).after(moreOf(row), makeFields(line));
      showFilled(row);
    }
  }

  /** Open what the address names. */
  #openPlace() {
    const row = this.rows.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)));
    if (!row) return;
    delete this.querySelector(".phrase-table").dataset.first;
    this.#fold(/** @type {HTMLElement} */ (row.parentElement), true);
    row.toggleAttribute("data-open", true);
    row.scrollIntoView();
  }

  #apply() {
    const wanted = this.wanted();
    for (const row of this.rows) {
      row.hidden = !wanted.every(([name, value]) => row.dataset[name]?.split(" ").includes(value));
    }
    this.toggleAttribute("data-filtered", wanted.length > 0);
    this.#openFitting(wanted.length > 0);
    const shown = this.rows.filter((row) => !row.hidden).length;
    const none =
      wanted.length > 1
        ? gettext("No phrase fits all of these. Clear one filter.")
        : gettext("No phrase fits.");
    const all = this.rows.length;
    const some = ngettext("{shown} of {n} phrases", "{shown} of {n} phrases", all, { shown });
    keepSaid(this.count, shown ? some : none);
  }

  /** What fits the filters is open; a table of which nothing fits is gone. @param {boolean} filtered */
  #openFitting(filtered) {
    for (const body of this.querySelectorAll("tbody")) {
      const fitting = [...body.querySelectorAll("tr[id]")].filter((row) => !row.hidden);
      body.hidden = !fitting.length;
      if (filtered || !body.querySelector(".phrase-fold")) this.#enhance(fitting);
      if (filtered) this.#fold(body, fitting.length > 0);
    }
  }
}

/** @param {HTMLElement} row */
function sayOf(row) {
  const say = row.querySelector(".say");
  say.id = `${row.id}.say`;
  say.dataset.id = row.id.replace(".", "/");
  return say;
}

/** The button that opens a phrase where it is only a line. @param {HTMLElement} row */
function moreOf(row) {
  const more = element("button", { type: "button", className: "phrase-more" });
  more.id = `${row.id}.more`;
  more.ariaLabel = gettext("More");
  more.ariaExpanded = "false";
  more.setAttribute("aria-labelledby", `${more.id} ${row.id}.say`);
  more.onclick = () => {
    more.ariaExpanded = `${row.toggleAttribute("data-open")}`;
  };
  return more;
}

if (!customElements.get("unruffled-phrases")) {
  customElements.define("unruffled-phrases", UnruffledPhrases);
}
