// What an author looks for in a draft: patterns that are followed through the words of a sentence. Pure.
//
// A pattern is words in small letters. `(a|b)` is one of these, `(…)?` may be there, `...` is a gap of
// up to five words, `refus*` any form of a word, `#` a figure, `<day>` a list of words with that name,
// `!(a|b)` none of these.
// `CAPS` is a word in capitals, `ABC` one of no more than three letters.
// `^` stands for the beginning of a sentence, `$` for its end, `?` for the mark there. Between two
// strokes stands a regular expression, in which capitals count: `/!{2,}/`; they do not in `/…/i`.
//
// A word asks for no more than the words that come next, so nothing here can hang but a regular expression.

/** @typedef {import("./reply-text.js").Sentence} Sentence */
/** @typedef {(sentence: Sentence, at: number) => number[]} Step where it ends, if it begins at a word */
/**
 * @typedef {object} Item
 * @property {Step} step
 * @property {Set<string> | undefined} first how the words begin that it can begin with, if that is known: see `keysOf`
 * @property {boolean} [optional]
 * @property {boolean} [empty] whether it stands for no word
 */

const MOST_BETWEEN = 5;
const DEEPEST = 12;
/** How many letters of a word with an open end are asked first. */
const KEY = 3;
const TOKEN = /\s*(\.\.\.|!\(|<[a-z-]+>\??|\)\??|[(|^$#?]|[^\s()|^$<>?!]+)/gy;
const WORD = /'?[a-z\u00df-\u024f*][a-z'\u00df-\u024f*]*|\d+/g;

/** An author's mistake in a pattern. */
export class PatternFault extends Error {}

/** @param {string} pattern @returns {string[]} the last first */
function tokensOf(pattern) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < pattern.length) {
    const found = TOKEN.exec(pattern);
    if (!found) throw new PatternFault("it cannot be read");
    tokens.push(found[1]);
  }
  return tokens.reverse();
}

/** What is left of a word such as "will": it belongs to the word before. @param {string} word @returns {Item} */
const shortened = (word) => ({
  step: ({ tokens }, at) => (tokens[at - 1]?.word.endsWith(word) ? [at] : []),
  first: undefined,
});

/** One word. @param {string} word @returns {Item} */
function word(word) {
  if (word.startsWith("'")) return shortened(word);
  const [before, behind] = word.split("*");
  if (behind === undefined) {
    /** @type {Step} */
    const step = ({ tokens }, at) => {
      const here = tokens[at];
      return here && (here.word === word || here.base === word) ? [at + 1] : [];
    };
    return { step, first: new Set([word]) };
  }
  /** @type {Step} */
  const step = ({ tokens }, at) =>
    tokens[at]?.word.startsWith(before) && tokens[at].word.endsWith(behind) ? [at + 1] : [];
  return { step, first: before.length < KEY ? undefined : new Set([`${before.slice(0, KEY)}*`]) };
}

/** @type {Item} */
const figure = {
  step: ({ tokens }, at) => (tokens[at]?.figure ? [at + 1] : []),
  first: new Set(["#"]),
};
/** A word in capitals, up to so long. @param {number} most @returns {Item} */
const capitals = (most) => ({
  step: ({ tokens }, at) =>
    tokens[at]?.capitals && tokens[at].word.length <= most ? [at + 1] : [],
  first: new Set(["CAPS"]),
});
/** @type {Item} */
const gap = {
  step: ({ tokens }, at) =>
    Array.from({ length: Math.min(MOST_BETWEEN, tokens.length - at) + 1 }, (_, more) => at + more),
  first: undefined,
};
/** @type {Item} */
const beginning = { step: (_, at) => (at === 0 ? [at] : []), first: new Set(), empty: true };
/** @type {Item} */
const end = {
  step: ({ tokens }, at) =>
    at === tokens.length || (at === tokens.length - 1 && tokens[at].word === "?") ? [at] : [],
  first: undefined,
};
const SIGNS = new Map([
  ["#", figure],
  ["CAPS", capitals(Number.POSITIVE_INFINITY)],
  ["ABC", capitals(3)],
  ["...", gap],
  ["^", beginning],
  ["$", end],
]);

/** Here stands none of these. @param {Item} item @returns {Item} */
const not = ({ step }) => ({
  step: (sentence, at) => (step(sentence, at).length ? [] : [at]),
  first: undefined,
});

/** Items one after another. @param {Item[]} items @returns {Item} */
function sequence(items) {
  if (items.length === 1 && !items[0].optional) return items[0];
  /** @type {Step} */
  const step = (sentence, at) => {
    let reached = [at];
    for (const each of items) {
      /** @type {number[]} */
      const next = each.optional ? [...reached] : [];
      for (const from of reached)
        for (const to of each.step(sentence, from)) if (!next.includes(to)) next.push(to);
      if (!next.length) return next;
      reached = next;
    }
    return reached;
  };
  return { step, first: firstOf(items) };
}

/** @param {Item[]} items @returns {Set<string> | undefined} */
function firstOf(items) {
  /** @type {Set<string>} */
  const first = new Set();
  for (const each of items) {
    if (!each.first) return undefined;
    for (const word of each.first) first.add(word);
    if (!each.optional && !each.empty) return first;
  }
  return undefined; // all of it may be missing
}

