// Chance that can be repeated: the same seed gives the same order and the same draw.

/** @returns {number} a new seed of 32 bits */
export const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0];

/** Return a source of numbers from 0 up to 1 (xorshift32), the same for a seed and a text. */
function source(seed, text) {
  let state = seed;
  for (const letter of text) state = Math.imul(state ^ letter.codePointAt(), 0x9e3779b1);
  state ||= 1; // from nothing comes nothing
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Return the list in another order (Fisher and Yates), the same for a seed and a text. */
export function shuffled(list, seed, text = "") {
  const next = source(seed, text);
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}
