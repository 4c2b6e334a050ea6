// Entries of the learner's record: which can be read, their order, and two records made one. Pure.

const TIME = 8e15;
const MOST = 1e9;
/** The longest name in an entry, in characters, and the longest list: more than this site writes. */
const WORD = 400;
const LIST = 10_000;
const ENTRY = { id: "", quiz: "", at: 9e15, t: TIME, points: MOST, max: MOST };

/**
 * The fields that an entry of each type must have; of a number, the greatest value.
 *
 * @type {Map<string, [name: string, model: any][]>}
 */
const SHAPES = new Map([
  [
    "attempt",
    Object.entries({
      ...ENTRY,
      question: "",
      kind: "",
      rev: "",
      share: 1,
      tries: MOST,
      hints: MOST,
    }),
  ],
  ["begun", Object.entries({ id: "", quiz: "", at: 9e15, t: TIME, run: "", drawn: [] })],
  ["result", Object.entries({ ...ENTRY, run: "", percent: 100, passed: true, drawn: [] })],
]);

/** @param {any} value @param {any} model */
const fits = (value, model) =>
  typeof value === typeof model &&
  (typeof value !== "number" || (value >= 0 && value <= model)) &&
  (typeof value !== "string" || value.length <= WORD) &&
  Array.isArray(value) === Array.isArray(model) &&
  (!Array.isArray(value) || value.length <= LIST);

/**
 * Can this entry be computed with? It is whole, and of a version that we know.
 *
 * @param {any} entry
 */
export function readable(entry) {
  const shape = entry?.v === 1 && SHAPES.get(entry.type);
  return shape ? shape.every(([name, model]) => fits(entry[name], model)) : false;
}

/**
 * Was this entry written by a later version? It is kept, and not computed with.
 *
 * @param {any} entry
 */
export const newer = (entry) => Number.isInteger(entry?.v) && entry.v > 1;

/** The deepest entry of this site has three levels; what is much deeper, no browser can write. */
const DEEPEST = 64;

/**
 * Does a value lie in itself so many times that a browser could neither store nor write it?
 *
 * @param {any} value
 * @param {number} levels
 * @returns {boolean}
 */
export function tooDeep(value, levels = DEEPEST) {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => tooDeep(each, levels - 1));
}

// What a cyclic value is written as does not matter, if it does not throw.
/** @param {any} value */
function text(value) {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

/** What makes an entry itself: its id, or all of it. @param {any} entry */
const identity = (entry) => text(typeof entry?.id === "string" ? { id: entry.id } : entry);
/** @param {any} entry */
const stamp = (entry) => (Number.isFinite(entry?.at) ? entry.at : 0);
/** @param {any} a @param {any} b */
const compare = (a, b) => (a < b ? -1 : Number(a > b));

/**
 * Sort by order stamp; what has the same one, by id.
 *
 * @template T
 * @param {Iterable<T>} entries
 * @returns {T[]}
 */
export const ordered = (entries) =>
  [...entries].sort((a, b) => compare(stamp(a), stamp(b)) || compare(identity(a), identity(b)));

/**
 * Unite two records by id, whatever they hold; the order of the two does not matter.
 *
 * Of two entries with one id the readable one stays; of two such, the one whose JSON is greater.
 * That has no meaning, but is the same on every device.
 *
 * @param {Iterable<Entry>} a
 * @param {Iterable<Entry>} b
 * @returns {Entry[]}
 */
export function merge(a, b) {
  /** @type {Map<string, Entry>} */
  const all = new Map();
  /** @param {Entry} entry */
  const weight = (entry) => Number(readable(entry)) + text(entry);
  for (const entry of [...a, ...b]) {
    const id = identity(entry);
    if (!all.has(id) || weight(entry) > weight(/** @type {Entry} */ (all.get(id))))
      all.set(id, entry);
  }
  return ordered(all.values());
}
