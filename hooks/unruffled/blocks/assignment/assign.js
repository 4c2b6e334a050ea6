// <unruffled-assign>: what a trainer asks, as a link. Without this script it says that it needs one.

import { decode, encode, faults, idOf } from "../../browser/core/assignment.js";
import { asYaml, nameOf } from "../../browser/core/assignment-file.js";
import { course } from "../../browser/core/course.js";
import { save } from "../../browser/core/saving.js";
import { keep, kept } from "../../browser/core/trainer-store.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { ownZone } from "../../browser/core/zones.js";
import { announce, keepSaid } from "../../browser/dom/announce.js";
import { copyText } from "../../browser/dom/clipboard.js";
import {
  INPUTS,
  boxesOf,
  fieldsOf,
  fill,
  fillZones,
  filled,
  stepsIn,
  tooFew,
  wrongs,
} from "./assign-form.js";
import { keepLink, lines, links } from "./assign-list.js";
import { calendarOf, mailOf } from "./assign-send.js";

/** Above this, some messengers cut a link. */
const LONG = 2000;
const WAIT = 300;

/**
 * The fields of the form, by their names.
 *
 * @typedef {HTMLFormControlsCollection & Record<"title" | "note" | "draw" | "due" | "pass" | "attempts"
 *   | "minutes" | "key" | "pool" | "fixed", HTMLInputElement> & Record<"zone" | "mode", HTMLSelectElement>} AssignForm
 */

