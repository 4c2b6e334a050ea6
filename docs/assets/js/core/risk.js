// Which risk cards a question calls for, by the wordings of safety.yml. No page, no network: text
// in, ids of cards out.

import { makeWords } from "./risk-words.js";
import { found, makeTrees } from "./wordings.js";

/**
 * @param {object | undefined} safety `safety` of desk.json; absent where a handbook has none
 * @returns {(question: string) => string[]} the ids of the risk cards that a question calls for, the
 *   one to be shown first in front; [] where there is none
 */
export function makeRisk(safety) {
  if (!safety) return () => [];
  const { trees: [ordinary, wordings], words: known } = makeTrees(safety.classes, [
    safety.ordinary.map((text) => ({ text, end: true })),
    safety.cards.flatMap(({ wordings, weaker }, card) => [
      ...wordings.map((text) => ({ text, end: { card, weaker: 0 } })),
      ...weaker.map((text) => ({ text, end: { card, weaker: 1 } })),
    ]),
  ]);
  const wordsOf = makeWords(safety, known);
  return (question) => {
    const words = wordsOf(question);
    for (const { places } of found(ordinary, words)) for (const place of places) words[place] = null;
    return ordered(found(wordings, words), words.length, safety.cards);
  };
}

/**
 * Put the cards into their order. Where wordings of two cards share words, the longer one counts. Then
 * stands first what is more urgent, and what was found by `weaker` wordings only stands behind.
 */
function ordered(results, length, cards) {
  const owner = new Array(length).fill(-1);
  const weakest = new Map();
  results.sort((one, other) =>
    other.places.length - one.places.length || one.end.weaker - other.end.weaker || one.end.card - other.end.card);
  for (const { end: { card, weaker }, places } of results) {
    const taken = places.filter((place) => owner[place] >= 0 && owner[place] !== card).length;
    if (taken * 2 >= places.length) continue;
    for (const place of places) if (owner[place] < 0) owner[place] = card;
    weakest.set(card, Math.min(weakest.get(card) ?? weaker, weaker));
  }
  return [...weakest]
    .sort(([one, weaker], [other, other_weaker]) => weaker - other_weaker || one - other)
    .map(([card]) => cards[card].id);
}
