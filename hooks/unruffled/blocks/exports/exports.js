// <unruffled-exports>: take a choice of phrases along as a file. Without this script its links lead
// to the whole files. The choice is in the address (?situation=…&moment=…&channel=…&tone=…&table=…),
// so another page can lead here with it.

import { gettext, ngettext } from "../../browser/core/words.js";
import { save } from "../../browser/core/saving.js";
import { chosen, joined } from "../../browser/core/taking.js";
import { announce } from "../../browser/dom/announce.js";
import { makeFilters } from "../../browser/dom/filters.js";

const FAILED = gettext("The choice cannot be loaded now. Clear the filters to take all.");
const NONE = gettext("Nothing fits. Clear a filter.");
/** @param {string} id */
const isLetter = (id) => id.startsWith("letters/");

/** How much the file will hold. @param {number} chosen @param {string[]} all ids */
const coming = (chosen, all) =>
  all.some(isLetter)
    ? ngettext(
        "The file will hold {chosen} of {n} phrases and letters.",
        "The file will hold {chosen} of {n} phrases and letters.",
        all.length,
        { chosen },
      )
    : ngettext(
        "The file will hold {chosen} of {n} phrases.",
        "The file will hold {chosen} of {n} phrases.",
        all.length,
        { chosen },
      );

/** What was saved. @param {string} file @param {number} chosen @param {string[]} all ids */
const done = (file, chosen, all) =>
  all.some(isLetter)
    ? ngettext(
        "Saved: {file}, with {chosen} of {n} phrases and letters.",
        "Saved: {file}, with {chosen} of {n} phrases and letters.",
        all.length,
        { file, chosen },
      )
    : ngettext(
        "Saved: {file}, with {chosen} of {n} phrases.",
        "Saved: {file}, with {chosen} of {n} phrases.",
        all.length,
        { file, chosen },
      );

class UnruffledExports extends HTMLElement {
  /** @type {AbortController} */
  #abort;

  async connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    /** @type {HTMLElement} */
    this.count = this.querySelector(".export-count");
    /** @type {HTMLElement} */
    this.message = this.querySelector(".export-message");
    /** @type {URL} */
    this.parts = new URL(
      "parts/",
      /** @type {HTMLAnchorElement} */ (this.querySelector("a[data-format]")).href,
    );
    /** @type {ReturnType<typeof makeFilters>} */
    this.wanted = makeFilters(this.querySelector("form"), () => this.#onChange(), signal);
    this.addEventListener("click", (/** @type {Aimed} */ event) => this.#onClick(event), {
      signal,
    });
    /** @type {Promise<Record<string, Record<string, string[]>> | undefined>} */
    this.choice = this.#load("choice");
    await this.#tellCount();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /**
   * Load a file of exports/parts/; nothing when it cannot be had.
   *
   * @param {string} name
   * @returns {Promise<any>}
   */
  async #load(name) {
    try {
      // Parts of two deployments must not meet in one file.
      const answer = await fetch(new URL(`${name}.json`, this.parts), { cache: "no-cache" });
      return await answer.json();
    } catch {
      return undefined;
    }
  }

  #onChange() {
    this.#tell("");
    this.#tellCount();
  }

  async #tellCount() {
    const choice = await this.choice;
    if (!choice) {
      this.choice = this.#load("choice"); // again, for the next change
      announce(this.count, FAILED);
      return;
    }
    const ids = chosen(choice, this.wanted());
    announce(this.count, ids.length ? coming(ids.length, Object.keys(choice)) : NONE);
  }

  /** @param {string} words */
  #tell(words) {
    clearTimeout(this.timer);
    announce(this.message, words);
    if (words) this.timer = setTimeout(() => this.#tell(""), 6000);
  }

  /**
   * With a filter, make the file here; without one, the link leads to it. Offline, make it in any
   * case: some browsers ask only the server for a download.
   *
   * @param {Aimed} event
   */
  async #onClick(event) {
    /** @type {HTMLAnchorElement | null} */
    const link = event.target.closest("a[data-format]");
    if (!link || (navigator.onLine && !this.wanted().length)) return;
    event.preventDefault();
    const wanted = this.wanted();
    const [choice, parts] = await Promise.all([this.choice, this.#load(link.dataset.format ?? "")]);
    const ids = chosen(choice ?? {}, wanted);
    if (!choice || !parts) this.#tell(FAILED);
    else if (!ids.length) this.#tell(NONE);
    else if (ids.some((id) => !(id in parts.entries))) {
      this.#tell(gettext("The site has changed meanwhile. Load this page again."));
    } else {
      save(joined(parts, ids), parts.file, parts.type);
      this.#tell(done(parts.file, ids.length, Object.keys(choice)));
    }
  }
}

if (!customElements.get("unruffled-exports")) {
  customElements.define("unruffled-exports", UnruffledExports);
}
