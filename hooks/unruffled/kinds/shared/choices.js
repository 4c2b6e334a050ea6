// Choices as boxes or radio buttons: what single, multiple, true_false and spot share.

import { gettext } from "../../browser/core/words.js";

/**
 * Bring each input together with its line, its reason and whether it is right.
 *
 * @param {ChoiceQuestion} q
 */
export function prepare(q) {
  const reasons = q.answer.querySelectorAll("li");
  q.parts = [...q.fields.querySelectorAll("input")].map((input, index) => ({
    input,
    line: /** @type {HTMLElement} */ (input.closest("li")),
    reason: reasons[index],
    right: "right" in reasons[index].dataset,
  }));
}

/** @param {ChoiceQuestion} q */
export function arrange(q) {
  for (const { line, reason } of q.mixed(q.parts)) {
    /** @type {HTMLElement} */ (line.parentNode).append(line);
    /** @type {HTMLElement} */ (reason.parentNode).append(reason);
  }
}

/** @param {Part[]} parts */
const named = (parts) => parts.map(({ input }) => input.value);

/** @param {ChoiceQuestion} q */
export const response = (q) => named(q.parts.filter(({ input }) => input.checked));

/** @param {ChoiceQuestion} q */
export const key = (q) => named(q.parts.filter(({ right }) => right));

/** @param {ChoiceQuestion} q */
export const gap = (q) => (response(q).length ? null : q.fields.querySelector("input"));

/** @param {ChoiceQuestion} q @param {string[]} values */
export function restore(q, values) {
  for (const { input } of q.parts) input.checked = values.includes(input.value);
}

/**
 * Right minus wrong, never below zero.
 *
 * @param {unknown} values
 * @param {string[]} keys
 * @returns {Score}
 */
export function score(values, keys) {
  const taken = new Set(Array.isArray(values) ? values : []);
  const hits = keys.filter((each) => taken.has(each)).length;
  const slips = taken.size - hits;
  const share = Math.max(0, hits - slips) / (keys.length || 1);
  return { share, note: hits && keys.length > 1 ? inWords(hits, keys.length, slips) : "" };
}

/** @param {number} hits @param {number} total @param {number} slips */
const inWords = (hits, total, slips) =>
  slips
    ? gettext("{hits} of {total} found, {slips} too many", { hits, total, slips })
    : gettext("{hits} of {total} found", { hits, total });

/**
 * The reasons of what was chosen; at the end also of what was left out.
 *
 * @param {ChoiceQuestion} q
 * @param {string[]} values
 * @param {boolean} all
 */
export function show(q, values, all) {
  for (const { input, line, reason, right } of q.parts) {
    const taken = values.includes(input.value);
    if (!taken && !all) continue;
    const left = q.dataset.kind !== "spot" && !taken;
    const words = left && (right ? gettext("This is right.") : gettext("Rightly left out."));
    q.note(line, reason, taken === right, words, input);
  }
}
