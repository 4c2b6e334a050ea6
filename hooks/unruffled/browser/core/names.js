// Names of people, as they are typed: which are the same, and which may be. Pure.

import { pairOf } from "./decisions.js";

/** Two spellings of one name. @param {string} name */
export const nameKey = (name) => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/** Letters that lose no mark when they are taken apart, and how they are typed without it. */
const TYPED = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "a", œ: "o", ı: "i" };
/** More pairs than this are compared by their words only, and not for slips. */
const MANY = 20_000;

/**
 * The words of a name without accents, marks and order: `Müller, Jürgen "JJ"` is jj jurgen muller.
 *
 * @param {string} name
 * @returns {string[]}
 */
const wordsOf = (name) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßøłđðþæœı]/g, (letter) => TYPED[/** @type {keyof typeof TYPED} */ (letter)])
    .replace(/([aou])e/g, "$1") // Mueller is Müller
    .match(/[\p{L}\p{N}]+/gu)
    ?.sort() ?? [];

/**
 * Are these perhaps two ways to write one person's name?
 *
 * @param {string} one
 * @param {string} other
 */
export const alike = (one, other) => near(wordsOf(one), wordsOf(other), true);

/**
 * @param {string[]} one words
 * @param {string[]} other
 * @param {boolean} slips whether a slip of the fingers is looked for, too
 */
function near(one, other, slips) {
  const [few, many] = [one, other].sort((a, b) => a.length - b.length);
  if (!few.length) return false;
  const [short, long] = [few.join(""), many.join("")];
  if (short === long) return true;
  const shared = few.some((word) => word.length > 1 && many.includes(word));
  if (few.length > 1 && shared && few.every((word) => within(word, many))) return true;
  return slips && Math.min(short.length, long.length) > 4 && slip(few, many);
}

/** Is a word among these, or one that begins with it, or with which it begins: J., Alex? @param {string} word @param {string[]} words */
const within = (word, words) =>
  words.some((each) => {
    const [short, long] = each.length < word.length ? [each, word] : [word, each];
    return short === long || (short.length !== 2 && long.startsWith(short));
  });

/**
 * Do two names differ in one letter that is another one, too many, missing, or in its neighbour's place?
 *
 * @param {string[]} one
 * @param {string[]} other
 */
function slip(one, other) {
  if (one.length !== other.length) return false;
  const left = one.filter((word) => !other.includes(word));
  const right = other.filter((word) => !one.includes(word));
  return left.length === 1 && right.length === 1 && oneOff(left[0], right[0]);
}

/** @param {string} a @param {string} b */
function oneOff(a, b) {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  const [restA, restB] = [a.slice(from), b.slice(from)];
  const swapped = restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (swapped && restA.slice(2) === restB.slice(2))
  );
}

/** @typedef {{plain: string, base: string}} Named a name as it was typed, and the key of the name that counts for it */
/** @typedef {import("./roster.js").Listed} Listed */

/**
 * Compare the list with those who handed in.
 *
 * @template {Named} P
 * @param {Listed[]} listed
 * @param {P[]} people
 * @param {{resolve: (key: string) => string, different: Set<string>}} known what the trainer has said
 * @returns {{missing: Listed[], extra: P[], pairs: [Named, Named][], teams: Map<P, string>}}
 *   `extra`: handed in, and not on the list, where there is one; `pairs`: those who may be one
 *   person; `teams`: of those who are on the list
 */
export function against(listed, people, { resolve, different }) {
  /** @type {Map<string, P[]>} */
  const there = new Map();
  for (const person of people) there.set(person.base, [...(there.get(person.base) ?? []), person]);
  /** @type {Map<P, string>} */
  const teams = new Map();
  const missing = oncePerPerson(listed, resolve).filter(({ key, team }) => {
    const person = there.get(resolve(key))?.shift();
    if (person) teams.set(person, team);
    return !person;
  });
  const extra = listed.length ? people.filter((person) => !teams.has(person)) : [];
  const others = missing.map(({ name, key }) => ({ plain: name, base: resolve(key) }));
  const found = listed.length ? pairsOf(extra, [...others, ...teams.keys()]) : twins(people);
  const pairs = found.filter(([one, other]) => !different.has(pairOf(one.base, other.base)));
  return { missing, extra, teams, pairs };
}

/**
 * Two lines that the trainer has joined are one person.
 *
 * @param {Listed[]} listed
 * @param {(key: string) => string} resolve
 */
function oncePerPerson(listed, resolve) {
  /** @type {Map<string, string>} */
  const owner = new Map();
  return listed.filter(({ key }) => {
    const own = resolve(key);
    if (!owner.has(own)) owner.set(own, key);
    return owner.get(own) === key;
  });
}

/** @param {Named[]} extra @param {Named[]} others @returns {[Named, Named][]} */
function pairsOf(extra, others) {
  const slips = extra.length * others.length <= MANY;
  const words = others.map((other) => /** @type {const} */ ([other, wordsOf(other.plain)]));
  return extra.flatMap((person) => {
    const own = wordsOf(person.plain);
    return words
      .filter(([other, each]) => other.base !== person.base && near(own, each, slips))
      .map(([other]) => /** @type {[Named, Named]} */ ([person, other]));
  });
}

/** People of the same words, where there is no list. @param {Named[]} people @returns {[Named, Named][]} */
function twins(people) {
  /** @type {Map<string, Named>} */
  const first = new Map();
  return people.flatMap((person) => {
    const words = wordsOf(person.plain).join(" ");
    const other = first.get(words);
    if (!other) first.set(words, person);
    const pair = words && other && other.base !== person.base;
    return pair ? [/** @type {[Named, Named]} */ ([person, other])] : [];
  });
}
