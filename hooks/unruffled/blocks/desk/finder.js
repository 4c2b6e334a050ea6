// <unruffled-finder>: the search of the site: cards, letters and phrases by the customer's words or ours,
// then pages and their headings, while typing. Without this script it is a few links. On a page with a
// table of all phrases it uses the table's filters, and shows favourites and what was used last. With
// `data-bare` there are no cards, letters and phrases to look for.
//
// Enter does with the first thing found what is said below the field: it opens a risk card, a letter or a
// page, or copies the first line. While a risk card is there, Enter copies nothing. Arrows go through the
// lines, Escape comes back and clears. Before cards and risks are known, pages and cards that are called so
// are shown, and Enter waits.

import { gettext, ngettext } from "../../browser/core/words.js";
import { isComposing, isUnfinished } from "../../browser/core/composing.js";
import { know } from "../../browser/core/gaps.js";
import { marks } from "../../browser/core/kept.js";
import { sameItems } from "../../browser/core/together.js";
import { showCall } from "../../browser/dom/call.js";
import { listenToKeys, makeKeySwitch } from "../../browser/dom/keys.js";
import { makeCopying } from "../../browser/dom/copying.js";
import { fieldOf, isField, keysOf } from "./finder-field.js";
import { copiedLine, makeItem, open, STOP } from "./finder-item.js";
import { fitting, Source } from "./finder-source.js";
import { element } from "../../browser/dom/make.js";

const AT_ONCE = 8;
const FAILED = gettext("The search could not be loaded. Use the links below.");

