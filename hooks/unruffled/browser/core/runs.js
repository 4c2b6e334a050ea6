// The runs of tests in a result: which were begun, which were handed in, and how long they took. Pure.

import { gettext } from "./words.js";

const MINUTE = 60_000;
/** The least time to read and answer a question, in milliseconds: below it, a trainer is told. */
export const LEAST = 3_000;

/**
 * @typedef {object} Run
 * @property {string} quiz what the record calls the test
 * @property {number} began in milliseconds
 * @property {number} [ended] when it was handed in; missing where it never was
 * @property {string[]} drawn the questions that were seen, as "quiz/question"
 * @property {number} [percent]
 * @property {number} [taken] how long it took, in milliseconds
 * @property {number} limit in minutes, 0 for none
 * @property {number} extra minutes that the learner took on top
 * @property {number} over minutes beyond the limit and what was added to it
 * @property {string} run what the record calls it
 * @property {number} [late] minutes beyond the limit, as the test itself recorded them
 * @property {number} [points]
 * @property {number} [max]
 * @property {boolean} [passed]
 * @property {string} [edition] the state of all questions of the site at that time
 * @property {number} [seed] by it the same questions and choices come again
 */

/** @param {unknown} value @returns {number} */
const whole = (value) =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : 0;

/** @param {Entry[]} entries @returns {Run[]} in the order in which they were begun */
export function runsOf(entries) {
  /** @type {Map<string, Run>} */
  const runs = new Map();
  for (const entry of entries) {
    if (entry.type !== "begun" && entry.type !== "result") continue;
    const key = `${entry.quiz} ${entry.run}`;
    runs.set(key, { ...runs.get(key), ...runOf(entry) });
  }
  return [...runs.values()].sort((a, b) => a.began - b.began);
}

/** @param {Exclude<Entry, {type: "attempt"}>} entry @returns {Run} */
function runOf(entry) {
  const { type, quiz, t, began, drawn, limit, extra, late } = entry;
  const start = whole(began) || t;
  const run = {
    quiz,
    began: start,
    drawn: drawn.map(String),
    limit: whole(limit),
    extra: whole(extra),
    over: 0,
    run: entry.run,
    seed: entry.seed,
    edition: entry.edition,
  };
  if (type === "begun") return run;
  const taken = whole(began) && t >= start ? t - start : undefined;
  const allowed = (run.limit + run.extra) * MINUTE;
  // What was recorded holds where the times say nothing.
  const over = !run.limit
    ? 0
    : taken === undefined
      ? whole(late)
      : Math.max(0, Math.ceil((taken - allowed) / MINUTE));
  const { percent, points, max, passed } = entry;
  return { ...run, ended: t, percent, points, max, passed, taken, over, late: whole(late) };
}

/**
 * @param {Pick<Run, "taken" | "drawn">} run
 * @returns {boolean} whether a run was over before its questions could be read
 */
export const hasty = ({ taken, drawn }) =>
  taken !== undefined && drawn.length > 0 && taken < LEAST * drawn.length;

/** A time in words: "2 s", "14 min", "2 h 5 min". @param {number} milliseconds */
export function inWords(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return gettext("{n} s", { n: seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return gettext("{n} min", { n: minutes });
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (!rest) return gettext("{n} h", { n: hours });
  return gettext("{hours} h {minutes} min", { hours, minutes: rest });
}
