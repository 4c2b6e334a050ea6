// What can be told of a line that was said aloud, in figures and in words. Nothing here judges: a
// figure stands beside the speaker's own, never beside anybody else's.

import { gettext, inDigits, ngettext } from "./words.js";

/**
 * A line as it was said.
 *
 * @typedef {object} Said
 * @property {number} seconds from the first word to the last
 * @property {number} pace words a minute; 0 where the words are not known
 * @property {number[]} pauses how long each is, in seconds
 * @property {number} loudness in decibels below the loudest possible; NaN where the device evens it out
 * @property {import("./voice-pitch.js").Direction} ending
 */

/** How many words a line has; marks for breath are none. @param {string} line */
export const wordsIn = (line) =>
  line.split(/\s+/).filter((each) => /[\p{L}\p{N}]/u.test(each)).length;

/**
 * @param {import("./voice-sound.js").Heard} heard
 * @param {import("./voice-pitch.js").Direction} ending
 * @param {number} words of the line; 0 where nobody knows
 * @returns {Said}
 */
export function said(heard, ending, words) {
  const seconds = heard.end - heard.start;
  return {
    seconds,
    pace: (60 * words) / seconds,
    pauses: heard.pauses.map(([from, to]) => to - from),
    loudness: heard.loudness,
    ending,
  };
}

/** @param {number} value */
const tenths = (value) => inDigits(Math.round(10 * value) / 10);

/**
 * The figures in sentences.
 *
 * @param {Said} line
 * @param {number} breaths how many marks for breath the line has
 * @returns {string[]}
 */
export function inWords({ seconds, pace, pauses, ending }, breaths) {
  const list = pauses.map(tenths).join(", ");
  return [
    gettext("{n} seconds.", { n: tenths(seconds) }),
    pace ? gettext("{n} words a minute.", { n: Math.round(pace) }) : "",
    pauses.length
      ? ngettext(
          "{n} pause, in seconds: {list}.",
          "{n} pauses, in seconds: {list}.",
          pauses.length,
          { list },
        )
      : gettext("No pause."),
    breaths
      ? ngettext("The line has {n} mark for breath.", "The line has {n} marks for breath.", breaths)
      : "",
    ENDINGS[ending],
  ].filter(Boolean);
}

/** @type {Record<Said["ending"], string>} */
const ENDINGS = {
  falls: gettext("The end falls."),
  rises: gettext("The end rises."),
  stays: gettext("The end stays level."),
  unclear: gettext("How it ends is unclear."),
};
