// Find cards, letters and phrases by a customer's words or ours. No page, no network: data in, results out.
//
// A question is a word that is being typed, or a whole sentence. Three readers look at it: the risk
// wordings (risk.js), with what sentences teach, pin a card; about.js says which cards a sentence is
// about; like.js finds what is worded alike, down to a single word. What has too little evidence, or
// far less than the best, is left out: nothing is better than something that does not fit.

import { makeAbout } from "./about.js";
import { Likeness } from "./like.js";
import { pacer } from "./pace.js";
import { plain } from "./plain.js";
import { makeRisk } from "./risk.js";
import { FLOOR } from "./signs.js";

/** How many cards are shown: what comes after them is hardly meant, and would hide the phrases. */
const CARDS = 3;
/** What has less than this share of the best of its kind is left out. */
const SHARE = 0.4;
/** How many letters are shown by themselves. */
const LETTERS = 2;
/** How many phrases stand with the card that they are filed under. */
const FILED = 6;
/** How long to work before the page may draw, in milliseconds: four times as long where a phone is slow. */
const TURN = 10;
/** The fewest letters that are looked for. */
const LEAST = 2;

/**
 * Make the finder of a site.
 *
 * @param {{cards: object[], phrases: object[], letters?: object[], situations: object, synonyms: string[][],
 *   stop_words: string[], signs?: object, safety?: object}} data desk.json
 */
export class Finder {
  /** @type {Awaited<ReturnType<typeof makeRisk>>} */
  risk;
  /** @type {Awaited<ReturnType<typeof makeAbout>>} */
  about;

  /** @param {Desk} data */
  constructor(data) {
    /** The cards with risk wordings of their own: what people say calls for them by those alone. */
    const risks = new Set(data.safety?.cards.map(({ id }) => id));
    /** @param {FinderItem} each @returns {FinderItem} */
    const kept = (each) => (risks.has(each.id) ? { ...each, hears: [] } : each);
    /** @type {FinderItem[]} */
    this.items = [
      ...data.cards.map(
        (each) =>
          /** @type {FinderItem} */ ({
            ...each,
            kind: "card",
            label: data.situations[each.id],
            risk: Boolean(each.safety) || risks.has(each.id),
          }),
      ),
      ...data.phrases.map((each) => /** @type {FinderItem} */ ({ ...each, kind: "phrase" })),
      // Who looks for one may say what it is.
      ...(data.letters ?? []).map(
        (each) =>
          /** @type {FinderItem} */ ({
            ...each,
            kind: "letter",
            hears: [...each.hears, `letter: ${each.label}`],
          }),
      ),
    ];
    this.places = new Map(this.items.map((each, number) => [each.id, number]));
    this.likeness = new Likeness(this.items.map(kept), data);
    /** @type {Desk | undefined} */
    this.data = data;
  }

  /** Read everything, in pieces, so that a slow device can do something else between them. */
  async ready() {
    const data = /** @type {Desk} */ (this.data);
    const turn = pacer(TURN);
    this.risk = await makeRisk(data.safety, turn);
    this.about = await makeAbout(data, turn);
    await this.likeness.ready(turn);
    this.data = undefined;
    return this;
  }

  /**
   * @param {string} query
   * @param {(item: FinderItem) => boolean} [fits] leaves out what does not fit; never a risk card
   * @returns {FinderItem[]} first the risk cards that the question calls for; then cards, the best first;
   *   then letters; then phrases. A card has `phrases`, those that were found and are filed under it,
   *   and `letters`, all that are filed under it; none of them stands behind. Every risk card is marked
   *   `risk`, whatever has found it
   */
  find(query, fits = () => true) {
    const asked = plain(query);
    if (asked.length < LEAST) return [];
    const { scores, everyday, request } = this.about(query);
    const besides = [...scores].filter(([id]) => !this.items[this.#placeOf(id)].risk);
    const risks = this.risk(query, Math.max(0, ...besides.map(([, score]) => score)), request)
      .map((id) => this.places.get(id))
      .filter((number) => number !== undefined);
    const { near, some } = this.likeness.of(asked, everyday);
    /** @param {[number: number, score: number]} scored */
    const isCard = ([number]) => this.items[number].kind === "card";
    const cards = new Map([...near].filter(isCard));
    for (const [id, score] of scores) {
      const number = this.#placeOf(id);
      // A risk card is called for by its own wordings, and never guessed.
      if (!this.items[number].risk) cards.set(number, score + (cards.get(number) ?? 0));
    }
    for (const number of risks) cards.delete(number);
    /** @param {number} number */
    const isFitting = (number) => fits(this.items[number]);
    const meant = best(cards).slice(0, CARDS);
    const enough = new Set(best(new Map([...near].filter((each) => !isCard(each)))));
    /** @type {(FinderItem & {phrases: FinderItem[], letters: FinderItem[]})[]} */
    const shown = [...risks, ...meant.filter(isFitting)].map((number) => ({
      ...this.items[number],
      phrases: [],
      letters: [],
    }));
    const letters = this.#letters(enough, shown, isFitting);
    // A card that a filter leaves out still says which phrases are meant.
    const about = new Set([...risks, ...meant].map((number) => this.items[number].id));
    /** @type {[number: number, score: number][]} */
    const phrases = [];
    this.items.forEach(({ kind, situation }, number) => {
      const isMeant =
        kind === "phrase" &&
        some[number] &&
        (enough.has(number) || situation?.some((each) => about.has(each)));
      if (isMeant && isFitting(number)) phrases.push([number, some[number]]);
    });
    /** @type {FinderItem[]} */
    const others = [];
    for (const [number] of phrases.sort(byScore)) {
      const phrase = this.items[number];
      const card = shown.find(({ id }) => phrase.situation?.includes(id));
      if (card && card.phrases.length < FILED) card.phrases.push(phrase);
      else if (!card && (enough.has(number) || others.length < FILED)) others.push(phrase);
    }
    return [...shown, ...letters, ...others];
  }

  /** @param {string} id @returns {number} */
  #placeOf(id) {
    return /** @type {number} */ (this.places.get(id));
  }

  /**
   * The letters that were found; the others that are filed under a card are put there.
   *
   * @param {Set<number>} enough
   * @param {FinderItem[]} cards
   * @param {(number: number) => boolean} isFitting
   */
  #letters(enough, cards, isFitting) {
    /** @param {number} number */
    const isLetter = (number) => this.items[number].kind === "letter" && isFitting(number);
    const found = [...enough].filter(isLetter).slice(0, LETTERS);
    this.items.forEach((item, number) => {
      if (!isLetter(number) || found.includes(number)) return;
      for (const card of cards) if (item.situation?.includes(card.id)) card.letters?.push(item);
    });
    return found.map((number) => this.items[number]);
  }
}

/** The numbers of what has enough evidence, the best first. @param {Map<number, number>} scores */
function best(scores) {
  const most = Math.max(0, ...scores.values());
  return [...scores]
    .filter(([, score]) => score >= FLOOR && score >= SHARE * most)
    .sort(byScore)
    .map(([number]) => number);
}

/** @param {[number: number, score: number]} one @param {[number: number, score: number]} other */
const byScore = ([, one], [, other]) => other - one;
