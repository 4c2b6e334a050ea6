// What store.js needs seldom: the views made anew from the log.

import { transact } from "./database.js";
import { ordered, readable } from "./entries.js";
import { fold } from "./log.js";
import { ask } from "./request.js";

/**
 * The rows of the store "questions" that follow from a log: views and results, without row "".
 *
 * @param {any[]} log
 * @returns {Row[]}
 */
function rowsFrom(log) {
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const entry of ordered(log.filter(readable))) {
    const { key } = fold(undefined, entry) ?? { key: entry.id };
    rows.set(key, fold(rows.get(key), entry) ?? { ...entry, key });
  }
  return [...rows.values()];
}

// A stamp in the far future, from a wrong clock or a strange file, leaves room for those that follow.
/** @param {any[]} log */
const lastStamp = (log) =>
  log.filter(readable).reduce((last, { at }) => Math.max(last, Math.min(at, 8e15)), 0);

/**
 * Make the views anew within a transaction.
 *
 * @param {Stores} store
 * @param {(rows: Row[]) => void} [found] gets the rows before they are written
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

/** Make the views anew. @returns {Promise<Row[]>} the rows, also when they cannot be written */
export async function rebuild() {
  /** @type {Row[]} */
  let rows = [];
  await transact((store) => remake(store, (found) => (rows = found)), "readwrite", Infinity);
  return rows;
}
