// A line beside the speaker's own warm-up: never beside anybody else's voice.

import { gettext } from "./words.js";

/** @typedef {import("./voice-line.js").Said} Said */

/** Decibels and shares of the pace that count as the same. */
const [SAME_LOUDNESS, SAME_PACE] = [1.5, 0.05];

/** What is usual for a speaker, by some lines. @param {Said[]} lines @returns {Pick<Said, "loudness" | "pace">} */
export const usual = (lines) => ({
  loudness: mean(lines.map(({ loudness }) => loudness)),
  pace: mean(lines.map(({ pace }) => pace)),
});

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, each) => sum + each, 0) / values.length;

/**
 * How a line compares with the speaker's own warm-up.
 *
 * @param {Said} line
 * @param {ReturnType<typeof usual>} own
 * @returns {string[]}
 */
export const beside = (line, own) => [loudness(line, own), pace(line, own)].filter(Boolean);

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
