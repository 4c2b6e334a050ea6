// The revision that a question had while it was a hash of the right answer: for results that were
// made then. Only who has the right answer can compute it, as a page of practice has. Pure.

import { blake2s } from "./blake2s.js";

/** How often an author may have raised a question's number. */
const RAISED = 20;
/** Words up to which a text is short: there, more of each word is kept. */
const FEW = 3;
const WORD = /[\p{L}\p{N}]+(?:['\u2019][\p{L}\p{N}]+)*/gu;
const NEGATION = /^(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot|.*n['\u2019]t)$/;

/** @param {string} word @param {boolean} short */
function part(word, short) {
  if (NEGATION.test(word)) return `!${word.replaceAll("\u2019", "'")}`;
  if (/\p{N}/u.test(word)) return word;
  return short ? [...new Set(word)].sort().join("") : [...word][0];
}

/** What is left of a text where spelling does not count; as `naming.gist`. @param {string} text */
function gist(text) {
  const words = text.normalize("NFKC").toLowerCase().replaceAll("\u00df", "ss").match(WORD) ?? [];
  return words.map((word) => part(word, words.length <= FEW)).join(" ") || text;
}

/** @param {Record<string, string>} key */
const pairs = (key) =>
  Object.entries(key)
    .map(([name, value]) => `${name}=${value}`)
    .sort();

/** What was hashed of each kind's right answer. @type {Record<string, (key: any) => string[]>} */
const PARTS = {
  single: (key) => [...key].sort(),
  multiple: (key) => [...key].sort(),
  spot: (key) => [...key].sort(),
  true_false: (key) => key,
  ordering: (key) => key,
  matching: pairs,
  sorting: pairs,
  choose_in_text: (key) => Object.values(key),
  fill_in: ({ accept }) => [gist(accept[0])],
};

/**
 * @param {string} kind
 * @param {any} key as the kind's script reads it from the answer
 * @returns {Set<string>} every earlier revision with this right answer; none, where a kind has none
 */
export function earlierRevs(kind, key) {
  const parts = PARTS[kind]?.(key);
  const numbers = parts ? Array.from({ length: RAISED }, (_, index) => index + 1) : [];
  return new Set(numbers.map((number) => blake2s([kind, number, ...(parts ?? [])].join("\n"), 4)));
}
