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
 * @param {() => Promise<void>} turn of `pacer`
 * @returns {Promise<(question: string) => {scores: Map<string, number>, everyday: boolean, request: number}>}
 *   the evidence for cards; whether the question is put as an everyday request and no wording says
 *   otherwise; how much its words speak for a request
 */
export async function makeAbout({ cards, synonyms, signs }, turn) {
  if (!signs) return () => ({ scores: new Map(), everyday: false, request: 0 });
  const { find, wordsOf } = await makeSigns(signs, turn);
  const examples = new Map(signs.cards.map((each) => [each.id, each.examples]));
  const learned = await makeLearned(
    cards.map(({ id, hears }) => [id, [...hears, ...(examples.get(id) ?? [])]]),
    signs.requests,
    wordsOf,
    makeMeanings(synonyms, wordsOf),
    turn,
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
