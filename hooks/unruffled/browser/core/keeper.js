// A value that a browser keeps for this site. Where nothing can be kept, it holds for the page.

import { root } from "./root.js";

/**
 * A value in one of the browser's stores, as JSON: `read` gives undefined where there is none.
 *
 * @param {"localStorage" | "sessionStorage"} store
 * @param {string} name
 */
export const keeper = (store, name) => {
  const key = `unruffled ${name} ${root.pathname}`;
  return {
    read() {
      try {
        return JSON.parse(globalThis[store][key]) ?? undefined;
      } catch {
        // Forbidden, empty or damaged.
      }
    },
    /** @param {any} value */
    write(value) {
      try {
        globalThis[store][key] = JSON.stringify(value);
      } catch {
        // Forbidden or full.
      }
    },
  };
};
