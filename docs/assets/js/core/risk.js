// Which risk cards a question calls for, by the wordings of safety.yml. No page, no network: text
// in, ids of cards out.

import { makeWords } from "./risk-words.js";
import { found, makeTrees } from "./wordings.js";

/** How many places a card goes back that only `weaker` wordings have found: behind the next one. */
const BEHIND = 1.5;

/**
 * @param {object | undefined} safety `safety` of desk.json; absent where a handbook has none
 * @returns {(question: string) => string[]} the ids of the risk cards that a question calls for, the
 *   one to be shown first in front; [] where there is none
 */
export function makeRisk(safety) {
  if (!safety) return () => [];
  const { trees: [ordinary, wordings], words: known } = makeTrees(safety.classes, [
    safety.ordinary.map((text) => ({ text, end: true })),
    safety.cards.flatMap(({ wordings, weaker, hints }, card) => [
      ...wordings.map((text) => ({ text, end: { card, weaker: 0 } })),
      ...weaker.map((text) => ({ text, end: { card, weaker: 1 } })),
      ...hints.map((text, hint) => ({ text, end: { card, weaker: 1, hint } })),
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
 * stands first what is more urgent; what was found by `weaker` wordings or hints only stands behind the
 * next.
 */
function ordered(results, length, cards) {
  const owner = new Array(length).fill(-1);
  const weakest = new Map();
  const take = ({ end: { card, weaker }, places }) => {
    const taken = places.filter((place) => owner[place] >= 0 && owner[place] !== card).length;
    if (taken * 2 >= places.length) return;
    for (const place of places) if (owner[place] < 0) owner[place] = card;
    weakest.set(card, Math.min(weakest.get(card) ?? weaker, weaker));
  };
  results.filter(({ end }) => end.hint === undefined).sort(byLength).forEach(take);
  pairs(results.filter(({ end }) => end.hint !== undefined)).sort(byLength).forEach(take);
  const rank = ([card, weaker]) => card + BEHIND * weaker;
  return [...weakest].sort((one, other) => rank(one) - rank(other)).map(([card]) => cards[card].id);
}

const byLength = (one, other) =>
  other.places.length - one.places.length || width(other) - width(one) ||
  one.end.weaker - other.end.weaker || one.end.card - other.end.card;

/** How much of the question lies between the first and the last word that were found. */
const width = ({ places }) => Math.max(...places) - Math.min(...places);

/** For each card of which two hints or more were found, all its hints as one result. */
function pairs(found) {
  const byCard = new Map();
  for (const { end, places } of found.sort(byLength)) {
    const hints = byCard.get(end.card) ?? byCard.set(end.card, new Map()).get(end.card);
    const all = [...hints.values()].flat();
    if (!hints.has(end.hint) && !places.some((place) => all.includes(place))) hints.set(end.hint, places);
  }
  return [...byCard]
    .filter(([, hints]) => hints.size > 1)
    .map(([card, hints]) => ({ end: { card, weaker: 1 }, places: [...hints.values()].flat() }));
}
