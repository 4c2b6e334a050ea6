// The field of the finder and its label: made once, by whichever script comes first.

import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

const ID = "finder-words";

/**
 * Return the field of a finder; where there is none, put it at the finder's top.
 *
 * @param {HTMLElement} finder
 * @returns {HTMLInputElement}
 */
export function fieldOf(finder) {
  const there = finder.querySelector(`#${ID}`);
  if (there) return /** @type {HTMLInputElement} */ (there);
  const field = element("input", {
    id: ID,
    type: "search",
    autocomplete: "off",
    spellcheck: false,
    maxLength: 300,
  });
  field.setAttribute("enterkeyhint", "go");
  finder.prepend(element("label", { htmlFor: ID }, labelOf(finder)), field);
  return field;
}

/** @param {HTMLElement} finder */
const labelOf = ({ dataset }) =>
  "bare" in dataset
    ? gettext("What are you looking for?")
    : gettext("Their words, or what you need");

/** What is said of single keys. @param {HTMLElement} finder */
export const keysOf = ({ dataset }) =>
  "bare" in dataset
    ? gettext("Keys: / to search")
    : gettext("Keys: / to search, X to clear the names");

/** Is this the field, its label, or what stands below them as an example? @param {Node} node */
export const isField = (node) =>
  node instanceof Element && node.matches(`#${ID}, [for=${ID}], .finder-says`);
