// One value for each slot: what matching, sorting and choose_in_text share.
// A slot is {name, line, control, reasons, right}: `control` a <select> or the first of a few radio
// buttons, `reasons` the lines of the answer (the slot's own, or those of values), `right` its value.

import { gettext } from "../../browser/core/words.js";

/**
 * The list, or the group of buttons, of a slot; by name, since a name may look like a number.
 *
 * @param {Pick<Slot, "control">} slot
 * @returns {HTMLSelectElement}
 */
const field = ({ control }) =>
  /** @type {HTMLSelectElement} */ (
    /** @type {HTMLFormElement} */ (control.form).elements.namedItem(control.name)
  );

/**
 * @template R
 * @param {SlotQuestion} q
 * @param {(slot: Slot) => R} of
 * @returns {Record<string, R>}
 */
const values = (q, of) => Object.fromEntries(q.slots.map((slot) => [slot.name, of(slot)]));

/** @param {SlotQuestion} q */
export const response = (q) => values(q, (slot) => field(slot).value);

/** @param {SlotQuestion} q */
export const key = (q) => values(q, ({ right }) => right);

/** The first open control as they stand on the page, in whatever order. @param {SlotQuestion} q */
export function gap(q) {
  const open = q.slots.filter((slot) => !field(slot).value).map(({ control }) => control);
  const all = /** @type {Slot["control"][]} */ ([...q.fields.elements]);
  return all.find((each) => open.includes(each));
}

/** @param {SlotQuestion} q @param {Record<string, string>} values */
export function restore(q, values) {
  for (const slot of q.slots) field(slot).value = values[slot.name];
}

/**
 * The share of slots that hold the right value.
 *
 * @param {any} values
 * @param {Record<string, string>} keys
 * @returns {Score}
 */
export function score(values, keys) {
  const names = Object.keys(keys);
  const right = names.filter((name) => values?.[name] === keys[name]).length;
  return {
    share: right / (names.length || 1),
    note: right ? gettext("{right} of {total} right", { right, total: names.length }) : "",
  };
}

/**
 * Say of each slot whether it is right, and why; what would give it away waits for the end.
 *
 * @param {SlotQuestion} q
 * @param {Record<string, string>} values
 * @param {boolean} all
 */
export function show(q, values, all) {
  for (const { name, line, control, reasons, right } of q.slots) {
    const good = values[name] === right;
    /** @param {string} value */
    const of = (value) => reasons.find((each) => each.dataset.value === value);
    const chosen = of(values[name]);
    const tells = good || all || field({ control }).length === 2; // of two, it must be the other
    const verdict = good ? gettext("Right.") : gettext("Not this one.");
    const words = chosen || (all && !good) ? "" : verdict;
    q.note(line, chosen ?? (tells ? (of(right) ?? reasons[0]) : null), good, words, control);
  }
}
