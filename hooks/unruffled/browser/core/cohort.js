// A team's results: who handed in what, what is there twice, and the answers to analyse. Pure.

import { decode, idOf } from "./assignment.js";
import { dayIn, isZone } from "./zones.js";
import { merge } from "./entries.js";
import { fold } from "./log.js";
import { uncounted } from "./marks.js";
import { sameRev } from "./revision.js";
import { standingOf, stepsOf } from "./steps.js";

/**
 * @typedef {object} Handed
 * @property {string} file where it was read
 * @property {HandedResult} [result] of a file
 * @property {Summary} [summary] of a short code
 * @property {string} [problem] what is wrong with it
 */

/** @typedef {Map<string, Map<string, {rev: string, ref: string}>>} KnownQuestions by quiz and name */

/**
 * Group what was handed in by assignment.
 *
 * @param {Handed[]} handed
 * @returns {Map<string, Group>} by id; `text`
 *   is missing where only codes are there
 */
export function byAssignment(handed) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const each of handed) {
    const text = each.result?.assignment;
    const id = text === undefined ? /** @type {Summary} */ (each.summary).id : idOf(text);
    if (!groups.has(id)) groups.set(id, { id, title: each.summary?.title ?? "", handed: [] });
    const group = /** @type {Group} */ (groups.get(id));
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
 * @param {Person[]} people of `gather`
 * @param {Course} data course.json
 * @returns {Standings} `days`: of the hand-in that decides, where the assignment says, or
 *   where they were; `made`: its moment; `late`: the first that was complete came after the due day; `again`: it came in
 *   time, and was handed in again; `passedLate`: it came in time, and was passed by what came later. Where a result is in doubt, what it has passed is "unsure"
 */
export function standingsOf({ text, id }, people, data) {
  const { assignment } = text === undefined ? {} : decode(text);
  const steps = assignment ? stepsOf(assignment, id, data) : [];
  /** @param {Entry[]} entries @returns {Standing[]} */
  const far = (entries) => {
    const views = steps.every(({ test }) => test) ? new Map() : viewsOf(entries);
    const results = /** @type {Result[]} */ (entries.filter(({ type }) => type === "result"));
    return steps.map((step) =>
      standingOf(step, /** @type {Assignment} */ (assignment), data, { views, results }),
    );
  };
  const standings = people.map((person) =>
    counted(person, person.summary?.steps ?? far(person.entries)),
  );
  const { due = "", zone = "" } = assignment ?? {};
  /** @param {{made: Date | number, day: string}} of */
  const dayOf = ({ made, day }) => (zone && isZone(zone) ? dayIn(made, zone) : day);
  const times = people.map((person) => inTime(person, due, dayOf, far));
  return {
    assignment,
    steps,
    standings,
    days: times.map(({ day }) => day),
    made: times.map(({ made }) => new Date(made)),
    late: times.map(({ late }) => late),
    again: times.map(({ again }) => again),
    passedLate: times.map(({ passedLate }) => passedLate),
  };
}

/**
 * What is in doubt is not passed until the trainer says that it counts.
 *
 * @param {Person} person
 * @param {Standing[]} standings
 * @returns {Standing[]}
 */
const counted = (person, standings) =>
  uncounted(person)
    ? standings.map((each) => (each.state === "done" ? { ...each, state: "unsure" } : each))
    : standings;

/**
 * @typedef {object} InTime
 * @property {string} day of the hand-in that decides
 * @property {Date | number} made
 * @property {boolean} late
 * @property {boolean} again
 * @property {boolean} passedLate
 */

/**
 * The first complete hand-in decides whether it came in time; what comes later adds to it.
 *
 * @param {Person} person
 * @param {string} due
 * @param {(of: {made: Date | number, day: string}) => string} dayOf
 * @param {(entries: Entry[]) => Standing[]} far
 * @returns {InTime}
 */
function inTime(person, due, dayOf, far) {
  const first = deciding(person.files, far) ?? person;
  const [day, last] = [dayOf(first), dayOf(person)];
  const found = { day, made: first.made, late: false, again: false, passedLate: false };
  if (!due || last <= due) return found;
  if (day > due) return { ...found, late: true };
  const before = person.files.filter((file) => dayOf(file) <= due).map((file) => file.entries);
  const then = far(before.reduce((a, b) => merge(a, b)));
  return { ...found, again: true, passedLate: isDone(far(person.entries)) && !isDone(then) };
}

/**
 * Of several files the one with which every step was there; where none was ever complete, the last
 * that added something.
 *
 * @param {Person["files"]} files in the order of time
 * @param {(entries: Entry[]) => Standing[]} far
 */
function deciding(files, far) {
  if (files.length < 2) return undefined;
  /** @type {Entry[]} */
  let entries = [];
  /** @type {{file: Person["files"][number], standings: Standing[]} | undefined} */
  let last;
  for (const file of files) {
    entries = merge(entries, file.entries);
    const standings = far(entries);
    if (!last || !sameWay(last.standings, standings)) last = { file, standings };
    if (standings.every(isComplete)) break;
  }
  return last?.file;
}

/** Was a step handed in, passed or not? @param {Standing} standing */
const isComplete = ({ state, tries, answered = 0, need = 0 }) =>
  state === "done" || tries > 0 || (need > 0 && answered >= need);
/** @param {Standing[]} all */
export const isDone = (all) => all.length > 0 && all.every(({ state }) => state === "done");
/** @param {Standing[]} before @param {Standing[]} after */
const sameWay = (before, after) =>
  before.every(
    ({ state, percent }, index) => state === after[index].state && percent === after[index].percent,
  );

/**
 * The view of each question, as the learner's own browser has it.
 *
 * @param {Entry[]} entries
 * @returns {Map<string, View>}
 */
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
 *
 * @param {Pick<Person, "entries">[]} people
 * @param {Course} data
 * @returns {{refs: string[], answers: FirstAnswers[], other: number[]}}
 *   `refs` are questions, as "quiz/question"; `answers` of each person; `other`: of each person, how
 *   many answers are to earlier revisions
 */
export function firstAnswers(people, data) {
  const known = questionsOf(data);
  /** @type {Set<string>} */
  const refs = new Set();
  const other = people.map(() => 0);
  const answers = people.map(({ entries }, index) => {
    /** @type {FirstAnswers} */
    const mine = new Map();
    for (const entry of entries) {
      if (entry.type === "result") fillIn(mine, entry, known);
      else if (entry.type === "attempt" && !/^(?:scenario|exam):/.test(entry.quiz)) {
        const question = known.get(entry.quiz)?.get(entry.question);
        if (!question || !sameRev(question.rev, entry.rev)) other[index] += 1;
        else if (!entry.self && !mine.has(question.ref)) mine.set(question.ref, entry);
      }
    }
    for (const ref of mine.keys()) refs.add(ref);
    return mine;
  });
  return { refs: [...refs].sort(), answers, other };
}

/**
 * The questions by quiz and name: of each its revision, and its ref, made once for all answers.
 *
 * @param {Course} data
 * @returns {KnownQuestions}
 */
function questionsOf({ quizzes }) {
  /**
   * @param {string} quiz
   * @param {Record<string, CourseQuestion>} questions
   * @returns {Map<string, {rev: string, ref: string}>}
   */
  const named = (quiz, questions) =>
    new Map(
      Object.entries(questions).map(([name, [rev]]) => [name, { rev, ref: `${quiz}/${name}` }]),
    );
  return new Map(
    Object.entries(quizzes).map(([quiz, { questions }]) => [quiz, named(quiz, questions)]),
  );
}

/** @param {FirstAnswers} mine @param {Result} result @param {KnownQuestions} known */
function fillIn(mine, { drawn }, known) {
  for (const each of drawn) {
    const [quiz, name] = String(each).split("/");
    const ref = known.get(quiz)?.get(name)?.ref;
    if (ref && !mine.has(ref)) mine.set(ref, { share: 0, response: null });
  }
}

/** Make the rows that items.js analyses. @param {string[]} refs @param {FirstAnswers[]} answers */
export const rowsOf = (refs, answers) =>
  answers
    .filter((mine) => mine.size)
    .map((mine) => refs.map((ref) => mine.get(ref)?.share ?? null));

/**
 * Add up first answers by a name that each question has.
 *
 * @param {(ref: string) => string | undefined} group
 * @param {FirstAnswers[]} answers
 * @returns {{name: string, share: number, n: number}[]} the lowest share first
 */
export function sharesBy(group, answers) {
  /** @type {Map<string | undefined, {total: number, n: number}>} */
  const sums = new Map();
  /** @type {Map<string, {total: number, n: number}>} */
  const sumOf = new Map(); // of each question, so that its name is asked for once
  for (const mine of answers) {
    for (const [ref, { share }] of mine) {
      if (!sumOf.has(ref)) sumOf.set(ref, sumNamed(group(ref)));
      const sum = /** @type {{total: number, n: number}} */ (sumOf.get(ref));
      sum.total += share;
      sum.n += 1;
    }
  }
  sums.delete(undefined); // of those that have no name
  return [...sums]
    .map(([name, { total, n }]) => ({ name: /** @type {string} */ (name), share: total / n, n }))
    .sort((a, b) => a.share - b.share);

  /** @param {string | undefined} name @returns {{total: number, n: number}} */
  function sumNamed(name) {
    if (!sums.has(name)) sums.set(name, { total: 0, n: 0 });
    return /** @type {{total: number, n: number}} */ (sums.get(name));
  }
}

/**
 * Results of tests in the order of time, by person: progress.
 *
 * @param {Person[]} people
 * @returns {{name: string, points: [time: number, percent: number][]}[]}
 */
export const courses = (people) =>
  people
    .map(({ name, entries }) => ({
      name,
      points: entries
        .filter(({ type }) => type === "result")
        .map(({ t, percent }) => /** @type {[number, number]} */ ([t, percent]))
        .sort((a, b) => a[0] - b[0]),
    }))
    .filter(({ points }) => points.length);
