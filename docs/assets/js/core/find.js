// Find cards and phrases by a customer's words or ours. No page, no network: data in, results out.
//
// What is searched for is a word that is being typed, or a whole complaint. Each sentence that a
// customer may say is a document of its own: a complaint is like one sentence, not like a list of
// forty. A card is as near as its nearest sentences.

import MiniSearch from "../../vendor/minisearch/index.js";

/** How much the second and the third nearest sentence of a card add to the first. */
const NEXT = [1, 0.35, 0.2];
/** How much each kind of text counts. */
const WEIGHT = { label: 1.6, hears: 1, hear: 0.9, say: 0.7 };
/** How much a phrase is evidence for the card of its situation. */
const RELATED = 0.35;
/** How near a phrase is that is filed under the situation of a card that was found. */
const FILED = 0.1;
/** How many words a word that is being typed may become, and how much they count beside it. */
const ENDINGS = 8;
const UNFINISHED = 0.5;
/** How many cards are shown: what comes after them is hardly meant, and would hide the phrases. */
const CARDS = 3;
/** The fewest letters that are looked for. */
const LEAST = 2;
/** The fewest letters of an unfinished word behind others: fewer begin half of all words. */
const BEGUN = 3;
/** A word that stands in more than this share of all texts is left out of a long question. */
const COMMON = 0.04;
const LONG = 4;

