// What a trainer has to know of one person's result before it counts. Pure.

import { hasty, inWords } from "./runs.js";
import { gettext, ngettext, pgettext, sideBySide } from "./words.js";

/**
 * @typedef {object} Mark
 * @property {string} mark what programs call it
 * @property {string} words
 * @property {boolean} [doubt] while the trainer has not said that it counts, nothing of this result is passed
 */

/**
 * What is doubtful about a result.
 *
 * @param {Pick<Person, "altered" | "unfit">} person
 * @returns {Mark[]}
 */
export const doubtsOf = ({ altered, unfit }) =>
  given([
    altered && { mark: "altered", doubt: true, words: gettext("altered after it was made") },
    unfit && {
      mark: "unfit",
      doubt: true,
      words: gettext("points do not fit the answers: {unfit}", { unfit }),
    },
  ]);

/** Is it not counted as passed? @param {Person} person */
export const uncounted = (person) => !(person.counts ?? !doubtsOf(person).length);

/**
 * @typedef {object} About what is known of a result beside what the person has handed in
 * @property {Assignment} [assignment]
 * @property {Step[]} steps
 * @property {boolean} late
 * @property {boolean} again
 * @property {boolean} passedLate
 * @property {boolean} extra whether the name is missing on the list
 * @property {boolean} idle whether nothing was begun
 */

/**
 * @param {Person} person
 * @param {About} about
 * @returns {Mark[]} what is in doubt first
 */
export function marksOf(person, { assignment, steps, late, again, passedLate, extra, idle }) {
  const { summary, twins, strange, other, left, files, names } = person;
  const unread = files.reduce((sum, file) => sum + file.unread, 0);
  return once([
    ...doubtsOf(person),
    ...given([
      summary && { mark: "claim", words: gettext("claim: a short code holds no answers") },
      idle && !summary && { mark: "not-begun", words: gettext("nothing is begun") },
      late && { mark: "late", words: pgettext("handed in", "late") },
      again && { mark: "again", words: gettext("handed in again after the due date") },
      passedLate && { mark: "passed-late", words: gettext("passed only after the due date") },
      ...twins.map((name) => ({
        mark: "shared",
        words: gettext("the same answers as {name}", { name }),
      })),
      strange && { mark: "double", words: gettext("two files share nothing: one person, or two?") },
      names.length > 1 && {
        mark: "names",
        words: gettext("handed in as {names}", { names: names.join(" + ") }),
      },
      extra && { mark: "unlisted", words: gettext("not on your list") },
      other > 0 && {
        mark: "edition",
        words: ngettext(
          "{n} answer is to an earlier version of a question",
          "{n} answers are to earlier versions of questions",
          other,
        ),
      },
      unread > 0 && {
        mark: "unread",
        words: ngettext(
          "{n} entry of the file cannot be read",
          "{n} entries of the file cannot be read",
          unread,
        ),
      },
      left.length > 0 && {
        mark: "left-out",
        words: gettext("left out, since it was altered and another file is sound: {files}", {
          files: sideBySide(left),
        }),
      },
    ]),
    ...steps.flatMap((step) => (step.test ? ofTest(person.runs, step, assignment) : [])),
  ]);
}

/** What holds of several tests in the same words is said once. @param {Mark[]} marks */
const once = (marks) => [...new Map(marks.map((each) => [each.words, each])).values()];

/** @param {(Mark | false | "" | 0 | undefined)[]} all @returns {Mark[]} */
const given = (all) => all.filter((each) => typeof each === "object");

/** @param {Run[]} all @param {Step} step @param {Assignment | undefined} assignment @returns {Mark[]} */
function ofTest(all, step, assignment) {
  const runs = all.filter(({ quiz }) => quiz === step.test);
  const done = runs.filter(({ ended }) => ended !== undefined);
  const { attempts: most = 0, minutes = 0 } = assignment ?? {};
  const few = done.filter(({ drawn }) => drawn.length < step.draw);
  return given([
    ...done.filter(hasty).map((run) => ({ mark: "hasty", words: quick(run) })),
    ...done.filter(({ over }) => over).map((run) => ({ mark: "over-time", words: overtime(run) })),
    ...few.map(({ drawn }) => ({
      mark: "short",
      words: gettext("asked {n} of {total} questions", { n: drawn.length, total: step.draw }),
    })),
    most &&
      done.length > most && {
        mark: "attempts",
        words: gettext("took {n} of {most} attempts: more than one browser?", {
          n: done.length,
          most,
        }),
      },
    ...done
      .filter(({ limit }) => minutes && limit !== minutes)
      .map((run) => ({
        mark: "more-time",
        words: run.limit
          ? gettext("chose {limit} min in place of {minutes}", { limit: run.limit, minutes })
          : gettext("chose no limit in place of {minutes} min", { minutes }),
      })),
    runs.length > done.length && { mark: "begun", words: begun(runs, done.length) },
  ]);
}

/** @param {Run} run */
const quick = ({ taken = 0, drawn }) =>
  ngettext("{time} for {n} question", "{time} for {n} questions", drawn.length, {
    time: ngettext("{n} second", "{n} seconds", Math.round(taken / 1000)),
  });

/** @param {Run} run */
function overtime({ taken, limit, extra, over }) {
  const of = { time: inWords(taken ?? 0), over, limit, extra };
  if (taken === undefined)
    return extra
      ? gettext("{over} min over the limit of {limit} and {extra} more", of)
      : gettext("{over} min over the limit of {limit}", of);
  return extra
    ? gettext("took {time}, {over} min over the limit of {limit} and {extra} more", of)
    : gettext("took {time}, {over} min over the limit of {limit}", of);
}

/** @param {Run[]} runs @param {number} done */
function begun(runs, done) {
  const seen = new Set(runs.flatMap(({ drawn }) => drawn)).size;
  return ngettext(
    "begun {begun}, handed in {done}; {n} question seen",
    "begun {begun}, handed in {done}; {n} questions seen",
    seen,
    { begun: runs.length, done },
  );
}
