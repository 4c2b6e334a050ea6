// <unruffled-team>: results that were handed in, read and analysed in this browser. Without this
// script it says that it needs one.

import { readCodes } from "../../browser/core/codes.js";
import { byAssignment } from "../../browser/core/cohort.js";
import { course } from "../../browser/core/course.js";
import { undecided } from "../../browser/core/people.js";
import { keep, kept } from "../../browser/core/trainer-store.js";
import { announce, keepSaid } from "../../browser/dom/announce.js";
import { element } from "../../browser/dom/make.js";
import { startKeys } from "./team-key.js";
import { filesOf, readFiles } from "./team-files.js";
import { showTeam } from "./team-show.js";

const WAIT = 300;

class UnruffledTeam extends HTMLElement {
  /** @type {AbortController} */
  #abort;

  async connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.querySelector(".team-still").hidden = true;
    for (const part of this.querySelectorAll(".team-take, .team-keep, .team-key"))
      part.hidden = false;
    this.#begin();
    /** @type {HTMLElement} */
    this.told = this.querySelector(".team-told");
    /** @type {ReturnType<typeof startKeys>} */
    this.keys = startKeys(this.querySelector(".team-key"), signal, () => this.#again());
    this.addEventListener(
      "change",
      (/** @type {Aimed<HTMLInputElement>} */ event) => this.#onChange(event),
      { signal },
    );
    this.addEventListener(
      "input",
      (/** @type {Aimed} */ { target }) =>
        target.matches("textarea:not([readonly])") && this.#soon(),
      { signal },
    );
    this.addEventListener(
      "click",
      (/** @type {Aimed} */ { target }) => target.closest("[data-do=forget]") && this.#forget(),
      { signal },
    );
    this.querySelector(".team-read").addEventListener("toggle", () => this.#list(), { signal });
    const drop = this.querySelector(".team-drop");
    drop.addEventListener("dragover", (event) => event.preventDefault(), { signal });
    drop.addEventListener("drop", (event) => this.#onDrop(event), { signal });
    try {
      this.data = await course();
    } catch {
      announce(
        this.told,
        "The course cannot be loaded now. Check your connection, then reload this page.",
      );
      return;
    }
    // Files may have been given while the course was on its way.
    if (this.handed.length) this.#update();
    await this.#remember();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /** Nothing is read, and nothing is decided. */
  #begin() {
    /** @type {import("./team-files.js").TeamFile[]} */
    this.files = [];
    /** @type {import("./team-files.js").TeamFile[]} */
    this.codes = [];
    /** @type {Decisions} */
    this.decisions = undecided();
  }

  /** @param {string} name @returns {HTMLInputElement} */
  #field(name) {
    return this.querySelector(`[name=${name}]`);
  }

  /** @param {Aimed<HTMLInputElement>} event */
  async #onChange({ target }) {
    const { name } = target;
    if (name === "files" || name === "folder") {
      await this.take([...(target.files ?? [])]);
      target.value = ""; // so that the same file can be chosen again
    } else if (name === "assignment") this.#show();
    else if (name === "keep") this.#keep();
  }

