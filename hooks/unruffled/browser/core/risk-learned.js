// How likely a question calls for a risk card, by what the build has learned from sentences. The hints
// of a question are those of hooks/unruffled/safety/hints.py; a test compares the two.

import { numbers, SIGNS } from "./packed.js";

/** Words are compared by their beginnings. */
const BEGINNING = 6;
const NOTHING = 31;

/**
 * @param {LearnedRisk} learned `learned` of desk.json
 * @returns {(words: string[]) => Map<string, number> | null} for each risk card how much likelier it is
 *   than no risk: the logarithm of the odds; null where no sentence had any of the question's hints
 */
export function makeLearnedRisk({ cards, scale, step, bias, places, weights }) {
  /** @type {Map<number, number[]>} */
  const levels = new Map();
  for (const [at, hint] of numbers(places).entries())
    levels.set(
      hint,
      weights.map((signs) => SIGNS.indexOf(signs[at]) - NOTHING),
    );
  return (words) => {
    const found = hints(words);
    if (!found.some((hint) => levels.has(hint))) return null;
    const sums = cards.map(() => 0);
    for (const hint of found)
      for (const [card, level] of levels.get(hint)?.entries() ?? []) sums[card] += level;
    const value = (scale * step) / Math.sqrt(found.length || 1);
    return new Map(cards.map((id, card) => [id, bias[card] + value * sums[card]]));
  };
}

/**
 * The numbers of a question's hints: its words, each two neighbours, the word in front.
 *
 * @param {string[]} words
 */
export function hints(words) {
  const begun = words.map((word) => [...word].slice(0, BEGINNING).join(""));
  const pairs = begun.slice(1).map((word, place) => `${begun[place]} ${word}`);
  const front = begun.slice(0, 1).map((word) => `< ${word}`);
  return [...new Set([...begun, ...pairs, ...front].map(number))];
}

/** FNV-1a, folded to 20 bits. @param {string} hint */
function number(hint) {
  let value = 2166136261;
  for (const sign of hint)
    value = Math.imul(value ^ /** @type {number} */ (sign.codePointAt(0)), 16777619);
  return (value ^ (value >>> 20)) & 0xfffff;
}
