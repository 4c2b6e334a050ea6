import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { dragTo } from "../shared/drag.js";

/** @typedef {Does<Kind<OrderQuestion, string[], string[]>, typeof import("./ordering.js")>} Module */

/** @param {HTMLElement} line */
const idOf = ({ dataset }) => /** @type {string} */ (dataset.value);

/** @param {OrderQuestion} q */
const lines = (q) => /** @type {HTMLElement[]} */ ([...q.list.children]);

/** @param {OrderQuestion} q */
export const response = (q) => lines(q).map(idOf);

/** @param {OrderQuestion} q */
export const key = (q) => q.steps.map(idOf);

export const gap = () => null;

/** @param {string[][]} runs @returns {string[]} */
const longest = (runs) => runs.reduce((a, b) => (b.length > a.length ? b : a), []);

/**
 * The longest series of items that already stand in the right order (by their values).
 *
 * @param {string[]} values
 * @param {string[]} keys
 */
function inOrder(values, keys) {
  /** @param {string} value */
  const rank = (value) => keys.indexOf(value);
  /** @type {string[][]} */
  const runs = [];
  for (const value of new Set(values)) {
    const before = runs.filter((run) => rank(/** @type {string} */ (run.at(-1))) < rank(value));
    if (keys.includes(value)) runs.push([...longest(before), value]);
  }
  return longest(runs);
}

/**
 * How much of the way from nothing to all: one item always stands in order with itself.
 *
 * @param {unknown} values
 * @param {string[]} keys
 * @returns {Score}
 */
export function score(values, keys) {
  const right = inOrder(Array.isArray(values) ? values : [], keys).length;
  const share = Math.max(0, right - 1) / (keys.length - 1 || 1);
  return {
    share,
    note: share ? gettext("{right} of {total} stand in order", { right, total: keys.length }) : "",
  };
}

/**
 * Give each item buttons; an item can also be dragged onto the place of another.
 *
 * @param {OrderQuestion} q
 */
export function prepare(q) {
  q.list = q.fields.querySelector("ol");
  q.steps = [...q.answer.querySelectorAll("li")];
  for (const line of lines(q)) {
    const text = line.textContent.trim();
    for (const [sign, ariaLabel, step] of /** @type {[string, string, number][]} */ ([
      ["↑", gettext("Move up: {text}", { text }), -1],
      ["↓", gettext("Move down: {text}", { text }), 1],
    ])) {
      const button = element("button", { type: "button", ariaLabel }, sign);
      button.onclick = () => move(q, line, lines(q).indexOf(line) + step, button);
      line.append(button);
    }
    dragTo(line, lines(q), (other) => move(q, line, lines(q).indexOf(other)));
  }
}

/**
 * @param {OrderQuestion} q
 * @param {HTMLElement} line
 * @param {number} to
 * @param {HTMLElement} [button]
 */
function move(q, line, to, button) {
  const others = lines(q).filter((each) => each !== line);
  const place = Math.min(Math.max(to, 0), others.length);
  q.list.insertBefore(line, others[place] ?? null);
  button?.focus(); // moving an element takes the focus away
  line.dispatchEvent(new Event("input", { bubbles: true }));
  q.tell(gettext("Now {place} of {total}.", { place: place + 1, total: others.length + 1 }));
}

/** Any order but the right one. @param {OrderQuestion} q */
export function arrange(q) {
  const keys = key(q);
  const order = q.mixed(keys);
  restore(q, order.join() === keys.join() ? order.reverse() : order);
}

/** @param {OrderQuestion} q @param {string[]} values */
export function restore(q, values) {
  const rank = (/** @type {HTMLElement} */ line) => values.indexOf(idOf(line));
  q.list.append(...lines(q).sort((a, b) => rank(a) - rank(b)));
}

/** @param {OrderQuestion} q @param {string[]} values @param {boolean} all */
export function show(q, values, all) {
  const sound = inOrder(values, key(q));
  for (const line of lines(q)) {
    const good = sound.includes(idOf(line));
    const reason = q.steps.find((step) => idOf(step) === idOf(line));
    const words = good ? gettext("In order.") : all ? "" : gettext("Move this one.");
    q.note(line, all ? reason : null, good, words);
  }
}
