// Why statements wait, in words.

import { gettext, ngettext } from "./words.js";

/**
 * @param {import("./outbox.js").Trouble} trouble
 * @param {string} store its name
 * @returns {string}
 */
export const troubleWords = (trouble, store) =>
  ({
    token: gettext("{store} does not accept your link any more. Ask for a new one.", { store }),
    silent: gettext("{store} does not answer.", { store }),
    fault: gettext("{store} has a fault of its own.", { store }),
    large: gettext("An answer is too large for {store}.", { store }),
    conflict: gettext("{store} already has another version of an answer.", { store }),
    refused: gettext("{store} refuses the form of an answer.", { store }),
  })[trouble];

/** Where some would be lost with the page. */
const AT_RISK = gettext("This browser keeps nothing: what waits is lost when you leave this page.");

/**
 * @param {number} left how many statements wait
 * @param {boolean} atRisk whether they go with the page
 * @returns {string[]} sentences; none where nothing waits
 */
export const waitingWords = (left, atRisk) =>
  left
    ? [
        ngettext("{n} report waits in this browser.", "{n} reports wait in this browser.", left),
        atRisk ? AT_RISK : gettext("Nothing is lost."),
      ]
    : [];
