// What a question is about, learned from sentences: for each card, how much oftener a hint stands in its
// sentences than in all others (naive Bayes). One hint proves little; what a dozen of them point at is
// found, though no wording fits. Everyday requests are a class of their own: what is more like them is
// about no card.

/** What stands in none of a card's sentences may stand in the next, as often as in all others: as if so
 *  many sentences more were known. So a card with few sentences is not found by what it has never met. */
const UNSEEN = 20;
/** Words are compared by their beginnings: `deliver`, `delivery`. */
const BEGINNING = 6;
/** How much the evidence counts beside the wordings, and the most that it counts. */
const WORTH = 0.4;
const MOST = 6;

/**
 * @param {[id: string, sentences: string[]][]} cards
 * @param {string[]} requests sentences that are about no card
 * @param {(text: string) => string[]} wordsOf of `makeWords`
 * @param {(words: string[]) => string[][]} meanings of `makeMeanings`
 * @param {() => Promise<void>} turn of `pacer`
 * @returns {Promise<(words: string[]) => {scores: Map<string, number>, request: number}>} the evidence for each
 *   card, in the measure of signs.js; cards without any are left out. `request` is how much more
 *   evidence there is for an everyday request than for any card
 */
export async function makeLearned(cards, requests, wordsOf, meanings, turn) {
  const ids = cards.map(([id]) => id);
  const classes = [...cards.map(([, sentences]) => sentences), requests];
  const sizes = classes.map((list) => list.length);
  const total = sizes.reduce(plus, 0);
  /** By the hint: in how many sentences of each class it stands. @type {Map<string, number[]>} */
  const counts = new Map();
  for (const [number, sentences] of classes.entries())
    for (const sentence of sentences) {
      await turn();
      for (const hint of hints(wordsOf(sentence), meanings)) {
        if (!counts.has(hint)) counts.set(hint, new Array(classes.length).fill(0));
        /** @type {number[]} */ (counts.get(hint))[number]++;
      }
    }
  /** @param {number} count @param {number} size @param {number} share */
  const rate = (count, size, share) => Math.log((count + UNSEEN * share) / (size + UNSEEN));

  return (words) => {
    const known = [...hints(words, meanings)]
      .map((hint) => counts.get(hint))
      .filter((each) => each !== undefined);
    const sums = known.map((count) => count.reduce(plus, 0));
    const evidence = sizes.map((size, number) =>
      known.reduce(
        (sum, { [number]: here }, at) =>
          sum +
          rate(here, size, sums[at] / total) -
          rate(sums[at] - here, total - size, sums[at] / total),
        0,
      ),
    );
    const request = evidence.pop() ?? 0;
    const least = Math.max(0, request);
    /** @type {[string, number][]} */
    const found = ids.map((id, number) => [id, Math.min(MOST, WORTH * (evidence[number] - least))]);
    return {
      scores: new Map(found.filter(([, score]) => score > 0)),
      request: WORTH * Math.max(0, request - Math.max(0, ...evidence)),
    };
  };
}

/** @param {number} one @param {number} other */
const plus = (one, other) => one + other;

/**
 * The beginnings of the words and of each two neighbours, the word in front, and the meanings.
 *
 * @param {string[]} words
 * @param {(words: string[]) => string[][]} meanings
 */
function hints(words, meanings) {
  const begun = words.map((word) => word.slice(0, BEGINNING));
  const pairs = begun.slice(1).map((word, place) => `${begun[place]} ${word}`);
  return new Set([...begun, ...pairs, `< ${begun[0]}`, ...meanings(words).flat()]);
}
