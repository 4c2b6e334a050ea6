// What waits to be written to the record: the parts of it share this, and nothing else does.

import { NAME } from "./request.js";

/**
 * Entries that are not written yet, by id. Every read but that of what is stored sees them.
 *
 * @type {Map<string, Entry>}
 */
export const held = new Map();
/** Drafts that are not written yet, by key, each as `[value]`. @type {Map<string, [value: any]>} */
export const unsaved = new Map();

/**
 * What an earlier page left in `localStorage`. What is damaged there keeps out nothing else.
 *
 * @returns {[entries: any[], drafts: any[]]}
 */
export function left() {
  try {
    const found = JSON.parse(localStorage[NAME]);
    delete localStorage[NAME];
    return found.map((/** @type {any} */ each) => [each].flat());
  } catch {
    return [[], []];
  }
}

/**
 * Leave what waits to the next page.
 *
 * `localStorage` is written at once, while a database may need longer than a page lives.
 */
export function leave() {
  if (!held.size && !unsaved.size) return;
  const drafts = [...unsaved].map(([key, [value]]) => [key, value]);
  try {
    localStorage[NAME] = JSON.stringify([[...held.values()], drafts]);
  } catch {
    // Forbidden or full: then it is forgotten, as the page says.
  }
}
