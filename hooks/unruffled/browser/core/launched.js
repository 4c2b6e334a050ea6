// The session that a launch link has begun in this tab, and how much of the record it has taken over.
// The token is in `sessionStorage` and nowhere else: it goes with the tab.

import { crc } from "./crc.js";
import { root } from "./root.js";

/** @typedef {import("./launch.js").Launch} Launch */

/** site/launched.js asks for the same name. */
const SESSION = `unruffled launch ${root.pathname}`;

/** @returns {Launch | undefined} */
export function launched() {
  try {
    return JSON.parse(sessionStorage[SESSION]);
  } catch {
    return undefined;
  }
}

/**
 * Begin a session, or end it.
 *
 * @param {Launch | undefined} launch
 * @returns {boolean} whether the browser allowed it
 */
export function setLaunched(launch) {
  try {
    if (launch) sessionStorage[SESSION] = JSON.stringify(launch);
    else delete sessionStorage[SESSION];
    return true;
  } catch {
    return false;
  }
}

/** @param {Launch} launch who sends to where, without a token */
const place = ({ endpoint, account }) =>
  `unruffled sends ${root.pathname} ${crc(JSON.stringify([endpoint, account.homePage, account.name]))}`;

/** Do both send for one learner to one store? @param {Launch} a @param {Launch} b */
export const isSame = (a, b) => place(a) === place(b);

/**
 * What this browser knows of a learner who sends to a store, and that the learner has agreed.
 *
 * @typedef {object} Sends
 * @property {number} from the order stamp of the last entry that was taken over
 * @property {number} until when the last page of a session was left; what came later is not sent
 */

/** How long the last page of a session may have had work with what it has not taken over: ten minutes. */
const UNDONE = 600_000;

/**
 * Was an entry made just before a session was left, and not taken over any more? What came later, or
 * long before by a clock that was put back since, is the learner's own.
 *
 * @param {Pick<Entry, "at" | "t">} entry
 * @param {Sends} earlier
 */
export const isUndone = ({ at, t }, { from, until }) =>
  at > from && t <= until && t > until - UNDONE;

/** @param {Launch} launch @returns {Sends | undefined} nothing before the learner has agreed */
export function sends(launch) {
  try {
    return JSON.parse(localStorage[place(launch)]);
  } catch {
    return undefined;
  }
}

/** @param {Launch} launch @param {Sends | undefined} value */
export function setSends(launch, value) {
  try {
    if (value) localStorage[place(launch)] = JSON.stringify(value);
    else delete localStorage[place(launch)];
  } catch {
    // The learner is asked again by the next link.
  }
}
