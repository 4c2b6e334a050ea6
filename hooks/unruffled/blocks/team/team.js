// <unruffled-team>: results that were handed in, read and analysed in this browser. Without this
// script it says that it needs one.

import { byAssignment } from "../../browser/core/cohort.js";
import { course } from "../../browser/core/course.js";
import { asStored, fromStored, undecided } from "../../browser/core/decisions.js";
import { readRoster } from "../../browser/core/roster.js";
import { keep, kept } from "../../browser/core/trainer-store.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { announce, keepSaid } from "../../browser/dom/announce.js";
import { element } from "../../browser/dom/make.js";
import { startKeys } from "./team-key.js";
import { filesOf, readFiles } from "./team-files.js";
import { codesFrom, countOf, lineOf } from "./team-read.js";
import { showTeam } from "./team-show.js";
import { signoffPart } from "./team-signoffs.js";

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
        gettext("The course cannot be loaded now. Check your connection, then reload this page."),
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
    this.waiting = setTimeout(() => this.#update(), WAIT);
  }

  /** Read files, and show what there is then. @param {File[]} files */
  async take(files) {
    announce(
      this.told,
      files.length
        ? ngettext("Reading {n} file …", "Reading {n} files …", files.length)
        : gettext("There are no files in it."),
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

  /** Show all that was read, and every code that stands in its field by now. */
  #update() {
    clearTimeout(this.waiting);
    this.codes = codesFrom(this.#field("codes").value);
    const { handed } = this;
    const all = [...this.files, ...this.codes];
    const trouble = all.filter(({ problem }) => problem).length;
    /** @type {HTMLDetailsElement} */
    const list = this.querySelector(".team-read");
    list.hidden = !all.length;
    list.open ||= trouble > 0;
    this.#list();
    announce(this.told, countOf(all));
    /** @type {Group[]} */
    const groups = [...byAssignment(handed).values()].sort(
      (a, b) => b.handed.length - a.handed.length,
    );
    this.groups = groups;
    const select = this.#field("assignment");
    const before = select.value;
    select.replaceChildren(
      ...groups.map(
        ({ id, title, handed: { length } }) =>
          new Option(`${title || gettext("Unknown")} (${length})`, id),
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

  /** Every sign-off sheet that was read. @returns {Signoff[]} */
  get signoffs() {
    return this.files.flatMap(({ file, signoff: sheet, problem }) =>
      sheet ? [{ file, sheet, altered: Boolean(problem) }] : [],
    );
  }

  #show() {
    const { groups = [], signoffs, decisions, data } = this;
    const group = groups.find(({ id }) => id === this.#field("assignment").value);
    this.querySelector(".team-show").hidden = !group;
    const place = this.querySelector(".team-result");
    const roster = readRoster(this.#field("roster").value, decisions.apart);
    this.querySelector(".team-signoffs").replaceChildren(
      ...signoffPart(signoffs, roster.people, decisions.same),
    );
    if (!data) return;
    if (!group) return place.replaceChildren();
    const shown = {};
    /** @type {object} */
    this.shown = shown;
    /** @param {(decisions: Decisions) => unknown} change */
    const decide = (change) => this.#decide(change);
    const what = { group, groups, roster, data, decisions, decide, signoffs };
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
    const words = wanted && !done ? gettext("This browser does not keep it.") : "";
    keepSaid(told, words);
  }

  #toKeep() {
    const read = this.files.filter(({ result, signoff }) => result || signoff);
    const texts = read.map(({ file, text }) => [file, text]);
    const decisions = asStored(this.decisions);
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
    this.decisions = fromStored(value.decisions);
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
      ? gettext("All of it is forgotten. Your files stay where they are.")
      : gettext("The storage of this browser cannot be reached.");
  }
}

if (!customElements.get("unruffled-team")) customElements.define("unruffled-team", UnruffledTeam);
