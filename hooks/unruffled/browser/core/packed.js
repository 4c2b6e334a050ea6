// Numbers that the build has written as text: hooks/unruffled/text/packed.py.

/** One sign for each number below 64. */
export const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const NOTHING = 31;

/** The rising numbers that a text has as distances, five bits a sign. @param {string} text */
export function numbers(text) {
  /** @type {number[]} */
  const found = [];
  let last = 0;
  let shift = 0;
  for (const sign of text) {
    const bits = SIGNS.indexOf(sign);
    last += (bits % 32) * 2 ** shift;
    shift += 5;
    if (bits > NOTHING) continue;
    found.push(last);
    shift = 0;
  }
  return found;
}
