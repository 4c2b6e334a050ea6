// The list of what was answered, on the record's page: by module, then the tests.

import { course, root } from "../../browser/core/course.js";
import { longDay, longMoment } from "../../browser/core/dates.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { byQuiz, ofTest, tests } from "../../browser/core/past.js";
import { makeFold } from "./look-back.js";
import { element } from "../../browser/dom/make.js";

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
  const day = longDay(Math.max(...pasts.map(({ answer }) => answer?.t ?? NaN)));
  const what = name.startsWith("scenario:")
    ? ngettext("{n} time, last on {day}", "{n} times, last on {day}", pasts[0].before.length + 1, {
        day,
      })
    : ngettext("{n} question, last on {day}", "{n} questions, last on {day}", pasts.length, {
        day,
      });
  const title = quiz?.title ?? gettext("{name} (not on this site any more)", { name });
  const link = quiz
    ? [
        element(
          "p",
          {},
          element("a", { href: new URL(quiz.url, root).href }, gettext("Open its page")),
        ),
      ]
    : [];
  return makeFold([title, element("span", {}, what)], () => pasts, link);
}

/** @param {Result} result @param {Entry[]} entries @param {Quiz | undefined} quiz */
function testFold(result, entries, quiz) {
  const title =
    quiz?.title ??
    (result.quiz.startsWith("assignment:") ? gettext("Test of an assignment") : result.quiz);
  return makeFold([title, element("span", {}, testWords(result))], () => ofTest(result, entries));
}

/** @param {Result} result @returns {string} when a test was handed in, and how it went */
const testWords = ({ t, percent, passed }) => {
  const values = { time: longMoment(t), percent };
  return passed
    ? gettext("handed in on {time}: {percent} %, passed", values)
    : gettext("handed in on {time}: {percent} %, not passed", values);
};

/** @param {Result} result @returns {string} the same, where no title stands before it */
export const yourTest = ({ t, percent, passed }) => {
  const values = { time: longMoment(t), percent };
  return passed
    ? gettext("Your test handed in on {time}: {percent} %, passed", values)
    : gettext("Your test handed in on {time}: {percent} %, not passed", values);
};
