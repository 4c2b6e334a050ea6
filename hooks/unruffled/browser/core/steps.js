// The steps of an assignment: what each is in this edition of the course, and how far a learner is.
// Pure.

import { crc } from "./crc.js";
import { progress } from "./progress.js";
import { sameEdition } from "./revision.js";
import { gettext, ngettext, sideBySide } from "./words.js";

/**
 * @typedef {object} Step
 * @property {string} name as the assignment writes it
 * @property {string} title
 * @property {string} url where it is done; "" for a test that is taken on the assignment's page
 * @property {string[]} quizzes ids
 * @property {number} draw how many questions a test asks; 0 for all
 * @property {string} test what the record calls the results of a test; "" where it is none
 * @property {boolean} changed whether its questions have changed since it was assigned
 * @property {boolean} gone whether this edition of the course does not have it any more
 */

/**
 * Say what the steps of an assignment are.
 *
 * @param {import("./assignment.js").Assignment} assignment
 * @param {string} id of the assignment
 * @param {Course} data course.json
 * @returns {Step[]}
 */
export const stepsOf = (assignment, id, data) =>
  assignment.steps.map(([name, edition], index) => {
    if (isExam(name)) return examStep(name, assignment.title);
    const [draw, list] = name.includes("*") ? name.split("*") : ["0", name];
    const quizzes = list.split("+");
    const found = quizzes.map((each) =>
      Object.hasOwn(data.quizzes, each) ? data.quizzes[each] : null,
    );
    const pool = name.includes("*");
    const [quiz] = found;
    const here = pool || (assignment.mode === "test" && quiz?.mode === "practice");
    return {
      name,
      quizzes,
      draw: Number(draw),
      gone: found.includes(null),
      changed:
        !found.includes(null) &&
        !sameEdition(edition, editionOf(/** @type {Quiz[]} */ (found), pool)),
      title: pool ? poolTitle(Number(draw), found) : (quiz?.title ?? list),
      url: here ? "" : (quiz?.url ?? ""),
      test: here ? `assignment:${id}.${index}` : quiz?.mode === "test" ? list : "",
    };
  });

/** Was it a sealed exam? No page has its questions. @param {string} quiz */
export const isExam = (quiz) => quiz.startsWith("exam:");

/** @param {string} name @param {string} title @returns {Step} */
const examStep = (name, title) => ({
  ...{ name, title, url: "", quizzes: [], draw: 0 },
  ...{ test: name, changed: false, gone: false },
});

/** @param {number} draw @param {(Quiz | null)[]} found */
function poolTitle(draw, found) {
  const quizzes = sideBySide(found.map((quiz) => quiz?.title ?? "?"));
  return draw
    ? ngettext("{n} question from: {quizzes}", "{n} questions from: {quizzes}", draw, { quizzes })
    : gettext("Every question from: {quizzes}", { quizzes });
}

/** A conversation's edition is its revision. @param {Quiz} quiz */
const one = (quiz) => quiz.edition ?? quiz.questions.play[0];

/** @param {Quiz[]} quizzes @param {boolean} pool */
export const editionOf = (quizzes, pool) =>
  pool ? `0${crc(quizzes.map(one).join(""))}` : one(quizzes[0]);

/**
 * Say how far a learner is with a step.
 *
 * @param {Step} step
 * @param {import("./assignment.js").Assignment} assignment
 * @param {Course} data course.json
 * @param {{views: Map<string, View>, results: Result[]}} record
 * @returns {Standing} `percent` is the best so far, rounded down; `tries` of a test
 */
export function standingOf(step, assignment, data, { views, results }) {
  if (step.test) {
    const mine = results.filter(({ quiz }) => quiz === step.test);
    const percent = mine.length ? Math.max(...mine.map((each) => each.percent)) : undefined;
    const state = (percent ?? -1) >= assignment.pass ? "done" : mine.length ? "begun" : "new";
    return { state, percent, tries: mine.length, answered: 0, need: 0 };
  }
  const quiz = data.quizzes[step.quizzes[0]];
  if (step.gone) return { state: "new", tries: 0, answered: 0, need: 0 };
  const pass = quiz.mode === "scenario" ? quiz.pass : assignment.pass;
  const far = progress({ ...quiz, id: step.quizzes[0], pass }, views);
  const percent = far.answered ? Math.floor(far.share * 100 + 1e-9) : undefined;
  return { state: far.state, percent, tries: 0, answered: far.answered, need: far.need };
}

/**
 * How many times a test may still be taken.
 *
 * @param {Pick<Assignment, "attempts">} assignment
 * @param {number} tries
 */
export const triesLeft = (assignment, tries) =>
  assignment.attempts ? Math.max(0, assignment.attempts - tries) : Infinity;

/**
 * Choose from a record what belongs to an assignment.
 *
 * Of tests their results, the answers of these runs, and what was begun; of all else every answer.
 *
 * @param {Step[]} steps
 * @param {Entry[]} entries
 */
export function belonging(steps, entries) {
  const tests = new Set(steps.map(({ test }) => test).filter(Boolean));
  const others = new Set(steps.filter(({ test }) => !test).map(({ name }) => name));
  const results = entries.filter((each) => each.type === "result" && tests.has(each.quiz));
  const runs = new Set(results.map(({ run }) => run));
  return entries.filter((each) =>
    each.type !== "attempt"
      ? tests.has(each.quiz)
      : others.has(each.quiz) || (each.mode === "test" && runs.has(each.run)),
  );
}
