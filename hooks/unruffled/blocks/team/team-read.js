// What was read, file by file and code by code, and what is wrong with each.

import { readCodes } from "../../browser/core/codes.js";
import { gettext, ngettext } from "../../browser/core/words.js";

/** @typedef {import("./team-files.js").TeamFile} TeamFile */

/**
 * What was pasted, each code as if it were a file.
 *
 * @param {string} text
 * @returns {TeamFile[]}
 */
export const codesFrom = (text) =>
  readCodes(text).map((read, index) => ({
    file:
      read.problem === "none"
        ? gettext("What you pasted")
        : gettext("code {number}", { number: index + 1 }),
    ...read,
  }));

/** @returns {Record<string, string>} what each problem is, and what helps */
const problems = () => ({
  none: gettext(
    "there is no short code in it. A code begins with “u1.” and ends with eight letters and digits.",
  ),
  cut: gettext("something like a code, and it is not whole: its end is missing. Ask for it again."),
  empty: gettext("it is empty."),
  foreign: gettext("it is not a result of this site."),
  newer: gettext(
    "it was made by a later version of this site. Reload this page, then read it again.",
  ),
  damaged: gettext("it is damaged, or cut off. Ask for it again."),
  altered: gettext(
    "it was changed after it was made, or its points do not fit its answers. It is read and marked, and counts as passed only if you say so.",
  ),
  large: gettext("it is too large for a result. It was not read."),
  locked: gettext(
    "it is sealed, and the key for it is not here. Take the key from your file, below.",
  ),
  unreadable: gettext("the browser could not read it."),
});

/** @param {TeamFile} read @returns {string} */
export function lineOf({ file, problem, unread, result, summary, signoff }) {
  const name = result?.name ?? summary?.name ?? signoff?.who ?? "";
  const words = problem
    ? problems()[problem]
    : signoff
      ? gettext("the sign-off sheet of {name}.", { name })
      : `${name || gettext("(without a name)")}.`;
  const left =
    unread &&
    ngettext(
      "{n} of its entries cannot be read and does not count.",
      "{n} of its entries cannot be read and do not count.",
      unread,
    );
  return `${file}: ${[words, left].filter(Boolean).join(" ")}`;
}

/**
 * @param {TeamFile[]} all
 * @returns {string} how much was read, "" where nothing was given
 */
export function countOf(all) {
  if (!all.length) return "";
  const n = all.filter(({ result, summary, signoff }) => result || summary || signoff).length;
  const trouble = all.filter(({ problem }) => problem).length;
  const words = gettext("{n} of {total} read.", { n, total: all.length });
  const look = ngettext(
    "{n} with something to look at: see below.",
    "{n} with something to look at: see below.",
    trouble,
  );
  return trouble ? `${words} ${look}` : words;
}
