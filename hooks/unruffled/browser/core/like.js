// How much a question is worded like what cards and phrases say and hear. Each sentence is looked at
// by itself: a complaint is like one sentence, not like a list of forty. An item is as near as its
// nearest sentence, and a sentence is near that shares most of the question's words, the rare ones
// above all. So no single word that is shared can outweigh the rest.

import { cut } from "./gaps.js";
import { makeMeanings } from "./meanings.js";
import { plain } from "./plain.js";
import { oneSlip } from "./slips.js";

/** @typedef {keyof typeof WEIGHT} Field */
/** @typedef {{of: number, field: Field, said: boolean, text: string}} Sentence `of`: the number of its item */
/** @typedef {{terms: Map<string, number>, weight: number}} Unit a word, and what it may stand for */

/** How much each kind of text counts. */
const WEIGHT = { label: 1, hears: 1, hear: 0.95, say: 0.95 };
/** What a sentence counts that shares every word; as much as one clear wording. */
const ALL = 3;
/** How much of that is for the share of the question; the rest is for the share of the sentence. */
const FOUND = 0.75;
/** The least share of a question's words, weighed by how rare they are, that a sentence must share. */
const LEAST = 0.6;
/** The same for an everyday request, which is worded like some complaint more often than not. */
const EVERYDAY = 0.95;
/** A question of more words is a sentence: it shares, in turn, this much of the other sentence. */
const WORDS = 3;
const BACK = 0.5;
/** How many words a word that is being typed may become, and how much they count beside it. */
const ENDINGS = 8;
const UNFINISHED = 0.95;
/** The fewest letters of an unfinished word behind others: fewer begin half of all words. */
const BEGUN = 3;
/** The fewest letters of a word in which a slip is looked for. */
const SLIP = 5;

export class Likeness {
  /** By the number of a sentence: its item and weight, whether it is one of the many that customers say
   *  when a card is needed, and how many words of it tell something. */
  #sentences = /** @type {{of: number, said: boolean, weight: number, size: number}[]} */ ([]);
  /** By the word, or the mark of a meaning: the numbers of the sentences that it stands in. */
  #index = /** @type {Map<string, number[]>} */ (new Map());

  /**
   * @param {FinderItem[]} items cards, phrases and letters
   * @param {{synonyms: string[][], stop_words: string[]}} data
   */
  constructor(items, { synonyms, stop_words: stopWords }) {
    this.stop = new Set(stopWords.map(plain));
    this.meanings = makeMeanings(synonyms, (text) => plain(text).split(" "));
    this.unread = items.flatMap(texts);
    this.count = items.length;
  }

  /** Read all sentences, in turns. @param {() => Promise<void>} turn of `pacer` */
  async ready(turn) {
    for (const each of this.unread.splice(0)) {
      await turn();
      this.#read(each);
    }
  }

  /** @param {Sentence} sentence */
  #read({ of, field, said, text }) {
    const words = plain(text).split(" ");
    const number = this.#sentences.length;
    const telling = words.filter((word) => !this.stop.has(word));
    this.#sentences.push({ of, said, weight: WEIGHT[field], size: telling.length });
    for (const term of new Set([...telling, ...this.meanings(words).flat()])) {
      if (!this.#index.has(term)) this.#index.set(term, []);
      /** @type {number[]} */ (this.#index.get(term)).push(number);
    }
  }

  /**
   * @param {string} asked a plain question
   * @param {boolean} everyday whether it is put as an everyday request
   * @returns {{near: Map<number, number>, some: Float64Array}} by the number of an item: how near it is, at
   *   most `ALL`; `near` holds those that share enough, `some` has more than 0 for all that share a word
   */
  of(asked, everyday) {
    /** @type {Map<number, number>} */
    const near = new Map();
    const some = new Float64Array(this.count);
    const units = this.#units(asked.split(" "), everyday);
    const total = units.reduce((sum, { weight }) => sum + weight, 0);
    const least = everyday ? EVERYDAY : LEAST;
    const isSentence = units.length > WORDS;
    /**
     * By the item: in how many sentences a few words were met that are not the whole sentence.
     *
     * @type {Map<number, number>}
     */
    const met = new Map();
    const { touched, weights, counts } = this.#shared(units);
    for (const number of touched) {
      const { of, size, weight: kind, said } = this.#sentences[number];
      const share = weights[number] / total;
      const back = Math.min(1, counts[number] / size);
      let worth = ALL * kind * share * (FOUND + (1 - FOUND) * back);
      some[of] = Math.max(some[of], worth);
      if (share < least || (isSentence && back < BACK) || (everyday && !isSentence && back < 1))
        continue;
      if (said && !isSentence && back < 1) {
        met.set(of, (met.get(of) ?? 0) + 1);
        worth *= 1 - 0.5 ** (met.get(of) ?? 0);
      }
      near.set(of, Math.max(near.get(of) ?? 0, worth));
    }
    return { near, some };
  }

  /**
   * The sentences that share a word; by their numbers, the weight of what they share, and its words.
   *
   * @param {Unit[]} units
   */
  #shared(units) {
    const size = this.#sentences.length;
    /** @type {number[]} */
    const touched = [];
    const weights = new Float64Array(size);
    const counts = new Uint16Array(size);
    const seen = new Uint16Array(size);
    units.forEach(({ terms, weight }, at) => {
      // A word itself comes before what it may stand for, so that it counts in full.
      for (const [term, part] of [...terms].sort(byPart)) {
        for (const number of this.#index.get(term) ?? []) {
          if (seen[number] === at + 1) continue;
          if (!counts[number]) touched.push(number);
          seen[number] = at + 1;
          weights[number] += part * weight;
          counts[number]++;
        }
      }
    });
    return { touched, weights, counts };
  }

