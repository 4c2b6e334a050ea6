// <unruffled-record>: says how much the record holds; saves it, adds to it, erases it. Without this
// script its text stands alone and the buttons are hidden.

import { inDigits } from "../../browser/core/words.js";
import { longDay } from "../../browser/core/dates.js";
import { root } from "../../browser/core/root.js";
import { dayOf, save } from "../../browser/core/saving.js";
import { onchange, state } from "../../browser/core/store.js";
import { everything } from "../../browser/core/everything.js";
import { LARGEST, add, erase, fromText, toText } from "../../browser/core/transfer.js";
import { held } from "../../browser/core/waiting.js";
import { why } from "../../browser/core/trouble.js";
import { announce } from "../../browser/dom/announce.js";
import { elsewhere } from "../../browser/dom/elsewhere.js";

const GO_ON = "You can go on answering; what waits may be forgotten when you leave.";
/** @type {Record<string, string>} */
const PROBLEMS = {
  empty: "There are no answers in it.",
  foreign: "It is not a record that was saved on a page like this.",
  newer: "It comes from a later version of this site. What cannot be read yet is kept for later.",
  damaged: "It is damaged, perhaps cut off. What can be read in it was taken.",
};

/** @param {number} number @param {string} one @param {string} many */
const count = (number, one, many) => `${inDigits(number)} ${number === 1 ? one : many}`;
/** @param {number} number */
const answers = (number) => count(number, "answer", "answers");

class UnruffledRecord extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {() => void} */
  #stop;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    /** @type {HTMLDialogElement} */
    this.dialog = this.querySelector("dialog");
    /** @type {HTMLInputElement} */
    this.file = this.querySelector("input[type=file]");
    this.addEventListener("click", (/** @type {Aimed} */ event) => this.#onClick(event), {
      signal,
    });
    this.file.addEventListener("change", () => this.#add(), { signal });
    this.#stop = onchange(() => this.show());
    this.querySelector(".record-here").textContent = root.href;
    if (!this.querySelector(".elsewhere")) this.querySelector(".record-now").append(...elsewhere());
    for (const each of this.querySelectorAll(".record-actions")) each.hidden = false;
    this.show();
  }

  disconnectedCallback() {
    this.#abort.abort();
    this.#stop();
  }

  /** Say how much there is. */
  async show() {
    const { entries, newer, unreadable, reason } = await everything();
    const answered = entries.filter(({ type }) => type === "attempt");
    const sum = summary(answered, entries.length - answered.length);
    this.querySelector(".record-sum").textContent = reason
      ? `What is stored cannot be read now. ${held.size ? sum : ""}`
      : sum;
    this.querySelector("#record-lost").textContent =
      `${answers(answered.length)} will be gone from this browser. This cannot be undone.`;
    const told = this.querySelector(".record-state");
    const now = reason ?? state();
    told.hidden = now === "kept" && !entries.length;
    announce(told, now === "kept" ? "This browser keeps it." : `${why(now)} ${GO_ON}`);
    const notes = [
      held.size && `${count(held.size, "entry waits", "entries wait")} to be stored.`,
      newer.length &&
        `${count(newer.length, "entry comes", "entries come")} from a later version of this site: kept, not counted here.`,
      unreadable.length &&
        `${count(unreadable.length, "entry is", "entries are")} damaged: kept, and saved with the rest, not counted here.`,
    ].filter((each) => typeof each === "string");
    const list = this.querySelector(".record-notes");
    list.hidden = !notes.length;
    list.replaceChildren(...notes.map((words) => item(words)));
    await this.#showAnswers(entries);
  }

  /** List what was answered; not while something of it is open. @param {Entry[]} entries */
  async #showAnswers(entries) {
    const place = this.querySelector(".record-answers");
    if (place.querySelector("details[open]") && entries.length) return;
    const { answerFolds } = await import("../quiz/answers.js");
    const folds = await answerFolds(entries);
    /** @type {HTMLElement} */ (place.closest("section")).hidden = !folds.length;
    place.replaceChildren(...folds);
  }

  /** @param {Aimed} event */
  #onClick({ target }) {
    /** @type {HTMLElement | null} */
    const button = target.closest("[data-do]");
    if (!button) return;
    const said = (button.closest("section, dialog") ?? this).querySelector(".record-said");
    /** @type {Record<string, () => unknown>} */
    const actions = {
      save: () => this.#save(said),
      ask: () => this.#ask(),
      cancel: () => this.dialog.close(),
      erase: () => this.#erase(),
    };
    actions[button.dataset.do ?? ""]?.();
  }

  #ask() {
    for (const each of this.querySelectorAll(".record-said")) each.textContent = "";
    this.dialog.showModal();
  }

  /** @param {HTMLElement} said */
  async #save(said) {
    const { entries, newer, unreadable, reason } = await everything();
    const all = [...entries, ...newer, ...unreadable];
    if (reason && !all.length) {
      announce(said, `Nothing was saved: what is stored cannot be read now. ${why(reason)}`);
      return;
    }
    const now = new Date();
    const name = `unruffled-record-${dayOf(now)}.json`;
    save(toText(all, this.dataset.site ?? document.title, now), name);
    const only = reason
      ? ` That is only what waits: what is stored cannot be read now. ${why(reason)}`
      : "";
    announce(
      said,
      `${count(all.length, "entry", "entries")} saved as ${name}. Look among your downloads.${only}`,
    );
  }

  async #add() {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const said = /** @type {HTMLElement} */ (this.file.closest("section")).querySelector(
      ".record-said",
    );
    announce(said, `Reading ${file.name} …`);
    const words = await taken(file).catch(() => "It cannot be read. Nothing was added.");
    announce(said, `${file.name}: ${words}`);
    // So that the same file can be chosen again.
    this.file.value = "";
    this.show();
  }

  async #erase() {
    const { kept, reason } = await erase();
    this.dialog.close();
    await this.show();
    this.querySelector("[aria-labelledby=record-end] .record-said").textContent = kept
      ? "Everything is erased."
      : `What is stored was not erased. ${why(reason)} You can also clear the data of this site in the browser's settings.`;
  }
}

