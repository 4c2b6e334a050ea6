// What was answered, put in order to be looked at again. Pure.

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
 * @param {Pick<Attempt, "share" | "self" | "points" | "max">} attempt
 * @returns {string} how good an answer was, in words
 */
export function howGood({ share, self, points, max }) {
  if (self) return "you judged it yourself";
  const words = share === 1 ? "right" : share > 0 ? "partly right" : "not right";
  return max > 1 ? `${words}, ${Math.round(points * 100) / 100} of ${max} points` : words;
}