/** Small letters and single spaces; no apostrophes, since half of all people leave them out. */
const plain = (text) =>
  text.toLowerCase().normalize("NFKD").replace(/['’\p{M}]/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/**
 * Make the finder of a site.
 *
 * @param {{cards: object[], phrases: object[], situations: object, synonyms: string[][],
   *   stop_words: string[]}} data desk.json
 */
export class Finder {
  #index = new MiniSearch({
    fields: Object.keys(WEIGHT),
    storeFields: ["of"],
    tokenize: (text) => text.split(" "),
    processTerm: (word) => this.#counted(this.#term(word)),
  });
  #counts = new Map();

  constructor(data) {
    this.stop = new Set(data.stop_words.map(plain));
    this.meanings = meanings(data.synonyms);
    this.items = [
      ...data.cards.map((each) => ({ ...each, kind: "card", label: data.situations[each.id] })),
      ...data.phrases.map((each) => ({ ...each, kind: "phrase" })),
    ];
    this.places = new Map(this.items.map((each, number) => [each.id, number]));
    /** The numbers of the phrases that are filed under a situation. */
    this.filed = Object.fromEntries(Object.keys(data.situations).map((each) => [each, []]));
    this.items.forEach(({ situation = [] }, number) => situation.forEach((each) => this.filed[each]?.push(number)));
  }

  /** Read everything, in pieces, so that a slow device can do something else between them. */
  async ready() {
    const documents = this.items.flatMap((item, of) => this.#documents(item, of));
    await this.#index.addAllAsync(
      documents.map((each, id) => ({ id, ...each })),
      { chunkSize: 100 },
    );
    return this;
  }

  /** The word as it is looked for: nothing for one that says nothing. */
  #term(word) {
    return !word || this.stop.has(word) ? null : word;
  }

  #counted(term) {
    if (term) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
    return term;
  }

  #documents({ kind, label, hears, hear, say }, of) {
    const meant = (...texts) => this.#meant(texts.filter(Boolean).join(" "));
    if (kind === "phrase") return [{ of, hears: meant(...hears), say: meant(say) }];
    const sentences = hears.map((each) => ({ of, hears: meant(each) }));
    return [{ of, label: meant(label), hear: meant(...hear), say: meant(...say) }, ...sentences];
  }

  /** The words of a text, with a mark for each meaning that several words share. */
  #meant(text) {
    const words = plain(text).split(" ");
    const marks = words.flatMap((word, place) =>
      (this.meanings.get(word) ?? [])
        .filter(({ rest }) => rest.every((each, next) => words[place + 1 + next] === each))
        .map(({ mark }) => mark));
    return [...words, ...new Set(marks)].join(" ");
  }

  /**
   * @param {string} query
   * @param {(item: object) => boolean} [fits] leaves out what does not fit
   * @returns {object[]} cards and phrases, the best first
   */
  find(query, fits = () => true) {
    const asked = plain(query);
    if (asked.length < LEAST) return [];
    const scores = this.#scores(asked);
    const sums = new Map();
    for (const [number, all] of scores) {
      const score = sum(all);
      sums.set(number, Math.max(sums.get(number) ?? 0, score));
      for (const situation of this.items[number].situation ?? []) {
        const card = this.places.get(situation);
        if (card !== undefined) sums.set(card, Math.max(sums.get(card) ?? 0, RELATED * score));
      }
    }
    const cards = [...sums].filter(([number]) => this.items[number].kind === "card").sort(byScore).slice(0, CARDS);
    for (const [number, score] of cards) this.#addFiled(sums, this.items[number].id, score * FILED);
    const shown = new Set(cards.map(([number]) => number));
    return [...sums]
      .filter(([number]) => this.items[number].kind !== "card" || shown.has(number))
      .sort(byScore)
      .map(([number]) => this.items[number])
      .filter(fits);
  }

  /** Let the phrases that are filed under a situation follow, where their words did not bring them. */
  #addFiled(sums, situation, score) {
    for (const number of this.filed[situation]) if (!sums.has(number)) sums.set(number, score);
  }

  /** The commonest words that begin like this one. */
  #endings(begun) {
    return [...this.#counts]
      .filter(([word]) => word !== begun && word.startsWith(begun))
      .sort(byScore)
      .slice(0, ENDINGS)
      .map(([word]) => word);
  }

  /** The scores of what was found, by the item's number. */
  #scores(asked) {
    const words = this.#meant(asked);
    const last = this.#term(asked.split(" ").at(-1));
    const known = (term) => this.#counts.has(term);
    const most = words.split(" ").length > LONG ? COMMON * this.#index.documentCount : Infinity;
    const unfinished = last && (last.length >= BEGUN || !asked.includes(" "));
    const endings = new Set(unfinished ? this.#endings(last) : []);
    const found = this.#index.search(words, {
      processTerm: (word) => {
        const found = this.#term(word);
        if (found === last && endings.size) return [found, ...endings];
        if (word.length > LONG && found && !known(found)) return [found, ...swapped(word).filter(known)];
        return found && (this.#counts.get(found) ?? 0) <= most ? found : null;
      },
      fuzzy: (term) => (term.length > 3 && !known(term) && !endings.size && !/^~|\d/.test(term) ? 0.25 : false),
      maxFuzzy: 2,
      weights: { fuzzy: 0.35 },
      boost: WEIGHT,
      boostTerm: (term) => (endings.has(term) ? UNFINISHED : term.startsWith("~") ? 1.2 : 1),
      bm25: { k: 1.2, b: 0.5, d: 0.5 },
    });
    const scores = new Map();
    for (const { of, score } of found) {
      if (scores.has(of)) scores.get(of).push(score);
      else scores.set(of, [score]);
    }
    return scores;
  }
}

/** Every list of synonyms by its words' first words, for one look at each word of a text. */
function meanings(synonyms) {
  const found = new Map();
  synonyms.forEach((words, number) => {
    for (const each of words) {
      const [first, ...rest] = plain(each).split(" ");
      if (!found.has(first)) found.set(first, []);
      found.get(first).push({ rest, mark: `~${number}` });
    }
  });
  return found;
}

const byScore = ([, one], [, other]) => other - one;

const sum = (scores) =>
  scores
    .sort((one, other) => other - one)
    .slice(0, NEXT.length)
    .reduce((total, score, place) => total + score * NEXT[place], 0);

/** A word with two neighbouring letters in the other order: the commonest slip, in all places. */
const swapped = (word) =>
  Array.from(word.slice(1), (letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2));