/** @param {Entry[]} answered @param {number} tests */
function summary(answered, tests) {
  if (!answered.length && !tests) return "Nothing is recorded yet.";
  const results = tests ? ` and ${count(tests, "test result", "test results")}` : "";
  if (!answered.length) return `${count(tests, "test result", "test results")}.`;
  const times = answered.map(({ t }) => t).sort((a, b) => a - b);
  const [first, last] = [times[0], times[times.length - 1]].map(longDay);
  const when = first === last ? `on ${first}` : `from ${first} to ${last}`;
  return `${answers(answered.length)}${results}, ${when}.`;
}

/** @param {File} file */
async function taken(file) {
  if (file.size > LARGEST) return "It is too large for a record. Nothing was added.";
  const { entries, problem } = fromText(await file.text());
  const told = problem ? `${PROBLEMS[problem]} ` : "";
  if (!entries.length) return `${told}Nothing was added.`;
  const { added, known, refused, unreadable, reason } = await add(entries);
  if (reason) return `${told}${why(reason)} Nothing was added.`;
  const left = [
    refused && ` ${count(refused, "entry", "entries")} without a name left out.`,
    unreadable.length &&
      ` ${count(unreadable.length, "unreadable entry", "unreadable entries")} left out: ${namesOf(unreadable)}.`,
  ]
    .filter(Boolean)
    .join("");
  return `${told}${count(added, "new entry", "new entries")} added, ${inDigits(known)} known already.${left}`;
}

/**
 * The questions of entries, so that a learner knows what is missing; a few are enough.
 *
 * @param {any[]} entries
 */
function namesOf(entries) {
  /** @param {unknown} value */
  const short = (value) => (typeof value === "string" ? value.slice(0, 40) : "?");
  const names = entries
    .slice(0, 3)
    .map(({ id, quiz, question }) =>
      quiz === undefined ? short(`${id}`) : [quiz, question].filter(Boolean).map(short).join("/"),
    );
  return names.join(", ") + (entries.length > names.length ? " …" : "");
}

/** @param {string} words */
function item(words) {
  const made = document.createElement("li");
  made.textContent = words;
  return made;
}

if (!customElements.get("unruffled-record")) {
  customElements.define("unruffled-record", UnruffledRecord);
}
