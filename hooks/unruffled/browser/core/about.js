// What a question is about: wordings (signs.js) say it outright, sentences (learned.js) hint at it.

import { makeLearned } from "./learned.js";
import { makeMeanings } from "./meanings.js";
import { makeSigns } from "./signs.js";

/** How much hints count where a question is put as an everyday request and no wording fits. */
const DOUBTED = 0.5;

/**
 * @param {Pick<Desk, "cards" | "synonyms" | "signs">} data desk.json
 * @returns {(question: string) => {scores: Map<string, number>, everyday: boolean}} the evidence for
 *   cards; whether the question is an everyday request and nothing says otherwise
 */
export function makeAbout({ cards, synonyms, signs }) {
  if (!signs) return () => ({ scores: new Map(), everyday: false });
  const { find, wordsOf } = makeSigns(signs);
  const examples = new Map(signs.cards.map((each) => [each.id, each.examples]));
  const sentences = new Map(
    cards.map(({ id, hears }) => [id, [...hears, ...(examples.get(id) ?? [])].map(wordsOf)]),
  );
  const learned = makeLearned(
    sentences,
    signs.requests.map(wordsOf),
    makeMeanings(synonyms, wordsOf),
  );
  return (question) => {
    const { scores, everyday } = find(question);
    const doubted = everyday && !scores.size;
    for (const [id, score] of learned(wordsOf(question))) {
      scores.set(id, (scores.get(id) ?? 0) + score * (doubted ? DOUBTED : 1));
    }
    return { scores, everyday: doubted };
  };
}
