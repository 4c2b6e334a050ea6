import { judge } from "../../browser/core/tolerance.js";
import { gettext } from "../../browser/core/words.js";

/** @typedef {Does<Kind<TypedQuestion, string, TypedKey>, typeof import("./fill_in.js")>} Module */

/** @param {TypedQuestion} q */
export function prepare(q) {
  q.field = q.fields.querySelector("input");
}

/** @param {TypedQuestion} q */
export const response = (q) => q.field.value;

/** @param {TypedQuestion} q */
export const gap = (q) => (q.field.value.trim() ? null : q.field);

/** @param {TypedQuestion} q @param {string} text */
export function restore(q, text) {
  q.field.value = text;
}

/**
 * The author's words, whatever a translator of pages has made of what is shown.
 *
 * @param {TypedQuestion} q
 * @returns {TypedKey}
 */
export function key(q) {
  /** @param {string} selector */
  const texts = (selector) =>
    [...q.answer.querySelectorAll(selector)].map(
      ({ dataset }) => /** @type {string} */ (dataset.words),
    );
  const typos = q.answer.querySelector("[data-right]").dataset.typos;
  return {
    accept: texts("[data-right] q[data-words]"),
    wrong: texts("li q[data-words]"),
    typos: /** @type {number | undefined} */ (typos && Number(typos)),
  };
}

/** @param {unknown} text @param {TypedKey} keys @returns {Score} */
export function score(text, keys) {
  return { share: Number(judge(String(text ?? ""), keys).right) };
}

/** @param {TypedQuestion} q @param {string} text */
export function show(q, text) {
  const { right, wrong, meant } = judge(text, key(q));
  /** @param {string} selector @param {number} index */
  const find = (selector, index = 0) => q.answer.querySelectorAll(selector)[index];
  const reason = right ? find("[data-right] span") : (find("li", wrong) ?? find("[data-other]"));
  const praise = meant ? gettext("Right. It is spelt “{meant}”.", { meant }) : gettext("Right.");
  const words = right ? praise : gettext("Not this one.");
  q.note(q.fields, reason, right, words, q.field);
}
