// The files of the second copy of the record; copy.js says what it is for. Nothing here rejects.

import { NAME, ask, patient } from "./request.js";

/** @typedef {{entries: Entry[], drafts: [key: string, value: any][]}} Copied */

const BUCKET = "unruffled";
export const KEYS = { log: "id", drafts: null };
/** How long to wait for the copy, in milliseconds: nobody is to wait for it in vain. */
export const [SHORT, LONG] = [2000, 60_000];
/** @type {Promise<IDBDatabase> | undefined} */
let opening;
/** Whether it was waited for in vain: then this page goes on without it. */
let silent = false;
/** Whether the copy is known to hold what the record holds. */
let level = false;

/** @returns {boolean} whether the copy is known to hold what the record holds */
export const isLevel = () => level;

/** Note that the copy has been compared with the record. */
export const nowLevel = () => {
  level = true;
};

async function open() {
  const bucket = await /** @type {NonNullable<Navigator["storageBuckets"]>} */ (
    navigator.storageBuckets
  ).open(BUCKET);
  const request = bucket.indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(KEYS))
      request.result.createObjectStore(name, { keyPath });
  };
  const db = await ask(request);
  db.onclose = db.onversionchange = () => {
    opening = undefined;
    db.close();
  };
  return db;
}

/** @param {(store: Stores) => any} work @param {IDBTransactionMode} mode */
async function once(work, mode) {
  opening ??= open();
  const db = await opening;
  const transaction = db.transaction(Object.keys(KEYS), mode);
  const ended = ask(transaction);
  return (
    await Promise.all([(async () => work((name) => transaction.objectStore(name)))(), ended])
  )[0];
}

/**
 * Work in one transaction of the copy; nothing where that fails, and then it is opened anew.
 *
 * @param {(store: Stores) => any} work
 * @param {IDBTransactionMode} mode
 * @param {number} time
 * @returns {Promise<any>}
 */
export async function within(work, mode = "readwrite", time = SHORT) {
  if (silent) return undefined;
  try {
    return await patient(once(work, mode), time);
  } catch (/** @type {any} */ error) {
    [opening, level, silent] = [undefined, false, error?.name === "TimeoutError"];
  }
}

/** Everything that lies in stores like these. @param {Stores} store @returns {Promise<Copied>} */
export const all = async (store) => {
  const [entries, keys, values] = await Promise.all(
    [store("log").getAll(), store("drafts").getAllKeys(), store("drafts").getAll()].map(ask),
  );
  return {
    entries,
    drafts: /** @type {string[]} */ (keys).map((key, index) => [key, values[index]]),
  };
};

/** @param {Stores} store @param {Copied} copied */
export function put(store, { entries, drafts }) {
  for (const entry of entries) store("log").put(entry);
  for (const [key, value] of drafts) store("drafts").put(value, key);
}

/** @returns {Promise<Copied | undefined>} what the copy holds, if anything */
export async function kept() {
  const counts = await within(
    (store) => Promise.all(Object.keys(KEYS).map((name) => ask(store(name).count()))),
    "readonly",
  );
  return counts?.some(Boolean) ? within(all, "readonly", LONG) : undefined;
}
