// Which cards a question is about, by the wordings of finder.yml. No page, no network: text in,
// cards with scores out. What is shouted has a card, too, however it is worded.

import { makeWords } from "./risk-words.js";
import { found, makeTrees } from "./wordings.js";

/** What a wording counts, by the list that it stands in. */
const WEIGHT = { strong: 5, wordings: 3, weaker: 1.5 };
const CLEAR = WEIGHT.wordings;
/** What each further word of a wording adds: who is found by more words is meant more surely. */
const LONGER = 0.08;
/** How much the second, the third … wording of a card adds. */
const NEXT = 0.5;
/** The least that a card needs: one clear wording, or two weaker ones. */
export const FLOOR = 2;
/** An everyday request begins within the first words. */
const BEGINS = 2;
/** What shouts in writing: most letters are capitals, in more than one word; or marks in a row. */
const CAPITALS = 0.8;
const FEWEST = 8;

/**
 * @param {Signs} signs `signs` of desk.json
 * @param {() => Promise<void>} turn of `pacer`
 * @returns {Promise<{find: (question: string) => {scores: Map<string, number>, everyday: boolean},
 *   wordsOf: (text: string) => string[]}>} `find` gives what the wordings of each card count, where they
 *   reach the floor, and whether the question is put as an everyday request; `wordsOf` its plain words
 */
export async function makeSigns(signs, turn) {
  /** @param {string[]} texts */
  const plain = (texts) => texts.map((text) => ({ text, end: true }));
  const {
    trees: [ordinary, everyday, wordings],
    words,
  } = await makeTrees(
    signs.classes,
    [
      plain(signs.ordinary),
      plain(signs.everyday),
      signs.cards.flatMap((each, card) =>
        /** @type {[keyof typeof WEIGHT, number][]} */ (Object.entries(WEIGHT)).flatMap(
          ([list, weight]) => each[list].map((text) => ({ text, end: { card, weight } })),
        ),
      ),
    ],
    turn,
  );
  await turn();
  const wordsOf = makeWords({ ...signs, slips: longWords(words) }, words);
  const loud = signs.cards.findIndex(({ id }) => id === signs.loud);
  /** @param {string} question */
  const find = (question) => {
    /** @type {(string | null)[]} */
    const words = wordsOf(question);
    const isEveryday = found(everyday, words).some(({ places }) => Math.min(...places) < BEGINS);
    for (const { places } of found(ordinary, words))
      for (const place of places) words[place] = null;
    const hits = found(wordings, words).map(({ end, places }) => ({ ...end, places }));
    if (loud >= 0)
      hits.push(
        ...shouted(question).map((weight, at) => ({ card: loud, weight, places: [-1 - at] })),
      );
    return { scores: scored(hits, signs.cards, isEveryday), everyday: isEveryday };
  };
  return { find, wordsOf };
}

/** @param {string[]} words */
const longWords = (words) => [
  ...new Set(words.filter((word) => word.length > 5 && /^\p{L}+$/u.test(word))),
];

/** The weights of what shouts in a question, however it is worded. @param {string} question */
function shouted(question) {
  const letters = question.match(/\p{L}/gu) ?? [];
  const capitals = question.match(/\p{Lu}/gu) ?? [];
  const words = question.match(/\p{Lu}{2,}/gu) ?? [];
  /** @type {number[]} */
  const weights = [];
  if (letters.length >= FEWEST && words.length > 1) {
    if (capitals.length >= CAPITALS * letters.length) weights.push(WEIGHT.strong);
    else if (words.some((word) => word.length > 2)) weights.push(WEIGHT.weaker);
  }
  if (/[!?]{3}/.test(question)) weights.push(CLEAR);
  else if (/[!?]{2}/.test(question)) weights.push(WEIGHT.weaker);
  return weights;
}

/**
 * The score of each card that reaches the floor.
 *
 * @param {SignHit[]} hits
 * @param {SignCard[]} cards
 * @param {boolean} everyday
 */
function scored(hits, cards, everyday) {
  /** @param {SignHit} hit */
  const worth = ({ weight, places }) => weight * (1 + LONGER * (places.length - 1));
  hits.sort((one, other) => worth(other) - worth(one));
  /** @type {Map<string, number>} */
  const scores = new Map();
  cards.forEach(({ id }, card) => {
    /** @type {Set<number>} */
    const taken = new Set();
    let share = 1;
    let score = 0;
    let clear = false;
    for (const hit of hits) {
      if (hit.card !== card || hit.places.every((place) => taken.has(place)) || isInside(hit, hits))
        continue;
      for (const place of hit.places) taken.add(place);
      score += worth(hit) * share;
      share *= NEXT;
      clear ||= hit.weight >= CLEAR;
    }
    if (score >= FLOOR && (clear || !everyday)) scores.set(id, score);
  });
  return scores;
}

/**
 * Whether a wording is a part of a longer one that stands for another card.
 *
 * @param {SignHit} hit
 * @param {SignHit[]} hits
 */
const isInside = (hit, hits) =>
  hits.some(
    ({ card, weight, places }) =>
      card !== hit.card &&
      weight >= hit.weight &&
      places.length > hit.places.length &&
      hit.places.every((place) => places.includes(place)),
  );
