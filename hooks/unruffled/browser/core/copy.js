// A second copy of the record, in files of its own. When Chromium is killed while it writes, as phones
// do when memory is short, it may find its database damaged at the next start, and then empties it.
// The two copies are never written at once, so one of them is sound. Only a browser with storage
// buckets can have files of its own for each; other engines do not empty a database.
//
// Nothing here rejects: without the copy the record is as it was.

import { KEYS, LONG, all, isLevel, nowLevel, put, within } from "./bucket.js";
import { transact } from "./database.js";
import { ask } from "./request.js";

/**
 * Write to the copy what has just been stored in the record.
 *
 * The first time on a page, it looks whether the copy has the rest, and else makes it anew.
 *
 * @param {Partial<import("./bucket.js").Copied>} stored
 */
export async function mirror({ entries = [], drafts = [] }) {
  const count = await within(async (store) => {
    put(store, { entries, drafts });
    return ask(store("log").count());
  });
  if (isLevel() || count === undefined) return;
  const { found } = await transact((store) => ask(store("log").count()), "readonly");
  nowLevel();
  if (found !== undefined && found !== count) await renew();
}

/** Make the copy anew from the record. */
export async function renew() {
  const { found } = await transact(all, "readonly", Infinity);
  if (!found) return;
  await within(
    async (store) => {
      for (const name of Object.keys(KEYS)) store(name).clear();
      put(store, found);
    },
    "readwrite",
    LONG,
  );
}

/** Erase the copy. */
export const forget = () =>
  within(async (store) => {
    for (const name of Object.keys(KEYS)) store(name).clear();
  });
