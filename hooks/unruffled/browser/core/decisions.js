// What only a trainer can know of who handed in, and has said. Pure.

/**
 * @typedef {object} Decisions names are those of `nameKey`
 * @property {Set<string>} apart names that are several people
 * @property {Map<string, string>} same of two names the one that counts
 * @property {Set<string>} different pairs of names that are two people, as `pairOf` writes them
 * @property {Map<string, boolean>} counts people (by `key`) whose result counts, or does not, whatever is to know of it
 */

/** @returns {Decisions} nothing is decided */
export const undecided = () => ({
  apart: new Set(),
  same: new Map(),
  different: new Set(),
  counts: new Map(),
});

/** Two names in one text, in whatever order they come. @param {string} one @param {string} other */
export const pairOf = (one, other) => [one, other].sort().join("\n");

/**
 * @param {Map<string, string>} same
 * @param {string} key
 * @returns {string} the name that counts for this one: that of the last who it is the same as
 */
export function resolved(same, key) {
  const met = new Set([key]);
  for (let next = same.get(key); next !== undefined; next = same.get(next)) {
    if (met.has(next)) return [...met].sort()[0]; // a ring that an old file may hold
    met.add(next);
  }
  return /** @type {string} */ ([...met].at(-1));
}

/**
 * Note that two names are one person's.
 *
 * @param {Decisions} decisions
 * @param {string} own
 * @param {string} other the name that counts from now on
 */
export function join({ same, different }, own, other) {
  const [from, to] = [resolved(same, own), resolved(same, other)];
  different.delete(pairOf(own, other));
  if (from !== to) same.set(from, to);
}

/** @param {Decisions} decisions @returns {object} as it can be stored */
export const asStored = ({ apart, same, different, counts }) => ({
  apart: [...apart],
  same: [...same],
  different: [...different],
  counts: [...counts],
});

/** @param {any} stored what `asStored` made, also that of an earlier version @returns {Decisions} */
export const fromStored = ({ apart, same, different, counts, accepted = [] } = {}) => ({
  apart: new Set(apart),
  same: new Map(same),
  different: new Set(different),
  counts: new Map(counts ?? accepted.map((/** @type {string} */ key) => [key, true])),
});
