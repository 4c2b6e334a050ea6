// Wordings: families of ways to say something, and where they stand in a list of words. Pure: words
// in, places out. The notation is that of the authors' page on wordings.
//
// Wordings are kept as a tree of steps, so that all of them are followed at once, each word is looked
// at once, and no input can make the work explode.

/** How many words may stand where a wording has its gap; the authors' page says so, too. */
const GAP = 4;
/** How many steps are followed at the most. A text of 50,000 letters needs fewer; more are needed only
 *  where the same few words, of those that begin most wordings, stand there over and over. */
const MOST = 100_000;

/**
 * Make the trees of several lists of wordings that share their classes.
 *
 * @param {string[][]} members by the number of a class: its entries, in the notation of desk.json
 * @param {{text: string, end: any}[][]} lists the wordings of each tree, with what each stands for
 * @param {() => Promise<void>} turn of `pacer`
 * @returns {Promise<{trees: Step[], words: string[]}>} the trees, and every word that stands in them
 */
export async function makeTrees(members, lists, turn) {
  const classes = members.map(() => new Step());
  const optional = members.map((entries) => entries.includes(""));
  /** @type {Set<string>} */
  const words = new Set();
  /** @param {Step} root @param {{text: string, end: any}[]} wordings */
  const grow = async (root, wordings) => {
    for (const { text, end } of wordings) {
      await turn();
      add(root, text ? text.split(" ") : [], 0, end);
    }
    return root;
  };
  /**
   * @param {Step} step
   * @param {string[]} items
   * @param {number} at
   * @param {any} end
   * @returns {void}
   */
  const add = (step, items, at, end) => {
    if (at === items.length) return void step.ends.push(end);
    const item = items[at];
    if (item === "...") {
      step.gap ??= new Step();
      return add(step.gap, items, at + 1, end);
    }
    if (item[0] !== "{") {
      words.add(item);
      return add(next(step.words, item), items, at + 1, end);
    }
    const number = Number(item.slice(1, -1));
    if (optional[number]) add(step, items, at + 1, end);
    add(next(step.classes, classes[number]), items, at + 1, end);
  };
  for (const [number, entries] of members.entries())
    await grow(
      classes[number],
      entries.map((text) => ({ text, end: true })),
    );
  const trees = await Promise.all(lists.map((list) => grow(new Step(), list)));
  return { trees, words: [...words] };
}

/** A place in the tree of wordings: which steps lead on from it, and what ends here. */
class Step {
  /** @type {Map<string, Step>} */
  words = new Map();
  /** By the class: the step after it. @type {Map<Step, Step>} */
  classes = new Map();
  /** The step after a gap. */
  gap = /** @type {Step | null} */ (null);
  ends = /** @type {any[]} */ ([]);
  /** @type {Set<string> | undefined} */
  #first;
  /** @type {Map<string, Step[]> | undefined} */
  #begun;
  /** @type {Map<string, {steps: Step[], begun: [Step, Step][]}>} */
  #onward = new Map();

