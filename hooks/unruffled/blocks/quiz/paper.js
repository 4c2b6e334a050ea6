// The paper of a test: which questions it asks, and what teaches their objectives.

import { course, root } from "../../browser/core/course.js";
import { draw } from "../../browser/core/draw.js";
import { load } from "../../browser/core/questions.js";
import { newSeed } from "../../browser/core/random.js";
import { runsOf } from "../../browser/core/runs.js";
import { past, results } from "../../browser/core/store.js";
import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

/**
 * What the record holds of a test: that it was begun, and its results.
 *
 * @param {string} id
 * @returns {Promise<Entry[]>}
 */
async function before(id) {
  // A package has no such record.
  const all = /** @type {unknown} */ (past) ? await past() : await results();
  return /** @type {Entry[]} */ (all).filter(({ quiz, drawn }) => quiz === id && drawn);
}

/** @param {string} id of a test @returns {Promise<import("../../browser/core/runs.js").Run[]>} */
export const runsBefore = async (id) => runsOf(await before(id));

/**
 * Draw the questions of a test: from all that can be asked, those first that it has asked least.
 *
 * @param {{id: string, pool?: string[], own: Question[], count: number, fixed: boolean, attempts: number}} test
 *   `fixed`: what is drawn keeps the order of the quizzes; `attempts`: when so many were begun, no
 *   other questions are shown than those that were seen; 0 for any number
 * @returns {Promise<{seed: number, run: string, drawn: string[], edition: string}>} `drawn` as
 *   "quiz/question"; rejected where the course cannot be loaded
 */
export async function drawPaper({ id, pool, own, count, fixed, attempts }) {
  const { quizzes, edition } = await course();
  const refs = pool?.flatMap((each) => counted(each, quizzes[each])) ?? own.map(({ ref }) => ref);
  const runs = new Map((await before(id)).map(({ run, drawn = [] }) => [run, drawn]));
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const ref of [...runs.values()].flat()) times.set(ref, (times.get(ref) ?? 0) + 1);
  const seen = attempts && runs.size >= attempts ? refs.filter((ref) => times.has(ref)) : [];
  const seed = newSeed();
  const from = seen.length >= Math.min(count, refs.length) ? seen : refs;
  const drawn = draw(from, Math.min(count, refs.length), times, seed);
  if (fixed) drawn.sort((a, b) => refs.indexOf(a) - refs.indexOf(b));
  return { seed, run: seed.toString(36), drawn, edition };
}

/**
 * The questions of a quiz that count, as "quiz/question".
 *
 * @param {string} id
 * @param {Quiz | undefined} quiz
 */
const counted = (id, quiz) =>
  Object.entries(quiz?.questions ?? {})
    .filter(([, [, , points]]) => points)
    .map(([name]) => `${id}/${name}`);

/**
 * Find the questions of a paper.
 *
 * @param {{pool?: string[], own: Question[]}} test
 * @param {string[]} drawn
 * @returns {Promise<Question[]>} without those that have gone from the course since; rejected
 *   where one of the others cannot be loaded
 */
export async function findQuestions({ pool, own }, drawn) {
  const { quizzes } = await course();
  const there = drawn.filter((ref) => {
    const [quiz, question] = ref.split("/");
    return Object.hasOwn(quizzes[quiz]?.questions ?? {}, question);
  });
  const found = pool ? await load(there) : there.map((ref) => own.find((each) => each.ref === ref));
  if (!found.length || !found.every(Boolean)) throw new Error("a page could not be loaded");
  return /** @type {Question[]} */ (found);
}

/**
 * The objectives' links: those of the page, or of the quizzes that the test draws from.
 *
 * @param {QuizElement} quiz
 * @param {string[] | undefined} pool
 * @returns {Promise<Iterable<HTMLAnchorElement>>}
 */
export async function objectiveLinks(quiz, pool) {
  if (!pool) return quiz.querySelectorAll("[data-objective] > a");
  const { quizzes } = await course();
  return pool.flatMap((id) =>
    Object.entries(quizzes[id]?.objectives ?? {}).map(([name, [text, url]]) => {
      const link = element("a", { href: new URL(url, root).href }, text);
      element("li", {}, link).dataset.objective = `${id}/${name}`;
      return link;
    }),
  );
}

/**
 * Judge a question; one that nobody touched is wrong, in whatever order its items stand.
 *
 * @param {Question} question
 * @param {boolean} touched
 */
export function attemptOf(question, touched) {
  const attempt = question.judge(true);
  if (touched) return attempt;
  question.tell(gettext("Not answered. Read why."));
  return { ...attempt, response: null, share: 0, points: 0 };
}
