// What the page and the record share: the session with the platform, the report, the memory.

import { find, Lms } from "./lms.js";
import { read, write } from "./memory.js";
import { Report } from "./report.js";

const quiz = document.querySelector("unruffled-quiz");
const { edition, status, interactions } = /** @type {Record<string, string>} */ (
  document.body.dataset
);

/** The questions, as they stand in the package: they move later. */
const questions = [...quiz.querySelectorAll("unruffled-question")];
/** @param {{id: string}} question */
const refOf = ({ id }) => id.slice(2).replace(".", "/");

/**
 * Everything in a question that an answer can name; sorted, since the order on the page changes.
 *
 * @param {Question} question
 * @returns {string[]}
 */
function namesIn(question) {
  /** @type {Set<string | null>} */
  const found = new Set();
  for (const each of question.querySelectorAll("[value], [name], [data-slot], [data-value]")) {
    for (const name of ["value", "name", "data-slot", "data-value"])
      found.add(each.getAttribute(name));
  }
  return /** @type {string[]} */ ([...found].filter(Boolean)).sort();
}

const book = {
  refs: questions.map(refOf),
  names: Object.fromEntries(questions.map((each) => [refOf(each), namesIn(each)])),
};

export const lms = new Lms(find());
export const memory = read(lms.get("cmi.suspend_data"), edition, book);
export const report = new Report(lms, {
  status,
  interactions: interactions === "true",
  answered: memory.results.reduce((sum, { drawn }) => sum + drawn.length, memory.answers.size),
  open: [...memory.answers.keys()].map((ref) => ref.replace("/", ".")),
});
export const pass = Number(quiz.dataset.pass);
export const asked = () => questions.filter(({ hidden }) => !hidden);

/** Hand over what is to be remembered. @param {string} [place] where the learner is */
export const remember = (place = lms.get("cmi.core.lesson_location")) =>
  report.remember(write(edition, memory, book), place);

/** Whether something is begun and not finished. */
export const unfinished = () =>
  Boolean(memory.draft) ||
  memory.answers.size < memory.asked.length ||
  !(memory.answers.size || memory.results.length);

export { quiz };
