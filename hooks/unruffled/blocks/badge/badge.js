// <unruffled-badge>: says of a badge who signed it, for whom, and whether it is still good. Nothing is
// sent: the organisation's keys are in the page.

import { checkBadge } from "../../browser/core/badge.js";
import { longDay, longDayOf } from "../../browser/core/dates.js";
import { able } from "../../browser/core/sealing.js";
import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

/** @typedef {import("../../browser/core/badge.js").Badge} Badge */
/** @typedef {import("../../browser/core/badge.js").Known} Known */

/** The largest file that is read, in bytes: a certificate has some 4,000. */
const LARGEST = 2 ** 20;

/**
 * @param {import("../../browser/core/badge.js").Problem | "large"} problem
 * @param {Known} known
 * @param {Badge} [badge]
 * @returns {string} what is wrong, in plain words
 */
function told(problem, { name }, badge) {
  const day = badge ? longDay(problem === "over" ? badge.until : badge.from) : "";
  return {
    empty: gettext("There is nothing to check yet: take a file, or paste a badge."),
    large: gettext("The file is too large for a certificate."),
    foreign: gettext("There is no signed badge in it that this page can check."),
    cut: gettext("The badge is cut: its end is missing. Ask for the whole file."),
    issuer: gettext(
      "Another organisation says that it signed it: {issuer}. This page knows {name}.",
      {
        issuer: badge?.issuer ?? "",
        name,
      },
    ),
    key: gettext("It was not signed by {name}: the key is another one.", { name }),
    altered: gettext("It was changed after it was signed, or cut."),
    unfit: gettext("It says two different things of itself, so it is not good."),
    early: gettext("It is signed, but not good before {day}.", { day }),
    over: gettext("It is signed, but it was good only until {day}.", { day }),
    subject: gettext("It is signed, but for somebody else: {email}.", {
      email: badge?.email ?? "",
    }),
  }[problem];
}

class UnruffledBadge extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {Known} */
  known;
  /** @type {HTMLFormElement} */
  form;
  /** @type {HTMLElement} */
  result;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.known = JSON.parse(/** @type {string} */ (this.dataset.known));
    this.result = this.querySelector(".badge-result");
    const form = this.querySelector("form");
    this.form = form;
    this.querySelector(".badge-without")?.remove();
    if (!able()) {
      this.result.append(gettext("Browsers check signatures on secure pages (https) only."));
      return;
    }
    form.hidden = false;
    form.addEventListener("submit", (event) => this.#onSubmit(event), { signal });
    form.file.addEventListener("change", () => this.#take(form.file.files), { signal });
    this.addEventListener("dragover", (event) => event.preventDefault(), { signal });
    this.addEventListener("drop", (event) => this.#onDrop(event), { signal });
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /** @param {DragEvent} event */
  #onDrop(event) {
    event.preventDefault();
    this.#take(event.dataTransfer?.files);
  }

  /** @param {SubmitEvent} event */
  #onSubmit(event) {
    event.preventDefault();
    const text = this.form.text.value;
    const files = this.form.file.files;
    return text.trim() || !files.length ? this.#check(text) : this.#take(files);
  }

  /** @param {FileList | undefined} files */
  async #take(files) {
    const [file] = files ?? [];
    if (!file) return;
    this.form.text.value = "";
    if (file.size > LARGEST) this.#show("large");
    else await this.#check(await file.text());
  }

  /** @param {string} text */
  async #check(text) {
    const { problem, badge } = await checkBadge(text, this.known, { email: this.form.email.value });
    this.#show(problem, badge);
  }

  /**
   * @param {Parameters<typeof told>[0] | undefined} problem
   * @param {Badge} [badge]
   */
  #show(problem, badge) {
    const words = problem
      ? `✗ ${told(problem, this.known, badge)}`
      : `✓ ${gettext("Signed by {name}, whole, and good today.", { name: this.known.name })}`;
    const line = element("p", {}, element("strong", {}, words));
    // What nobody of ours has signed is not shown as if it were true.
    const shown = badge && !["issuer", "key", "altered"].includes(problem ?? "");
    this.result.replaceChildren(line, ...(shown ? [facts(badge)] : []));
  }
}

/** @param {Badge} badge */
function facts({ who, email, title, shown, awarded, until }) {
  const rows = [
    [gettext("For"), `${who} (${email})`],
    [gettext("What"), title],
    [gettext("How"), shown],
    [gettext("When"), awarded && longDayOf(awarded)],
    [gettext("Good until"), until ? longDay(until) : gettext("no end")],
  ];
  return element(
    "dl",
    {},
    ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
  );
}

if (!customElements.get("unruffled-badge")) {
  customElements.define("unruffled-badge", UnruffledBadge);
}
