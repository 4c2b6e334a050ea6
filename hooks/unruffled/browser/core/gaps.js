// Gaps: what an agent fills in where a line has a name in braces, `{day}`.

import { sideBySide } from "./words.js";

/** What stands for an open gap in what is copied; the exports for help desks have the same. */
export const BLANK = "___";
const BRACES = /\{([^{}]+)\}/g;
/** @type {Map<string, Gap>} */
const known = new Map();

/** Learn what gaps are called. @param {Record<string, Gap>} gaps by name */
export function know(gaps) {
  for (const [name, gap] of Object.entries(gaps)) known.set(name, gap);
}

/** What is known of a gap. @param {string} name @returns {Gap} */
export const gapOf = (name) =>
  known.get(name) ?? { label: name.replaceAll("_", " "), hint: "", lasts: "line" };

/**
 * @param {string} text
 * @param {string} lasts
 * @returns {string[]} the names of a text's gaps, each once, that last for a line or for the call
 */
export const gapsIn = (text, lasts) =>
  [...new Set([...text.matchAll(BRACES)].map(([, name]) => name))].filter(
    (name) => gapOf(name).lasts === lasts,
  );

/**
 * What an open gap looks like: its label, and a sign that something is missing.
 *
 * @param {string} name
 */
export const bracketed = (name) => `[${gapOf(name).label}]`;

/** Gaps as a list to read: "day, amount". @param {string[]} names */
export const listed = (names) => sideBySide(names.map((name) => gapOf(name).label));

/** A text cut into what it says and its gaps, in turn; a gap in its braces. @param {string} text */
export const cut = (text) => text.split(/(\{[^{}]+\})/);

/**
 * Put values into the gaps of a text.
 *
 * @param {string} text
 * @param {Record<string, string>} values by gap
 * @param {(name: string) => string} open what stands in a gap without a value
 * @returns {{text: string, missing: string[]}} `missing`: the gaps without a value
 */
export function fill(text, values, open = () => BLANK) {
  /** @type {Set<string>} */
  const missing = new Set();
  const done = text.replace(BRACES, (_, name) => {
    const value = Object.hasOwn(values, name) && values[name].trim();
    if (!value) missing.add(name);
    return value || open(name);
  });
  return { text: done, missing: [...missing] };
}
