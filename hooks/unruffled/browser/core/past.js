// What was answered, put in order to be looked at again. Pure.

import { gettext, ngettext } from "./words.js";

/** @param {Entry} entry */
const isAttempt = ({ type }) => type === "attempt";
/** @param {Entry} a @param {Entry} b */
const latest = (a, b) => b.at - a.at;

/**
 * @typedef {object} Past one question, and what was answered to it
 * @property {string} ref "quiz/question"
 ** @property {Attempt} [answer] the last attempt; none where it was left open
 ** @property {Attempt[]} before the attempts before it, the latest first
 */

/**
 * @param {Attempt[]} attempts
 * @returns {Past[]} the questions that were answered, in the order of their last answers
 */
function grouped(attempts) {
  /** @type {Map<string, Past & {answer: Attempt}>} */
  const found = new Map();
  for (const each of [...attempts].sort(latest)) {
    const ref = `${each.quiz}/${each.question}`;
    if (found.has(ref)) /** @type {Past} */ (found.get(ref)).before.push(each);
    else found.set(ref, { ref, answer: each, before: [] });
  }
  return [...found.values()];
}

/**
 * What was answered of each quiz, and of each conversation.
 *
 * @param {Entry[]} entries readable ones
 * @returns {Map<string, Past[]>} by quiz
 */
export function byQuiz(entries) {
  const quizzes = new Map();
  for (const past of grouped(/** @type {Attempt[]} */ (entries.filter(isAttempt)))) {
    const [quiz] = past.ref.split("/");
    quizzes.set(quiz, [...(quizzes.get(quiz) ?? []), past]);
  }
  return quizzes;
}

/**
 * @param {Entry[]} entries
 * @param {string} [quiz]
 * @returns {Result[]} the results of tests, the latest first; of one test, where it is named
 */
export const tests = (entries, quiz) =>
  /** @type {Result[]} */ (
    entries
      .filter((each) => each.type === "result" && (quiz === undefined || each.quiz === quiz))
      .sort(latest)
  );

/**
 * @param {Result} result
 * @param {Entry[]} entries
 * @returns {Past[]} the questions of a test that was handed in, in its order
 */
export function ofTest(result, entries) {
  const mine = grouped(
    /** @type {Attempt[]} */ (entries.filter((each) => isAttempt(each) && each.run === result.run)),
  );
  const answers = new Map(mine.map((each) => [each.ref, each.answer]));
  return result.drawn.map(String).map((ref) => ({ ref, answer: answers.get(ref), before: [] }));
}

/**
 * @param {string} time in words
 * @param {Pick<Attempt, "share" | "self" | "points" | "max">} attempt
 * @returns {string} when an answer was given, and how good it was; without a full stop
 */
export function answeredAt(time, { share, self, points, max }) {
  if (self) return gettext("{time}: you judged it yourself", { time });
  if (max > 1) return worth(time, share, max, Math.round(points * 100) / 100);
  if (share === 1) return gettext("{time}: right", { time });
  return share > 0
    ? gettext("{time}: partly right", { time })
    : gettext("{time}: not right", { time });
}

/** @param {string} time @param {number} share @param {number} max @param {number} points */
function worth(time, share, max, points) {
  const values = { time, points };
  if (share === 1)
    return ngettext(
      "{time}: right, {points} of {n} points",
      "{time}: right, {points} of {n} points",
      max,
      values,
    );
  return share > 0
    ? ngettext(
        "{time}: partly right, {points} of {n} points",
        "{time}: partly right, {points} of {n} points",
        max,
        values,
      )
    : ngettext(
        "{time}: not right, {points} of {n} points",
        "{time}: not right, {points} of {n} points",
        max,
        values,
      );
}
