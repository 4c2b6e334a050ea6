// Who handed in: from files and codes to people, each name one person unless a trainer knows better.
// Pure.

import { merge } from "./entries.js";
import { nameKey } from "./names.js";
import { dayMade } from "./result.js";
import { runsOf } from "./runs.js";

/**
 * @typedef {object} Decisions what the trainer has said
 * @property {Set<string>} apart names (of `nameKey`) that are several people
 * @property {Map<string, string>} same of two names (of `nameKey`) the one that counts
 * @property {Set<string>} accepted people (by `key`) whose result counts in spite of a doubt
 */

/**
 * @typedef {object} Person
 * @property {string} key what the trainer's decisions call this person
 * @property {string} name
 * @property {Date} made when the newest was handed in
 * @property {string} day its day where its maker was: 2026-11-22
 ** @property {Entry[]} entries
 * @property {{file: string, made: number, day: string, entries: Entry[]}[]} files those that were read, in the order of time
 ** @property {Summary} [summary] of a short code, where there is nothing else: a claim
 * @property {import("./runs.js").Run[]} runs
 * @property {string[]} twins who has handed in the same answers
 * @property {boolean} altered whether all there is was changed after it was made
 * @property {boolean} accepted whether the trainer has said that it counts
 ** @property {boolean} [strange] whether two files share nothing
 * @property {string} [unfit] where points do not fit the answers: how many
 */

/** @typedef {Handed & {result: HandedResult}} HandedFile */

/** @returns {Decisions} */
export const undecided = () => ({ apart: new Set(), same: new Map(), accepted: new Set() });

/** @param {Handed} handed */
const time = ({ result, summary }) =>
  result ? Date.parse(result.made) : /** @type {Summary} */ (summary).made.getTime();
/** @param {Handed} handed */
const nameOf = ({ result, summary }) =>
  /** @type {HandedResult | Summary} */ (result ?? summary).name;

/**
 * Make people of what was handed in, and say what a trainer has to know of the files.
 *
 * @param {import("./cohort.js").Handed[]} handed of one assignment
 * @param {Decisions} decisions
 * @returns {{people: Person[], notes: string[], strangers: {key: string, name: string}[]}}
 *   `strangers`: those of whom two files share nothing, so that they may be two people
 */
export function gather(handed, decisions = undecided()) {
  /** @type {Map<string, Handed[]>} */
  const groups = new Map();
  for (const each of handed) {
    const own = nameKey(nameOf(each));
    const key = decisions.same.get(own) ?? own;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  /** @type {string[]} */
  const notes = [];
  /** @type {{key: string, name: string}[]} */
  const strangers = [];
  const people = [...groups].flatMap(([key, mine]) => {
    if (decisions.apart.has(key))
      return apart(key, mine).map((part) => person(part, notes, decisions));
    const made = person({ key, mine }, notes, decisions);
    if (made.strange) strangers.push({ key, name: made.name });
    return [made];
  });
  notes.push(...shared(people));
  people.sort((a, b) => a.name.localeCompare(b.name));
  return { people, notes, strangers };
}

/**
 * Files of one name that share answers are one person's; each other one is another's.
 *
 * @param {string} key
 * @param {Handed[]} mine
 */
function apart(key, mine) {
  /** @type {{mine: Handed[], ids: Set<string>}[]} */
  const parts = [];
  for (const each of [...mine].sort((a, b) => time(a) - time(b))) {
    const ids = (each.result?.entries ?? []).map(({ id }) => id);
    const part = parts.find((known) => ids.some((id) => known.ids.has(id)));
    if (!part) parts.push({ mine: [each], ids: new Set(ids) });
    else {
      part.mine.push(each);
      for (const id of ids) part.ids.add(id);
    }
  }
  return parts.map(({ mine: own }, index) => ({
    key: `${key} ${index + 1}`,
    mine: own,
    number: ` (${index + 1})`,
  }));
}

/**
 * @param {{key: string, mine: Handed[], number?: string}} of
 * @param {string[]} notes
 * @param {Decisions} decisions
 */
function person({ key, mine, number = "" }, notes, { accepted }) {
  mine.sort((a, b) => time(a) - time(b));
  const read = once(/** @type {HandedFile[]} */ (mine.filter(({ result }) => result)), notes);
  // A sound file counts for itself: what was altered beside it is left out.
  const sound = read.filter(({ problem }) => problem !== "altered");
  const counts = sound.length && !accepted.has(key) ? sound : read;
  if (counts.length < read.length)
    notes.push(...leftOut(read.filter((each) => !counts.includes(each))));
  const last = /** @type {Handed} */ (mine.at(-1));
  const name = (nameOf(last).trim() || "(without a name)") + number;
  /** @type {Entry[]} */
  let entries = [];
  let strange = false;
  for (const { file, result } of counts) {
    const known = new Set(entries.map(({ id }) => id));
    if (known.size) notes.push(twice(name, file, result.entries, known));
    strange ||= known.size > 0 && !result.entries.some(({ id }) => known.has(id));
    entries = known.size ? merge(entries, result.entries) : result.entries;
  }
  const files = counts.map(({ file, result }) => ({
    file,
    made: Date.parse(result.made),
    day: dayMade(result),
    entries: result.entries,
  }));
  return {
    key,
    name,
    made: new Date(files.at(-1)?.made ?? time(last)),
    day: files.at(-1)?.day ?? /** @type {Summary} */ (last.summary).day,
    entries,
    files,
    strange,
    summary: files.length ? undefined : last.summary,
    runs: runsOf(entries),
    twins: [],
    altered: counts.some(({ problem }) => problem === "altered"),
    accepted: accepted.has(key),
  };
}

/** @param {HandedFile[]} files @param {string[]} notes */
function once(files, notes) {
  /** @type {Set<string>} */
  const sums = new Set();
  return files.filter(({ file, problem, result: { sum } }) => {
    const key = `${sum} ${problem}`; // an altered copy still has the sum of its original
    if (!sums.has(key)) return sums.add(key);
    notes.push(`${file}: the same file as another one; counted once.`);
    return false;
  });
}

/** @param {HandedFile[]} files */
const leftOut = (files) =>
  files.map(
    ({ file }) => `${file}: altered after it was made; left out, since another file is sound.`,
  );

/**
 * Say how a later file of a name stands to the earlier ones.
 *
 * @param {string} name
 * @param {string} file
 * @param {Entry[]} entries
 * @param {Set<string>} known
 */
function twice(name, file, entries, known) {
  const again = entries.filter(({ id }) => known.has(id)).length;
  if (again === known.size)
    return `${name}: ${file} holds all of an earlier file; the later one is counted.`;
  if (again) return `${name}: ${file} shares answers with another file; read together.`;
  return `${name}: ${file} shares nothing with another file of this name: another device, or another person? They are read together.`;
}

/**
 * Answers that two people have handed in are one person's: say so, and note it with both.
 *
 * @param {Person[]} people
 */
function shared(people) {
  /** @type {Map<string, Person>} */
  const owners = new Map();
  /** @type {Map<string, [Person, Person]>} */
  const pairs = new Map();
  for (const owner of people) {
    for (const { id } of owner.entries) {
      const first = owners.get(id);
      if (first && first !== owner) pairs.set(`${first.key}\n${owner.key}`, [first, owner]);
      else owners.set(id, owner);
    }
  }
  for (const [one, other] of pairs.values()) {
    one.twins.push(other.name);
    other.twins.push(one.name);
  }
  return [...pairs.values()].map(
    ([one, other]) => `${one.name} and ${other.name} have handed in the same answers.`,
  );
}
