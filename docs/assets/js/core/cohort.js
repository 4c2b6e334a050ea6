// A team's results: who handed in what, what is there twice, and the answers to analyse. Pure.

import { decode, idOf } from "./assignment.js";
import { merge } from "./entries.js";
import { fold } from "./log.js";
import { standingOf, stepsOf } from "./steps.js";

/** Two spellings of one name. */
export const nameKey = (name) => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

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
 * Make one person of each name, and say what a trainer has to know of the files.
 *
 * @param {Handed[]} handed of one assignment
 * @returns {{people: {name: string, made: Date, entries: object[], summary?: object}[],
 *   notes: string[]}}
 */
export function gather(handed) {
  const groups = new Map();
  const notes = [];
  for (const each of handed) {
    const { name } = each.result ?? each.summary;
    const key = nameKey(name);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const people = [...groups.values()].map((mine) => person(mine, notes));
  notes.push(...shared(people));
  people.sort((a, b) => a.name.localeCompare(b.name));
  return { people, notes };
}

const time = ({ result, summary }) => (result ? Date.parse(result.made) : summary.made.getTime());

function person(mine, notes) {
  mine.sort((a, b) => time(a) - time(b));
  const files = [];
  const sums = new Set();
  for (const each of mine) {
    if (!each.result) continue;
    if (sums.has(each.result.sum)) notes.push(`${each.file}: the same file as another one; counted once.`);
    else files.push(each);
    sums.add(each.result.sum);
  }
  const last = mine.at(-1);
  const name = (last.result ?? last.summary).name.trim() || "(without a name)";
  let entries = [];
  for (const { file, result } of files) {
    const known = new Set(entries.map(({ id }) => id));
    if (known.size) notes.push(twice(name, file, result.entries, known));
    entries = known.size ? merge(entries, result.entries) : result.entries;
  }
  const summary = files.length ? undefined : last.summary;
  return { name, made: new Date(time(last)), entries, summary };
}

/** Say how a later file of a name stands to the earlier ones. */
function twice(name, file, entries, known) {
  const again = entries.filter(({ id }) => known.has(id)).length;
  if (again === known.size) return `${name}: ${file} holds all of an earlier file; the later one is counted.`;
  if (again) return `${name}: ${file} shares answers with another file; read together.`;
  return `${name}: ${file} shares nothing with another file of this name: another device, or another person? They are read together.`;
}

/** Answers that two people have handed in are one person's. */
function shared(people) {
  const owners = new Map();
  const pairs = new Set();
  for (const { name, entries } of people) {
    for (const { id } of entries) {
      const owner = owners.get(id);
      if (owner !== undefined && owner !== name) pairs.add(`${owner} and ${name} have handed in the same answers.`);
      owners.set(id, name);
    }
  }
  return [...pairs];
}

/**
 * Say how far each person is.
 *
 * @param {{text?: string, id: string}} group
 * @param {object[]} people of `gather`
 * @param {object} data course.json
 * @returns {{assignment?: object, steps: object[], standings: object[][], late: boolean[]}}
 */
export function standingsOf({ text, id }, people, data) {
  const { assignment } = text === undefined ? {} : decode(text);
  const steps = assignment ? stepsOf(assignment, id, data) : [];
  const end = assignment?.due ? new Date(`${assignment.due}T23:59:59.999`).getTime() : Infinity;
  const standings = people.map(({ entries, summary }) => {
    if (summary) return summary.steps;
    const views = steps.every(({ test }) => test) ? new Map() : viewsOf(entries);
    const results = entries.filter(({ type }) => type === "result");
    return steps.map((step) => standingOf(step, assignment, data, { views, results }));
  });
  return { assignment, steps, standings, late: people.map(({ made }) => made.getTime() > end) };
}

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
      else if (!entry.quiz.startsWith("scenario:")) {
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
    new Map(Object.entries(questions).map(([name, [rev]]) => [name, { rev, ref: `${quiz}/${name}` }]));
  return new Map(Object.entries(quizzes).map(([quiz, { questions }]) => [quiz, named(quiz, questions)]));
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
  answers.filter((mine) => mine.size).map((mine) => refs.map((ref) => mine.get(ref)?.share ?? null));

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
  return [...sums].map(([name, { total, n }]) => ({ name, share: total / n, n })).sort((a, b) => a.share - b.share);

  function sumNamed(name) {
    if (!sums.has(name)) sums.set(name, { total: 0, n: 0 });
    return sums.get(name);
  }
}

/**
 * Compare a list of names with those who handed in.
 *
 * @param {string} roster one name a line
 * @returns {{missing: string[], extra: string[]}} `extra`: handed in, and not on the list
 */
export function against(roster, people) {
  const listed = new Map(roster.split(/[\n;\t]+/).filter((line) => line.trim()).map((line) => [nameKey(line), line.trim()]));
  const there = new Set(people.map(({ name }) => nameKey(name)));
  const missing = [...listed].filter(([key]) => !there.has(key)).map(([, name]) => name);
  const extra = listed.size ? people.map(({ name }) => name).filter((name) => !listed.has(nameKey(name))) : [];
  return { missing, extra };
}

/** Results of tests in the order of time, by person: progress. @returns {{name, points: [number, number][]}[]} */
export const courses = (people) =>
  people
    .map(({ name, entries }) => ({
      name,
      points: entries.filter(({ type }) => type === "result").map(({ t, percent }) => [t, percent]).sort((a, b) => a[0] - b[0]),
    }))
    .filter(({ points }) => points.length);
