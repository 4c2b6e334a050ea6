// The words that readers see and no author wrote. They are written in English where they are used; a
// site in another language publishes its scripts with its own sentences in their place, and puts its
// name and its plural forms in here (words/scripts.py).

/** How the language of the site writes numbers and days. */
export const LOCALE = "en-GB";

/** Which of its plural forms a number takes. @param {number} n */
const form = (n) => Number(n !== 1);

/** @typedef {Record<string, string | number>} Values by their places in a sentence */

/** @type {Intl.NumberFormat | undefined} */
let format;

/** @param {number} number @returns {string} a number as the language writes it: 1,000 */
export function inDigits(number) {
  format ??= new Intl.NumberFormat(LOCALE);
  return format.format(number);
}

/** Things side by side: "a, b, c". @param {string[]} parts */
export const sideBySide = (parts) => new Intl.ListFormat(LOCALE, { type: "unit" }).format(parts);

/** Things that belong together: "a, b and c". @param {string[]} parts */
export const together = (parts) => new Intl.ListFormat(LOCALE).format(parts);

/**
 * @param {string} message with places for values: "{n} of {total}"
 * @param {Values} [values]
 * @returns {string}
 */
export const gettext = (message, values = {}) =>
  message.replace(/\{(\w+)\}/g, (gap, name) => {
    const value = values[name];
    return typeof value === "number" ? inDigits(value) : (value ?? gap);
  });

/**
 * A sentence that has another meaning elsewhere.
 *
 * @param {string} _context tells them apart for translators
 * @param {string} message
 * @param {Values} [values]
 */
export const pgettext = (_context, message, values) => gettext(message, values);

/**
 * The sentence that is right for a number: `ngettext("{n} question", "{n} questions", count)`.
 *
 * @param {...(string | number | Values)} given the plural forms, the number, and other values
 */
export function ngettext(...given) {
  const at = given.findIndex((each) => typeof each === "number");
  const n = /** @type {number} */ (given[at]);
  const values = /** @type {Values} */ (given[at + 1] ?? {});
  return gettext(/** @type {string} */ (given[form(n)]), { n, ...values });
}

/**
 * Put nodes into a sentence: `pieces(gettext("Read {link} first."), { link })`.
 *
 * @template T
 * @param {string} message
 * @param {Record<string, T>} nodes by their places
 * @returns {(string | T)[]}
 */
export const pieces = (message, nodes) =>
  message.split(/(\{\w+\})/).map((part) => nodes[part.slice(1, -1)] ?? part);
