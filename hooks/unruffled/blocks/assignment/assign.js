// <unruffled-assign>: what a trainer asks, as a link. Without this script it says that it needs one.

import { inDigits } from "../../browser/core/words.js";
import { LIMITS, encode, faults } from "../../browser/core/assignment.js";
import { asYaml, nameOf } from "../../browser/core/assignment-file.js";
import { course } from "../../browser/core/course.js";
import { ownZone } from "../../browser/core/zones.js";
import { editionOf } from "../../browser/core/steps.js";
import { announce, keepSaid } from "../../browser/dom/announce.js";
import { copyText } from "../../browser/dom/clipboard.js";

/** @type {Record<string, string>} */
const WRONG = {
  title: "Give it a title.",
  steps: `Choose what to do: 1 to ${LIMITS.steps} things.`,
  note: `The note is longer than ${LIMITS.note} characters.`,
  pass: "The pass mark is a whole number from 0 to 100.",
  attempts: "Attempts are a whole number from 1 to 20, or none for any number.",
  due: "That day does not exist.",
  minutes: "Minutes are a whole number from 1 to 240, or none for no limit.",
  key: "That is no public key: copy the whole line from the page of results.",
};
/** @type {Record<string, string>} */
const INPUTS = { steps: "step", note: "note", key: "key" };
/** Above this, some messengers cut a link. */
const LONG = 2000;

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
    this.addEventListener("input", () => this.show(), { signal });
    this.addEventListener("click", (/** @type {Aimed} */ event) => this.#onClick(event), {
      signal,
    });
    this.querySelector(".assign-qr").addEventListener("toggle", () => this.#drawQr(), { signal });
    try {
      /** @type {Course} */
      this.data = await course();
      this.show();
    } catch {
      announce(
        this.told,
        "The course cannot be loaded now. Check your connection, then reload this page.",
      );
    }
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /** Where the link stands. @returns {HTMLTextAreaElement} */
  get #shown() {
    return this.querySelector(".assign-address");
  }

  get boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.form.querySelectorAll("[name=step]")]);
  }

  /** The steps that are chosen, with the editions of their questions. */
  get steps() {
    const chosen = this.boxes.filter(({ checked }) => checked);
    const { pool, draw } = this.form.elements;
    const pooled = pool.checked
      ? chosen.filter(({ dataset }) => "pooled" in dataset).map(({ value }) => value)
      : [];
    const alone = chosen.map(({ value }) => value).filter((value) => !pooled.includes(value));
    const steps = alone.map(
      (name) =>
        /** @type {[string, string]} */ ([name, editionOf([this.data.quizzes[name]], false)]),
    );
    if (pooled.length) {
      const edition = editionOf(
        pooled.map((name) => this.data.quizzes[name]),
        true,
      );
      steps.unshift([`${Number(draw.value) || 0}*${pooled.join("+")}`, edition]);
    }
    return steps;
  }

  /** @returns {import("../../browser/core/assignment.js").Assignment} what the form says */
  get assignment() {
    const { title, note, mode, due, zone, pass, attempts, minutes, fixed, key } =
      this.form.elements;
    return {
      title: title.value.trim(),
      note: note.value.trim(),
      steps: this.steps,
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
    for (const name of Object.keys(WRONG)) {
      const input = this.form.elements.namedItem(INPUTS[name] ?? name);
      if (input instanceof HTMLElement)
        input.setAttribute(
          "aria-invalid",
          String(wrong.includes(/** @type {keyof Assignment} */ (name)) && name !== "title"),
        );
    }
    const there = this.#pooled(assignment);
    const problems = [...wrong.map((name) => WRONG[name]), ...there];
    for (const part of this.made.querySelectorAll("p:not(.assign-told), details"))
      part.hidden = problems.length > 0;
    if (problems.length) return this.#tell(problems.join(" "));
    const address = new URL(this.opens);
    address.hash = `a=${encode(assignment)}`;
    /** @type {string} */
    this.address = address.href;
    this.#shown.value = this.address;
    /** @type {HTMLAnchorElement} */ (this.querySelector(".assign-open")).href = this.address;
    this.querySelector(".assign-yaml pre").textContent =
      `# assignments/${nameOf(assignment.title)}.yml\n${asYaml(assignment)}`;
    this.#drawQr();
    const { length } = this.address;
    const long =
      length > LONG
        ? " Some messengers cut links this long: shorten the note, or choose less."
        : "";
    this.#tell(
      `${assignment.steps.length === 1 ? "One step" : `${assignment.steps.length} steps`}; the link has ${inDigits(length)} characters.${long}`,
    );
  }

  /**
   * A draw that asks for more than there is cannot be made.
   *
   * @param {{steps: string[][]}} assignment
   */
  #pooled({ steps: [[first] = [""]] }) {
    const [draw, list] = first.split("*");
    if (!list) return [];
    const questions = list
      .split("+")
      .flatMap((name) => Object.values(this.data.quizzes[name].questions));
    const there = questions.filter(([, , points]) => points).length;
    return Number(draw) > there ? [`These modules have ${there} questions to draw from.`] : [];
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
      place.textContent = "This link is too long for a QR code: shorten the note, or choose less.";
    }
  }

  /** @param {Aimed} event */
  async #onClick({ target }) {
    const path = /** @type {HTMLElement | null} */ (target.closest("[data-path]"))?.dataset.path;
    if (path !== undefined) this.#take(path.split(" "));
    if (!target.closest("[data-do=copy]")) return;
    const copied = await copyText(this.address, this.#shown);
    announce(
      this.told,
      copied
        ? "The link is on the clipboard."
        : "The browser does not let this page copy. The link is selected: press Ctrl+C or Cmd+C.",
    );
  }

  /** Choose what a path asks, and nothing else. @param {string[]} names */
  #take(names) {
    for (const box of this.boxes) box.checked = names.includes(box.value);
    this.show();
  }
}

/**
 * Offer every zone that the browser knows; the trainer's own is chosen, since one has to be meant.
 *
 * @param {HTMLSelectElement} select
 */
function fillZones(select) {
  const own = ownZone();
  const known = Intl.supportedValuesOf?.("timeZone") ?? [];
  const names = [...new Set([...(own ? [own] : []), "UTC", ...known])];
  select.append(
    ...names.map((name) => new Option(name.replaceAll("_", " "), name, name === own, name === own)),
  );
}

if (!customElements.get("unruffled-assign"))
  customElements.define("unruffled-assign", UnruffledAssign);
