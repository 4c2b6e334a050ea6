// <unruffled-exam>: a sealed exam is opened with a ticket and a pass phrase, sat, and handed in as a
// sealed file. All its scripts come with the page, so that it goes on without a network.

import { readTicket } from "../../browser/core/exam.js";
import { all, keep, kept } from "../../browser/core/exam-kept.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { button, element } from "../../browser/dom/make.js";
import { askToOpen } from "./exam-open.js";
import { saveSealed, sit } from "./exam-sit.js";

/** @typedef {import("../../browser/core/exam.js").Ticket} Ticket */
/** @typedef {import("../../browser/core/exam.js").Paper} Paper */
/** @typedef {import("../../browser/core/exam-kept.js").Kept} Kept */

class UnruffledExam extends HTMLElement {
  /** @type {AbortController} */
  #abort;

  connectedCallback() {
    this.#abort = new AbortController();
    addEventListener("hashchange", () => this.#onAddress(), { signal: this.#abort.signal });
    this.begin();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /** The ticket in the address; without one, that of the exam that was begun here last. */
  begin() {
    const given = readTicket(location.hash.slice(1));
    const last = given ? kept(given) : all()[0];
    const ticket = given ?? (last && readTicket(last.ticket));
    if (last?.sealed && ticket) return this.#over(ticket, last);
    askToOpen(this, { ticket, paper: last?.paper }, (exam) => this.#confirm(exam));
    if (last) this.prepend(this.#kept());
    else this.prepend(...about());
  }

  /** Another ticket was opened; a link to a question leads on, and begins nothing anew. */
  #onAddress() {
    if (location.hash.startsWith("#t=") && !this.sitting) this.begin();
  }

  #kept() {
    const words = gettext(
      "An exam was begun in this browser. Your answers are here. Type the pass phrase to go on.",
    );
    return element("p", { className: "exam-told" }, words);
  }

  /**
   * Say whose paper it is, before anything is asked.
   *
   * @param {{ticket: Ticket, paper: Paper, text: string}} exam
   */
  #confirm(exam) {
    const { ticket, paper } = exam;
    const before = kept(ticket);
    const go = button(before ? gettext("Go on") : gettext("Begin"), () => {
      this.sitting = true;
      sit(this, exam, before, this.#abort.signal, (done) => this.#over(ticket, done));
      this.querySelector("fieldset")?.querySelector("input, select, button")?.focus();
    });
    const terms = [
      ngettext("{n} question.", "{n} questions.", Math.min(paper.asked, paper.questions.length)),
      paper.minutes ? ngettext("{n} minute.", "{n} minutes.", paper.minutes) : "",
      gettext("Your answers are kept in this browser until you hand in. No result is shown here."),
    ];
    this.replaceChildren(
      element("h2", {}, paper.title),
      element("p", {}, gettext("This paper is for:")),
      element("p", { className: "exam-name", translate: false }, ticket.name),
      element("p", {}, gettext("If that is not you, stop here and tell your trainer.")),
      element("p", {}, terms.filter(Boolean).join(" ")),
      element("p", {}, go),
    );
    go.focus();
  }

  /** @param {Ticket} ticket @param {Kept} done */
  #over(ticket, done) {
    this.sitting = false;
    this.#abort.abort();
    this.#abort = new AbortController();
    const head = element("h2", { tabIndex: -1 }, gettext("Handed in"));
    const told = element("p", { role: "status" });
    const drop = button(gettext("Remove it from this browser"), () => {
      keep(ticket, undefined);
      announce(told, gettext("Removed. Your trainer has the only copy, if you gave the file."));
      again.hidden = drop.hidden = true;
    });
    const again = button(gettext("Save the file again"), () =>
      saveSealed(ticket, /** @type {string} */ (done.sealed)),
    );
    this.replaceChildren(
      head,
      element("p", { className: "exam-name", translate: false }, ticket.name),
      element(
        "p",
        {},
        gettext(
          "Your answers are sealed in a file among your downloads. Give it to your trainer: only your trainer can open it.",
        ),
      ),
      element("p", {}, gettext("No result is shown here: no page of this site knows the answers.")),
      element("p", {}, again, " ", drop),
      told,
    );
    head.focus();
  }
}

const about = () => [
  element(
    "p",
    {},
    gettext(
      "You need two things: the ticket that your trainer gave to you alone, and the pass phrase that is said in the room.",
    ),
  ),
];

customElements.define("unruffled-exam", UnruffledExam);
