// Who handed in: from files and codes to people, each name one person unless a trainer knows better.
// Pure.

import { resolved, undecided } from "./decisions.js";
import { merge } from "./entries.js";
import { nameKey } from "./names.js";
import { dayMade } from "./result.js";
import { runsOf } from "./runs.js";
import { gettext } from "./words.js";

/** @typedef {import("./decisions.js").Decisions} Decisions */

/**
 * @typedef {object} ReadFile a file of a person that counts
 * @property {string} file
 * @property {number} made
 * @property {string} day
 * @property {Entry[]} entries
 * @property {HandedResult} result
 * @property {number} unread how many of its entries cannot be computed with
 */

/**
 * @typedef {object} Person
 * @property {string} key what the trainer's decisions call this person
 * @property {string} base the key of the name, which is that of others, too, who are kept apart
 * @property {string} plain the name as it was typed
 * @property {string} name and with a number, where several are kept apart
 * @property {string[]} names all names by which this person handed in
 * @property {Date} made when the newest was handed in
 * @property {string} day its day where its maker was: 2026-11-22
 * @property {Entry[]} entries
 * @property {ReadFile[]} files those that count, in the order of time
 * @property {string[]} left files that were altered, and left out beside a sound one
 * @property {Summary} [summary] of a short code, where there is nothing else: a claim
 * @property {Run[]} runs
 * @property {string[]} twins who has handed in the same answers
 * @property {boolean} altered whether all there is was changed after it was made
 * @property {boolean} [counts] what the trainer has said: it counts, or it does not
 * @property {boolean} strange whether two files share nothing
 * @property {number} other answers to earlier versions of questions
 * @property {string} [unfit] where points do not fit the answers: how many
 */

/** @typedef {Handed & {result: HandedResult, unread?: number}} HandedFile */

/** @param {Handed} handed */
const time = ({ result, summary }) =>
  result ? Date.parse(result.made) : /** @type {Summary} */ (summary).made.getTime();
/** @param {Handed} handed */
const nameOf = ({ result, summary }) =>
  /** @type {HandedResult | Summary} */ (result ?? summary).name.trim();

/**
 * Make people of what was handed in, and say what a trainer has to know of the files.
 *
 * @param {Handed[]} handed of one assignment
 * @param {Decisions} decisions
 * @returns {{people: Person[], notes: string[]}}
 */