  /** The words that can come next. @returns {Set<string>} */
  get first() {
    this.#first ??= new Set([
      ...this.words.keys(),
      ...[...this.classes.keys()].flatMap((each) => [...each.first]),
    ]);
    return this.#first;
  }

  /**
   * The classes here that a word can begin. They are sorted out at the first question, for the few steps
   *  that questions come to.
   *
   * @param {string} word
   */
  #begunBy(word) {
    if (!this.classes.size) return NONE;
    if (!this.#begun) {
      this.#begun = new Map();
      for (const each of this.classes.keys()) {
        for (const one of each.first) {
          if (!this.#begun.has(one)) this.#begun.set(one, []);
          /** @type {Step[]} */ (this.#begun.get(one)).push(each);
        }
      }
    }
    return this.#begun.get(word) ?? NONE;
  }

  /**
   * Where a word leads, kept for the next time: to which steps, and which classes it only begins, each
   * with the step after it.
   *
   *
   * @param {string} word
   * @returns {{steps: Step[], begun: [Step, Step][]}}
   */
  onward(word) {
    if (!this.#onward.has(word)) this.#onward.set(word, this.#leads(word));
    return /** @type {{steps: Step[], begun: [Step, Step][]}} */ (this.#onward.get(word));
  }

  /** @param {string} word */
  #leads(word) {
    /** @type {Step[]} */
    const steps = [];
    /** @type {[Step, Step][]} */
    const begun = [];
    const after = this.words.get(word);
    if (after) steps.push(after);
    for (const each of this.#begunBy(word)) {
      const within = each.onward(word);
      if (within.steps.some(({ ends }) => ends.length)) steps.push(next(this.classes, each));
      if (within.begun.length || within.steps.some(goesOn))
        begun.push([each, next(this.classes, each)]);
    }
    return steps.length || begun.length ? { steps, begun } : NOWHERE;
  }
}

/** @type {never[]} */
const NONE = [];
const NOWHERE = { steps: NONE, begun: NONE };

/** @param {Step} step */
const goesOn = ({ words, classes }) => words.size > 0 || classes.size > 0;

/** @template T @param {Map<T, Step>} steps @param {T} key @returns {Step} */
function next(steps, key) {
  if (!steps.has(key)) steps.set(key, new Step());
  return /** @type {Step} */ (steps.get(key));
}

/**
 * Follow a tree through the words from every place on. A word of `null` stands in no wording, but may
 * stand in a gap.
 *
 * @param {Step} tree of `makeTrees`
 * @param {(string | null)[]} words
 * @returns {Found<any>[]} what was found, with the places of its words
 */
export function found(tree, words) {
  /** @type {Found<any>[]} */
  const results = [];
  /**
   * By place: where the classes end that begin there and have more words than one.
   *
   * @type {Map<Step, Set<number>>[]}
   */
  const ends = new Array(words.length);
  /**
   * By place: the steps that are reached there, each with the best way to it.
   *
   * @type {(Map<Step, {way: Way | null, count: number}> | null)[]}
   */
  const open = new Array(words.length + 1);

  let work = 0;

  /** @param {number} place @param {Step} step @param {Way | null} way @param {number} count */
  const reach = (place, step, way, count) => {
    work++;
    open[place] ??= new Map();
    const here = open[place];
    const known = here.get(step);
    if (!known || known.count < count) here.set(step, { way, count });
  };
  /** @param {Step} list @param {number} place @returns {Set<number>} */
  const endsOf = (list, place) => {
    ends[place] ??= new Map();
    const kept = ends[place];
    if (!kept.has(list)) kept.set(list, follow(list, place));
    return /** @type {Set<number>} */ (kept.get(list));
  };
  /** @param {Step} list @param {number} place @returns {Set<number>} */
  const follow = (list, place) => {
    /** @type {Set<number>} */
    const reached = new Set();
    /** @param {Step} step @param {number} at */
    const walk = (step, at) => {
      if (step.ends.length && at > place + 1) reached.add(at);
      onward(step, at, walk);
    };
    onward(list, place, walk);
    return reached;
  };
  /** @param {Step} step @param {number} at @param {(after: Step, end: number) => void} take */
  const onward = (step, at, take) => {
    if (words[at] == null) return;
    const { steps, begun } = step.onward(words[at]);
    for (const after of steps) take(after, at + 1);
    for (const [list, after] of begun) for (const end of endsOf(list, at)) take(after, end);
  };

  for (let place = 0; place <= words.length && work < MOST; place++) {
    if (place < words.length && words[place] !== null) reach(place, tree, null, 0);
    // What a gap of no words reaches is added behind, and met in the same loop.
    for (const [step, { way, count }] of open[place] ?? NONE) {
      for (const end of step.ends) results.push({ end, places: placesOf(way) });
      if (step.gap) {
        for (let far = place; far <= Math.min(place + GAP, words.length); far++)
          reach(far, step.gap, way, count);
      }
      onward(step, place, (after, end) =>
        reach(end, after, { from: place, to: end, before: way }, count + end - place),
      );
    }
    open[place] = null;
  }
  return results;
}

/** @param {Way | null} way */
function placesOf(way) {
  /** @type {number[]} */
  const places = [];
  for (let part = way; part; part = part.before)
    for (let at = part.from; at < part.to; at++) places.push(at);
  return places;
}
