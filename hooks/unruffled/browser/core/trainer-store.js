// What a trainer's browser keeps: the key pair, and what was read where the trainer wants that. A
// database of its own, so that nothing of it is in a learner's record.

import { root } from "./root.js";

const NAME = `unruffled trainer ${root.pathname}`;
const STORE = "kept";

/** @param {any} request @returns {Promise<any>} */
const ask = (request) =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = request.onblocked = () => fail(request.error);
  });

/** @param {IDBTransactionMode} mode */
async function store(mode) {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const db = await ask(opening);
  const transaction = db.transaction(STORE, mode);
  transaction.oncomplete = transaction.onabort = () => db.close();
  return transaction.objectStore(STORE);
}

/**
 * @param {string} name
 * @returns {Promise<any>} what is kept under a name; undefined where nothing is, or nothing can be
 */
export const kept = async (name) => {
  try {
    return await ask((await store("readonly")).get(name));
  } catch {
    return undefined;
  }
};

/**
 * Keep a value; `undefined` forgets it.
 *
 * @param {string} name
 * @param {any} value
 * @returns {Promise<boolean>} whether that was possible
 */
export async function keep(name, value) {
  try {
    const place = await store("readwrite");
    const { transaction } = place;
    // It is kept when the transaction has ended, and not before.
    const ended = new Promise((done, fail) => {
      transaction.addEventListener("complete", done);
      transaction.addEventListener("abort", () => fail(transaction.error));
    });
    await Promise.all([
      ended,
      ask(value === undefined ? place.delete(name) : place.put(value, name)),
    ]);
    return true;
  } catch {
    return false;
  }
}