class UnruffledAssign extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {string} */
  opens;

  async connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    /** @type {HTMLFormElement & {elements: AssignForm}} */
    this.form = /** @type {any} */ (this.querySelector("form"));
    /** @type {HTMLElement} */
    this.made = this.querySelector(".assign-made");
    /** @type {HTMLElement} */
    this.told = this.querySelector(".assign-told");
    // Where assignments are opened; later the same link carries the assignment.
    this.opens ??= /** @type {HTMLAnchorElement} */ (this.querySelector(".assign-open")).href;
    this.form.hidden = this.made.hidden = false;
    this.querySelector(".assign-still").hidden = true;
    if (this.form.elements.zone.length < 2) fillZones(this.form.elements.zone);
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.addEventListener("input", () => this.#onInput(), { signal });
    this.addEventListener("click", (/** @type {Aimed} */ event) => this.#onClick(event), {
      signal,
    });
    this.querySelector(".assign-qr").addEventListener("toggle", () => this.#drawQr(), { signal });
    try {
      /** @type {Course} */
      this.data = await course();
      await this.#remember();
      this.show();
    } catch {
      announce(
        this.told,
        gettext("The course cannot be loaded now. Check your connection, then reload this page."),
      );
    }
  }

  #onInput() {
    this.show();
    clearTimeout(this.waiting);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = setTimeout(() => keep("assign", filled(this.form)), WAIT);
  }

  /** What was filled in before this page was left, the links, and the key that is here. */
  async #remember() {
    const [fields, key] = await Promise.all([kept("assign"), kept("key")]);
    if (fields) fill(this.form, fields);
    /** @type {string | undefined} */
    this.ownKey = key?.text;
    await this.#list();
  }

  async #list() {
    const all = await links();
    const place = this.querySelector(".assign-links");
    place.hidden = !all.length;
    place.querySelector("ul").replaceChildren(
      ...lines(all, {
        open: (text) => this.open(text),
        copy: (text) => this.#copy(this.#addressOf(text)),
        changed: () => this.#list(),
      }),
    );
  }

  /** Fill the form from a link. @param {string} text */
  open(text) {
    fill(this.form, fieldsOf(/** @type {Assignment} */ (decode(text).assignment)));
    this.#onInput();
    this.form.elements.title.focus();
    announce(
      this.told,
      gettext(
        "Opened. What you change makes another link: who has the old one keeps it, and results of the two are read apart.",
      ),
    );
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /** Where the link stands. @returns {HTMLTextAreaElement} */
  get #shown() {
    return this.querySelector(".assign-address");
  }

  /** @returns {import("../../browser/core/assignment.js").Assignment} what the form says */
  get assignment() {
    const { title, note, mode, due, zone, pass, attempts, minutes, fixed, key } =
      this.form.elements;
    return {
      title: title.value.trim(),
      note: note.value.trim(),
      steps: stepsIn(this.form, this.data),
      mode: /** @type {Assignment["mode"]} */ (mode.value),
      pass: pass.value === "" ? NaN : Number(pass.value),
      attempts: Number(attempts.value),
      // A day that is not whole has no value, and is not the same as no day.
      due: due.validity.badInput ? "?" : due.value,
      zone: due.value ? zone.value : "",
      minutes: Number(minutes.value),
      fixed: fixed.checked,
      key: key.value.trim(),
    };
  }

  /** Make the link anew, or say what is missing. */
  show() {
    if (!this.data) return;
    const { assignment } = this;
    this.form.querySelector(".assign-draw").hidden = !this.form.elements.pool.checked;
    const wrong = faults(assignment);
    for (const name of Object.keys(wrongs())) {
      const input = this.form.elements.namedItem(INPUTS[name] ?? name);
      if (input instanceof HTMLElement)
        input.setAttribute(
          "aria-invalid",
          String(wrong.includes(/** @type {keyof Assignment} */ (name)) && name !== "title"),
        );
    }
    this.#button("own-key").hidden = !this.ownKey || assignment.key === this.ownKey;
    const there = tooFew(assignment, this.data);
    const problems = [...wrong.map((name) => wrongs()[name]), ...there];
    for (const part of this.made.querySelectorAll(":scope > p:not(.assign-told), :scope > details"))
      part.hidden = problems.length > 0;
    if (problems.length) return this.#tell(problems.join(" "));
    /** @type {string} */
    this.text = encode(assignment);
    /** @type {string} */
    this.address = this.#addressOf(this.text);
    /** @type {HTMLAnchorElement} */ (this.querySelector(".assign-mail")).href = mailOf(
      assignment,
      this.address,
    );
    this.#button("calendar").hidden = !assignment.due;
    this.#shown.value = this.address;
    /** @type {HTMLAnchorElement} */ (this.querySelector(".assign-open")).href = this.address;
    this.querySelector(".assign-yaml pre").textContent =
      `# assignments/${nameOf(assignment.title)}.yml\n${asYaml(assignment)}`;
    this.#drawQr();
    const { length } = this.address;
    const long =
      length > LONG
        ? ` ${gettext("Some messengers cut links this long: shorten the note, or choose less.")}`
        : "";
    const words = ngettext(
      "One step; the link has {length} characters.",
      "{n} steps; the link has {length} characters.",
      assignment.steps.length,
      { length },
    );
    this.#tell(`${words}${long}`);
  }

  /** @param {string} text */
  #addressOf(text) {
    const address = new URL(this.opens);
    address.hash = `a=${text}`;
    return address.href;
  }

  /** @param {string} name @returns {HTMLButtonElement} */
  #button(name) {
    return this.querySelector(`[data-do=${name}]`);
  }

  /** @param {string} words */
  #tell(words) {
    keepSaid(this.told, words);
  }

  async #drawQr() {
    /** @type {HTMLDetailsElement} */
    const details = this.querySelector(".assign-qr");
    if (!details.open || !this.address) return;
    const { address } = this;
    const place = details.querySelector("div");
    try {
      const { makeQr } = await import("../../browser/dom/qr.js");
      if (address === this.address) place.replaceChildren(makeQr(address));
    } catch {
      place.textContent = gettext(
        "This link is too long for a QR code: shorten the note, or choose less.",
      );
    }
  }

  /** @param {Aimed} event */
  async #onClick({ target }) {
    const path = /** @type {HTMLElement | null} */ (target.closest("[data-path]"))?.dataset.path;
    if (path !== undefined) this.#take(path.split(" "));
    const act = /** @type {HTMLElement | null} */ (target.closest("[data-do]"))?.dataset.do;
    if (act === "copy") this.#copy(this.address);
    if (act === "own-key") this.#useKey();
    if (act === "clear") this.#clear();
    if (act === "calendar") this.#saveCalendar();
    // What is given to somebody is in the list.
    if (["copy", "mail", "calendar", "keep"].includes(act ?? "")) await this.#keepLink(act);
  }

  /** @param {string | undefined} act */
  async #keepLink(act) {
    if (!this.text) return;
    const done = await keepLink(this.text);
    await this.#list();
    if (act !== "keep") return;
    announce(
      this.told,
      done ? gettext("It is in the list below.") : gettext("This browser does not keep it."),
    );
  }

  /** @param {string} address */
  async #copy(address) {
    const copied = await copyText(address, this.#shown);
    announce(
      this.told,
      copied
        ? gettext("The link is on the clipboard.")
        : gettext(
            "The browser does not let this page copy. The link is selected: press Ctrl+C or Cmd+C.",
          ),
    );
  }

  #useKey() {
    this.form.elements.key.value = this.ownKey ?? "";
    this.#onInput();
    this.form.elements.key.focus();
  }

  #clear() {
    this.form.reset();
    this.form.elements.zone.value = ownZone();
    this.#onInput();
    this.form.elements.title.focus();
  }

  #saveCalendar() {
    const { assignment } = this;
    const of = { id: idOf(this.text ?? ""), url: this.address, made: new Date() };
    save(calendarOf(assignment, of), `${nameOf(assignment.title)}.ics`, "text/calendar");
  }

  /** Choose what a path asks, and nothing else. @param {string[]} names */
  #take(names) {
    for (const box of boxesOf(this.form)) box.checked = names.includes(box.value);
    this.show();
  }
}

if (!customElements.get("unruffled-assign"))
  customElements.define("unruffled-assign", UnruffledAssign);
