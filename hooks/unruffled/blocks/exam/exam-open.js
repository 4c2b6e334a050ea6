// What comes before an exam: the ticket, the paper, and the pass phrase that is said in the room.

import { LARGEST, open, readPaper, readTicket } from "../../browser/core/exam.js";
import { root } from "../../browser/core/root.js";
import { able } from "../../browser/core/sealing.js";
import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { element } from "../../browser/dom/make.js";
import { problems } from "./exam-words.js";

/** @typedef {import("../../browser/core/exam.js").Ticket} Ticket */
/** @typedef {import("../../browser/core/exam.js").Paper} Paper */

/** @param {string} exam @returns {Promise<string>} its published paper; rejected where it cannot be had */
async function fetched(exam) {
  const answer = await fetch(new URL(`assets/exams/${exam}.json`, root));
  if (!answer.ok) throw new Error("there is none");
  return answer.text();
}

/** @param {string} words @param {HTMLElement} field */
const labelled = (words, field) => element("label", { className: "exam-field" }, words, field);

/**
 * Ask for what is missing, until a paper is open.
 *
 * @param {HTMLElement} place
 * @param {{ticket?: Ticket, paper?: string}} known from the address, or from an exam that was begun
 * @param {(found: {ticket: Ticket, paper: Paper, text: string}) => void} done
 */
export function askToOpen(place, known, done) {
  const told = element("p", { className: "exam-told", role: "alert" });
  if (!able()) return place.replaceChildren(element("p", {}, problems().insecure));
  const ticket = element("textarea", { rows: 3, name: "ticket", spellcheck: false });
  const file = element("input", { type: "file", name: "paper", accept: ".json,application/json" });
  const phrase = element("input", {
    ...{ type: "text", name: "phrase", autocomplete: "off", autocapitalize: "none" },
    spellcheck: false,
  });
  const name = element("p", { className: "exam-name", translate: false }, known.ticket?.name ?? "");
  const button = element("button", { className: "quiz-button" }, gettext("Open the paper"));
  const byHand = element(
    "details",
    {},
    element("summary", {}, gettext("The paper comes as a file?")),
    labelled(gettext("File with the paper"), file),
  );
  /** @param {string} problem @param {HTMLElement} [field] */
  const say = (problem, field) => {
    announce(told, problems()[problem]);
    if (problem === "away" || problem === "paper") byHand.open = true;
    field?.focus();
  };
  const onsubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const mine = known.ticket ?? readTicket(ticket.value);
    if (!mine) return say("ticket", ticket);
    button.disabled = true;
    try {
      await opened(mine);
    } finally {
      button.disabled = false;
    }
  };
  /** @param {Ticket} mine */
  const opened = async (mine) => {
    const text = await textOf(file.files?.[0], known.paper, mine.exam).catch(() => undefined);
    if (text === undefined) return say("away", phrase);
    const locked = readPaper(text);
    if (!locked) return say("paper", file);
    const { paper, problem } = await open(locked, phrase.value, mine);
    if (paper) done({ ticket: mine, paper, text });
    else say(/** @type {string} */ (problem), phrase);
  };
  place.replaceChildren(
    element(
      "form",
      { onsubmit },
      ...(known.ticket
        ? [element("p", {}, gettext("This ticket is for:")), name]
        : [labelled(gettext("Your ticket, or the link with it"), ticket)]),
      element("p", {}, labelled(gettext("The pass phrase, as it is said in the room"), phrase)),
      byHand,
      element("p", {}, button),
      told,
    ),
  );
}

/**
 * The paper: from a file, from what is kept, or from the site.
 *
 * @param {File | undefined} file
 * @param {string | undefined} kept
 * @param {string} exam
 */
async function textOf(file, kept, exam) {
  if (file) return file.size <= LARGEST ? file.text() : "";
  return kept ?? fetched(exam);
}
