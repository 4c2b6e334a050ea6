// Which risk cards a question calls for, by the wordings of safety.yml. No page, no network: text
// in, ids of cards out.
//
// A question becomes a list of plain words. Wordings are kept as a tree of steps, so that all of them
// are followed at once, each word is looked at once, and no input can make the work explode.

import { makeWords } from "./risk-words.js";

/** How many words may stand where a wording has its gap; the authors' page says so, too. */
const GAP = 4;

/**
 * @param {object | undefined} safety `safety` of desk.json; absent where a handbook has none
 * @returns {(question: string) => string[]} the ids of the risk cards that a question calls for, the
 *   one to be shown first in front; [] where there is none
 */
export function makeRisk(safety) {
  if (!safety) return () => [];
  const classes = safety.classes.map(() => new Step());
  const tree = (texts) => grown(texts, safety.classes, classes);
  safety.classes.forEach((members, number) => classes[number].grow(tree(members.map((text) => ({ text, end: true })))));
  const ordinary = tree(safety.ordinary.map((text) => ({ text, end: true })));
  const wordings = tree(
    safety.cards.flatMap(({ wordings, weaker }, card) => [
      ...wordings.map((text) => ({ text, end: { card, weaker: 0 } })),
      ...weaker.map((text) => ({ text, end: { card, weaker: 1 } })),
    ]),
  );
  firsts(classes, ordinary, wordings);
  const wordsOf = makeWords(safety, [...classes, ordinary, wordings].flatMap((each) => each.allWords()));
  return (question) => {
    const words = wordsOf(question);
    for (const { places } of found(ordinary, words)) for (const place of places) words[place] = null;
    return ordered(found(wordings, words), words.length, safety.cards);
  };
}

/** A place in the tree of wordings: which steps lead on from it, and what ends here. */
class Step {
  words = new Map();
  /** By the class: the step after it. */
  classes = new Map();
  /** The step after a gap. */
  gap = null;
  ends = [];
  /** By a word: the classes here that can begin with it. Filled in by `firsts`. */
  begun = new Map();

  grow({ words, classes, gap, ends }) {
    Object.assign(this, { words, classes, gap, ends });
  }

  /** All steps below this one, and itself. */
  *all() {
    yield this;
    for (const each of this.words.values()) yield* each.all();
    for (const each of this.classes.values()) yield* each.all();
    if (this.gap) yield* this.gap.all();
  }

  allWords() {
    return [...this.all()].flatMap(({ words }) => [...words.keys()]);
  }
}

/** The tree of wordings; an item is a word, `{3}` for a class, or `...` for a gap. */
function grown(texts, members, classes) {
  const root = new Step();
  for (const { text, end } of texts) add(root, text ? text.split(" ") : [], end);
  return root;

  function add(step, items, end) {
    if (!items.length) return void step.ends.push(end);
    const [item, ...rest] = items;
    if (item === "...") return add((step.gap ??= new Step()), rest, end);
    if (!item.startsWith("{")) return add(next(step.words, item), rest, end);
    const number = Number(item.slice(1, -1));
    if (members[number].includes("")) add(step, rest, end); // it may be left out
    add(next(step.classes, classes[number]), rest, end);
  }
}

function next(steps, key) {
  if (!steps.has(key)) steps.set(key, new Step());
  return steps.get(key);
}

/** Note at each step which classes a word can begin, so that the others are not tried. */
function firsts(classes, ...trees) {
  const known = new Map();
  const wordsOf = (step) => {
    if (!known.has(step)) {
      known.set(step, new Set([...step.words.keys(), ...[...step.classes.keys()].flatMap((each) => [...wordsOf(each)])]));
    }
    return known.get(step);
  };
  for (const step of [...classes, ...trees].flatMap((each) => [...each.all()])) {
    for (const each of step.classes.keys()) {
      for (const word of wordsOf(each)) {
        if (!step.begun.has(word)) step.begun.set(word, []);
        step.begun.get(word).push(each);
      }
    }
  }
}

/**
 * Follow a tree through the words from every place on. A word of `null` stands in no wording, but may
 * stand in a gap.
 *
 * @returns {{end: any, places: number[]}[]} what was found, with the places of its words
 */
function found(tree, words) {
  const results = [];
  const ends = new Map();
  /** By place: the steps that are reached there, each with the best way to it. */
  const open = Array.from({ length: words.length + 1 }, () => null);

  const reach = (place, step, way, count) => {
    const here = (open[place] ??= new Map());
    if ((here.get(step)?.count ?? -1) < count) here.set(step, { way, count });
  };
  /** Where a class that begins at a place can end. */
  const endsOf = (list, place) => {
    const kept = ends.get(list) ?? ends.set(list, new Map()).get(list);
    if (!kept.has(place)) kept.set(place, follow(list, place));
    return kept.get(place);
  };
  const follow = (list, place) => {
    const reached = new Set();
    const walk = (step, at) => {
      if (step.ends.length) reached.add(at);
      onward(step, at, walk);
    };
    walk(list, place);
    return reached;
  };
  const onward = (step, at, take) => {
    const word = words[at];
    if (word == null) return;
    const after = step.words.get(word);
    if (after) take(after, at + 1);
    for (const list of step.begun.get(word) ?? []) {
      for (const end of endsOf(list, at)) take(step.classes.get(list), end);
    }
  };

  for (let place = 0; place <= words.length; place++) {
    if (place < words.length) reach(place, tree, null, 0);
    // What a gap of no words reaches is added behind, and met in the same loop.
    for (const [step, { way, count }] of open[place] ?? []) {
      for (const end of step.ends) results.push({ end, places: placesOf(way) });
      if (step.gap) {
        for (let far = place; far <= Math.min(place + GAP, words.length); far++) reach(far, step.gap, way, count);
      }
      onward(step, place, (after, end) =>
        reach(end, after, { from: place, to: end, before: way }, count + end - place));
    }
    open[place] = null;
  }
  return results;
}

function placesOf(way) {
  const places = [];
  for (let part = way; part; part = part.before) for (let at = part.from; at < part.to; at++) places.push(at);
  return places;
}

/**
 * Put the cards into their order. Where wordings of two cards share words, the longer one counts. Then
 * stands first what is more urgent, and what was found by `weaker` wordings only stands behind.
 */
function ordered(results, length, cards) {
  const owner = new Array(length).fill(-1);
  const weakest = new Map();
  results.sort((one, other) =>
    other.places.length - one.places.length || one.end.weaker - other.end.weaker || one.end.card - other.end.card);
  for (const { end: { card, weaker }, places } of results) {
    const taken = places.filter((place) => owner[place] >= 0 && owner[place] !== card).length;
    if (taken * 2 >= places.length) continue;
    for (const place of places) if (owner[place] < 0) owner[place] = card;
    weakest.set(card, Math.min(weakest.get(card) ?? weaker, weaker));
  }
  return [...weakest]
    .sort(([one, weaker], [other, other_weaker]) => weaker - other_weaker || one - other)
    .map(([card]) => cards[card].id);
}
