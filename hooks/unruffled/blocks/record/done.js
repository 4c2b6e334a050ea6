// What a learner has done, on the record's page: each module with how far it is, and how good; each
// test with its results, and the certificate of one that was passed.

import { root } from "../../browser/core/course.js";
import { longDay } from "../../browser/core/dates.js";
import { inWords, progress } from "../../browser/core/progress.js";
import { standing } from "../../browser/core/standing.js";
import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { makeCertificate } from "../quiz/certificate.js";

/** @returns {Promise<HTMLLIElement[]>} in the order of the course; nothing where nothing is begun */
export async function doneItems() {
  const { data, seen, passed: results } = await standing();
  if (!data) return [];
  const quizzes = data.modules.flatMap(({ quiz }) => data.quizzes[quiz ?? ""] ?? []);
  return quizzes.flatMap((quiz) => {
    const far = progress(quiz, seen, results);
    if (far.state === "new") return [];
    const mine = results.filter((result) => result.quiz === quiz.id);
    return [itemOf(quiz, far, mine)];
  });
}

/**
 * @param {Quiz} quiz
 * @param {ReturnType<typeof progress>} far
 * @param {Result[]} results of a test
 */
function itemOf(quiz, far, results) {
  const link = element("a", { href: new URL(quiz.url, root).href }, quiz.title);
  const words = element("span", {}, inSentences(quiz, far));
  const item = element("li", {}, link, " ", words);
  item.dataset.state = far.state;
  if (results.length)
    item.append(element("ul", {}, ...results.map((each) => resultOf(quiz, each))));
  return item;
}

/** How far, how good, and when. @param {Quiz} quiz @param {ReturnType<typeof progress>} far */
function inSentences(quiz, far) {
  const values = {
    state: inWords(quiz, far),
    percent: Math.round(100 * far.share),
    day: longDay(far.at),
  };
  const graded = quiz.mode === "practice" && far.answered > 0;
  return graded
    ? gettext("{state}: {percent} % of the points, last on {day}", values)
    : gettext("{state}, last on {day}", values);
}

/** @param {Quiz} quiz @param {Result} result */
function resultOf(quiz, result) {
  const values = { day: longDay(result.t), percent: result.percent };
  const words = result.passed
    ? gettext("{day}: {percent} %, passed", values)
    : gettext("{day}: {percent} %, not passed", values);
  const paper = result.passed ? [" ", makeCertificate(quiz.title, result)] : [];
  return element("li", {}, words, ...paper);
}
