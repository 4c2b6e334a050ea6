// A question as the plain words that the wordings of safety.yml are made of: no capitals, marks or
// fillers, spellings of texting written out, slips put right.

import { oneSlip } from "./slips.js";

/** The fewest letters of a word in which a slip is put right. */
const LONG = 5;
/**
 * What stands for a letter, in words that people hide from filters.
 *
 * @type {Record<string, string>}
 */
const DISGUISES = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s", "!": "i" };

const WORD = /[\p{L}\p{N}*@$]+(?:'[\p{L}\p{N}]+)*/gu;

/**
 * @param {{spellings: Record<string, string>, fillers: string[], slips: string[], no_slips: string[]}} safety
 * @param {string[]} inWordings every word that stands in a wording
 * @returns {(text: string) => string[]} the words of a text, in their order
 */
export function makeWords({ spellings, fillers, slips, no_slips: noSlips }, inWordings) {
  const written = new Map(
    Object.entries(spellings).map(([word, meant]) => [word, meant.split(" ")]),
  );
  const left = new Set(fillers);
  const known = new Set([...inWordings, ...fillers, ...noSlips]);
  const single = new Map(inWordings.map((word) => [thin(word), word]));
  const stems = new Map(
    inWordings
      .filter((word) => word.length > 2)
      .map((word) => /** @type {[string, string]} */ ([stem(word), word]))
      .reverse(),
  );
  const begin = Map.groupBy ? Map.groupBy(slips, first) : grouped(slips);
  /** @param {string} word */
  const isKnown = (word) => known.has(word) || written.has(word);

  /** The words that stand for one word of the text. @param {string} word @returns {string[]} */
  const meant = (word) => {
    const plain = word.replaceAll("'", "");
    if (isKnown(plain)) return spelt(plain);
    if (word.endsWith("'s")) return meant(word.slice(0, -2)); // "my husband's hitting me"
    const right = mended(plain);
    if (right) return spelt(right);
    return /[*@$]/.test(plain) ? plain.split(/[*@$]+/).filter(Boolean) : [plain];
  };
  /** @param {string} word */
  const spelt = (word) => (written.get(word) ?? [word]).filter((each) => !left.has(each));

  /**
   * The known word that an unknown one is written for; nothing if there is none.
   *
   * @param {string} word
   */
  const mended = (word) => {
    const shown = undisguised(word);
    if (shown !== word && isKnown(shown)) return shown;
    const short = word.replace(/(.)\1{2,}/gu, "$1$1");
    if (short !== word && isKnown(short)) return short;
    if (short.endsWith("in") && known.has(`${short}g`)) return `${short}g`;
    if (short.length > 3 && single.has(thin(short))) return single.get(thin(short));
    if (word.length < LONG) return starred(word);
    if (stems.has(stem(short))) return stems.get(stem(short));
    return (begin.get(first(word)) ?? []).find((each) => oneSlip(word, each)) ?? starred(word);
  };
  /** @param {string} word */
  const starred = (word) =>
    word.includes("*") && word.length < 20
      ? slips.find(
          (each) =>
            each.length === word.length &&
            [...word].every((letter, at) => letter === "*" || letter === each[at]),
        )
      : undefined;

  return (text) => {
    /** @type {Map<string, string[]>} */
    const kept = new Map();
    const plain = text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[’‘`´ʼ′]/g, "'");
    /** @type {string[]} */
    const words = [];
    for (const [word] of plain.matchAll(WORD)) {
      if (!kept.has(word)) kept.set(word, meant(word));
      words.push(.../** @type {string[]} */ (kept.get(word)));
    }
    return words;
  };
}

/** @param {string} word */
const first = (word) => word[0];

/** @param {string[]} words */
function grouped(words) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const word of words) groups.set(first(word), [...(groups.get(first(word)) ?? []), word]);
  return groups;
}

/** A word without its doubled letters. @param {string} word */
const thin = (word) => word.replace(/(.)\1+/gu, "$1");

/**
 * A word without its ending, so that `passwords` is known where `password` is.
 *
 * @param {string} word
 */
const stem = (word) => thin(word.replace(/(?:ings?|ed|e?s)$/u, "").replace(/e$/u, ""));

/** @param {string} word */
const undisguised = (word) =>
  /\p{L}/u.test(word) ? word.replace(/[0134573@$!]/g, (sign) => DISGUISES[sign]) : word;
