// What a learner has done, in the 4,096 characters that SCORM 1.2 gives a course to remember it in:
// names of questions and of what can be chosen become numbers. Pure.

import { cut } from "./cut.js";

/** Bytes, so that a platform which counts those cuts nothing, either. */
const ROOM = 4096;
/** Results of tests to remember: they decide what is asked next. */
const RESULTS = 12;
/** A typed text is not shortened below so many characters. */
const SHORT = 8;

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text).length;

/** @typedef {{response: any, hints: number, seed: number} & Partial<Attempt>} Answer */
/** @typedef {{run: string, at: number, drawn: string[]} & Partial<Result>} Past a test that was handed in */
/**
 * @typedef {{refs: string[], names: Record<string, string[]>}} Book `refs`: the questions of the
 *   package; `names`: for each what can be chosen in it. Both in an order that stays
 * @typedef {{run: string, asked: string[], answers: Map<string, Answer>,
 *   draft: Draft | null, results: Past[]}} Memory `answers`: first answers of a practice;
 *   `draft`: a test that is not handed in
 */

/** @returns {Memory} of somebody who has done nothing yet */
export const nothing = () => ({ run: "", asked: [], answers: new Map(), draft: null, results: [] });

/** @param {any} value @param {string[]} names @returns {any} */
function encode(value, names) {
  if (typeof value === "string") return names.includes(value) ? names.indexOf(value) : value;
  if (Array.isArray(value)) return value.map((each) => encode(each, names));
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [encode(key, names), encode(each, names)]),
  );
}

/** @param {any} value @param {string[]} names @returns {any} */
function decode(value, names) {
  if (typeof value === "number") {
    if (!Object.hasOwn(names, value)) throw new RangeError("no such name");
    return names[value];
  }
  if (Array.isArray(value)) return value.map((each) => decode(each, names));
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      /^\d+$/.test(key) ? names[/** @type {any} */ (key)] : key,
      decode(each, names),
    ]),
  );
}

/** Fields of a draft and of a result, in the order in which they are written. */
const DRAFT = ["run", "seed", "edition", "began", "limit", "deadline", "extra"];
const RESULT = ["run", "at", "percent", "points", "max", "passed", "late", "extra", "edition"];

/** @param {string[]} names @param {Record<string, any>} object */
const listed = (names, object) => names.map((name) => object[name] ?? 0);
/** @param {string[]} names @param {any[]} values @returns {any} */
const named = (names, values) =>
  Object.fromEntries(names.map((name, index) => [name, values[index]]));

/**
 * Write a memory as text.
 *
 * @param {string} edition of the package: answers to another one are not taken up again
 * @param {Memory} memory
 * @param {Book} book
 * @param {number} [room] bytes; where it is not enough, typed texts are cut first, then the oldest
 *   results go, then the last answers
 */
export function write(
  edition,
  { run, asked, answers, draft, results },
  { refs, names },
  room = ROOM,
) {
  /** @param {string} ref */
  const at = (ref) => refs.indexOf(ref);
  const first = [...answers].map(([ref, { response, hints, seed }]) => [
    at(ref),
    encode(response, names[ref]),
    hints,
    seed,
  ]);
  const open = draft && [
    ...listed(DRAFT, draft),
    draft.drawn.map(at),
    Object.entries(draft.answers).map(([ref, response]) => [at(ref), encode(response, names[ref])]),
    Object.entries(draft.hints)
      .filter(([, count]) => count)
      .map(([ref, count]) => [at(ref), count]),
  ];
  const past = results.slice(-RESULTS).map((each) => [...listed(RESULT, each), each.drawn.map(at)]);
  return fit([1, edition, run, asked.map(at), first, open, past], room);
}

/** Make it fit. @param {any[]} whole @param {number} room */
function fit(whole, room) {
  const [, , , , first, open, past] = whole;
  for (;;) {
    const text = JSON.stringify(whole);
    if (bytes(text) <= room) return text;
    const typed = [first, open?.[DRAFT.length + 1]].filter(Boolean);
    if (!cutLongest(typed) && !past.shift() && !first.pop() && !open?.[DRAFT.length + 1].pop())
      return "";
  }
}

/**
 * Cut the longest typed text in two.
 *
 * @param {any} tree
 * @returns {boolean} whether there was one that is long enough
 */
function cutLongest(tree) {
  /** @type {{length: number, value: string, put?: (text: string) => void}} */
  let longest = { length: SHORT, value: "" };
  /** @param {any} value @param {(text: string) => void} put */
  const look = (value, put) => {
    if (typeof value === "string" && value.length > longest.length)
      longest = { length: value.length, value, put };
    if (value && typeof value === "object") {
      for (const key of Object.keys(value)) look(value[key], (text) => (value[key] = text));
    }
  };
  look(tree, () => {});
  longest.put?.(cut(longest.value, Math.floor(longest.length / 2)));
  return Boolean(longest.put);
}

/**
 * Read what `write` wrote. Whatever the platform gives back, this returns a memory.
 *
 * @param {string} text
 * @param {string} edition of this package
 * @param {Book} book
 * @returns {Memory}
 */
export function read(text, edition, { refs, names }) {
  const memory = nothing();
  try {
    const [version, written, run, asked, first, open, past] = JSON.parse(text);
    if (version !== 1) return memory;
    memory.results = past.map((/** @type {any[]} */ values) => ({
      ...named(RESULT, values),
      drawn: known(values[RESULT.length]),
    }));
    if (written !== edition) return memory;
    const answers = first.map((/** @type {any[]} */ [at, response, hints, seed]) => {
      const ref = refs[at];
      return [ref, { response: decode(response, names[ref]), hints, seed }];
    });
    const draft = open && readDraft(open);
    return { ...memory, run, asked: known(asked), answers: new Map(answers), draft };
  } catch {
    return memory; // cut, or of another course
  }

  /** @param {number[]} places */
  function known(places) {
    return places.map((at) => refs[at]).filter(Boolean);
  }

  /** @param {any[]} values */
  function readDraft(values) {
    const [drawn, answers, hints] = values.slice(DRAFT.length);
    return {
      ...named(DRAFT, values),
      drawn: known(drawn),
      answers: Object.fromEntries(
        answers.map((/** @type {[number, any]} */ [at, each]) => [
          refs[at],
          decode(each, names[refs[at]]),
        ]),
      ),
      hints: Object.fromEntries(
        hints.map((/** @type {[number, number]} */ [at, count]) => [refs[at], count]),
      ),
    };
  }
}
