// Names for the call that is on: put in where a phrase has {customer_name} and its like. They are
// kept for this tab and no longer: sessionStorage ends with it.

import { root } from "./root.js";

const KEY = `unruffled call ${root.pathname}`;
const BRACES = /\{([^{}]+)\}/g;
const bus = new EventTarget();
let names;

/** @returns {Record<string, string>} what is filled in, by placeholder */
export function filled() {
  if (names) return names;
  names = {};
  try {
    const kept = Object.entries(JSON.parse(sessionStorage[KEY] ?? "{}"));
    names = Object.fromEntries(kept.filter(([, value]) => typeof value === "string"));
  } catch {
    // Forbidden or damaged: then it is empty.
  }
  return names;
}

/** Keep these names and no others. */
export function keep(values) {
  names = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim()));
  try {
    sessionStorage[KEY] = JSON.stringify(names);
  } catch {
    // They hold for this page, then.
  }
  bus.dispatchEvent(new Event("change"));
}

/** Call back when the names change, until `signal` ends. */
export const onfill = (callback, signal) => bus.addEventListener("change", callback, { signal });

/** @returns {string[]} the placeholders of a text */
export const placeholders = (text) => [...text.matchAll(BRACES)].map(([, name]) => name);

/** What a placeholder is called: `customer_name` is "customer name". */
export const called = (name) => name.replaceAll("_", " ");

/**
 * Put the names into a text.
 *
 * @param {string} text
 * @param {Record<string, string>} values by placeholder
 * @param {string | null} gap what stands where there is no name; null leaves the braces
 * @returns {{text: string, missing: string[]}} `missing`: the placeholders without a name
 */
export function fill(text, values, gap = "…") {
  const missing = [];
  const done = text.replace(BRACES, (braces, name) => {
    if (Object.hasOwn(values, name) && values[name].trim()) return values[name].trim();
    if (!missing.includes(name)) missing.push(name);
    return gap ?? braces;
  });
  return { text: done, missing };
}
