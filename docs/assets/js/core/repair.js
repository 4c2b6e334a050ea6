// What store.js needs seldom: a database made complete, and its views made anew from the log.

import { ordered, readable } from "./entries.js";
import { fold } from "./log.js";
import { NAME, ask, transact } from "./store.js";

const KEYS = { log: "id", questions: "key", drafts: null };

/**
 * Add the stores that are missing: on a first visit, or to a database of an earlier version.
 *
 * @param {IDBDatabase} db is closed
 */
export async function setup(db) {
  db.close();
  const request = indexedDB.open(NAME, db.version + 1);
  request.onupgradeneeded = ({ target: { result } }) => {
    for (const [name, keyPath] of Object.entries(KEYS)) {
      if (!result.objectStoreNames.contains(name)) result.createObjectStore(name, { keyPath });
    }
  };
  (await ask(request)).close();
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

/**
 * Make the views anew within a transaction.
 *
 * @param {(name: string) => IDBObjectStore} store
 */
export async function remake(store) {
  const log = await ask(store("log").getAll());
  const rows = rowsFrom(log);
  // A stamp far in the future, from a wrong clock, must leave room for those that follow.
  const at = log.filter(readable).reduce((last, entry) => Math.max(last, Math.min(entry.at, 8e15)), 0);
  const questions = store("questions");
  questions.clear();
  for (const row of [{ key: "", n: log.length, at }, ...rows]) questions.put(row);
  return rows;
}

/** Make the views anew. @returns {Promise<object[]>} the rows, also when they cannot be written */
export async function rebuild() {
  let rows = [];
  await transact(async (store) => (rows = await remake(store)));
  return rows;
}
