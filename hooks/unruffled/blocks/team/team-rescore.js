// Scores answers again, by the questions as they stand on the pages: do the points fit the answers?

import { gettext } from "../../browser/core/words.js";
import { worth } from "../../browser/core/points.js";
import { earlierRevs } from "../../browser/core/earlier-revision.js";
import { pacer } from "../../browser/core/pace.js";
import { isEarlier } from "../../browser/core/revision.js";
import { playFits, playedBy } from "./team-plays.js";

/** @typedef {{kind: Kind, key: any, max: number, earlier: Set<string>}} Prepared */

/** Thirds do not add up exactly. */
const SLACK = 0.001;

/**
 * Note with each person how many answers, and results of tests, have points that do not fit.
 *
 * Only answers to the revision that the page has, or had with this right answer, can be scored again, and none that learners judged
 * themselves.
 *
 * @param {import("../../browser/core/people.js").Person[]} people `unfit` is set where something does not fit
 * @param {Course} data course.json
 * @param {Map<string, Question>} questions by "quiz/question", as they stand on their pages
 * @returns {Promise<boolean>} whether anything does not fit
 */
export async function rescore(people, data, questions) {
  const [score, games] = await Promise.all([scorer(data, questions), playedBy(people, data)]);
  /** @param {Entry} entry */
  const attempt = (entry) => {
    if (entry.type !== "attempt" || entry.self) return undefined;
    const game = games.get(entry.quiz);
    if (!game) return score(entry);
    return revOf(data, `${entry.quiz}/play`) === entry.rev ? playFits(entry, game) : undefined;
  };
  const pause = pacer();
  let found = false;
  for (const person of people) {
    let [wrong, all] = [0, 0];
    for (const entry of person.entries) {
      const fits = entry.type === "result" ? whole(data, entry) : attempt(entry);
      if (fits === undefined) continue;
      all += 1;
      wrong += Number(!fits);
    }
    if (wrong) person.unfit = gettext("{n} of {total}", { n: wrong, total: all });
    found ||= wrong > 0;
    await pause();
  }
  return found;
}

/**
 * Could a test have been won with fewer points than its questions are worth? Only for the edition
 * that the site has is it known what they were worth; undefined where it is not.
 *
 * @param {Course} data
 * @param {Entry} result
 */
function whole({ edition, quizzes }, { drawn = [], max, edition: own }) {
  if (own !== edition) return undefined;
  const points = drawn.map((ref) => {
    const [quiz, question] = ref.split("/");
    return quizzes[quiz]?.questions[question]?.[2];
  });
  if (points.some((each) => each === undefined)) return undefined;
  return Number(max) >= points.reduce((sum, each) => sum + Number(each), 0) - SLACK;
}

/**
 * @param {Course} data
 * @param {Map<string, Question>} questions
 * @returns {Promise<(entry: Entry) => boolean | undefined>} whether an answer's points fit; undefined if unknown
 */
async function scorer(data, questions) {
  /**
   * @type {Map<string, Prepared & {rev: string | undefined, shares: Map<string, number | undefined>}>}
   */
  const known = new Map();
  for (const [ref, question] of questions) {
    const made = await prepared(question).catch(() => undefined);
    if (made) known.set(ref, { ...made, rev: revOf(data, ref), shares: new Map() });
  }
  return ({ quiz, question, rev, response, share, points, max }) => {
    const mine = known.get(`${quiz}/${question}`);
    if (!mine || !(isEarlier(String(rev)) ? mine.earlier.has(String(rev)) : mine.rev === rev))
      return undefined;
    const given = JSON.stringify(response);
    if (!mine.shares.has(given)) mine.shares.set(given, shareOf(mine, response));
    const right = mine.shares.get(given);
    if (right === undefined) return undefined;
    return (
      Number(max) <= mine.max &&
      Number(share) <= right + SLACK &&
      Number(points) <= worth(right, mine.max, 0) + SLACK
    );
  };
}

/** @param {Course} data @param {string} ref */
const revOf = (data, ref) => {
  const [quiz, question] = ref.split("/");
  return data.quizzes[quiz]?.questions[question]?.[0];
};

/**
 * What a kind needs to score: its key, read from the answer that stands on the page.
 *
 * @param {Question} question
 * @returns {Promise<Prepared>}
 */
async function prepared(question) {
  question = /** @type {Question} */ (question.cloneNode(true)); // another part reads its words
  const kind = await import(`../../kinds/${question.dataset.kind}/${question.dataset.kind}.js`);
  question.fields = question.querySelector("fieldset");
  question.answer = question.querySelector(".quiz-answer");
  kind.prepare(question);
  const key = kind.key(question);
  const earlier = earlierRevs(/** @type {string} */ (question.dataset.kind), key);
  return { kind, key, earlier, max: Number(question.dataset.points ?? 1) };
}

/**
 * An answer that the kind cannot read is worth nothing.
 *
 * @param {Prepared} of
 * @param {any} response
 */
function shareOf({ kind, key }, response) {
  try {
    const { share, self } = kind.score(response, key);
    return self ? undefined : share;
  } catch {
    return 0;
  }
}
