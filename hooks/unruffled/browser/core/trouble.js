// Why something is not stored, in words: the fact, and what helps.

import { gettext } from "./words.js";

/** @type {Record<string, string>} */
const WORDS = {
  full: gettext(
    "The storage of this browser is full. Free some space on this device: then your next answer is stored, with all that wait.",
  ),
  off: gettext(
    "This browser does not let this site store anything, perhaps because the window is private, or by a setting.",
  ),
  blocked: gettext(
    "Another tab holds the storage with an older version of this site. Close the other tabs of this site, then go on.",
  ),
  slow: gettext(
    "The storage of this browser does not answer. Close the other tabs of this site; if that does not help, start the browser anew.",
  ),
  odd: gettext("There is something in it that a browser cannot store."),
  lost: gettext(
    "This browser cannot reach its storage now. It is tried again with your next answer; if that does not help, start the browser anew.",
  ),
};

/** @param {string | undefined} reason @returns {string} a sentence or two */
export const why = (reason) => WORDS[reason ?? "lost"] ?? WORDS.lost;
