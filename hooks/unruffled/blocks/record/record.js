// <unruffled-record>: says how much the record holds; saves it, adds to it, erases it. Without this
// script its text stands alone and the buttons are hidden.

import { gettext, ngettext, sideBySide, together } from "../../browser/core/words.js";
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

const GO_ON = gettext("You can go on answering; what waits may be forgotten when you leave.");
const UNREADABLE = gettext("What is stored cannot be read now.");
const NOTHING = gettext("Nothing was added.");
/** @type {Record<string, string>} */
const PROBLEMS = {
  empty: gettext("There are no answers in it."),
  foreign: gettext("It is not a record that was saved on a page like this."),
  newer: gettext(
    "It comes from a later version of this site. What cannot be read yet is kept for later.",
  ),
  damaged: gettext("It is damaged, perhaps cut off. What can be read in it was taken."),
};

/** Sentences one after another. @param {...string} sentences */
const text = (...sentences) => sentences.filter(Boolean).join(" ");

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
      ? text(UNREADABLE, held.size ? sum : "")
      : sum;
    this.querySelector("#record-lost").textContent = text(
      ngettext(
        "{n} answer will be gone from this browser.",
        "{n} answers will be gone from this browser.",
        answered.length,
      ),
      gettext("This cannot be undone."),
    );
    const told = this.querySelector(".record-state");
    const now = reason ?? state();
    told.hidden = now === "kept" && !entries.length;
    announce(told, now === "kept" ? gettext("This browser keeps it.") : text(why(now), GO_ON));
    const notes = [
      held.size &&
        ngettext("{n} entry waits to be stored.", "{n} entries wait to be stored.", held.size),
      newer.length &&
        ngettext(
          "{n} entry comes from a later version of this site: kept, not counted here.",
          "{n} entries come from a later version of this site: kept, not counted here.",
          newer.length,
        ),
      unreadable.length &&
        ngettext(
          "{n} entry is damaged: kept, and saved with the rest, not counted here.",
          "{n} entries are damaged: kept, and saved with the rest, not counted here.",
          unreadable.length,
        ),
    ].filter((each) => typeof each === "string");
    const list = this.querySelector(".record-notes");
    list.hidden = !notes.length;
    list.replaceChildren(...notes.map((words) => item(words)));
    await this.#showDone();
    await this.#showAnswers(entries);
  }

  /** List what was done, by module, with results of tests. */
  async #showDone() {
    const place = this.querySelector(".record-done");
    const { doneItems } = await import("./done.js");
    const items = await doneItems();
    /** @type {HTMLElement} */ (place.closest("section")).hidden = !items.length;
    place.replaceChildren(...items);
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
      const failed = gettext("Nothing was saved: what is stored cannot be read now.");
      announce(said, text(failed, why(reason)));
      return;
    }
    const now = new Date();
    const name = `unruffled-record-${dayOf(now)}.json`;
    save(toText(all, this.dataset.site ?? document.title, now), name);
    const only = gettext("That is only what waits: what is stored cannot be read now.");
    const saved = ngettext(
      "{n} entry saved as {name}. Look among your downloads.",
      "{n} entries saved as {name}. Look among your downloads.",
      all.length,
      { name },
    );
    announce(said, reason ? text(saved, only, why(reason)) : saved);
  }

  async #add() {
    const [file] = this.file.files ?? [];
    if (!file) return;
    const said = /** @type {HTMLElement} */ (this.file.closest("section")).querySelector(
      ".record-said",
    );
    const { name } = file;
    announce(said, gettext("Reading {name} …", { name }));
    const words = await taken(file).catch(() => text(gettext("It cannot be read."), NOTHING));
    announce(said, gettext("{name}: {words}", { name, words }));
    // So that the same file can be chosen again.
    this.file.value = "";
    this.show();
  }

  async #erase() {
    const { kept, reason } = await erase();
    this.dialog.close();
    await this.show();
    this.querySelector("[aria-labelledby=record-end] .record-said").textContent = kept
      ? gettext("Everything is erased.")
      : text(
          gettext("What is stored was not erased."),
          why(reason),
          gettext("You can also clear the data of this site in the browser's settings."),
        );
  }
}

/** @param {Entry[]} answered @param {number} tests */
function summary(answered, tests) {
  if (!answered.length && !tests) return gettext("Nothing is recorded yet.");
  if (!answered.length) return ngettext("{n} test result.", "{n} test results.", tests);
  const all = [ngettext("{n} answer", "{n} answers", answered.length)];
  if (tests) all.push(ngettext("{n} test result", "{n} test results", tests));
  const what = together(all);
  const times = answered.map(({ t }) => t).sort((a, b) => a - b);
  const [first, last] = [times[0], times[times.length - 1]].map(longDay);
  return first === last
    ? gettext("{what}, on {day}.", { what, day: first })
    : gettext("{what}, from {first} to {last}.", { what, first, last });
}

/** @param {File} file */
async function taken(file) {
  if (file.size > LARGEST) return text(gettext("It is too large for a record."), NOTHING);
  const { entries, problem } = fromText(await file.text());
  const told = problem ? PROBLEMS[problem] : "";
  if (!entries.length) return text(told, NOTHING);
  const { added, known, refused, unreadable, reason } = await add(entries);
  if (reason) return text(told, why(reason), NOTHING);
  const done = ngettext(
    "{n} new entry added, {known} known already.",
    "{n} new entries added, {known} known already.",
    added,
    { known },
  );
  return text(told, done, ...leftOut(refused, unreadable));
}

/** @param {number} refused @param {any[]} unreadable */
const leftOut = (refused, unreadable) => [
  refused
    ? ngettext(
        "{n} entry without a name left out.",
        "{n} entries without a name left out.",
        refused,
      )
    : "",
  unreadable.length
    ? ngettext(
        "{n} unreadable entry left out: {names}.",
        "{n} unreadable entries left out: {names}.",
        unreadable.length,
        { names: namesOf(unreadable) },
      )
    : "",
];

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
  const some = sideBySide(names);
  return entries.length > names.length ? gettext("{names} …", { names: some }) : some;
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
