// Which risk cards a question calls for, by the wordings of safety.yml and by what was learned from
// sentences. No page, no network: text in, ids of cards out.

import { pacer } from "./pace.js";
import { makeLearnedRisk } from "./risk-learned.js";
import { makeWords } from "./risk-words.js";
import { found, makeTrees } from "./wordings.js";

/** How many places a card goes back that only `weaker` wordings have found: behind the next one. */
const BEHIND = 1.5;
/** What a card that its wordings have found gains in likelihood, as the logarithm of odds: the first
 *  card, and one behind it or found by `weaker` wordings. */
const FOUND = 3;
const ALSO = 2;
/** How much likelier a risk has to be than none. */
const LIKELIER = 1;
/** How much likelier still for each point of evidence for an everyday request, as the logarithm of odds: where
 *  no wording fits, and where one does. */
const REQUEST = 0.5;
const WORDED = 0.25;
/** Where no wording fits: from how much evidence for a card of another kind on a risk has to be likelier still, and by how
 *  much for each point of it, as the logarithm of odds. */
const DOUBT = 2;
const DOUBTED = 0.2;
/** How likely a card is that stands behind another, though no wording has found it. */
const NEXT = 0.25;

/**
 * @param {Safety | undefined} safety `safety` of desk.json; absent where a handbook has none
 * @param {() => Promise<void>} [turn] of `pacer`
 * @returns {Promise<(question: string, other?: number, request?: number) => string[]>} the ids of the risk cards
 *   that a question calls for, the one to be shown first in front; [] where there is none. `other` is the
 *   evidence for the best card of another kind, `request` that for an everyday request
 */
export async function makeRisk(safety, turn = pacer()) {
  if (!safety) return () => [];
  const {
    trees: [ordinary, wordings],
    words: known,
  } = await makeTrees(
    safety.classes,
    [
      safety.ordinary.map((text) => ({ text, end: true })),
      safety.cards.flatMap(({ wordings, weaker, hints }, card) => [
        ...wordings.map((text) => ({ text, end: { card, weaker: 0 } })),
        ...weaker.map((text) => ({ text, end: { card, weaker: 1 } })),
        ...hints.map((text, hint) => ({ text, end: { card, weaker: 1, hint } })),
      ]),
    ],
    turn,
  );
  await turn();
  const wordsOf = makeWords(safety, known);
  await turn();
  const learned = safety.learned && makeLearnedRisk(safety.learned);
  return (question, other = 0, request = 0) => {
    /** @type {(string | null)[]} */
    const words = wordsOf(question);
    const evidence = learned?.(/** @type {string[]} */ (words));
    for (const { places } of found(ordinary, words))
      for (const place of places) words[place] = null;
    const cards = ordered(found(wordings, words), words.length, safety.cards);
    return (evidence ? weighed(cards, evidence, other, request) : cards).map(({ id }) => id);
  };
}

/**
 * Weigh what wordings have found against what sentences teach. A wording counts much; but what is said
 * in hundreds of ordinary sentences is ordinary, whatever wording it resembles.
 *
 * @param {{id: string, weaker: number}[]} cards those that wordings have found
 * @param {Map<string, number>} evidence of `makeLearnedRisk`
 * @param {number} other the evidence for the best card of another kind
 * @param {number} request the evidence for an everyday request
 */
function weighed(cards, evidence, other, request) {
  const odds = new Map([...evidence].map(([id, sum]) => [id, Math.exp(sum)]));
  for (const [at, { id, weaker }] of cards.entries())
    odds.set(id, (odds.get(id) ?? NaN) * Math.exp(at || weaker ? ALSO : FOUND));
  const risk = [...odds.values()].reduce((sum, one) => sum + one, 0);
  const doubt = cards.length
    ? WORDED * request
    : REQUEST * request + DOUBTED * Math.max(0, other - DOUBT);
  if (risk < LIKELIER * Math.exp(doubt)) return [];
  const wanted = new Set(cards.map(({ id }) => id));
  return [...odds]
    .sort(([, one], [, other]) => other - one)
    .filter(([id, one], at) => !at || wanted.has(id) || one >= NEXT * (1 + risk))
    .map(([id]) => ({ id }));
}

/**
 * Put the cards into their order. Where wordings of two cards share words, the longer one counts. Then
 * stands first what is more urgent; what was found by `weaker` wordings or hints only stands behind the
 * next.
 *
 * @param {Found<RiskEnd>[]} results
 * @param {number} length
 * @param {Safety["cards"]} cards
 */
function ordered(results, length, cards) {
  const owner = new Array(length).fill(-1);
  /** @type {Map<number, number>} */
  const weakest = new Map();
  /** @param {Found<RiskEnd>} found */
  const take = ({ end: { card, weaker }, places }) => {
    const taken = places.filter((place) => owner[place] >= 0 && owner[place] !== card).length;
    if (taken * 2 >= places.length) return;
    for (const place of places) if (owner[place] < 0) owner[place] = card;
    weakest.set(card, Math.min(weakest.get(card) ?? weaker, weaker));
  };
  results
    .filter(({ end }) => end.hint === undefined)
    .sort(byLength)
    .forEach(take);
  pairs(results.filter(({ end }) => end.hint !== undefined))
    .sort(byLength)
    .forEach(take);
  /** @param {[card: number, weaker: number]} card */
  const rank = ([card, weaker]) => card + BEHIND * weaker;
  return [...weakest]
    .sort((one, other) => rank(one) - rank(other))
    .map(([card, weaker]) => ({ id: cards[card].id, weaker }));
}

/** @param {Found<RiskEnd>} one @param {Found<RiskEnd>} other */
const byLength = (one, other) =>
  other.places.length - one.places.length ||
  width(other) - width(one) ||
  one.end.weaker - other.end.weaker ||
  one.end.card - other.end.card;

/**
 * How much of the question lies between the first and the last word that were found.
 *
 * @param {Found<RiskEnd>} found
 */
const width = ({ places }) => Math.max(...places) - Math.min(...places);

/**
 * For each card of which two hints or more were found, all its hints as one result.
 *
 * @param {Found<RiskEnd>[]} found
 * @returns {Found<RiskEnd>[]}
 */
function pairs(found) {
  /** @type {Map<number, Map<number, number[]>>} */
  const byCard = new Map();
  for (const { end, places } of found.sort(byLength)) {
    const hints = byCard.get(end.card) ?? new Map();
    byCard.set(end.card, hints);
    const all = [...hints.values()].flat();
    if (!hints.has(end.hint) && !places.some((place) => all.includes(place)))
      hints.set(end.hint, places);
  }
  return [...byCard]
    .filter(([, hints]) => hints.size > 1)
    .map(([card, hints]) => ({ end: { card, weaker: 1 }, places: [...hints.values()].flat() }));
}
