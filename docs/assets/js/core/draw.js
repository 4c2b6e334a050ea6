// A draw that can be repeated.

import { shuffled } from "./random.js";

/**
 * Draw `count` of the ids: those asked least often first, by chance among equals.
 *
 * @param {string[]} ids
 * @param {number} count
 * @param {Map<string, number>} asked how often each has been asked
 * @param {number} seed
 */
export function draw(ids, count, asked, seed) {
  const times = (id) => asked.get(id) ?? 0;
  return shuffled(ids, seed).sort((a, b) => times(a) - times(b)).slice(0, count);
}
