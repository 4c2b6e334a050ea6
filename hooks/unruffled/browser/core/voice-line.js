// What can be told of a line that was said aloud, in figures and in words. Nothing here judges: a
// figure stands beside the speaker's own, never beside anybody else's.

import { gettext, inDigits, ngettext } from "./words.js";

/** Decibels and shares of the pace that count as the same. */
const [SAME_LOUDNESS, SAME_PACE] = [1.5, 0.05];

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
 * @param {import("./voice-loudness.js").Heard} heard
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

/** What is usual for a speaker, by some lines. @param {Said[]} lines @returns {Pick<Said, "loudness" | "pace">} */
export const usual = (lines) => ({
  loudness: mean(lines.map(({ loudness }) => loudness)),
  pace: mean(lines.map(({ pace }) => pace)),
});

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, each) => sum + each, 0) / values.length;

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

/**
 * How a line compares with the speaker's own warm-up.
 *
 * @param {Said} line
 * @param {ReturnType<typeof usual> | undefined} own
 * @returns {string[]} nothing without a warm-up
 */
export const beside = (line, own) =>
  own ? [loudness(line, own), pace(line, own)].filter(Boolean) : [];

/** @param {Said} line @param {ReturnType<typeof usual>} own */
function loudness(line, own) {
  const more = line.loudness - own.loudness;
  if (Number.isNaN(more)) return "";
  if (Math.abs(more) < SAME_LOUDNESS) return gettext("As loud as your warm-up.");
  const n = Math.round(Math.abs(more));
  return more > 0
    ? gettext("{n} decibels louder than your warm-up.", { n })
    : gettext("{n} decibels quieter than your warm-up.", { n });
}

/** @param {Said} line @param {ReturnType<typeof usual>} own */
function pace(line, own) {
  const more = line.pace / own.pace - 1;
  if (!line.pace || Number.isNaN(more)) return "";
  if (Math.abs(more) < SAME_PACE) return gettext("As fast as your warm-up.");
  const n = Math.round(100 * Math.abs(more));
  return more > 0
    ? gettext("{n} % faster than your warm-up.", { n })
    : gettext("{n} % slower than your warm-up.", { n });
}
