// What store.js needs seldom: a database made complete, and its views made anew from the log.

import { NAME, ask, transact } from "./database.js";
import { ordered, readable } from "./entries.js";
import { fold } from "./log.js";

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
  request.onupgradeneeded = ({ target: { result } }) => {
    for (const [name, keyPath] of Object.entries(KEYS)) {
      if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath });
    }
  };
  request.onblocked = blocked;
  const made = await ask(request);
  if (!db.objectStoreNames.contains("log")) await refill(made);
  made.close();
}

/** Put into a new database what the second copy holds: then this browser had emptied the first. */
async function refill(db) {
  try {
    const found = navigator.storageBuckets && (await (await import("./copy.js")).kept());
    if (!found) return;
    const transaction = db.transaction(["log", "drafts"], "readwrite");
    for (const entry of found.entries) transaction.objectStore("log").put(entry);
    for (const [key, value] of found.drafts) transaction.objectStore("drafts").put(value, key);
    await ask(transaction);
  } catch {
    // Without a copy it begins anew.
  }
}

/** The rows of the store "questions" that follow from a log: views and results, without row "". */
function rowsFrom(log) {
  const rows = new Map();
  for (const entry of ordered(log.filter(readable))) {
    const { key } = fold(undefined, entry) ?? { key: entry.id };
    rows.set(key, fold(rows.get(key), entry) ?? { ...entry, key });
  }
  return [...rows.values()];
}

// A stamp in the far future, from a wrong clock or a strange file, leaves room for those that follow.
const lastStamp = (log) =>
  log.filter(readable).reduce((last, { at }) => Math.max(last, Math.min(at, 8e15)), 0);

/**
 * Make the views anew within a transaction.
 *
 * @param {(name: string) => IDBObjectStore} store
 * @param {(rows: object[]) => void} [found] gets the rows before they are written
 */
export async function remake(store, found) {
  const log = await ask(store("log").getAll());
  const rows = rowsFrom(log);
  found?.(rows);
  const questions = store("questions");
  questions.clear();
  questions.put({ key: "", n: log.length, at: lastStamp(log) });
  for (const row of rows) questions.put(row);
}

/** Make the views anew. @returns {Promise<object[]>} the rows, also when they cannot be written */
export async function rebuild() {
  let rows = [];
  await transact((store) => remake(store, (found) => (rows = found)), "readwrite", Infinity);
  return rows;
}
