// What a question is about: wordings (signs.js) say it outright, sentences (learned.js) hint at it.

import { makeLearned } from "./learned.js";
import { makeMeanings } from "./meanings.js";
import { makeSigns } from "./signs.js";

/** How much hints count where a question is put as an everyday request and no wording fits. */
const DOUBTED = 0.5;
/** How much a wording loses for each point of evidence that a question is an everyday request. */
const REQUEST = 0.7;

/**
 * @param {Pick<Desk, "cards" | "synonyms" | "signs">} data desk.json
 * @returns {(question: string) => {scores: Map<string, number>, everyday: boolean, request: number}}
 *   the evidence for cards; whether the question is put as an everyday request and no wording says
 *   otherwise; how much its words speak for a request
 */
export function makeAbout({ cards, synonyms, signs }) {
  if (!signs) return () => ({ scores: new Map(), everyday: false, request: 0 });
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
    const { scores: hints, request } = learned(wordsOf(question));
    for (const [id, score] of scores) {
      if (score > REQUEST * request) scores.set(id, score - REQUEST * request);
      else scores.delete(id);
    }
    for (const [id, score] of hints) {
      scores.set(id, (scores.get(id) ?? 0) + score * (doubted ? DOUBTED : 1));
    }
    return { scores, everyday: doubted, request };
  };
}
