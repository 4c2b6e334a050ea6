// What a browser keeps of an exam: the locked paper, the ticket and the answers so far, so that a closed
// tab loses nothing; once it is handed in, the sealed file alone. Written at once: a tab may close.

import { root } from "./root.js";

const NAME = `unruffled exam ${root.pathname} `;

/**
 * @typedef {object} Kept
 * @property {string} ticket
 * @property {string} [paper] the locked one, as it was published
 * @property {number} began
 * @property {number} away seconds in which the page was not in view
 * @property {Record<string, Given>} [answers]
 * @property {string} [sealed] what was handed in
 * @property {number} [handed]
 */

/** @param {{exam: string, code: string}} ticket */
const nameOf = ({ exam, code }) => `${NAME}${exam} ${code}`;

/** @param {string} text @returns {Kept | undefined} */
function read(text) {
  try {
    const found = JSON.parse(text);
    return typeof found?.ticket === "string" && Number.isFinite(found.began) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** @param {{exam: string, code: string}} ticket @returns {Kept | undefined} */
export function kept(ticket) {
  try {
    return read(localStorage[nameOf(ticket)]);
  } catch {
    return undefined;
  }
}

/** Everything that is kept, the newest first. @returns {Kept[]} */
export function all() {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(NAME))
      .map((name) => read(localStorage[name]))
      .filter((each) => each !== undefined)
      .sort((one, other) => other.began - one.began);
  } catch {
    return [];
  }
}

/**
 * @param {{exam: string, code: string}} ticket
 * @param {Kept | undefined} value nothing forgets it
 * @returns {boolean} whether that was possible
 */
export function keep(ticket, value) {
  try {
    if (value) localStorage[nameOf(ticket)] = JSON.stringify(value);
    else delete localStorage[nameOf(ticket)];
    return true;
  } catch {
    return false;
  }
}
