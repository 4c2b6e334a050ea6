// A draw that can be repeated.

import { shuffled } from "./random.js";

/**
 * Draw `count` of the ids: those with the lowest mark first, by chance among equals.
 *
 * @param {string[]} ids
 * @param {number} count
 * @param {Map<string, number | undefined>} asked a mark for each: how often, or when it was last asked; none is 0
 * @param {number} seed
 */
export function draw(ids, count, asked, seed) {
  /** @param {string} id */
  const times = (id) => asked.get(id) ?? 0;
  return shuffled(ids, seed)
    .sort((a, b) => times(a) - times(b))
    .slice(0, count);
}