  /** @param {DragEvent} event */
  async #onDrop(event) {
    event.preventDefault();
    await this.take(await filesOf(/** @type {DataTransfer} */ (event.dataTransfer)));
  }

  #soon() {
    clearTimeout(this.waiting);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.waiting = setTimeout(() => this.#readCodes(), WAIT);
  }

  #readCodes() {
    this.codes = codesFrom(this.#field("codes").value);
    this.#update();
  }

  /** Read files, and show what there is then. @param {File[]} files */
  async take(files) {
    announce(
      this.told,
      files.length ? `Reading ${files.length} files …` : "There are no files in it.",
    );
    this.files.push(...(await readFiles(files, this.keys)));
    this.#update();
  }

  /** Read again what could not be read without a key. */
  async #again() {
    const locked = this.files.map(({ locked }) => locked).filter((each) => each !== undefined);
    if (!locked.length) return;
    this.files = this.files.filter((each) => !each.locked);
    await this.take(locked);
  }

  get handed() {
    return [...this.files, ...this.codes].filter(({ result, summary }) => result || summary);
  }

  #update() {
    const { handed } = this;
    const all = [...this.files, ...this.codes];
    const trouble = all.filter(({ problem }) => problem).length;
    /** @type {HTMLDetailsElement} */
    const list = this.querySelector(".team-read");
    list.hidden = !all.length;
    list.open ||= trouble > 0;
    this.#list();
    announce(
      this.told,
      all.length
        ? `${handed.length} of ${all.length} read.${trouble ? ` ${trouble} with something to look at: see below.` : ""}`
        : "",
    );
    /** @type {Group[]} */
    const groups = [...byAssignment(handed).values()].sort(
      (a, b) => b.handed.length - a.handed.length,
    );
    this.groups = groups;
    const select = this.#field("assignment");
    const before = select.value;
    select.replaceChildren(
      ...groups.map(
        ({ id, title, handed: { length } }) => new Option(`${title || "Unknown"} (${length})`, id),
      ),
    );
    if (groups.some(({ id }) => id === before)) select.value = before;
    this.querySelector(".team-choose").hidden = groups.length < 2;
    this.#show();
    this.#keep();
  }

  /** Say of each file what was read, what needs a look first; only where somebody looks at it. */
  #list() {
    /** @type {HTMLDetailsElement} */
    const list = this.querySelector(".team-read");
    const all = list.open ? [...this.files, ...this.codes] : [];
    all.sort((a, b) => Number(Boolean(b.problem)) - Number(Boolean(a.problem)));
    list.querySelector("ul").replaceChildren(...all.map((each) => element("li", {}, lineOf(each))));
  }

  #show() {
    const group = this.groups?.find(({ id }) => id === this.#field("assignment").value);
    this.querySelector(".team-show").hidden = !group;
    const place = this.querySelector(".team-result");
    if (!this.data) return;
    if (!group) return place.replaceChildren();
    const shown = {};
    /** @type {object} */
    this.shown = shown;
    /** @param {(decisions: Decisions) => unknown} change */
    const decide = (change) => this.#decide(change);
    const what = {
      group,
      roster: this.#field("roster").value,
      /** @type {Course} */
      data: this.data,
      decisions: this.decisions,
      decide,
    };
    showTeam(place, what, () => this.shown !== shown);
  }

  /**
   * Note what the trainer says of a person, and show everything anew; the focus stays near.
   *
   * @param {(decisions: Decisions) => unknown} change
   */
  #decide(change) {
    change(this.decisions);
    this.#show();
    this.#keep();
    this.querySelector("#team-show").focus();
  }

  /** Keep what was read, if that is wanted; else keep nothing. */
  async #keep() {
    const wanted = this.#field("keep").checked;
    const done = await keep("handed", wanted ? this.#toKeep() : undefined);
    const told = this.querySelector(".team-kept");
    const words = wanted && !done ? "This browser does not keep it." : "";
    keepSaid(told, words);
  }

  #toKeep() {
    const read = this.files.filter(({ result }) => result);
    const texts = read.map(({ file, text }) => [file, text]);
    const { apart, same, accepted } = this.decisions;
    const decisions = { apart: [...apart], same: [...same], accepted: [...accepted] };
    return {
      texts,
      codes: this.#field("codes").value,
      roster: this.#field("roster").value,
      decisions,
    };
  }

  async #remember() {
    const value = await kept("handed");
    if (!value) return;
    this.#field("keep").checked = true;
    this.#field("codes").value = value.codes;
    this.#field("roster").value = value.roster;
    const { apart, same, accepted } = value.decisions ?? {};
    this.decisions = { apart: new Set(apart), same: new Map(same), accepted: new Set(accepted) };
    this.codes = codesFrom(value.codes);
    await this.take(
      value.texts.map((/** @type {[string, string]} */ [name, text]) => new File([text], name)),
    );
  }

  async #forget() {
    this.#begin();
    for (const name of ["codes", "roster"]) this.#field(name).value = "";
    this.#field("keep").checked = false;
    this.#update();
    this.querySelector(".team-kept").textContent = (await keep("handed", undefined))
      ? "All of it is forgotten. Your files stay where they are."
      : "The storage of this browser cannot be reached.";
  }
}

/**
 * What was pasted, each code as if it were a file.
 *
 * @param {string} text
 * @returns {import("./team-files.js").TeamFile[]}
 */
const codesFrom = (text) =>
  readCodes(text).map((read, index) => ({
    file: read.problem === "none" ? "What you pasted" : `code ${index + 1}`,
    ...read,
  }));

/** @type {Record<string, string>} */
const PROBLEMS = {
  none: "there is no short code in it. A code begins with “u1.” and ends with eight letters and digits.",
  cut: "something like a code, and it is not whole: its end is missing. Ask for it again.",
  empty: "it is empty.",
  foreign: "it is not a result of this site.",
  newer: "it was made by a later version of this site. Reload this page, then read it again.",
  damaged: "it is damaged, or cut off. Ask for it again.",
  altered:
    "it was changed after it was made, or its points do not fit its answers. It is read and marked, and counts as passed only if you say so.",
  large: "it is too large for a result. It was not read.",
  locked: "it is sealed, and the key for it is not here. Take the key from your file, below.",
  unreadable: "the browser could not read it.",
};

/** @param {import("./team-files.js").TeamFile} read */
function lineOf({ file, problem, unread, result, summary }) {
  const { name } = result ?? summary ?? { name: "" };
  const words = [
    problem ? PROBLEMS[problem] : `${name || "(without a name)"}.`,
    unread && `${unread} of its entries cannot be read and do not count.`,
  ];
  return `${file}: ${words.filter(Boolean).join(" ")}`;
}

if (!customElements.get("unruffled-team")) customElements.define("unruffled-team", UnruffledTeam);