export function gather(handed, decisions = undecided()) {
  /** @type {Map<string, Handed[]>} */
  const groups = new Map();
  for (const each of handed) {
    const key = resolved(decisions.same, nameKey(nameOf(each)));
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  /** @type {string[]} */
  const notes = [];
  const people = [...groups].flatMap(([base, mine]) => {
    const parts = decisions.apart.has(base) ? apart(base, mine) : [{ key: base, base, mine }];
    return parts.map((part) => person(part, notes, decisions));
  });
  notes.push(...shared(people));
  people.sort((a, b) => a.name.localeCompare(b.name));
  return { people, notes };
}

/** @typedef {{key: string, base: string, mine: Handed[], number?: string}} Part */

/**
 * Files of one name that share answers are one person's; each other one is another's.
 *
 * @param {string} base
 * @param {Handed[]} mine
 * @returns {Part[]}
 */
function apart(base, mine) {
  /** @type {{mine: Handed[], ids: Set<string>}[]} */
  const parts = [];
  for (const each of [...mine].sort((a, b) => time(a) - time(b))) {
    const ids = new Set((each.result?.entries ?? []).map(({ id }) => id));
    const mates = parts.filter((known) => [...ids].some((id) => known.ids.has(id)));
    // A file that shares answers with two parts makes one of them.
    const all = { mine: [...mates.flatMap((part) => part.mine), each], ids };
    for (const part of mates) for (const id of part.ids) all.ids.add(id);
    parts.splice(0, parts.length, ...parts.filter((part) => !mates.includes(part)), all);
  }
  parts.sort((a, b) => time(a.mine[0]) - time(b.mine[0]));
  return parts.map(({ mine: own, ids }, index) => ({
    // What is decided of one holds when other files come.
    key: `${base}\n${[...ids].sort()[0] ?? time(own[0])}`,
    base,
    mine: own,
    number: parts.length > 1 ? ` (${index + 1})` : "",
  }));
}

/** @param {Part} part @param {string[]} notes @param {Decisions} decisions @returns {Person} */
function person({ key, base, mine, number = "" }, notes, { counts }) {
  mine.sort((a, b) => time(a) - time(b));
  const read = once(/** @type {HandedFile[]} */ (mine.filter(({ result }) => result)), notes);
  // A sound file counts for itself: what was altered beside it is left out.
  const sound = read.filter(({ problem }) => problem !== "altered");
  const taken = sound.length && counts.get(key) !== true ? sound : read;
  const left = read.filter((each) => !taken.includes(each)).map(({ file }) => file);
  const last = /** @type {Handed} */ (mine.at(-1));
  const plain = nameOf(last) || gettext("(without a name)");
  const { entries, strange } = together(plain, taken, notes);
  const files = taken.map(fileOf);
  const { made, day } = files.at(-1) ?? /** @type {Summary} */ (last.summary);
  return {
    key,
    base,
    plain,
    name: plain + number,
    names: [...new Map(mine.map((each) => [nameKey(nameOf(each)), nameOf(each)])).values()],
    made: new Date(made),
    day,
    entries,
    files,
    left,
    strange,
    summary: files.length ? undefined : last.summary,
    runs: runsOf(entries),
    twins: [],
    altered: taken.some(({ problem }) => problem === "altered"),
    counts: counts.get(key),
    other: 0,
  };
}

/** @param {HandedFile} handed @returns {ReadFile} */
const fileOf = ({ file, result, unread = 0 }) => ({
  file,
  made: Date.parse(result.made),
  day: dayMade(result),
  entries: result.entries,
  result,
  unread,
});

/**
 * All answers of a person's files, each once.
 *
 * @param {string} name
 * @param {HandedFile[]} files
 * @param {string[]} notes
 */
function together(name, files, notes) {
  /** @type {Entry[]} */
  let entries = [];
  let strange = false;
  for (const { file, result } of files) {
    const known = new Set(entries.map(({ id }) => id));
    if (known.size) notes.push(twice(name, file, result.entries, known));
    strange ||= known.size > 0 && !result.entries.some(({ id }) => known.has(id));
    entries = known.size ? merge(entries, result.entries) : result.entries;
  }
  return { entries, strange };
}

/** @param {HandedFile[]} files @param {string[]} notes */
function once(files, notes) {
  /** @type {Set<string>} */
  const met = new Set();
  return files.filter(({ file, problem, result: { sum, made, entries } }) => {
    // An altered copy still has the sum of its original, or any.
    const key = problem ? `${problem} ${sum} ${made} ${JSON.stringify(entries)}` : `${sum} ${made}`;
    if (!met.has(key)) return met.add(key);
    notes.push(gettext("{file}: the same file as another one; counted once.", { file }));
    return false;
  });
}

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
  const of = { name, file };
  if (again === known.size)
    return gettext("{name}: {file} holds all of an earlier file; the later one is counted.", of);
  if (again) return gettext("{name}: {file} shares answers with another file; read together.", of);
  return gettext(
    "{name}: {file} shares nothing with another file of this name: another device, or another person? They are read together.",
    of,
  );
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
      if (first && first !== owner) pairs.set(`${first.key}\n\n${owner.key}`, [first, owner]);
      else owners.set(id, owner);
    }
  }
  return [...pairs.values()].map(([one, other]) => {
    one.twins.push(other.name);
    other.twins.push(one.name);
    const names = { one: one.name, other: other.name };
    return gettext("{one} and {other} have handed in the same answers.", names);
  });
}
