// What only the record's own page needs: everything that is there, files of it, the end of it.

import { choose } from "./chosen.js";
import { transact } from "./database.js";
import { readable, tooDeep } from "./entries.js";
import { remake } from "./repair.js";
import { NAME, ask } from "./request.js";
import { copy, forget, inTurn, tell } from "./store.js";
import { held, unsaved } from "./waiting.js";

const FORMAT = "unruffled-record";
const VERSION = 1;

/** The largest file that is read, in bytes: about 200,000 answers. */
export const LARGEST = 64 * 2 ** 20;

// Only these are keys in a database.
/** @param {any} entry */
const hasId = (entry) => typeof entry?.id === "string" || Number.isFinite(entry?.id);

/**
 * Put an entry, if it can be stored at all.
 *
 * @param {IDBObjectStore} log
 * @param {any} entry
 * @returns {boolean}
 */
function put(log, entry) {
  try {
    if (tooDeep(entry)) return false;
    log.put(entry);
    return true;
  } catch (/** @type {any} */ error) {
    // No room is no fault of the entry.
    if (error?.name === "QuotaExceededError" || error?.name === "InvalidStateError") throw error;
    return false;
  }
}

/**
 * Add entries from elsewhere. One that cannot be stored keeps out no other; of the others all are
 * added, or none.
 *
 * What is there stays as it is, unless it is damaged and the one from elsewhere is not.
 *
 *
 * @param {any[]} entries
 * @returns {Promise<{added: number, known: number, refused: number, unreadable: any[], reason?: Reason}>} `refused`: without an id; `unreadable`: those that
 *   cannot be stored; with a `reason`, nothing was added
 */
export async function add(entries) {
  forget();
  const found = entries.filter(hasId);
  const refused = entries.length - found.length;
  const {
    kept,
    found: done,
    reason,
  } = await transact(
    async (store) => {
      const log = store("log");
      const before = new Map(
        (await ask(log.getAll())).map((/** @type {any} */ entry) => [entry.id, entry]),
      );
      const mine = new Map(before);
      /** @type {any[]} */
      const unreadable = [];
      for (const entry of found) {
        const better = readable(entry) && !readable(mine.get(entry.id));
        if (mine.has(entry.id) && !better) continue;
        if (put(log, entry)) mine.set(entry.id, entry);
        else unreadable.push(entry);
      }
      await remake(store);
      return { added: mine.size - before.size, unreadable };
    },
    "readwrite",
    Infinity,
  );
  if (!kept) return { added: 0, known: 0, refused, unreadable: [], reason };
  await inTurn(async () => (await copy())?.renew());
  tell();
  const { added, unreadable } = done;
  return { added, known: found.length - added - unreadable.length, refused, unreadable };
}

/**
 * Erase everything, also what is on its way.
 *
 * @returns {Promise<{kept: boolean, reason?: import("./database.js").Reason}>} `kept`: that all is
 *   erased is stored; with a `reason`, nothing in the database could be erased
 */
export async function erase() {
  forget();
  held.clear();
  unsaved.clear();
  choose("");
  try {
    delete localStorage[NAME];
  } catch {
    // Where it cannot be reached, nothing was put there.
  }
  await inTurn(async () => (await copy())?.forget());
  const { kept, reason } = await transact(async (store) => {
    // A later version may have stores that we do not know.
    for (const name of store("log").transaction.objectStoreNames) store(name).clear();
  });
  tell(true);
  return { kept, reason };
}

/**
 * Write a record as the text of a file.
 *
 * Each entry has a line of its own, so that a file that was cut off can still be read.
 *
 * @param {object[]} entries
 * @param {string} site its title
 * @param {Date} now
 */
export function toText(entries, site, now) {
  const head = { format: FORMAT, version: VERSION, site, exported: now.toISOString() };
  const lines = entries
    .filter((entry) => !tooDeep(entry))
    .map((entry) => JSON.stringify(entry))
    .join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},"entries":[\n${lines}\n]}\n`;
}

/**
 * Read the text of a file.
 *
 *
 * @param {string} text
 * @returns {{entries: any[], problem?: "empty"|"foreign"|"newer"|"damaged"}} there may be entries
 *   although there is a problem: a file that was cut off is read as far as it goes
 */
export function fromText(text) {
  if (!text.trim()) return { entries: [], problem: "empty" };
  try {
    return fromData(JSON.parse(text));
  } catch {
    const ours = text.slice(0, 200).includes(`"${FORMAT}"`);
    return ours
      ? { entries: lines(text), problem: "damaged" }
      : { entries: [], problem: "foreign" };
  }
}

/** @param {any} data @returns {{entries: any[], problem?: "empty"|"foreign"|"newer"|"damaged"}} */
function fromData(data) {
  if (data?.format !== FORMAT) return { entries: [], problem: "foreign" };
  const entries = Array.isArray(data.entries) ? data.entries : [];
  if (data.version > VERSION) return { entries, problem: "newer" };
  if (data.version !== VERSION || !Array.isArray(data.entries))
    return { entries, problem: "damaged" };
  return entries.length ? { entries } : { entries, problem: "empty" };
}

/** @param {string} text */
function lines(text) {
  return text.split("\n").flatMap((line) => {
    try {
      const entry = JSON.parse(line.replace(/,\s*$/, ""));
      return hasId(entry) ? [entry] : [];
    } catch {
      return [];
    }
  });
}
