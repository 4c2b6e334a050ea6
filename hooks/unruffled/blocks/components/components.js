// <unruffled-components>: the page of components. It brings questions into their states, and makes
// what scripts make elsewhere: what the finder finds, a certificate, samples of names.

import { makeCopying } from "../../browser/dom/copying.js";
import { element } from "../../browser/dom/make.js";
import { makeItem } from "../desk/finder-item.js";
import { makePaper } from "../quiz/certificate.js";
import { answerFor } from "./answers.js";

class UnruffledComponents extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {Promise<void> | undefined} */
  ready;

  connectedCallback() {
    this.#abort = new AbortController();
    this.ready ??= this.#make();
    this.#showTokens();
    const again = () => this.#showTokens();
    document.body.addEventListener("change", again, { signal: this.#abort.signal });
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  async #make() {
    this.#find();
    this.#certify();
    await customElements.whenDefined("unruffled-question");
    const states = [...this.querySelectorAll("[data-state-of]")];
    await Promise.all(states.map(bringAbout));
    await customElements.whenDefined("unruffled-phrases");
    this.querySelector(".phrase-more")?.click();
    this.dataset.made = "";
  }

  #find() {
    const list = element("ul", { className: "finder-list" });
    const found = JSON.parse(this.querySelector(".shown-found").textContent);
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = this.querySelectorAll(".shown-links a");
    for (const [at, { href }] of links.entries()) found[at].url = href;
    list.append(...found.map(makeItem));
    const place = this.querySelector(".shown-list");
    place.append(list);
    makeCopying(place).listen(this.#abort.signal);
  }

  #certify() {
    const name = element("p", { className: "certificate-name" }, "…");
    const result = { type: "result", run: "shown", drawn: [], points: 9, max: 10, percent: 90 };
    const passed = /** @type {Passed} */ (/** @type {unknown} */ (result));
    this.querySelector(".shown-certificate").append(makePaper("…", passed, name));
  }

  /** Draw each name, and say what it stands for in the colours that the page has now. */
  #showTokens() {
    const has = getComputedStyle(document.body);
    for (const line of this.querySelectorAll("[data-token]")) {
      const name = /** @type {string} */ (line.dataset.token);
      const sample = line.querySelector(".shown-sample");
      show(sample, /** @type {string} */ (line.dataset.shown), `var(${name})`);
      line.querySelector(".shown-value").textContent = has.getPropertyValue(name);
    }
  }
}

/** @typedef {import("../quiz/certificate.js").Passed} Passed */

/** @type {Record<string, string>} */
const PROPERTY = {
  colour: "background-color",
  type: "font-size",
  round: "border-radius",
  edge: "border-block-end",
  length: "--length",
};

/** @param {HTMLElement} sample @param {string} how @param {string} value */
function show(sample, how, value) {
  sample.style.setProperty(/** @type {string} */ (PROPERTY[how]), value);
  sample.textContent = how === "type" ? "Aa" : "";
}

/** Answer the question of a section as its state asks. @param {HTMLElement} section */
async function bringAbout(section) {
  const state = section.dataset.stateOf;
  const question = /** @type {Question} */ (section.querySelector("unruffled-question"));
  if (state === "open" || !(await question.ready)) return;
  // Many are judged at once: none of them brings itself into view.
  Object.assign(question.verdict, { scrollIntoView() {} });
  question.kind.restore(question, answerFor(question, state === "right"));
  question.judge(state === "revealed");
}

if (!customElements.get("unruffled-components")) {
  customElements.define("unruffled-components", UnruffledComponents);
}
