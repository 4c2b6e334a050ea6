// What a trainer has to know of one person's result before it counts. Pure.

import { sideBySide } from "./lists.js";
import { hasty, inWords } from "./runs.js";
import { gettext, ngettext, pgettext } from "./words.js";

/**
 * @param {Person} person
 * @param {{assignment?: Assignment, steps: Step[], late: boolean, again: boolean}} about
 * @returns {string[]} in words, without the doubts
 */
export function marksOf(person, { assignment, steps, late, again }) {
  return [
    person.summary && gettext("claim: a short code holds no answers"),
    late && pgettext("handed in", "late"),
    again && gettext("handed in again after the due date"),
    ...person.twins.map((name) => gettext("the same answers as {name}", { name })),
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
    ...done.filter(hasty).map(({ taken, drawn }) =>
      ngettext("{time} for {n} question", "{time} for {n} questions", drawn.length, {
        time: inWords(taken ?? 0),
      }),
    ),
    ...done.filter(({ over }) => over).map(overtime),
    most &&
      done.length > most &&
      ngettext(
        "took {done} of {n} attempt: more than one browser?",
        "took {done} of {n} attempts: more than one browser?",
        most,
        { done: done.length },
      ),
    open && begun(open, runs),
  ];
}

/** @param {Run} run */
function overtime({ taken, limit, extra, over }) {
  if (taken === undefined)
    return extra
      ? gettext("{over} min over the limit of {limit} and {extra} more", { over, limit, extra })
      : gettext("{over} min over the limit of {limit}", { over, limit });
  const values = { time: inWords(taken), over, limit };
  return extra
    ? gettext("took {time}, {over} min over the limit of {limit} and {extra} more", {
        ...values,
        extra,
      })
    : gettext("took {time}, {over} min over the limit of {limit}", values);
}

/** @param {number} open @param {Run[]} runs */
function begun(open, runs) {
  const seen = new Set(runs.flatMap(({ drawn }) => drawn)).size;
  return sideBySide([
    ngettext("began a test without handing in", "began {n} tests without handing in", open),
    ngettext("{n} question seen", "{n} questions seen", seen),
  ]);
}

/**
 * What is doubtful about a result: while the trainer has not said that it counts, nothing of it is
 * passed.
 *
 * @param {Pick<Person, "altered" | "unfit">} person
 * @returns {string[]}
 */
export const doubtsOf = ({ altered, unfit }) =>
  [
    altered && gettext("altered after it was made"),
    unfit && gettext("points do not fit the answers: {unfit}", { unfit }),
  ].filter((each) => typeof each === "string");
