// A second copy of the record, in files of its own. When Chromium is killed while it writes, as phones
// do when memory is short, it may find its database damaged at the next start, and then empties it.
// The two copies are never written at once, so one of them is sound. Only a browser with storage
// buckets can have files of its own for each; other engines do not empty a database.
//
// Nothing here rejects: without the copy the record is as it was.

import { NAME, ask, patient, transact } from "./database.js";

const BUCKET = "unruffled";
const KEYS = { log: "id", drafts: null };
/** How long to wait for the copy, in milliseconds: nobody is to wait for it in vain. */
const [SHORT, LONG] = [2000, 60_000];
let opening;
/** Whether it was waited for in vain: then this page goes on without it. */
let silent = false;
/** Whether the copy is known to hold what the record holds. */
let level = false;

async function open() {
  const bucket = await navigator.storageBuckets.open(BUCKET);
  const request = bucket.indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(KEYS)) request.result.createObjectStore(name, { keyPath });
  };
  const db = await ask(request);
  db.onclose = db.onversionchange = () => {
    opening = undefined;
    db.close();
  };
  return db;
}

async function once(work, mode) {
  const db = await (opening ??= open());
  const transaction = db.transaction(Object.keys(KEYS), mode);
  const ended = ask(transaction);
  return (await Promise.all([(async () => work((name) => transaction.objectStore(name)))(), ended]))[0];
}

/** Work in one transaction of the copy; nothing where that fails, and then it is opened anew. */
async function within(work, mode = "readwrite", time = SHORT) {
  if (silent) return undefined;
  try {
    return await patient(once(work, mode), time);
  } catch (error) {
    [opening, level, silent] = [undefined, false, error?.name === "TimeoutError"];
  }
}

/** Everything that lies in stores like these. */
const all = async (store) => {
  const [entries, keys, values] = await Promise.all(
    [store("log").getAll(), store("drafts").getAllKeys(), store("drafts").getAll()].map(ask));
  return { entries, drafts: keys.map((key, index) => [key, values[index]]) };
};

function put(store, { entries, drafts }) {
  for (const entry of entries) store("log").put(entry);
  for (const [key, value] of drafts) store("drafts").put(value, key);
}

/**
 * Write to the copy what has just been stored in the record.
 *
 * The first time on a page, it looks whether the copy has the rest, and else makes it anew.
 *
 * @param {{entries?: object[], drafts?: [string, any][]}} stored
 */
export async function mirror({ entries = [], drafts = [] }) {
  const count = await within(async (store) => {
    put(store, { entries, drafts });
    return ask(store("log").count());
  });
  if (level || count === undefined) return;
  const { found } = await transact((store) => ask(store("log").count()), "readonly");
  level = true;
  if (found !== undefined && found !== count) await renew();
}

/** Make the copy anew from the record. */
export async function renew() {
  const { found } = await transact(all, "readonly", Infinity);
  if (!found) return;
  await within(async (store) => {
    for (const name of Object.keys(KEYS)) store(name).clear();
    put(store, found);
  }, "readwrite", LONG);
}

/** Erase the copy. */
export const forget = () =>
  within(async (store) => {
    for (const name of Object.keys(KEYS)) store(name).clear();
  });

/** @returns {Promise<{entries: object[], drafts: [string, any][]} | undefined>} what the copy holds, if anything */
export async function kept() {
  const counts = await within((store) => Promise.all(Object.keys(KEYS).map((name) => ask(store(name).count()))), "readonly");
  return counts?.some(Boolean) ? within(all, "readonly", LONG) : undefined;
}
