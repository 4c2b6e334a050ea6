// What an agent marks in the phrasebook: favourites, and what was used last. Kept in this browser;
// where nothing can be kept, it holds for the page.

import { root } from "./root.js";

const KEY = `unruffled marks ${root.pathname}`;
const LAST = 8;
let held = { stars: [], used: [] };

const texts = (value) => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);

/** @returns {{stars: string[], used: string[]}} ids of phrases and cards, the newest first */
export function marks() {
  try {
    const { stars, used } = JSON.parse(localStorage[KEY] ?? "{}") ?? {};
    if (stars || used) held = { stars: texts(stars), used: texts(used) };
  } catch {
    // Forbidden or damaged: then what this page knows.
  }
  return held;
}

function keep(changed) {
  held = { ...marks(), ...changed };
  try {
    localStorage[KEY] = JSON.stringify(held);
  } catch {
    // Forbidden or full.
  }
}

const first = (id, ids) => [id, ...ids.filter((each) => each !== id)];

/** Note that something was used. */
export const use = (id) => keep({ used: first(id, marks().used).slice(0, LAST) });

/** Make something a favourite, or no longer. @returns {boolean} whether it is one now */
export function star(id) {
  const { stars } = marks();
  const is = !stars.includes(id);
  keep({ stars: is ? first(id, stars) : stars.filter((each) => each !== id) });
  return is;
}
