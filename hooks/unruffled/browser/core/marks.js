// What a trainer has to know of one person's result before it counts. Pure.

import { hasty, inWords } from "./runs.js";

/** Doubts: while the trainer has not said that it counts, nothing of this result is passed. */
export const ALTERED = "altered after it was made";
export const UNFIT = "points do not fit the answers";

/**
 * @param {Person} person
 * @param {{assignment?: Assignment, steps: Step[], late: boolean, again: boolean}} about
 * @returns {string[]} in words, without the doubts
 */
export function marksOf(person, { assignment, steps, late, again }) {
  return [
    person.summary && "claim: a short code holds no answers",
    late && "late",
    again && "handed in again after the due date",
    ...person.twins.map((name) => `the same answers as ${name}`),
    ...steps.flatMap((step) =>
      ofTest(
        person.runs.filter(({ quiz }) => step.test && quiz === step.test),
        assignment,
      ),
    ),
  ].filter((each) => typeof each === "string");
}

/** @param {Run[]} runs @param {Assignment | undefined} assignment */
function ofTest(runs, assignment) {
  const done = runs.filter(({ ended }) => ended !== undefined);
  const open = runs.length - done.length;
  const most = assignment?.attempts ?? 0;
  return [
    ...done
      .filter(hasty)
      .map(({ taken, drawn }) => `${inWords(taken ?? 0)} for ${drawn.length} questions`),
    ...done.filter(({ over }) => over).map(overtime),
    most && done.length > most && `took ${done.length} of ${most} attempts: more than one browser?`,
    open && begun(open, runs),
  ];
}

/** @param {Run} run */
function overtime({ taken, limit, extra, over }) {
  const added = extra ? ` and ${extra} more` : "";
  const all = taken === undefined ? "" : `took ${inWords(taken)}, `;
  return `${all}${over} min over the limit of ${limit}${added}`;
}

/** @param {number} open @param {Run[]} runs */
function begun(open, runs) {
  const seen = new Set(runs.flatMap(({ drawn }) => drawn)).size;
  return `began ${open === 1 ? "a test" : `${open} tests`} without handing in, ${seen} questions seen`;
}

/**
 * What is doubtful about a result.
 *
 * @param {Pick<Person, "altered" | "unfit">} person
 * @returns {string[]}
 */
export const doubtsOf = ({ altered, unfit }) =>
  [altered && ALTERED, unfit && `${UNFIT}: ${unfit}`].filter((each) => typeof each === "string");
