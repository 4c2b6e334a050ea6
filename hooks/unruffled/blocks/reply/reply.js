// <unruffled-reply>: a draft is checked while it is typed. Marks in the text and a list below it say what
// it does to its reader, and words instead are put in by a key. Nothing is kept, and nothing is sent.
//
// In the field, Alt with an arrow goes from one finding to the next. The browser's own undo brings back
// whatever was put in.

import { isComposing } from "../../browser/core/composing.js";
import { know } from "../../browser/core/gaps.js";
import { makeReply } from "../../browser/core/reply.js";
import { root } from "../../browser/core/root.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { showCall } from "../../browser/dom/call.js";
import { listenToKeys, makeKeySwitch } from "../../browser/dom/keys.js";
import { element } from "../../browser/dom/make.js";
import { makeCopy } from "./reply-copy.js";
import { isGap } from "./reply-item.js";
import { makeField } from "./reply-field.js";
import { makeList } from "./reply-list.js";

/** How long after a key the list follows the marks, in milliseconds. */
const FOLLOWS = 150;
/** How long somebody rests before the number of findings is said, in milliseconds. */
const RESTS = 1500;
const NAMES = ["customer_name", "agent_name", "reference"];

class UnruffledReply extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #follow;
  /** @type {ReplyPageData} */
  data;
  /** @type {ReturnType<typeof makeReply>} */
  check;
  /** @type {ReturnType<typeof makeField>} */
  field;
  /** @type {ReturnType<typeof makeList>} */
  list;
  /** @type {HTMLElement} */
  told;
  /** @type {HTMLElement} */
  copy;
  /** @type {HTMLElement} */
  theirs;
  /** @type {HTMLSelectElement[]} */
  choices;
  /** @type {ReplyResult} */
  found;

  async connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.querySelector(".reply-without")?.remove();
    try {
      this.data = await (await fetch(new URL("assets/reply.json", root))).json();
    } catch {
      this.append(gettext("The rules could not be loaded. Load the page again."));
      return;
    }
    if (signal.aborted) return;
    know(this.data.gaps);
    this.check = makeReply(this.data);
    if (!this.field) this.#make();
    this.#listen(signal);
    showCall(this, signal, NAMES, (bar) => this.field.box.before(bar));
    this.#look();
  }

  disconnectedCallback() {
    this.#abort.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#follow);
  }

  #make() {
    this.field = makeField();
    this.list = makeList(this.data, this.field);
    this.told = element("p", { className: "reply-told", role: "status" });
    this.copy = makeCopy(this.field, () => this.found.findings.find(isGap));
    const choices = /** @type {HTMLElement} */ (this.querySelector(".reply-choices"));
    choices.hidden = false;
    this.choices = [...choices.querySelectorAll("select")];
    this.theirs = this.#theirs();
    const keys = makeKeySwitch(gettext("Keys: / to write"));
    this.append(this.theirs, this.field.box, this.told, this.copy, this.list.box, keys);
  }

  #theirs() {
    const field = element("textarea", {
      id: "reply-theirs",
      rows: 3,
      maxLength: 5000,
      dir: "auto",
    });
    const label = element(
      "label",
      { htmlFor: "reply-theirs" },
      gettext("What they wrote. It shows which of their facts you take up."),
    );
    return element(
      "details",
      { className: "reply-theirs" },
      element("summary", {}, gettext("Add what the customer wrote")),
      label,
      field,
    );
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    this.addEventListener("input", () => this.#look(), { signal });
    this.field.area.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    listenToKeys({ "/": () => this.field.area.focus() }, signal);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (!event.altKey || isComposing(event) || !/^Arrow(?:Up|Down)$/.test(event.key)) return;
    event.preventDefault();
    this.#list();
    const said = this.list.walk(event.key === "ArrowDown" ? 1 : -1);
    announce(this.told, said);
  }

  /** Marks come at once, the list when the keys rest, and what is said of it later still. */
  #look() {
    const draft = this.field.area.value;
    this.found = this.check(draft, this.#context());
    this.field.mark(this.found.findings);
    clearTimeout(this.#follow);
    clearTimeout(this.#timer);
    this.#follow = setTimeout(() => this.#list(), FOLLOWS);
    this.#timer = setTimeout(() => announce(this.told, this.#count(draft)), RESTS);
  }

  /** @returns {ReplyContext} */
  #context() {
    const [channel, situation] = this.choices.map(({ value }) => value || undefined);
    return { channel, situation };
  }

  #list() {
    clearTimeout(this.#follow);
    const theirs = this.theirs.querySelector("textarea")?.value ?? "";
    this.list.show(this.found, this.field.area.value, theirs, this.#context());
  }

  /** @param {string} draft */
  #count(draft) {
    if (!draft.trim()) return "";
    const { findings } = this.found;
    if (!findings.length) return gettext("Nothing found. Read it once as they will.");
    const worse = findings.filter(({ severity }) => severity === "worse").length;
    const all = ngettext("{n} finding.", "{n} findings.", findings.length);
    if (!worse) return all;
    return ngettext("{all} {n} would make it worse.", "{all} {n} would make it worse.", worse, {
      all,
    });
  }
}

customElements.define("unruffled-reply", UnruffledReply);
