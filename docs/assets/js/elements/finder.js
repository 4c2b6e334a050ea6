// <unruffled-finder>: finds cards and phrases by the customer's words or ours, while typing. Without
// this script it is two links. On a page with a table of all phrases it uses the table's filters,
// and shows favourites and what was used last.
//
// Enter copies the first line, arrows go through the lines, Escape comes back and clears.

import { root } from "../core/root.js";
import { marks, star } from "../core/kept.js";
import { listenToKeys, makeKeySwitch, showCall } from "./call.js";
import { addCopy, makeCopying, showNames, spoken } from "./copying.js";
import { element } from "./make.js";

const AT_ONCE = 6;
const FAILED = "The search could not be loaded. Use the links below.";

class UnruffledFinder extends HTMLElement {
  #abort;

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    this.book = "book" in this.dataset;
    if (!this.field) this.#make();
    this.copying.listen(signal);
    this.field.addEventListener("input", () => this.#search(), { signal });
    this.field.addEventListener("focus", () => this.#load(), { signal });
    this.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    listenToKeys({ "/": () => this.field.focus() }, signal);
    if (this.book) this.#joinTable(signal);
    if ("eager" in this.dataset) (window.requestIdleCallback ?? setTimeout)(() => this.#load());
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  #make() {
    const id = "finder-words";
    this.field = element("input", { id, type: "search", autocomplete: "off", spellcheck: false, maxLength: 300 });
    this.field.setAttribute("enterkeyhint", "search");
    this.told = element("p", { className: "finder-told", role: "status" });
    this.list = element("ul", { className: "finder-list" });
    this.more = element("button", { className: "finder-more", hidden: true }, "Show more");
    this.more.onclick = () => this.#show(this.shown + AT_ONCE);
    const label = element("label", { htmlFor: id }, "Their words, or what you need");
    this.keys = makeKeySwitch("Keys: / to search, X to clear the names");
    this.links = element("div", { className: "finder-links" }, ...this.childNodes);
    this.links.hidden = !this.book;
    this.append(label, this.field, this.told, this.list, this.more, this.keys, this.links);
    this.copying = makeCopying(this);
  }

  /** Get the data and make the index, once; again after a failure, which gives nothing. */
  #load() {
    this.finder ??= this.#fetch().catch(() => {
      this.finder = undefined;
      this.links.hidden = false;
      this.told.textContent = FAILED;
    });
    return this.finder;
  }

  async #fetch() {
    const [{ Finder }, answer] = await Promise.all([
      import("../core/find.js"),
      fetch(new URL("assets/desk.json", root)),
    ]);
    const data = await answer.json();
    const finder = await new Finder(data).ready();
    showCall(this, this.#abort.signal, data.placeholders, (bar) => this.keys.after(bar));
    if (this.book) this.#showMarks(finder);
    return finder;
  }

  /** Find what is asked now; an answer to an earlier question is not shown. */
  async #search() {
    const words = this.field.value;
    if (!words.trim()) return this.#clear();
    const finder = await this.#load();
    if (!finder || words !== this.field.value) return;
    this.found = finder.find(words, this.#fitting());
    this.asked = words;
    this.#show(AT_ONCE);
    const { length } = this.found;
    const short = words.trim().length < 2;
    this.told.textContent = short ? "" : length ? `${length} found${length > 1 ? ", the best first" : ""}.` : "Nothing fits. Try another word.";
    if (this.table) this.table.hidden = true;
  }

  #clear() {
    this.found = [];
    this.asked = "";
    this.#show(0);
    this.told.textContent = "";
    if (this.table) this.table.hidden = false;
    if (this.book) this.finder?.then((finder) => finder && this.#showMarks(finder));
  }

  #show(count) {
    this.shown = count;
    this.list.replaceChildren(...this.found.slice(0, count).map((item) => makeItem(item)));
    showNames(this.list);
    this.more.hidden = count >= this.found.length;
  }

  /** Favourites and what was used last, where nothing is asked. */
  #showMarks({ items }) {
    if (this.field.value.trim()) return;
    const { stars, used } = marks();
    const ids = [...new Set([...stars, ...used])];
    this.found = ids.map((id) => items.find((each) => each.id === id)).filter(Boolean);
    this.#show(AT_ONCE);
    this.told.textContent = this.found.length ? "Your favourites, and what you used last:" : "";
  }

  /** Stand above the table of all phrases, and search with its filters. */
  async #joinTable(signal) {
    const table = document.querySelector("unruffled-phrases");
    if (!table) return;
    await customElements.whenDefined("unruffled-phrases");
    this.table = table;
    this.told.before(table.form);
    table.form.addEventListener("change", () => this.#search(), { signal });
    table.form.addEventListener("reset", () => setTimeout(() => this.#search()), { signal });
  }

  /** Make the question whether an item fits the filters of the table. */
  #fitting() {
    const wanted = this.table?.wanted() ?? [];
    return (item) => wanted.every(([name, value]) => [item[name] ?? []].flat().includes(value));
  }

  async #onKey(event) {
    const lines = [...this.list.querySelectorAll(".phrase-copy")];
    const at = lines.indexOf(document.activeElement);
    const typing = document.activeElement === this.field;
    if (event.key === "Enter" && typing) {
      event.preventDefault();
      await this.#load();
      if (this.asked !== this.field.value) await this.#search();
      const first = this.list.querySelector(".say");
      if (first) this.copying.copy(first);
    } else if (event.key === "ArrowDown" && (typing || at >= 0)) {
      event.preventDefault();
      lines[Math.min(at + 1, lines.length - 1)]?.focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (lines[at - 1] ?? this.field).focus();
    } else if (event.key === "Escape" && (typing || at >= 0)) {
      event.preventDefault();
      if (typing) this.field.value = "";
      this.field.focus();
      if (!this.field.value) this.#clear();
    }
  }
}

/** One thing that was found: a card with its first line, or a phrase with why and when not. */
function makeItem(item) {
  const words = [item.say].flat()[0];
  const id = `found.${item.id.replace("/", ".")}`;
  const line = element("span", { className: "say", id }, ...spoken(words));
  line.dataset.id = item.id;
  line.dataset.words = words;
  const row = element("p", { className: "finder-line" }, line);
  addCopy(line);
  const about = item.kind === "card" ? cardLink(item) : details(item, row);
  return element("li", { className: `finder-${item.kind}` }, ...(item.kind === "card" ? [about, row] : [row, about]));
}

const cardLink = ({ url, label }) =>
  element("a", { className: "finder-open", href: new URL(url, root).href }, label);

/** What is behind a phrase is made when it is asked for: most of it never is. */
function details(item, row) {
  row.append(starButton(item));
  const part = (words, text) => element("p", {}, element("b", {}, words), " ", text);
  const made = element("details", {}, element("summary", {}, "Why, and when not"));
  made.className = "finder-why";
  const open = () => made.append(
    part("Instead of:", item.avoid),
    part("Why:", item.why),
    part("Not when:", item.not_when),
    element("a", { href: new URL(item.url, root).href }, "Open its table"),
  );
  made.addEventListener("toggle", open, { once: true });
  return made;
}

function starButton({ id, say }) {
  const made = element("button", { className: "finder-star", ariaLabel: `Favourite: ${say}` });
  const show = (is) => {
    made.ariaPressed = String(is);
    made.textContent = is ? "★" : "☆";
  };
  made.onclick = () => show(star(id));
  show(marks().stars.includes(id));
  return made;
}

if (!customElements.get("unruffled-finder")) {
  customElements.define("unruffled-finder", UnruffledFinder);
}