class UnruffledFinder extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {ReturnType<typeof makeCopying>} */
  copying;
  /** @type {Source} */
  source;
  /** @type {Promise<FinderItem[] | undefined> | undefined} */
  loaded;
  /** @type {Promise<void> | undefined} */
  pages;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.book = "book" in this.dataset;
    if (!this.field) this.#make();
    this.copying.listen(signal);
    // In the middle of a word of an input method nothing is looked for.
    this.field.addEventListener("input", (event) => isUnfinished(event) || this.#search(), {
      signal,
    });
    this.field.addEventListener("compositionend", () => this.#search(), { signal });
    this.field.addEventListener("focus", () => this.#start(), { signal });
    this.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    listenToKeys({ "/": () => this.field.focus() }, signal);
    if (this.book) this.#joinTable(signal);
    if (document.activeElement === this.field) this.#start();
    if (this.field.value) this.#search();
    if ("eager" in this.dataset) (window.requestIdleCallback ?? setTimeout)(() => this.#load());
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  #make() {
    this.source = new Source("bare" in this.dataset);
    /** @type {FinderItem[]} */
    this.found = [];
    this.asked = "";
    /** @type {HTMLInputElement} */
    this.field = fieldOf(this);
    this.field.setAttribute("aria-describedby", "finder-enter");
    /** @type {HTMLElement} */
    this.count = element("span", {});
    /** @type {HTMLElement} */
    this.enter = element("span", { id: "finder-enter", className: "finder-enter" });
    /** @type {HTMLElement} */
    this.told = element("p", { className: "finder-told", role: "status" }, this.count, this.enter);
    /** @type {HTMLElement} */
    this.list = element("ul", { className: "finder-list" });
    /** @type {HTMLButtonElement} */
    this.more = element("button", { className: "finder-more", hidden: true }, gettext("Show more"));
    this.more.onclick = () => this.#show(this.shown + AT_ONCE);
    /** @type {HTMLElement} */
    this.keys = makeKeySwitch(keysOf(this));
    const safety = this.querySelector(".finder-safety") ?? "";
    /** @type {HTMLElement} */
    this.links = element(
      "div",
      { className: "finder-links" },
      ...[...this.childNodes].filter((each) => each !== safety && !isField(each)),
    );
    this.links.hidden = !this.book;
    delete this.dataset.later;
    // The field stays where it is: somebody may be typing in it.
    this.append(this.told, this.list, this.more, safety, this.keys, this.links);
    this.copying = makeCopying(this);
  }

  /**
   * Get all that ranks, once; again after a failure, which gives nothing.
   *
   * @returns {Promise<FinderItem[] | undefined>} all that may be found, but for pages
   */
  #load() {
    this.loaded ??= this.#fetch().catch(() => {
      this.loaded = undefined;
      this.links.hidden = false;
      this.#tell(FAILED);
      return undefined;
    });
    return this.loaded;
  }

  async #fetch() {
    const { items, gaps } = await this.source.load();
    know(gaps);
    showCall(this, this.#abort.signal, Object.keys(gaps), (bar) => this.#putNames(bar));
    if (this.book) this.#showMarks(items);
    return items;
  }

  /** What somebody goes to the field for: all that ranks, and the pages, which may come later. */
  #start() {
    this.#load();
    this.pages ??= this.source
      .loadPages(() => this.#searchAgain())
      .catch(() => {
        this.pages = undefined;
      });
  }

  /** More is known; whoever has gone on to a result keeps it. */
  #searchAgain() {
    const isElsewhere = this.list.contains(document.activeElement);
    if (this.field.value.trim() && !isElsewhere) this.#search();
  }

  /** Above both columns, where the page has two; else below what is found. @param {HTMLElement} bar */
  #putNames(bar) {
    const around = /** @type {HTMLElement} */ (this.parentElement);
    const page = /** @type {HTMLElement} */ (around.parentElement);
    if (getComputedStyle(page).display === "grid")
      around.before(element("div", { className: "unruffled" }, bar));
    else this.keys.after(bar);
  }

  /** Find what is asked now; an answer to an earlier question is not shown. */
  async #search() {
    const words = this.field.value;
    if (!words.trim()) return this.#clear();
    const loading = this.#load();
    if (!this.source.ready) this.#take(words, this.source.named(words));
    if (!(await loading) || words !== this.field.value) return;
    this.asked = words;
    this.#take(words, this.source.find(words, fitting(this.table)));
    if (this.table) this.table.hidden = true;
  }

  /**
   * Show what was found, and say how much; what is shown already stays as it is.
   *
   * @param {string} words
   * @param {FinderItem[]} found
   */
  #take(words, found) {
    const isShown = this.shownFor === words && sameItems(found, this.found);
    this.shownFor = words;
    this.found = found;
    if (!isShown) this.#show(AT_ONCE);
    const { ready } = this.source;
    if (words.trim().length < 2) this.#tell("");
    else if (found.length)
      this.#tell(
        ngettext("{n} found.", "{n} found, the best first.", found.length),
        ready ? this.#whatEnterDoes() : "",
      );
    else this.#tell(ready ? gettext("Nothing fits. Try another word.") : gettext("Still looking."));
  }

  #clear() {
    this.found = [];
    this.asked = "";
    this.shownFor = "";
    this.#show(0);
    this.#tell("");
    if (this.table) this.table.hidden = false;
    if (this.book) this.loaded?.then((items) => items && this.#showMarks(items));
  }

  /** @param {string} words @param {...(Node | string)} more */
  #tell(words, ...more) {
    this.count.textContent = words;
    this.enter.replaceChildren(...more);
  }

  /** @param {number} count */
  #show(count) {
    /** @type {number} */
    this.shown = count;
    this.list.replaceChildren(...this.found.slice(0, count).map((item) => makeItem(item)));
    this.more.hidden = count >= this.found.length;
  }

  /** Favourites and what was used last, where nothing is asked. @param {FinderItem[]} items */
  #showMarks(items) {
    if (this.field.value.trim()) return;
    const { stars, used } = marks();
    const ids = [...new Set([...stars, ...used])];
    this.found = ids
      .map((id) => items.find((each) => each.id === id))
      .filter((each) => each !== undefined)
      .map((item) => ({ phrases: [], letters: [], ...item }));
    this.#show(AT_ONCE);
    if (this.found.length)
      this.#tell(gettext("Your favourites, and what you used last:"), this.#whatEnterDoes());
    else this.#tell("");
  }

  /**
   * Stand above the table of all phrases, and search with its filters.
   *
   * @param {AbortSignal} signal
   */
  async #joinTable(signal) {
    const table = document.querySelector("unruffled-phrases");
    if (!table) return;
    await customElements.whenDefined("unruffled-phrases");
    /** @type {Phrases} */
    this.table = table;
    this.told.before(table.form);
    table.form.addEventListener("change", () => this.#search(), { signal });
    table.form.addEventListener("reset", () => setTimeout(() => this.#search()), { signal });
    if (this.field.value) this.#search(); // typed before the filters were here
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (isComposing(event)) return;
    const stops = [...this.list.querySelectorAll(`.${STOP}`)].filter((each) => each.offsetParent);
    const activeElement = /** @type {HTMLElement} */ (document.activeElement);
    const at = stops.indexOf(activeElement);
    const typing = activeElement === this.field;
    if (event.key === "Enter" && typing) {
      event.preventDefault();
      this.#enter();
    } else if (event.key === "Enter" && this.#risk && activeElement.matches(".phrase-copy")) {
      event.preventDefault();
      open(this.#risk);
    } else if (event.key === "ArrowDown" && (typing || at >= 0)) {
      event.preventDefault();
      stops[Math.min(at + 1, stops.length - 1)]?.focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (stops[at - 1] ?? this.field).focus();
    } else if (event.key === "Escape" && ((typing && this.field.value) || at >= 0)) {
      event.preventDefault();
      if (typing) this.field.value = "";
      this.field.focus();
      if (!this.field.value) this.#clear();
    }
  }

  /** The risk card among what was found, the first of them. */
  get #risk() {
    return this.found.find(({ risk }) => risk);
  }

  /** What Enter opens: a risk card, or the first thing found where that has no line to copy. */
  get #opened() {
    return (
      this.#risk ?? this.found.slice(0, 1).find(({ kind }) => kind === "letter" || kind === "page")
    );
  }

  /** What Enter does, for the line below the field. */
  #whatEnterDoes() {
    const [does, what] = this.#opened
      ? [gettext("Enter opens:"), this.#opened.label]
      : [gettext("Enter copies:"), copiedLine(this.found[0])];
    return element("span", {}, element("b", {}, does), ` ${what}`);
  }

  /** Do what is said below the field, once what was typed has been looked for. */
  async #enter() {
    await this.#load();
    if (this.asked !== this.field.value) await this.#search();
    if (this.#opened) return open(this.#opened);
    const line = this.list.querySelector(".say");
    if (line) this.copying.copy(line);
  }
}

if (!customElements.get("unruffled-finder")) {
  customElements.define("unruffled-finder", UnruffledFinder);
}
