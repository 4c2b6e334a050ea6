// <unruffled-assigned>: an assignment, from the address or from a file of the site: what to do, how
// far it is, the tests, and how to hand it in. Without this script it is a list of what to do.

import { decode, idOf } from "../../browser/core/assignment.js";
import { recognise } from "../../browser/core/assignment-link.js";
import { course, root } from "../../browser/core/course.js";
import { runsOf } from "../../browser/core/runs.js";
import { standingOf, stepsOf, triesLeft } from "../../browser/core/steps.js";
import { onchange, past, results, views } from "../../browser/core/store.js";
import { gettext } from "../../browser/core/words.js";
import { elsewhere } from "../../browser/dom/elsewhere.js";
import { changes, factsOf, inWords } from "./assigned-words.js";
import { makeHandIn } from "./hand-in.js";
import { element } from "../../browser/dom/make.js";

/** @returns {Record<string, string>} what is wrong with a link */
const problems = () => ({
  empty: gettext(
    "This page shows the assignment in the link that your trainer sent you. Open that link: it leads here.",
  ),
  newer: gettext(
    "This link was made by a later version of this site. Reload the page; if that does not help, ask your trainer.",
  ),
  cut: gettext(
    "This link is not whole: its end was lost. Copy all of it from the message, or ask your trainer to send it again.",
  ),
  changed: gettext(
    "This link is not whole: on its way, a program changed signs in it. Copy it from the message by hand, or ask your trainer to send it another way, for example as a QR code.",
  ),
  cased: gettext(
    "This link is not whole: on its way, a program made small letters of its capitals. Copy it from the message by hand, or ask your trainer to send it another way, for example as a QR code.",
  ),
  forged: gettext(
    "This link holds nothing that this site makes. Ask your trainer to send it again.",
  ),
});

class UnruffledAssigned extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {() => void} */
  #stop;
  /** @type {Assignment} */
  assignment;

  connectedCallback() {
    this.#abort = new AbortController();
    addEventListener("hashchange", () => this.begin(), { signal: this.#abort.signal });
    this.#stop = onchange(() => this.#mark());
    this.begin();
  }

  disconnectedCallback() {
    this.#abort.abort();
    this.#stop();
  }

  /** Read the assignment and show it. */
  async begin() {
    const { text, assignment, problem } = this.#read();
    if (problem === "empty" && this.assignment) return; // a place on this page
    this.text = text;
    this.assignment = /** @type {Assignment} */ (assignment);
    if (problem)
      return this.#say(
        problems()[problem],
        problem === "empty" ? "" : gettext("Nothing that you have answered is lost."),
      );
    try {
      /** @type {Course} */
      this.data = await course();
    } catch {
      return this.#say(
        gettext("The course cannot be loaded now. Check your connection, then reload this page."),
      );
    }
    /** @type {string} */
    this.key = idOf(this.text);
    /** @type {Step[]} */
    this.steps = stepsOf(this.assignment, this.key, this.data);
    await this.#show();
  }

  /** The assignment of this page; else the one in the address, which is put right for the next time. */
  #read() {
    const own = this.dataset.assignment;
    if (own !== undefined) return { text: own, ...decode(own) };
    const found = recognise(location.href);
    const hash = `#a=${found.text}`;
    if (found.assignment && location.hash !== hash)
      history.replaceState(history.state, "", location.pathname + hash);
    return found;
  }

  /** @param {...string} words */
  #say(...words) {
    this.replaceChildren(
      ...words.filter(Boolean).map((each) => element("p", { role: "status" }, each)),
    );
  }

  async #show() {
    const { assignment } = this;
    const facts = element(
      "ul",
      { className: "assigned-facts" },
      ...factsOf(assignment).map((each) => element("li", {}, each)),
    );
    /** @type {HTMLElement[]} */
    this.items = this.steps.map((step) => item(step));
    const changed = element("p", { className: "assigned-changed" }, changes(this.steps));
    /** @type {ReturnType<typeof makeHandIn>} */
    this.handIn = makeHandIn(
      /** @type {Parameters<typeof makeHandIn>[0]} */ (/** @type {unknown} */ (this)),
    );
    this.replaceChildren(
      ...(this.dataset.assignment ? [] : [element("h2", {}, assignment.title)]),
      ...(assignment.note ? [element("p", { className: "assigned-note" }, assignment.note)] : []),
      facts,
      ...(changed.textContent ? [changed] : []),
      element("ol", { className: "course-modules" }, ...this.items),
      this.handIn.element,
    );
    await this.#mark();
    if ((await this.standings()).every(({ state }) => state === "new"))
      this.handIn.element.before(...elsewhere());
    await this.#offerTests();
  }

  /** How far each step is, by the record as it is now. */
  async standings() {
    const entries = await past();
    const runs = runsOf(entries);
    const record = { views: await views(), results: await results() };
    return this.steps.map((step) => ({
      ...standingOf(step, this.assignment, this.data, record),
      begun: runs.filter(({ quiz }) => step.test && quiz === step.test).length,
    }));
  }

  async #mark() {
    if (!this.items) return;
    const all = await this.standings();
    all.forEach((far, index) => {
      const place = this.items[index];
      place.dataset.state = far.state;
      place.querySelector(".course-state").textContent = inWords(
        far,
        this.steps[index],
        this.assignment,
      );
    });
    this.handIn.show(all);
  }

  /** Put each test that can still be taken below its title. */
  async #offerTests() {
    const all = await this.standings();
    const offered = this.steps.map((step, index) => {
      if (!step.test || step.url || step.gone) return false;
      const left = triesLeft(this.assignment, all[index].tries);
      const quiz = quizOf(step, this.assignment);
      // What was handed in can be looked at, also where no attempt is left.
      if (!left) {
        quiz.dataset.over = "";
        this.items[index].append(
          element("p", {}, gettext("You have used your attempts. Hand in your result.")),
        );
      }
      this.items[index].append(quiz);
      return true;
    });
    if (offered.some(Boolean)) await import("../quiz/quiz.js");
  }
}

/** @param {Step} step */
function item(step) {
  const name = step.url
    ? element("a", { href: new URL(step.url, root).href }, step.title)
    : element("b", {}, step.title);
  const about = element(
    "p",
    { className: "course-about" },
    element("span", { className: "course-state" }),
  );
  return element("li", {}, step.gone ? element("s", {}, step.title) : name, about);
}

/** @param {Step} step @param {Assignment} assignment */
function quizOf(step, { pass, minutes, fixed, attempts }) {
  const quiz = element("unruffled-quiz", {});
  Object.assign(quiz.dataset, {
    mode: "test",
    quiz: step.test,
    title: step.title,
    pass,
    pool: step.quizzes.join(" "),
  });
  if (step.draw) quiz.dataset.draw = `${step.draw}`;
  if (attempts) quiz.dataset.attempts = `${attempts}`;
  if (minutes) quiz.dataset.minutes = `${minutes}`;
  if (fixed) quiz.dataset.fixed = "";
  return quiz;
}

if (!customElements.get("unruffled-assigned"))
  customElements.define("unruffled-assigned", UnruffledAssigned);
