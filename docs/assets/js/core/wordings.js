// Wordings: families of ways to say something, and where they stand in a list of words. Pure: words
// in, places out. The notation is that of the authors' page on wordings.
//
// Wordings are kept as a tree of steps, so that all of them are followed at once, each word is looked
// at once, and no input can make the work explode.

/** How many words may stand where a wording has its gap; the authors' page says so, too. */
const GAP = 4;

/**
 * Make the trees of several lists of wordings that share their classes.
 *
 * @param {string[][]} members by the number of a class: its entries, in the notation of desk.json
 * @param {{text: string, end: any}[][]} lists the wordings of each tree, with what each stands for
 * @returns {{trees: Step[], words: string[]}} the trees, and every word that stands in them
 */
export function makeTrees(members, lists) {
  const classes = members.map(() => new Step());
  const words = new Set();
  const grow = (root, wordings) => {
    for (const { text, end } of wordings) add(root, text ? text.split(" ") : [], end);
    return root;
  };
  const add = (step, items, end) => {
    if (!items.length) return void step.ends.push(end);
    const [item, ...rest] = items;
    if (item === "...") return add((step.gap ??= new Step()), rest, end);
    if (!item.startsWith("{")) {
      words.add(item);
      return add(next(step.words, item), rest, end);
    }
    const number = Number(item.slice(1, -1));
    if (members[number].includes("")) add(step, rest, end); // it may be left out
    add(next(step.classes, classes[number]), rest, end);
  };
  members.forEach((entries, number) => grow(classes[number], entries.map((text) => ({ text, end: true }))));
  return { trees: lists.map((list) => grow(new Step(), list)), words: [...words] };
}

/** A place in the tree of wordings: which steps lead on from it, and what ends here. */
class Step {
  words = new Map();
  /** By the class: the step after it. */
  classes = new Map();
  /** The step after a gap. */
  gap = null;
  ends = [];
  #first;
  #begun;

  /** The words that can come next. */
  get first() {
    this.#first ??= new Set([...this.words.keys(), ...[...this.classes.keys()].flatMap((each) => [...each.first])]);
    return this.#first;
  }

  /** The classes here that a word can begin. They are sorted out at the first question, for the few steps
   *  that questions come to. */
  begunBy(word) {
    if (!this.classes.size) return NONE;
    if (!this.#begun) {
      this.#begun = new Map();
      for (const each of this.classes.keys()) {
        for (const one of each.first) {
          if (!this.#begun.has(one)) this.#begun.set(one, []);
          this.#begun.get(one).push(each);
        }
      }
    }
    return this.#begun.get(word) ?? NONE;
  }
}

const NONE = [];

function next(steps, key) {
  if (!steps.has(key)) steps.set(key, new Step());
  return steps.get(key);
}

/**
 * Follow a tree through the words from every place on. A word of `null` stands in no wording, but may
 * stand in a gap.
 *
 * @param {Step} tree of `makeTrees`
 * @param {(string | null)[]} words
 * @returns {{end: any, places: number[]}[]} what was found, with the places of its words
 */
export function found(tree, words) {
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
    for (const list of step.begunBy(word)) {
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
