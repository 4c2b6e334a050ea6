// Item analysis: what the answers of a team say about the questions. Classical test theory; the
// formulas are in Crocker and Algina, Introduction to Classical and Modern Test Theory (1986). Pure.

import { gettext, ngettext } from "./words.js";

/** @param {number[]} list */
const sum = (list) => list.reduce((before, each) => before + each, 0);
/** @param {number[]} list */
const mean = (list) => sum(list) / list.length;

/** The sample variance (divided by n - 1). @param {number[]} list */
function variance(list) {
  const middle = mean(list);
  return sum(list.map((each) => (each - middle) ** 2)) / (list.length - 1);
}

/**
 * Pearson's correlation of pairs; undefined where one side does not vary, or of fewer than three.
 *
 * @param {number[][]} pairs
 */
export function correlation(pairs) {
  if (pairs.length < 3) return undefined;
  const [a, b] = [0, 1].map((side) => mean(pairs.map((pair) => pair[side])));
  let [ab, aa, bb] = [0, 0, 0];
  for (const [x, y] of pairs) {
    ab += (x - a) * (y - b);
    aa += (x - a) ** 2;
    bb += (y - b) ** 2;
  }
  // What is left of rounding is no variation.
  return Math.min(aa, bb) < 1e-12 ? undefined : Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)));
}

/**
 * Analyse answers.
 *
 * @param {(number | null)[][]} rows one of each person: of each question the share that is right, 0
 *   to 1, or null where it was not asked
 * @returns {{n: number, difficulty?: number, discrimination?: number}[]} of each question: how many
 *   answered; the mean share; the correlation of its share with the mean of the others (corrected
 *   item-total correlation), undefined where nothing varies
 */
export function analyse(rows) {
  const totals = rows.map((row) => {
    const given = row.filter((each) => each !== null);
    return { sum: sum(given), n: given.length };
  });
  return (rows[0] ?? []).map((_, item) => {
    const asked = rows.flatMap((row, person) => {
      const share = row[item];
      return share === null ? [] : [{ share, total: totals[person] }];
    });
    const pairs = asked
      .filter(({ total }) => total.n > 1)
      .map(({ share, total }) => [share, (total.sum - share) / (total.n - 1)]);
    const difficulty = asked.length ? mean(asked.map(({ share }) => share)) : undefined;
    return { n: asked.length, difficulty, discrimination: correlation(pairs) };
  });
}

/**
 * Say how far the sum of the answers can be relied on: Cronbach's alpha (1951), which is KR-20 where
 * every answer is right or wrong, and the standard error of measurement.
 *
 * @param {(number | null)[][]} rows as above
 * @returns {{alpha: number, error: number, people: number, items: number} | undefined} `error` in
 *   shares of one question; only who was asked every question counts; undefined where the questions
 *   were not the same, or nothing varies
 */
export function reliability(rows) {
  const whole = /** @type {number[][]} */ (
    rows.filter((row) => row.length > 1 && row.every((each) => each !== null))
  );
  if (whole.length < 2) return undefined;
  const totals = variance(whole.map(sum));
  if (totals < 1e-12) return undefined;
  const items = whole[0].length;
  const parts = sum(whole[0].map((_, item) => variance(whole.map((row) => row[item]))));
  const alpha = (items / (items - 1)) * (1 - parts / totals);
  const error = Math.sqrt(totals * Math.max(0, 1 - alpha));
  return { alpha, error, people: whole.length, items };
}

/** From how many people on a reading of one question, and of alpha, means something. */
export const ENOUGH = { item: 10, alpha: 30 };

/**
 * Read a question's figures in plain words.
 *
 * @param {{n: number, difficulty?: number, discrimination?: number}} item
 * @param {{share: number, right: boolean}[]} [choices] how many chose each, of all
 * @returns {string[]} what to look at; nothing where the question does its work, or too few answered
 */
export function reading({ n, difficulty, discrimination }, choices = []) {
  if (n < ENOUGH.item) return [];
  const dead = choices.filter(({ share, right }) => !right && share < 0.05).length;
  const [level, tells] = [difficulty ?? NaN, discrimination ?? NaN];
  return [
    level < 0.3 &&
      gettext("Most get it wrong: teach it again, or look whether the question misleads."),
    level > 0.95 && gettext("Nearly everybody gets it right: it tells you little."),
    tells < 0 &&
      gettext(
        "Who does well elsewhere gets this wrong: look whether the right answer is right, and the words plain.",
      ),
    tells >= 0 &&
      tells < 0.2 &&
      level <= 0.95 &&
      gettext("It hardly tells who knows the subject from who does not."),
    dead > 0 &&
      ngettext(
        "One wrong choice is hardly ever taken.",
        "{n} wrong choices are hardly ever taken.",
        dead,
      ),
  ].filter((each) => typeof each === "string");
}

/** Read alpha in plain words. @param {{alpha: number, people: number}} found */
export function readAlpha({ alpha, people }) {
  if (people < ENOUGH.alpha)
    return ngettext(
      "Only {n} person answered all of it: below {enough}, this figure says little.",
      "Only {n} people answered all of it: below {enough}, this figure says little.",
      people,
      { enough: ENOUGH.alpha },
    );
  if (alpha >= 0.8) return gettext("Good enough to decide by, together with what you see at work.");
  if (alpha >= 0.7) return gettext("Good enough for a first impression.");
  return gettext("Too low to decide anything about a person by it.");
}
