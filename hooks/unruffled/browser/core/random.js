// Chance that can be repeated: the same seed gives the same order and the same draw.

/**
 * @param {number} count
 * @returns {number[]} as many numbers of 32 bits, by chance; of less quality where a browser has no `crypto`
 */
export function chance(count) {
  try {
    return [...crypto.getRandomValues(new Uint32Array(count))];
  } catch {
    return Array.from({ length: count }, () => Math.floor(Math.random() * 2 ** 32));
  }
}

/** @returns {number} a new seed of 32 bits */
export const newSeed = () => chance(1)[0];

/**
 * Return a source of numbers from 0 up to 1 (xorshift32), the same for a seed and a text.
 *
 * @param {number} seed
 * @param {string} text
 */
function source(seed, text) {
  let state = seed;
  for (const letter of text)
    state = Math.imul(state ^ /** @type {number} */ (letter.codePointAt(0)), 0x9e3779b1);
  state ||= 1; // from nothing comes nothing
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * Return the list in another order, the same for a seed and a text.
 *
 * @template T
 * @param {Iterable<T>} list
 * @param {number} seed
 * @param {string} text
 * @returns {T[]}
 */
export function shuffled(list, seed, text = "") {
  const next = source(seed, text);
  const places = [...list].map((each) => /** @type {[number, T]} */ ([next(), each]));
  return places.sort(([one], [other]) => one - other).map(([, each]) => each);
}
