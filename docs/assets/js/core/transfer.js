// What only the record's own page needs: everything that is there, files of it, the end of it.

import { merge, newer, readable } from "./entries.js";
import { remake } from "./repair.js";
import { NAME, ask, forget, held, state, tell, transact, unsaved } from "./store.js";

const FORMAT = "unruffled-record";
const VERSION = 1;

/** The largest file that is read, in bytes: about 200,000 answers. */
export const LARGEST = 64 * 2 ** 20;

/**
 * Read the whole record, with what could not be written yet.
 *
 * @returns {Promise<{entries: object[], newer: object[], unreadable: object[]}>} what can be
 *   computed with, in order; what a later version wrote; what is damaged. Each entry is in one
 */
export async function everything() {
  const [stored] = (await transact((store) => ask(store("log").getAll()))) ?? [[]];
  const all = merge(stored, held.values());
  return {
    entries: all.filter(readable),
    newer: all.filter(newer),
    unreadable: all.filter((entry) => !readable(entry) && !newer(entry)),
  };
}

// What throws at once would leave behind the entries before it.
function put(log, entry) {
  try {
    log.put(entry);
  } catch (error) {
    log.transaction.abort();
    throw error;
  }
}

// Only these are keys in a database.
const hasId = (entry) => typeof entry?.id === "string" || Number.isFinite(entry?.id);

/**
 * Add entries from elsewhere: all of them or none.
 *
 * What is there stays as it is, unless it is damaged and the one from elsewhere is not.
 *
 * @returns {Promise<{added: number, known: number, refused: number, reason?: "full"|"off"}>}
 *   `refused`: without an id; with a `reason`, nothing was added
 */
export async function add(entries) {
  forget();
  const found = entries.filter(hasId);
  const refused = entries.length - found.length;
  const before = new Map();
  const done = await transact(async (store) => {
    const log = store("log");
    for (const entry of await ask(log.getAll())) before.set(entry.id, entry);
    const mine = new Map(before);
    for (const entry of found) {
      const better = readable(entry) && !readable(mine.get(entry.id));
      if (mine.has(entry.id) && !better) continue;
      put(log, entry);
      mine.set(entry.id, entry);
    }
    await remake(store);
    return mine.size - before.size;
  });
  if (!done) return { added: 0, known: 0, refused, reason: state() };
  tell();
  return { added: done[0], known: found.length - done[0], refused };
}

/** Erase everything, also what is on its way. @returns {Promise<boolean>} false: nothing could be */
export async function erase() {
  forget();
  held.clear();
  unsaved.clear();
  try {
    delete localStorage[NAME];
  } catch {
    // Where it cannot be reached, nothing was put there.
  }
  const done = await transact(async (store) => {
    // A later version may have stores that we do not know.
    for (const name of store("log").transaction.objectStoreNames) store(name).clear();
  });
  tell(true);
  return Boolean(done);
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
  const lines = entries.map((entry) => JSON.stringify(entry)).join(",\n");
  return `${JSON.stringify(head).slice(0, -1)},"entries":[\n${lines}\n]}\n`;
}

/**
 * Read the text of a file.
 *
 * @returns {{entries: any[], problem?: "empty"|"foreign"|"newer"|"damaged"}} there may be entries
 *   although there is a problem: a file that was cut off is read as far as it goes
 */
export function fromText(text) {
  if (!text.trim()) return { entries: [], problem: "empty" };
  try {
    return fromData(JSON.parse(text));
  } catch {
    const ours = text.slice(0, 200).includes(`"${FORMAT}"`);
    return ours ? { entries: lines(text), problem: "damaged" } : { entries: [], problem: "foreign" };
  }
}

function fromData(data) {
  if (data?.format !== FORMAT) return { entries: [], problem: "foreign" };
  const entries = Array.isArray(data.entries) ? data.entries : [];
  if (data.version > VERSION) return { entries, problem: "newer" };
  if (data.version !== VERSION || !Array.isArray(data.entries)) return { entries, problem: "damaged" };
  return entries.length ? { entries } : { entries, problem: "empty" };
}

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
