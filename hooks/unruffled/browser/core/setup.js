// A database made complete: on a first visit, or one of an earlier version of this site.

import { NAME, ask } from "./request.js";

/** @type {Record<string, string | null>} */
const KEYS = { log: "id", questions: "key", drafts: null };

/**
 * Add the stores that are missing: on a first visit, or to a database of an earlier version.
 *
 * @param {IDBDatabase} db is closed
 * @param {() => void} blocked called where another tab does not make way
 */
export async function setup(db, blocked) {
  db.close();
  const request = indexedDB.open(NAME, db.version + 1);
  request.onupgradeneeded = () => {
    const { result } = request;
    for (const [name, keyPath] of Object.entries(KEYS)) {
      if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath });
    }
  };
  request.onblocked = blocked;
  const made = await ask(request);
  if (!db.objectStoreNames.contains("log")) await refill(made);
  made.close();
}

/**
 * Put into a new database what the second copy holds: then this browser had emptied the first.
 *
 * @param {IDBDatabase} db
 */
async function refill(db) {
  try {
    const found = navigator.storageBuckets && (await (await import("./bucket.js")).kept());
    if (!found) return;
    const transaction = db.transaction(["log", "drafts"], "readwrite");
    for (const entry of found.entries) transaction.objectStore("log").put(entry);
    for (const [key, value] of found.drafts) transaction.objectStore("drafts").put(value, key);
    await ask(transaction);
  } catch {
    // Without a copy it begins anew.
  }
}
