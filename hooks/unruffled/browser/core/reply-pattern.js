// What an author looks for in a draft, as a pattern of the browser. Pure.
//
// A pattern is words in small letters. `(a|b)` is one of these, `(…)?` may be there, `...` is a gap of
// up to five words, `refus*` any form of a word, `#` a figure, `<day>` a list of words with that name.
// `^` stands for the beginning of a sentence, `$` for its end. Between two strokes stands a regular expression, in
// which capitals count: `/!{2,}/`.

const LETTER = "[a-z0-9'\\u00df-\\u024f]";
const WORD = LETTER.replace("'", "");
/** Between two words: spaces, commas, quotes, but no sentence end: each sentence is read by itself. */
const BETWEEN = "(?:'(?:s|ll|re|ve|d|m))?'?[^a-z0-9'\\u00df-\\u024f]+'?";
const EDGE = "[^a-z0-9\\u00df-\\u024f]*";
const GAP = `(?:\\S+\\s+){0,5}?`;
const FIGURE = "[^\\sa-z]{0,2}\\d[\\d.,:]*[a-z%€]*";
const DEEPEST = 12;
const TOKEN = /\s*(\.\.\.|<[a-z-]+>\??|\)\??|[(|^$#]|[^\s()|^$<>]+)/gy;

/** An author's mistake in a pattern. */
export class PatternFault extends Error {}

/**
 * @typedef {object} Reading
 * @property {string[]} tokens what is left of the pattern, the last first
 * @property {Record<string, string[]>} words
 * @property {number} depth
 */

/** @param {string} pattern @returns {string[]} */
function tokensOf(pattern) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < pattern.length) {
    const found = TOKEN.exec(pattern);
    if (!found) throw new PatternFault(`cannot be read: ${pattern}`);
    tokens.push(found[1]);
  }
  return tokens;
}

/** A word with its sign for any ending; "don't" is also written "dont". @param {string} word */
const wordSource = (word) =>
  word
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace(/\\\*/g, `${LETTER}*`)
    .replace("n't", "n'?t");

/** @param {string} name @param {Reading} reading */
function listSource(name, { words, depth }) {
  const list = words[name];
  if (!list) throw new PatternFault(`there is no list <${name}>`);
  if (depth > DEEPEST) throw new PatternFault(`the list <${name}> leads back to itself`);
  return `(?:${list.map((each) => source(each, words, depth + 1)).join("|")})`;
}

/** Words one after another, up to `|`, `)` or the end. @param {Reading} reading @returns {string} */
function sequence(reading) {
  const { tokens } = reading;
  let made = "";
  let join = "";
  while (tokens.length && !/^[|)]/.test(tokens.at(-1) ?? "")) {
    const token = tokens.pop() ?? "";
    if (token === "...") {
      if (!join) throw new PatternFault("a gap stands between words");
      join = `${BETWEEN}${GAP}`;
      continue;
    }
    if (token === "^" || token === "$") {
      made += token === "^" ? `^${EDGE}` : `${EDGE}$`;
      continue;
    }
    const { text, optional } = item(token, reading);
    if (!optional) {
      made += join + text;
      join = BETWEEN;
    } else if (join) made += `(?:${join}${text})?`;
    else made += `(?:${text}${BETWEEN})?`;
  }
  if (join.endsWith(GAP)) throw new PatternFault("a gap stands between words");
  return made;
}

/** @param {string} token @param {Reading} reading */
function item(token, reading) {
  if (token === "(") return group(reading);
  if (token === "#") return { text: FIGURE, optional: false };
  if (token.startsWith("<")) {
    const optional = token.endsWith("?");
    return { text: listSource(token.slice(1, optional ? -2 : -1), reading), optional };
  }
  return { text: wordSource(token), optional: false };
}

/** @param {Reading} reading */
function group(reading) {
  const { tokens } = reading;
  const parts = [];
  do parts.push(sequence(reading));
  while (tokens.at(-1) === "|" && tokens.pop());
  const end = tokens.pop();
  if (!end) throw new PatternFault("a bracket is not closed");
  if (parts.some((each) => !each)) throw new PatternFault("there is nothing between two signs");
  return { text: `(?:${parts.join("|")})`, optional: end === ")?" };
}

/**
 * The source of a regular expression for a pattern.
 *
 * @param {string} pattern
 * @param {Record<string, string[]>} words lists by name
 * @param {number} [depth] how many lists deep
 * @returns {string}
 */
export function source(pattern, words, depth = 0) {
  const reading = { tokens: tokensOf(pattern).reverse(), words, depth };
  const parts = [sequence(reading)];
  while (reading.tokens.at(-1) === "|" && reading.tokens.pop()) parts.push(sequence(reading));
  if (reading.tokens.length) throw new PatternFault("a bracket is closed that was not opened");
  if (parts.some((each) => !each)) throw new PatternFault("it is empty");
  return parts.length > 1 ? `(?:${parts.join("|")})` : parts[0];
}

/**
 * @typedef {object} Pattern
 * @property {RegExp} expression
 * @property {boolean} exact whether it reads the text as it was written, with its capitals
 */

/**
 * Patterns of one place as one.
 *
 * @param {string[]} patterns without strokes
 * @param {Record<string, string[]>} words
 * @returns {Pattern}
 */
const plain = (patterns, words) => ({
  expression: new RegExp(
    `(?<!${WORD}|[a-z]')(?:${patterns.map((each) => source(each, words)).join("|")})(?!${WORD}|'t)`,
    "g",
  ),
  exact: false,
});

/** @param {string} written `/…/` @returns {Pattern} */
function exactly(written) {
  try {
    return { expression: new RegExp(written.slice(1, -1), "gu"), exact: true };
  } catch {
    throw new PatternFault("it is no regular expression");
  }
}

/** @param {string} pattern */
const isExact = (pattern) => /^\/.+\/$/s.test(pattern);

/**
 * Compile patterns: those in words become one, each between strokes is one of its own.
 *
 * @param {string[]} patterns
 * @param {Record<string, string[]>} words
 * @returns {Pattern[]}
 */
export function compile(patterns, words) {
  const inWords = patterns.filter((each) => !isExact(each));
  const made = patterns.filter(isExact).map(exactly);
  return inWords.length ? [plain(inWords, words), ...made] : made;
}
