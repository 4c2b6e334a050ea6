// Find pages, and headings of pages, by what they are called and by the words in them. No page, no
// network: data in, results out. Names are known at once; the words of the texts come later, and find
// more. A result is a name, and where it stands: never words around a match.

import { numbers } from "./packed.js";
import { plain } from "./plain.js";
import { oneSlip } from "./slips.js";

/** How much a word counts by where it stands: in a name, in a summary, in the name of its page, in the text. */
const IN = { name: 4, about: 2, above: 1.5, text: 1 };
/** How much a word counts that is not quite what was typed: of the same stem, begun, with a slip. */
const NEARLY = { stem: 0.9, begun: 0.8, slip: 0.6 };
/** The share of the question's words, weighed by how rare they are, that a result must have. */
const LEAST = 0.75;
/** How much more the first page of the menu counts than the last one: readers' pages stand before those
 *  about the work on the site. */
const FIRST = 0.5;
/** How much more a page that is called so counts than a part of one. */
const PAGE = 1.3;
/** The fewest letters of a question; of a word that may be unfinished; of one that may have a slip. */
const [FEWEST, BEGUN, SLIP] = [2, 3, 5];
/** How many results one page has at most, and how many there are in all. */
const [OF_ONE, MOST] = [3, 30];
/** Endings of English words, and the fewest letters before one. */
const ENDING =
  /^(.{3,}?)(?:i[sz](?:ations?|ing|e[ds]?)|at(?:ions?|ing|ors?|e[ds]?)|ings?|ments?|ies|ers?|ed|es|ly|s|e|y)$/u;

/** @param {string} word */
export const stem = (word) => word.replace(ENDING, "$1").replace(/(?<=.{3})(.)\1$/u, "$1");

export class Pages {
  /** By the word: the parts that it stands in, each with the most that it counts there. */
  #index = /** @type {Map<string, Map<number, number>>} */ (new Map());
  #stems = /** @type {Map<string, string[]>} */ (new Map());
  /** All words, in their order. */
  #words = /** @type {string[]} */ ([]);

  /** @param {PagesData} data search.json */
  constructor({ pages, stop_words: stopWords }) {
    this.stop = new Set(stopWords.flatMap(wordsOf));
    /** @type {PagePart[]} */
    this.parts = pages.flatMap(partsOf);
    this.names = this.parts.map(({ label }) => wordsOf(label));
    this.parts.forEach(({ about, page }, number) => {
      if (page) this.#add(wordsOf(page.label), number, IN.above);
      this.#add(wordsOf(about), number, IN.about);
      this.#add(this.names[number], number, IN.name);
    });
    this.#stem();
  }

  /** Know the words of the texts, too. @param {{words: string, places: string}} data search-words.json */
  learn({ words, places }) {
    const lists = places.split(" ");
    for (const [at, word] of words.split(" ").entries())
      for (const number of numbers(lists[at])) this.#add([word], number, IN.text);
    this.#stem();
  }

