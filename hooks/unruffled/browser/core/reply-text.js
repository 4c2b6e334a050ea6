// A draft as sentences, each with its place, as they are compared. Pure.

/** What ends no sentence although a full stop stands behind it. */
const SHORT =
  /(?:^|[\s(])(?:mrs?|ms|dr|prof|st|e\.g|i\.e|etc|approx|incl|ref|tel|ext|[a-z])\.$|\b[ap]\.m\.$/i;
const NUMBER = /(?:^|[\s(])n[or]\.$/i;
const END = /[.!?…]+["'”’)\]]*(?=\s|$)|\n\s*\n|\n/g;

/**
 * @typedef {object} Token
 * @property {string} word
 * @property {string} base "we" of "we'll"
 * @property {boolean} figure
 * @property {boolean} capitals
 * @property {string[]} keys by which patterns look it up
 * @property {number} from
 * @property {number} to
 */

/**
 * @typedef {object} Sentence
 * @property {number} start in the draft
 * @property {string} written as it was written
 * @property {string} text in small letters, with straight quotes, as long as `written`
 * @property {Token[]} tokens its words
 * @property {number} words how many, as a reader counts
 * @property {Map<string, number[]>} memo what was found in it before
 * @property {number} paragraph
 * @property {"" | "greeting" | "closing"} role
 */

/** The same text as it is compared; no sign more or less. @param {string} text */
export const plainly = (text) =>
  [...text.replace(/[’‘`´]/g, "'").replace(/\s/g, " ")]
    .map((each) => (each.toLowerCase().length === each.length ? each.toLowerCase() : each))
    .join("");

const GREETING =
  /^\W*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|to whom)\b[^.?]{0,40}$/;
const CLOSING =
  /^\W*(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes)|regards|yours|sincerely|best|cheers|all the best|with my sympathy)\b[^.?]{0,60}$/;

/** @param {string} text @returns {Sentence["role"]} */
function roleOf(text) {
  if (GREETING.test(text)) return "greeting";
  return CLOSING.test(text) ? "closing" : "";
}

/** Whether a full stop stands behind a word cut short; "no." is one before a figure. @param {string} draft @param {number} end */
function isShort(draft, end) {
  const before = draft.slice(Math.max(0, end - 9), end);
  return SHORT.test(before) || (NUMBER.test(before) && /^\s*\d/.test(draft.slice(end, end + 4)));
}

/** Whether a line goes on below: it was folded, and is no end. @param {string} draft @param {number} at */
const isFolded = (draft, at) =>
  /[a-z,;–-] ?$/i.test(draft.slice(Math.max(0, at - 2), at)) &&
  /^\n[a-z(]/.test(draft.slice(at, at + 2));

/**
 * Cut a draft into sentences.
 *
 * @param {string} draft
 * @returns {Sentence[]}
 */
export function sentencesOf(draft) {
  /** @type {Sentence[]} */
  const found = [];
  let from = 0;
  let paragraph = 0;
  /** @param {number} to */
  const add = (to) => {
    const written = draft.slice(from, to);
    const start = from + written.length - written.trimStart().length;
    const text = plainly(written.trim());
    if (/[^\s\p{P}]/u.test(text) || /[?!_]/.test(text))
      found.push({
        start,
        written: written.trim(),
        text,
        tokens: wordsOf(text, written.trim()),
        words: countWords(text),
        paragraph,
        role: roleOf(text),
        memo: new Map(),
      });
    from = to;
  };
  for (const { 0: mark, index } of draft.matchAll(END)) {
    if (mark === "." && isShort(draft, index + 1)) continue;
    if (mark === "\n" && isFolded(draft, index)) continue;
    add(index + mark.length);
    if (mark.startsWith("\n")) paragraph++;
  }
  add(draft.length);
  return found;
}

const SPELT = /[£$€]?\d+(?:[.,:]\d+)*[a-z%€]*|[a-z\u00df-\u024f]+(?:'[a-z]+)*|\?(?=["'”’)\]]*$)/g;
const SHORTENED = /'(?:s|ll|re|ve|d|m)$/;
/** "dont" is "don't". */
const UNMARKED = /^(do|ca|wo|is|did|does|has|have|are|was|were|would|could|should|had)nt$/;

/** @param {string} text @param {string} written @returns {Token[]} */
const wordsOf = (text, written) =>
  [...text.matchAll(SPELT)].map(({ 0: found, index }) => {
    const word = found.replace(UNMARKED, "$1n't");
    const base = word.replace(SHORTENED, "");
    const figure = /\d/.test(word);
    const as = written.slice(index, index + found.length);
    const capitals = /^[A-Z][A-Z'’]+s?$/.test(as);
    const keys = [word, `${word.slice(0, 3)}*`];
    if (base !== word) keys.push(base);
    if (figure) keys.push("#");
    if (capitals) keys.push("CAPS");
    return {
      word,
      base,
      figure,
      capitals,
      keys,
      from: index,
      to: index + found.length,
    };
  });

/** @param {string} text */
const countWords = (text) => text.split(/[\s—–]+/).filter((each) => /[a-z0-9]/.test(each)).length;
