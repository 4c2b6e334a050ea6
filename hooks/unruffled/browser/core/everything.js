// The whole record, read once: what is stored, with what could not be written yet.

import { transact } from "./database.js";
import { merge, newer, readable } from "./entries.js";
import { ask } from "./request.js";
import { held } from "./waiting.js";

/**
 * Read the whole record, with what could not be written yet.
 *
 * @returns {Promise<{entries: Entry[], newer: Entry[], unreadable: any[], reason?: Reason}>}
 *   what can be computed with, in order; what a later version wrote; what is damaged. Each entry is
 *   in one. With a `reason`, what is stored could not be read, and here is only what waits; where the
 *   browser forbids to store, nothing is stored
 */
export async function everything() {
  const { found = [], reason } = await transact(
    (store) => ask(store("log").getAll()),
    "readonly",
    Infinity,
  );
  const all = merge(found, held.values());
  return {
    entries: all.filter(readable),
    newer: all.filter(newer),
    unreadable: all.filter((entry) => !readable(entry) && !newer(entry)),
    reason: reason === "off" ? undefined : reason,
  };
}

/** @returns {Promise<Entry[]>} everything that can be computed with, the oldest first */
export const readables = async () => (await everything()).entries;
