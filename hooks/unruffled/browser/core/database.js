// The database of the learner's record: opened once, opened anew when the browser has let go of it,
// and with a name for each way in which it can fail. Nothing here rejects but `ask`.

import { NAME, ask, named, patient } from "./request.js";

const STORES = ["log", "questions", "drafts"];
/** How long to wait for the database to open, and for one piece of work, in milliseconds. */
const [OPENING, WORKING] = [3000, 5000];

/**
 * Why nothing is stored. `full`: no room; `off`: the browser forbids it; `blocked`: another tab holds
 * an older version; `slow`: no answer; `odd`: what was to be stored cannot be; `lost`: anything else.
 *
 * @typedef {"full" | "off" | "blocked" | "slow" | "odd" | "lost"} Reason
 * @type {Record<string, Reason>}
 */
const REASONS = {
  QuotaExceededError: "full",
  SecurityError: "off",
  BlockedError: "blocked",
  TimeoutError: "slow",
  DataCloneError: "odd",
  DataError: "odd",
  RangeError: "odd",
};
/** @typedef {{kept: true, found: any, reason?: undefined} | {kept: false, found?: undefined, reason: Reason}} Done */

/** Faults of a handle that the browser has let go of, as phones do to a page in the background. */
const STALE = [
  "InvalidStateError",
  "UnknownError",
  "AbortError",
  "TransactionInactiveError",
  "NotFoundError",
  "TimeoutError",
];

/** @type {IDBDatabase | undefined} */
let db;
/** @type {Promise<IDBDatabase> | undefined} */
let opening;
/** What the database is waited for in vain for, since the page asked for it. */
let late = "";
/** @type {(() => void)[]} */
const listeners = [];

/** Call back whenever the database has been opened. @param {() => void} callback */
export const onopen = (callback) => listeners.push(callback);

/**
 * Open the database at whatever version it has: one of a later version of this site works, too.
 *
 * @returns {Promise<IDBDatabase>}
 */
async function open() {
  /** @type {IDBFactory | undefined} */
  let factory;
  try {
    factory = indexedDB;
  } catch {
    // Forbidden: the same as none.
  }
  if (!factory) throw named("SecurityError");
  const found = await ask(factory.open(NAME));
  if (STORES.every((name) => found.objectStoreNames.contains(name))) return found;
  const { setup } = await import("./setup.js");
  await setup(found, () => (late = "BlockedError"));
  return open();
}

/** @param {IDBDatabase} found */
function use(found) {
  db = found;
  [opening, late] = [undefined, ""];
  db.onclose = db.onversionchange = () => drop(found);
  for (const each of listeners) each();
  return found;
}

/** @param {any} error @returns {never} */
function giveUp(error) {
  [opening, late] = [undefined, ""];
  // A browser in private mode may have a factory that opens nothing, or no way to open.
  throw ["InvalidStateError", "TypeError"].includes(error?.name) ? named("SecurityError") : error;
}

/** Connect once. A failure is tried again at the next call; what opens late is used from then on. */
async function connect() {
  if (db) return db;
  opening ??= open().then(use, giveUp);
  if (late) {
    opening.catch(() => {});
    throw named(late);
  }
  const found = await patient(opening, OPENING, () => (late ||= "TimeoutError"));
  return found;
}

/** @param {any} error @returns {Reason} */
const reasonOf = (error) => REASONS[error?.name] ?? "lost";

/** Open the database if it can be. @returns {Promise<Reason | undefined>} why not */
export const reach = () => connect().then(() => undefined, reasonOf);

/** @param {IDBDatabase} old */
function drop(old) {
  if (db === old) db = undefined;
  try {
    old.close();
  } catch {
    // Gone already.
  }
}

/** @param {any} error */
const isStale = (error) => !error || STALE.includes(error.name);

/**
 * One go at a piece of work. What has thrown leaves nothing half done behind.
 *
 * @param {(store: Stores) => any} work
 * @param {IDBTransactionMode} mode
 * @param {number} time
 * @param {(mine: IDBDatabase) => IDBDatabase} hold
 */
async function once(work, mode, time, hold) {
  const mine = hold(await connect());
  const transaction = mine.transaction(mine.objectStoreNames, mode);
  const ended = ask(transaction);
  const done = (async () => work((name) => transaction.objectStore(name)))();
  try {
    return (await patient(Promise.all([done, ended]), time))[0];
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended.
    }
    throw error;
  }
}

/**
 * Work in one transaction. Where the handle is stale, it is dropped, and the work is done once more
 * with a new one.
 *
 * @param {(store: Stores) => any} work may be called twice
 * @param {"readonly" | "readwrite"} [mode]
 * @param {number} [time] how long it may take, in milliseconds
 * @returns {Promise<Done>} `found`: what `work`
 *   found, once it is stored
 */
export async function transact(work, mode = "readwrite", time = WORKING) {
  for (let again = true; ; again = false) {
    /** @type {IDBDatabase | undefined} */
    let handle;
    try {
      /** @param {IDBDatabase} mine */
      const hold = (mine) => (handle = mine);
      // What may take long is begun when a short question has been answered.
      if (time === Infinity)
        await once((store) => ask(store("drafts").count()), "readonly", WORKING, hold);
      return { kept: true, found: await once(work, mode, time, hold) };
    } catch (error) {
      const stale = handle && isStale(error);
      if (stale) drop(/** @type {IDBDatabase} */ (handle));
      if (!stale || !again) return { kept: false, reason: reasonOf(error) };
    }
  }
}