  /** @param {string[]} words @param {number} number @param {number} weight */
  #add(words, number, weight) {
    for (const word of words) {
      if (!this.#index.has(word)) this.#index.set(word, new Map());
      const found = /** @type {Map<number, number>} */ (this.#index.get(word));
      found.set(number, Math.max(weight, found.get(number) ?? 0));
    }
  }

  #stem() {
    this.#stems.clear();
    this.#words = [...this.#index.keys()].sort();
    for (const word of this.#words)
      this.#stems.set(stem(word), [...(this.#stems.get(stem(word)) ?? []), word]);
  }

  /**
   * @param {string} query
   * @returns {PageItem[]} the best first; `named` are those whose name has every word of the question
   */
  find(query) {
    const asked = wordsOf(query);
    const telling = asked.filter((word) => !this.stop.has(word));
    const words = telling.length ? telling : asked;
    if (asked.join("").length < FEWEST) return [];
    const last = asked.at(-1);
    const met = words.map((word) => this.#met(word, word === last));
    const worth = met.map(({ size }) => Math.log(1 + this.parts.length / Math.max(1, size)));
    const least = LEAST * worth.reduce((sum, each) => sum + each, 0);
    /** @type {Map<number, {score: number, share: number, named: number}>} */
    const found = new Map();
    met.forEach((places, at) => {
      for (const [number, weight] of places) {
        const { score, share, named } = found.get(number) ?? { score: 0, share: 0, named: 0 };
        found.set(number, {
          score: score + worth[at] * weight,
          share: share + worth[at],
          named: named + Number(weight > IN.about),
        });
      }
    });
    const results = [...found]
      .filter(([, { share }]) => share >= least)
      .map(([number, { score, named }]) => ({
        number,
        named: named === words.length,
        score: score * this.#worth(number, named, named === words.length),
      }))
      .sort((one, other) => other.score - one.score);
    return this.#few(results);
  }

  /**
   * How much a part counts by its place in the menu, and if its name says little else.
   *
   * @param {number} number
   * @param {number} words how many of the question's words its name has
   * @param {boolean} named whether it has all
   */
  #worth(number, words, named) {
    const early = 1 + FIRST * (1 - number / this.parts.length);
    const page = named && !this.parts[number].page ? PAGE : 1;
    return early * page * (1 + words / this.names[number].length);
  }

  /**
   * The parts that have a word, or one that it nearly is; each with how much that counts.
   *
   * @param {string} word
   * @param {boolean} isLast it may still be typed
   * @returns {Map<number, number>}
   */
  #met(word, isLast) {
    const found = new Map(this.#index.get(word));
    /** @param {Iterable<string>} words @param {number} share */
    const nearly = (words, share) => {
      for (const each of words)
        for (const [number, weight] of this.#index.get(each) ?? [])
          if ((found.get(number) ?? 0) < share * weight) found.set(number, share * weight);
    };
    nearly(this.#stems.get(stem(word)) ?? [], NEARLY.stem);
    if (isLast && word.length >= BEGUN) nearly(this.#begunBy(word), NEARLY.begun);
    if (!found.size && word.length >= SLIP)
      nearly(
        this.#begunBy(word[0]).filter((each) => oneSlip(word, each)),
        NEARLY.slip,
      );
    return found;
  }

  /** The known words that begin so. @param {string} begun */
  #begunBy(begun) {
    const words = this.#words;
    let [from, to] = [0, words.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (words[middle] < begun) from = middle + 1;
      else to = middle;
    }
    while (to < words.length && words[to].startsWith(begun)) to++;
    return words.slice(from, to);
  }

  /**
   * The best few: of each page its name and the parts that are called so; if none is, the page, with the
   * part that the words stand in.
   *
   * @param {{number: number, named: boolean, score: number}[]} results
   */
  #few(results) {
    /** @type {Map<PagePart, number>} */
    const count = new Map();
    return results
      .filter(({ number, named }) => {
        const page = this.parts[number].page ?? this.parts[number];
        const before = count.get(page) ?? 0;
        count.set(page, before + 1);
        return named ? before < OF_ONE : !before;
      })
      .slice(0, MOST)
      .map(({ number, named }) => shown(this.parts[number], named));
  }
}

/** The words of a text, as they are compared. @param {string} text */
const wordsOf = (text) => plain(text).split(" ").filter(Boolean);

/** A page and its headings, in the order of their numbers. @param {PageRow} row @returns {PagePart[]} */
function partsOf([url, label, what, where, about, part, headings]) {
  const page = { url, label, what, where, about };
  const parts = headings.map(([slug, words]) => ({
    url: `${url}#${slug}`,
    label: words,
    what: part,
    where: label,
    about: "",
    page,
  }));
  return [page, ...parts];
}

/**
 * A result as it is shown. Where only words of a part were met, it is its page: "Context" says nothing.
 *
 * @param {PagePart} part
 * @param {boolean} named
 * @returns {PageItem}
 */
function shown({ page, ...part }, named) {
  const called = page && !named ? { label: page.label, what: page.what, where: part.label } : {};
  return { kind: "page", id: part.url, hears: [], ...part, ...called, named };
}
