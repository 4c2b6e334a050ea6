// A sealed exam in the browser: its ticket, its paper, and what is handed in. Nothing in it knows what
// is right. `unruffled exam` makes papers and grades answers; hooks/unruffled/exam/ is its other half.

import { shuffled } from "./random.js";
import { seal } from "./sealing.js";
import { isSigned, saidIn, unlock } from "./unlocking.js";

const PAPER = "unruffled-exam-paper";
const ANSWERS = "unruffled-exam-answers";
const VERSION = 1;
/** The largest paper that is read, in bytes. */
export const LARGEST = 8 * 2 ** 20;

/** A ticket in an address, or in a message around it. */
const TICKET = /(?:^|[^\w.-])([\w-]{10,}\.[\w-]{20,}\.[\w-]{86})(?![\w-])/;

/**
 * @typedef {object} Ticket
 * @property {string} text as it was signed
 * @property {string} exam
 * @property {string} name
 * @property {string} code
 * @property {number} seed
 */

/**
 * @typedef {object} Locked a paper as it is published
 * @property {string} exam
 * @property {string} title
 * @property {string} commitment
 * @property {string} locked
 */

/** @typedef {(string | [string, string])[]} Runs a text, and its marks: `strong`, `em`, `code` */
/** @typedef {[name: string, text: Runs]} ExamRow */

/**
 * @typedef {object} Asked a question without its answer
 * @property {string} id
 * @property {number} points
 * @property {boolean} mixed whether what can be chosen stands in another order on each paper
 * @property {Runs} stem
 * @property {"choose" | "judge" | "spot" | "order" | "match" | "gaps" | "type"} form
 * @property {boolean} [many]
 * @property {ExamRow[]} [rows]
 * @property {ExamRow[]} [values]
 * @property {Runs[]} [around]
 * @property {ExamRow[][]} [lists]
 */

/**
 * @typedef {object} Paper an opened one
 * @property {string} exam
 * @property {string} title
 * @property {string} commitment
 * @property {number} asked
 * @property {number} minutes 0 for no limit
 * @property {string} seal the public key that answers are sealed for
 * @property {string} kid its name
 * @property {string} sign the public key that tickets are signed with
 * @property {Asked[]} questions
 */

/**
 * @param {string} given an address, a message, or the ticket alone
 * @returns {Ticket | undefined}
 */
export function readTicket(given) {
  // As it is; and as it was, where a mail program has folded or quoted it.
  const forms = [given, given.replace(/[\s>]*\n[\s>]*/g, "")];
  const text = forms.map((form) => TICKET.exec(form)?.[1]).find(Boolean);
  const said = text && saidIn(text);
  const sound =
    said &&
    [said.exam, said.name, said.code].every((each) => typeof each === "string" && each) &&
    /^[a-z0-9-]{1,80}$/.test(said.exam) &&
    Number.isInteger(said.seed);
  return sound ? { ...said, text } : undefined;
}

/**
 * @param {string} text of a file
 * @returns {Locked | undefined} the paper; nothing where it is none, or not whole
 */
export function readPaper(text) {
  try {
    const { format, version, exam, title, commitment, locked } = JSON.parse(text);
    const texts = [exam, title, commitment, locked];
    const sound = format === PAPER && version === VERSION;
    return sound && texts.every((each) => typeof each === "string")
      ? { exam, title, commitment, locked }
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Open a paper for a ticket.
 *
 * @param {Locked} locked
 * @param {string} phrase
 * @param {Ticket} ticket
 * @returns {Promise<{paper?: Paper, problem?: "phrase" | "altered" | "other" | "unsigned"}>} `other`: the
 *   ticket is for another exam; `unsigned`: nobody who made this exam has signed it
 */
export async function open(locked, phrase, ticket) {
  if (locked.exam !== ticket.exam) return { problem: "other" };
  const { text, problem } = await unlock(locked.locked, phrase);
  if (text === undefined) return { problem };
  /** @type {Paper} */
  const paper = JSON.parse(text);
  if (paper.exam !== locked.exam || paper.commitment !== locked.commitment)
    return { problem: "altered" };
  return (await isSigned(ticket.text, paper.sign)) ? { paper } : { problem: "unsigned" };
}

/**
 * The questions of a ticket's paper, in its order.
 *
 * @param {Paper} paper
 * @param {Ticket} ticket
 * @returns {Asked[]}
 */
export function questionsFor({ questions, asked }, { seed }) {
  const byId = new Map(questions.map((each) => [each.id, each]));
  const ids = shuffled([...byId.keys()].sort(), seed, "paper").slice(0, asked);
  return ids.map((id) => /** @type {Asked} */ (byId.get(id)));
}

/**
 * Seal what was answered.
 *
 * @param {Paper} paper
 * @param {Ticket} ticket
 * @param {{answers: Record<string, Given>, began: number, handed: number, away: number}} sitting
 * @returns {Promise<string>}
 */
export function sealed(paper, ticket, sitting) {
  const { exam, commitment, kid } = paper;
  const data = {
    format: ANSWERS,
    version: VERSION,
    exam,
    commitment,
    ticket: ticket.text,
    ...sitting,
  };
  return seal(JSON.stringify(data), paper.seal, kid);
}
