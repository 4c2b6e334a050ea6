// A team's results: who handed in what, what is there twice, and the answers to analyse. Pure.

import { decode, idOf } from "./assignment.js";
import { dayIn, isZone } from "./zones.js";
import { merge } from "./entries.js";
import { fold } from "./log.js";
import { doubtsOf } from "./marks.js";
import { standingOf, stepsOf } from "./steps.js";

/**
 * @typedef {object} Handed
 * @property {string} file where it was read
 * @property {object} [result] of a file
 * @property {object} [summary] of a short code
 */

/**
 * Group what was handed in by assignment.
 *
 * @param {Handed[]} handed
 * @returns {Map<string, {id: string, title: string, text?: string, handed: Handed[]}>} by id; `text`
 *   is missing where only codes are there
 */
export function byAssignment(handed) {
  const groups = new Map();
  for (const each of handed) {
    const text = each.result?.assignment;
    const id = text === undefined ? each.summary.id : idOf(text);
    if (!groups.has(id)) groups.set(id, { id, title: each.summary?.title ?? "", handed: [] });
    const group = groups.get(id);
    if (text !== undefined && group.text === undefined) {
      group.text = text;
      group.title = decode(text).assignment?.title ?? "";
    }
    group.handed.push(each);
  }
  return groups;
}

/**
 * Say how far each person is.
 *
 * @param {{text?: string, id: string}} group
 * @param {object[]} people of `gather`
 * @param {object} data course.json
 * @returns {{assignment?: object, steps: object[], standings: object[][], days: string[],
 *   late: boolean[], again: boolean[]}} `days`: on which each handed in, where the assignment says, or
 *   where they were; `late`: what counts came after the due day; `again`: it came in time, and was
 *   handed in again. Where a result is in doubt, what it has passed is "unsure"
 */
export function standingsOf({ text, id }, people, data) {
  const { assignment } = text === undefined ? {} : decode(text);
  const steps = assignment ? stepsOf(assignment, id, data) : [];
  const far = (entries) => {
    const views = steps.every(({ test }) => test) ? new Map() : viewsOf(entries);
    const results = entries.filter(({ type }) => type === "result");
    return steps.map((step) => standingOf(step, assignment, data, { views, results }));
  };
  const standings = people.map((person) =>
    counted(person, person.summary?.steps ?? far(person.entries)),
  );
  const { due = "", zone = "" } = assignment ?? {};
  const dayOf = ({ made, day }) => (zone && isZone(zone) ? dayIn(made, zone) : day);
  const times = people.map((person) => inTime(person, due, dayOf, far));
  return {
    assignment,
    steps,
    standings,
    days: people.map(dayOf),
    late: times.map(({ late }) => late),
    again: times.map(({ again }) => again),
  };
}

/** What is in doubt is not passed until the trainer says that it counts. */
const counted = (person, standings) =>
  person.accepted || !doubtsOf(person).length
    ? standings
    : standings.map((each) => (each.state === "done" ? { ...each, state: "unsure" } : each));

/** Did what counts come in time, so that what came later adds nothing to it? */
function inTime(person, due, dayOf, far) {
  if (!due || dayOf(person) <= due) return { late: false, again: false };
  const before = person.files.filter((file) => dayOf(file) <= due).map((file) => file.entries);
  const again = before.length > 0 && sameWay(far(before.reduce(merge)), far(person.entries));
  return { late: !again, again };
}

const sameWay = (before, after) =>
  before.every(
    ({ state, percent }, index) =>
      state === "done" || (state === after[index].state && percent === after[index].percent),
  );

/** The view of each question, as the learner's own browser has it. */
function viewsOf(entries) {
  const views = new Map();
  for (const entry of entries) {
    const view = fold(views.get(`${entry.quiz}/${entry.question}`), entry);
    if (view) views.set(view.key, view);
  }
  return views;
}

/**
 * List the first answers of each person: those to analyse, since later ones follow the feedback.
 *
 * What a test asked and nobody answered is a wrong answer. Answers to another revision are left out.
 *
 * @returns {{refs: string[], answers: Map<string, {share: number, response: any}>[], other: number}}
 *   `refs` are questions, as "quiz/question"; `answers` of each person; `other` answers to earlier
 *   revisions
 */
export function firstAnswers(people, data) {
  const known = questionsOf(data);
  const refs = new Set();
  let other = 0;
  const answers = people.map(({ entries }) => {
    const mine = new Map();
    for (const entry of entries) {
      if (entry.type === "result") fillIn(mine, entry, known);
      else if (entry.type === "attempt" && !entry.quiz.startsWith("scenario:")) {
        const question = known.get(entry.quiz)?.get(entry.question);
        if (!question || question.rev !== entry.rev) other += 1;
        else if (!entry.self && !mine.has(question.ref)) mine.set(question.ref, entry);
      }
    }
    for (const ref of mine.keys()) refs.add(ref);
    return mine;
  });
  return { refs: [...refs].sort(), answers, other };
}

/** The questions by quiz and name: of each its revision, and its ref, made once for all answers. */
function questionsOf({ quizzes }) {
  const named = (quiz, questions) =>
    new Map(
      Object.entries(questions).map(([name, [rev]]) => [name, { rev, ref: `${quiz}/${name}` }]),
    );
  return new Map(
    Object.entries(quizzes).map(([quiz, { questions }]) => [quiz, named(quiz, questions)]),
  );
}

function fillIn(mine, { drawn }, known) {
  for (const each of drawn) {
    const [quiz, name] = String(each).split("/");
    const ref = known.get(quiz)?.get(name)?.ref;
    if (ref && !mine.has(ref)) mine.set(ref, { share: 0, response: null });
  }
}

/** Make the rows that items.js analyses. */
export const rowsOf = (refs, answers) =>
  answers
    .filter((mine) => mine.size)
    .map((mine) => refs.map((ref) => mine.get(ref)?.share ?? null));

/**
 * Add up first answers by a name that each question has.
 *
 * @param {(ref: string) => string | undefined} group
 * @returns {{name: string, share: number, n: number}[]} the lowest share first
 */
export function sharesBy(group, answers) {
  const sums = new Map();
  const sumOf = new Map(); // of each question, so that its name is asked for once
  for (const mine of answers) {
    for (const [ref, { share }] of mine) {
      if (!sumOf.has(ref)) sumOf.set(ref, sumNamed(group(ref)));
      const sum = sumOf.get(ref);
      sum.total += share;
      sum.n += 1;
    }
  }
  sums.delete(undefined); // of those that have no name
  return [...sums]
    .map(([name, { total, n }]) => ({ name, share: total / n, n }))
    .sort((a, b) => a.share - b.share);

  function sumNamed(name) {
    if (!sums.has(name)) sums.set(name, { total: 0, n: 0 });
    return sums.get(name);
  }
}

/** Results of tests in the order of time, by person: progress. @returns {{name, points: [number, number][]}[]} */
export const courses = (people) =>
  people
    .map(({ name, entries }) => ({
      name,
      points: entries
        .filter(({ type }) => type === "result")
        .map(({ t, percent }) => [t, percent])
        .sort((a, b) => a[0] - b[0]),
    }))
    .filter(({ points }) => points.length);
