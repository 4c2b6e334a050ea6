// <unruffled-rubric>: the rubric, filled in for one person and one contact, kept until it is cleared,
// and saved as a file. Without this script it is a form to print.

import { crc } from "../../browser/core/crc.js";
import { dayOf, save } from "../../browser/core/saving.js";
import { asFile, makeSheet, verdictOf } from "../../browser/core/signoff.js";
import { keep, kept } from "../../browser/core/trainer-store.js";
import { gettext, ngettext, sideBySide } from "../../browser/core/words.js";
import { announce, keepSaid } from "../../browser/dom/announce.js";

/** What may be a customer's: an address, or a number as long as that of a phone or an order. */
const PERSONAL = /[^\s@]+@[^\s@]+\.|(?:\d[\s/-]?){6,}/;
const WAIT = 300;

class UnruffledRubric extends HTMLElement {
  /** @type {AbortController} */
  #abort;

  async connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    /** @type {HTMLFormElement} */
    this.form = this.querySelector("form");
    /** @type {HTMLElement} */
    this.verdict = this.querySelector(".rubric-verdict");
    /** @type {HTMLElement} */
    this.told = this.querySelector(".rubric-told");
    for (const part of this.querySelectorAll(".rubric-live")) part.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.form.addEventListener("input", () => this.#onInput(), { signal });
    this.form.addEventListener("reset", () => this.#onReset(), { signal });
    this.addEventListener("click", (/** @type {Aimed} */ event) => this.#onClick(event), {
      signal,
    });
    this.#fill(await kept("signoff"));
    this.#show();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /** @param {string} name @returns {string} what a field holds */
  #value(name) {
    const field = /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
    return field.value.trim();
  }

  /** The rows as they are filled in. */
  get rows() {
    return [...this.form.querySelectorAll("fieldset[data-row]")].map((place) => {
      const id = place.dataset.row ?? "";
      const label = place.querySelector("legend").textContent.trim();
      const level = Number(this.#value(`rubric.${id}`));
      return { id, label, level, words: this.#value(`words.${id}`) };
    });
  }

  /** What the sheet says now, without its head. */
  get given() {
    const { site = "", needed = "0" } = this.dataset;
    const levels = [...this.form.querySelectorAll("fieldset[data-row]")];
    return {
      site,
      rubric: crc(`${needed}${levels.map(({ textContent }) => textContent).join("\n")}`),
      who: this.#value("who"),
      observer: this.#value("observer"),
      second: this.#value("second"),
      day: this.#value("day"),
      kind: this.#value("kind"),
      about: this.#value("about"),
      practice: this.#value("purpose") === "practice",
      needed: Number(needed),
      rows: this.rows,
      next: this.#value("next"),
    };
  }

  #onInput() {
    this.#show();
    clearTimeout(this.waiting);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = setTimeout(() => keep("signoff", this.#filled()), WAIT);
  }

  #onReset() {
    clearTimeout(this.waiting);
    keep("signoff", undefined);
    // The fields are empty after the event.
    setTimeout(() => this.#show());
    announce(this.told, gettext("All of it is cleared. Files that you saved stay where they are."));
  }

  /** @returns {[string, string][]} the fields and what they hold */
  #filled() {
    return [...new FormData(this.form)].map(([name, value]) => [name, String(value)]);
  }

  /** @param {[string, string][]} [fields] what was kept */
  #fill(fields = []) {
    for (const [name, value] of fields) {
      const field = /** @type {HTMLInputElement | null} */ (this.form.elements.namedItem(name));
      if (field) field.value = value;
    }
    const day = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("day"));
    day.value ||= dayOf(Date.now());
  }

  /** Say what follows from the rows. */
  #show() {
    const { given } = this;
    const low = given.rows.filter(({ level }) => level && level < given.needed);
    const seen = given.rows.filter(({ level }) => level).length;
    keepSaid(
      this.verdict,
      this.#verdictWords(
        seen,
        low.map(({ label }) => label),
      ),
    );
    this.verdict.dataset.result = seen ? verdictOf(given) : "";
    const about = /** @type {HTMLInputElement} */ (this.form.elements.namedItem("about"));
    const personal = [given.about, given.next, ...given.rows.map(({ words }) => words)].some(
      (each) => PERSONAL.test(each),
    );
    const hint = this.querySelector(".rubric-personal");
    hint.hidden = !personal;
    about.toggleAttribute("data-personal", personal);
  }

  /** @param {number} seen @param {string[]} low */
  #verdictWords(seen, low) {
    const { practice, needed } = this.given;
    if (!seen) return gettext("Nothing is judged yet.");
    const rows = ngettext("{n} row came up.", "{n} rows came up.", seen);
    if (practice) return `${gettext("Practice: nothing is decided.")} ${rows}`;
    if (!low.length)
      return `${gettext("Signed off: {needed} or more in every row that came up.", { needed })} ${rows}`;
    return `${gettext("Not yet: below {needed} in {rows}.", { needed, rows: sideBySide(low) })} ${rows}`;
  }

  /** @param {Aimed} event */
  #onClick({ target }) {
    /** @type {HTMLElement | null} */
    const act = target.closest("[data-do]");
    if (act?.dataset.do === "print") print();
    if (act?.dataset.do === "save") this.#save();
    if (act?.dataset.do === "next") this.#next();
    if (act?.dataset.do === "unset") this.#unset(/** @type {HTMLElement} */ (act));
  }

  /** A row that did not come up after all. @param {HTMLElement} act */
  #unset(act) {
    const row = /** @type {HTMLElement} */ (act.closest("fieldset"));
    /** @type {NodeListOf<HTMLInputElement>} */
    const levels = row.querySelectorAll("[type=radio]");
    for (const each of levels) each.checked = false;
    levels[0].focus();
    this.#onInput();
  }

  /** Begin the next sheet of the same person: who watches whom stays, what was seen goes. */
  #next() {
    const stay = new Set(["who", "observer", "second", "kind", "purpose"]);
    const fields = this.#filled().filter(([name]) => stay.has(name));
    this.form.reset();
    this.#fill(fields);
    this.#onInput();
    this.form.querySelector("[name=about]").focus();
  }

  #save() {
    const { given } = this;
    const missing = ["who", "observer", "day"].find(
      (name) => !given[/** @type {"who" | "observer" | "day"} */ (name)],
    );
    if (missing || !given.rows.some(({ level }) => level)) {
      const field = missing
        ? this.form.elements.namedItem(missing)
        : this.form.querySelector("[type=radio]");
      /** @type {HTMLElement} */ (field).focus();
      return announce(
        this.told,
        missing
          ? gettext("Write who, observed by whom, and on which day.")
          : gettext("Choose a level in at least one row."),
      );
    }
    const made = new Date();
    const name = given.who
      .normalize("NFC")
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "");
    const file = `signoff-${name || "unnamed"}-${given.day}-${made.getTime().toString(36).slice(-4)}.json`;
    save(asFile(makeSheet(given, made)), file);
    announce(
      this.told,
      gettext("Saved as {file}. The page of results collects such files.", { file }),
    );
  }
}

if (!customElements.get("unruffled-rubric"))
  customElements.define("unruffled-rubric", UnruffledRubric);
