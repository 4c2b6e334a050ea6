// The list of what was answered, on the record's page: by module, then the tests.

import { course, root } from "../../browser/core/course.js";
import { longDay, longMoment } from "../../browser/core/dates.js";
import { byQuiz, ofTest, tests } from "../../browser/core/past.js";
import { makeFold } from "./look-back.js";
import { element } from "../../browser/dom/make.js";

/** @param {number} number @param {string} word */
const many = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

/**
 * @param {Entry[]} entries readable ones
 * @returns {Promise<Element[]>} nothing where nothing was answered
 */
export async function answerFolds(entries) {
  const data = await course().catch(
    () => /** @type {Pick<Course, "modules" | "quizzes">} */ ({ modules: [], quizzes: {} }),
  );
  const answered = byQuiz(entries);
  const order = [...data.modules.map(({ quiz }) => quiz), ...Object.keys(data.quizzes)];
  const names = [...new Set([...order, ...answered.keys()])].filter(
    /** @returns {name is string} */ (name) => name !== undefined && answered.has(name),
  );
  return [
    ...names.map((name) => moduleFold(answered.get(name) ?? [], data.quizzes[name], name)),
    ...tests(entries).map((result) => testFold(result, entries, data.quizzes[result.quiz])),
  ];
}

/** @param {Past[]} pasts @param {Quiz | undefined} quiz @param {string} name */
function moduleFold(pasts, quiz, name) {
  const last = longDay(Math.max(...pasts.map(({ answer }) => answer?.t ?? NaN)));
  const what = name.startsWith("scenario:")
    ? many(pasts[0].before.length + 1, "time")
    : many(pasts.length, "question");
  const title = quiz?.title ?? `${name} (not on this site any more)`;
  const link = quiz
    ? [element("p", {}, element("a", { href: new URL(quiz.url, root).href }, "Open its page"))]
    : [];
  return makeFold([title, element("span", {}, `${what}, last on ${last}`)], () => pasts, link);
}

/** @param {Result} result @param {Entry[]} entries @param {Quiz | undefined} quiz */
function testFold(result, entries, quiz) {
  const title =
    quiz?.title ?? (result.quiz.startsWith("assignment:") ? "Test of an assignment" : result.quiz);
  return makeFold([title, element("span", {}, testWords(result))], () => ofTest(result, entries));
}

/** @param {Result} result @returns {string} when a test was handed in, and how it went */
export const testWords = ({ t, percent, passed }) =>
  `handed in on ${longMoment(t)}: ${percent} %, ${passed ? "passed" : "not passed"}`;
