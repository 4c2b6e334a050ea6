// What a browser keeps for an agent: the names of the call that is on, for this tab and no longer;
// what is typed for one line, for this page and no longer; favourites and what was used last, for the
// next call. Where nothing can be kept, it holds for the page.

import { keeper } from "./keeper.js";

const call = keeper("sessionStorage", "call");
const bus = new EventTarget();
/** @type {Record<string, string> | undefined} */
let names;
/** @type {WeakMap<HTMLElement, Record<string, string>>} */
let typed = new WeakMap();

/** @returns {Record<string, string>} the names of the call, by gap */
export const filled = () => (names ??= only(call.read()));

/** @param {any} value @returns {Record<string, string>} */
const only = (value) =>
  Object.fromEntries(
    Object.entries(value ?? {}).filter(([, each]) => typeof each === "string" && each.trim()),
  );

/** Keep these names and no others. @param {Record<string, string>} values */
export function keep(values) {
  names = only(values);
  call.write(names);
  bus.dispatchEvent(new Event("change"));
}

/**
 * Call back when something is filled in or cleared, until `signal` ends.
 *
 * @param {() => void} callback
 * @param {AbortSignal} signal
 */
export const onfill = (callback, signal) => bus.addEventListener("change", callback, { signal });

/**
 * @param {HTMLElement} line
 * @returns {Record<string, string>} what is filled in for a line: for the call, and for it alone
 */
export const valuesOf = (line) => ({ ...filled(), ...typed.get(line) });

/**
 * Fill in a gap of one line.
 *
 * @param {HTMLElement} line
 * @param {string} name
 * @param {string} value
 */
export function put(line, name, value) {
  typed.set(line, { ...typed.get(line), [name]: value });
  bus.dispatchEvent(new Event("change"));
}

/** Clear what was filled in for this call, its lines included: the next one is another customer's. */
export function clear() {
  typed = new WeakMap();
  keep({});
}

const LAST = 8;
const kept = keeper("localStorage", "marks");
/** @type {{stars?: unknown, used?: unknown}} */
let held = {};

/** @param {any} value @returns {string[]} */
const texts = (value) =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];

/** @returns {{stars: string[], used: string[]}} ids of phrases and cards, the newest first */
export function marks() {
  held = kept.read() ?? held;
  const { stars, used } = held;
  return { stars: texts(stars), used: texts(used) };
}

/** @param {{stars?: string[], used?: string[]}} changed */
function change(changed) {
  held = { ...marks(), ...changed };
  kept.write(held);
}

/** @param {string} id @param {string[]} ids */
const first = (id, ids) => [id, ...ids.filter((each) => each !== id)];

/** Note that something was used. @param {string} id */
export const use = (id) => change({ used: first(id, marks().used).slice(0, LAST) });

/**
 * Make something a favourite, or no longer.
 *
 * @param {string} id
 * @returns {boolean} whether it is one now
 */
export function star(id) {
  const { stars } = marks();
  const is = !stars.includes(id);
  change({ stars: is ? first(id, stars) : stars.filter((each) => each !== id) });
  return is;
}