  /**
   * The words that say something: what each may stand for, and how much it says.
   *
   * @param {string[]} words
   * @param {boolean} exact
   * @returns {Unit[]}
   */
  #units(words, exact) {
    const marks = this.meanings(words);
    return words.flatMap((word, place) => {
      const says = !this.stop.has(word);
      if (!says && !marks[place].length) return [];
      const isLast = place === words.length - 1;
      const begun = says && isLast && (word.length >= BEGUN || !place);
      /** @type {Map<string, number>} */
      const terms = new Map(marks[place].map((mark) => [mark, 1]));
      for (const each of begun ? this.#endings(word) : []) terms.set(each, UNFINISHED);
      for (const each of says && !exact && !terms.size ? this.#slips(word) : [])
        terms.set(each, UNFINISHED);
      if (says) terms.set(word, 1);
      return [{ terms, weight: this.#rarity(terms) }];
    });
  }

  /** The commonest words that begin like this one. @param {string} begun */
  #endings(begun) {
    /** @type {[string, number][]} */
    const found = [];
    for (const [word, { length }] of this.#index)
      if (word !== begun && word.startsWith(begun)) found.push([word, length]);
    return found
      .sort(byPart)
      .slice(0, ENDINGS)
      .map(([word]) => word);
  }

  /** The known words that an unknown one may be written for. @param {string} word */
  #slips(word) {
    if (this.#index.has(word) || word.length < SLIP || /\d/.test(word)) return [];
    return [...this.#index.keys()].filter((each) => oneSlip(word, each)).slice(0, ENDINGS);
  }

  /**
   * How much a word says: the rarer, the more; one that stands nowhere as much as the rarest.
   *
   * @param {Map<string, number>} terms
   */
  #rarity(terms) {
    const count = Math.max(...[...terms.keys()].map((term) => this.#index.get(term)?.length ?? 0));
    return Math.log(1 + this.#sentences.length / (1 + count));
  }
}

/** @param {[string, number]} one @param {[string, number]} other */
const byPart = ([, one], [, other]) => other - one;

/** @param {FinderItem} item @param {number} of @returns {Sentence[]} */
function texts({ kind, label, hears, hear = [], say = [] }, of) {
  const said = kind === "card";
  /** @param {Field} field @param {(string | undefined)[]} all @returns {Sentence[]} */
  const made = (field, all) =>
    all.flatMap((text) => (text ? [{ of, field, said: said && field === "hears", text }] : []));
  const heard = made("hears", hears);
  const says = made("say", [say].flat().map(withoutGaps));
  if (kind === "phrase") return [...heard, ...says];
  return [...made("label", [label]), ...made("hear", hear), ...says, ...heard];
}

/** What a line says outside its gaps: the name of a gap is nobody's word. @param {string} text */
const withoutGaps = (text) =>
  cut(text)
    .filter((_, index) => index % 2 === 0)
    .join(" ")
    .trim();