/** One of several; those that begin with known words are asked only there. @param {Item[]} items @returns {Item} */
function oneOf(items) {
  if (items.length === 1) return items[0];
  /** @type {Map<string, Item[]>} */
  const known = new Map();
  const others = items.filter(({ first, empty }) => !first || empty);
  for (const each of items)
    for (const word of each.first ?? []) known.set(word, [...(known.get(word) ?? []), each]);
  /** @type {Step} */
  const step = (sentence, at) => {
    const asked = [...others];
    for (const key of sentence.tokens[at]?.keys ?? []) {
      const more = known.get(key);
      if (more) asked.push(...more);
    }
    if (asked.length < 2) return asked.length ? asked[0].step(sentence, at) : [];
    /** @type {number[]} */
    const found = [];
    for (const each of asked)
      for (const to of each.step(sentence, at)) if (!found.includes(to)) found.push(to);
    return found;
  };
  return { step, first: others.length ? undefined : new Set(known.keys()) };
}

/**
 * The patterns of a project: lists of words are compiled once, and looked for once in a sentence.
 *
 * @param {Record<string, string[]>} words lists by name
 */
export function makePatterns(words) {
  /** @type {Map<string, Item>} */
  const lists = new Map();

  /** @param {string} name @param {number} depth @returns {Item} */
  function list(name, depth) {
    if (!Object.hasOwn(words, name)) throw new PatternFault(`there is no list <${name}>`);
    if (depth > DEEPEST) throw new PatternFault(`the list <${name}> leads back to itself`);
    const known = lists.get(name);
    if (known) return known;
    const { step, first } = oneOf(words[name].map((each) => read(each, depth + 1)));
    /** @type {Step} */
    const once = (sentence, at) => {
      const key = `${name} ${at}`;
      const found = sentence.memo.get(key) ?? step(sentence, at);
      sentence.memo.set(key, found);
      return found;
    };
    const made = { step: once, first };
    lists.set(name, made);
    return made;
  }

  /** Up to `|`, `)` or the end. @param {string[]} tokens @param {number} depth @returns {Item} */
  function alternatives(tokens, depth) {
    const found = [];
    do {
      const items = [];
      while (tokens.length && !/^[|)]/.test(tokens.at(-1) ?? ""))
        items.push(...itemsOf(tokens, depth));
      if (!items.length) throw new PatternFault("there is nothing between two signs");
      if (items[0] === gap || items.at(-1) === gap)
        throw new PatternFault("a gap stands between words");
      found.push(sequence(items));
    } while (tokens.at(-1) === "|" && tokens.pop());
    return oneOf(found);
  }

  /** @param {string[]} tokens @param {number} depth @returns {Item[]} */
  function itemsOf(tokens, depth) {
    const token = tokens.pop() ?? "";
    if (token === "(" || token === "!(") {
      const inner = alternatives(tokens, depth);
      const close = tokens.pop();
      if (!close) throw new PatternFault("a bracket is not closed");
      if (token === "!(") return [not(inner)];
      return [{ ...inner, optional: close === ")?" }];
    }
    if (token.startsWith("<")) {
      const optional = token.endsWith("?");
      return [{ ...list(token.slice(1, optional ? -2 : -1), depth), optional }];
    }
    const sign = SIGNS.get(token);
    if (sign) return [sign];
    const plain = token === "?" ? ["?"] : token.match(WORD);
    if (!plain) throw new PatternFault(`"${token}" is no word`);
    return plain.map(word);
  }

  /** @param {string} pattern @param {number} [depth] @returns {Item} */
  function read(pattern, depth = 0) {
    const tokens = tokensOf(pattern);
    const made = alternatives(tokens, depth);
    if (tokens.length) throw new PatternFault("a bracket is closed that was not opened");
    return made;
  }

  /**
   * @param {string[]} patterns
   * @returns {Pattern}
   */
  function compile(patterns) {
    const inWords = patterns.filter((each) => !isExact(each)).map((each) => read(each));
    return {
      words: inWords.length ? oneOf(inWords).step : undefined,
      exact: patterns.filter(isExact).map(exactly),
    };
  }
  return { compile };
}

/**
 * @typedef {object} Pattern
 * @property {Step | undefined} words
 * @property {RegExp[]} exact they read the text as it was written
 */

/** @param {string} pattern */
const isExact = (pattern) => /^\/.+\/i?$/s.test(pattern);

/** @param {string} written `/…/` or `/…/i` @returns {RegExp} */
function exactly(written) {
  const last = written.lastIndexOf("/");
  try {
    return new RegExp(written.slice(1, last), `gu${written.slice(last + 1)}`);
  } catch {
    throw new PatternFault("it is no regular expression");
  }
}

/**
 * Where patterns stand in a sentence: from and to.
 *
 * @param {Pattern} pattern
 * @param {Sentence} sentence
 * @returns {Generator<[number, number]>}
 */
export function* standing({ words, exact }, sentence) {
  const { tokens } = sentence;
  for (let at = 0; words && at <= tokens.length; at++) {
    const ends = words(sentence, at);
    if (!ends.length) continue;
    const to = Math.max(...ends);
    if (to < at || (to === at && at < tokens.length)) continue;
    yield to > at ? [tokens[at].from, tokens[to - 1].to] : [0, sentence.written.length];
    at = Math.max(at, to - 1);
  }
  for (const each of exact) {
    each.lastIndex = 0;
    for (const found of sentence.written.matchAll(each))
      if (found[0]) yield [found.index, found.index + found[0].length];
  }
}

/** @param {Pattern} pattern @param {Sentence} sentence */
export const stands = (pattern, sentence) => !standing(pattern, sentence).next().done;
