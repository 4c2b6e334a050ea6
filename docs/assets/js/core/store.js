// The learner's record in IndexedDB: what a page with questions needs of it. No function here
// rejects or throws: a fault of storage must not keep anybody from answering.
//
// Stores: "log", the entries, which are never changed; "questions", what follows from them: the view
// of each question and the results of tests; "drafts", what is unfinished. What is needed seldom is
// in repair.js, what only the record's own page needs in transfer.js.

import { fold, sound } from "./log.js";

/** Each site has a record of its own, also where several share a host. */
const NAME = `unruffled ${new URL("../../../", import.meta.url).pathname}`;
const STORES = ["log", "questions", "drafts"];
/** The longest time to wait for the database, in milliseconds; some browsers never answer. */
const PATIENCE = 3000;
const channel = new BroadcastChannel(NAME);

/** Entries that are not written yet, by id. Every read sees them. */
const held = new Map();
/** Drafts that are not written yet, by key, each as `[value]`. */
const unsaved = new Map();
let status = "kept";
let opening;

/**
 * Turn a request or a transaction into a promise.
 *
 * When a transaction fails, its requests only say that they were given up; the reason is its own.
 */
const ask = (target) =>
  new Promise((done, fail) => {
    target.onsuccess = target.oncomplete = () => done(target.result);
    target.onerror = target.onabort = () => fail(target.transaction?.error ?? target.error);
  });

const all = (...requests) => Promise.all(requests.map(ask));

/** Open the database at whatever version it has: one of a later version of this site works, too. */
async function open() {
  const db = await ask(indexedDB.open(NAME));
  db.onclose = db.onversionchange = () => (opening = db.close());
  if (STORES.every((name) => db.objectStoreNames.contains(name))) return db;
  const { setup } = await import("./repair.js");
  await setup(db);
  return open();
}

/** Connect once. A failure is tried again at the next call; what opens late is used from then on. */
const connect = () =>
  (opening ??= new Promise((done, fail) => {
    setTimeout(fail, PATIENCE);
    open()
      .then((db) => {
        done((opening = db));
        flush();
      })
      .catch((error) => (opening = fail(error)));
  }));

/**
 * Work in one transaction.
 *
 * @param {(store: (name: string) => IDBObjectStore) => Promise<any>} work
 * @param {"readonly" | "readwrite"} [mode]
 * @returns {Promise<[any] | undefined>} what `work` found, once it is stored; nothing on a failure
 */
async function transact(work, mode = "readwrite") {
  try {
    const db = await connect();
    const transaction = db.transaction(db.objectStoreNames, mode);
    return await Promise.all([work((name) => transaction.objectStore(name)), ask(transaction)]);
  } catch (error) {
    status = error?.name === "QuotaExceededError" ? "full" : "off";
  }
}

/** A row of "questions": a question's view after an entry, or the entry itself if it is a result. */
const row = (view, entry) => fold(view, entry) ?? { ...entry, key: entry.id };

/**
 * Write one entry with what follows from it.
 *
 * The row with the key "" says how many entries the others were made from, and the last order stamp.
 * Where it does not fit, only the log is written, and the next read makes the rows anew.
 */
async function write(entry) {
  const kept = await transact(async (store) => {
    const log = store("log");
    const questions = store("questions");
    const [known, count, top = { n: 0, at: 0 }, view] = await all(
      log.getKey(entry.id),
      log.count(),
      questions.get(""),
      questions.get(row(null, entry).key),
    );
    if (known) return;
    // A clock that was moved back must not put an answer before an older one.
    entry.at = Math.max(entry.at, Number.isFinite(top.at) ? top.at + 1 : 0);
    log.add(entry);
    if (top.n !== count || (view && !sound(view))) return;
    questions.put({ key: "", n: count + 1, at: entry.at });
    questions.put(row(view, entry));
  });
  if (!kept) return;
  status = "kept";
  held.delete(entry.id);
}

/** Take away what was said of an older record, before it changes: see `last` in standing.js. */
const forget = () => {
  try {
    delete localStorage[`${NAME} ticks`];
  } catch {
    // Where it cannot be reached, nothing was put there.
  }
};

/** Tell listeners, here and in other tabs. */
const tell = (erased) => {
  channel.dispatchEvent(new Event("message"));
  channel.postMessage(erased);
};

/** Write what waits. One by one, so that an entry that is too long keeps out no other. */
async function flush() {
  if (!held.size) return;
  await Promise.all([...held.values()].map(write));
  tell();
}

/**
 * Add entries to the record, those first that could not be written before.
 *
 * @param {object[]} entries `v`, `id`, `at` and `t` are filled in; a known id is not added again
 * @returns {Promise<{kept: boolean, reason: "kept"|"full"|"off"}>} when not kept, they wait here
 */
export async function append(entries) {
  forget();
  const ids = entries.map((each) => {
    const t = Date.now();
    const id = crypto.getRandomValues(new Uint32Array(4)).join("");
    const entry = { v: 1, id, at: t, t, ...each };
    held.set(entry.id, entry);
    return entry.id;
  });
  await flush();
  return { kept: !ids.some((id) => held.has(id)), reason: status };
}

/** What overrides/partials/early-record.html read before this file was there: good for one time. */
function early() {
  const { earlyRows } = globalThis;
  delete globalThis.earlyRows;
  return earlyRows;
}

/** Read the rows of "questions" with what waits folded in; rows that are damaged are made anew. */
async function read() {
  const load = (store) => all(store("log").count(), store("questions").getAll());
  const [count, [top, ...rest]] =
    (await early()) ?? (await transact(load, "readonly"))?.[0] ?? [0, []];
  const whole = (top?.n ?? 0) === count && rest.every((each) => each.drawn || sound(each));
  const rows = whole
    ? rest
    : await import("./repair.js").then((repair) => repair.rebuild()).catch(() => []);
  const found = new Map(rows.map((each) => [each.key, each]));
  for (const entry of held.values()) {
    const { key } = row(null, entry);
    found.set(key, row(found.get(key), entry));
  }
  return [...found];
}

/** @returns {Promise<Map<string, object>>} the view of each answered question, by "quiz/question" */
export const views = async () => new Map((await read()).filter(([, { type }]) => !type));

/** @returns {Promise<object[]>} the results of tests */
export const results = async () =>
  (await read()).map(([, each]) => each).filter(({ type }) => type === "result");

/** @returns {Promise<any>} what was saved under this key */
export const draft = async (key) =>
  (unsaved.get(key) ?? (await transact((store) => ask(store("drafts").get(key)), "readonly")))?.[0];

/** Save what is unfinished; `null` forgets it. */
export async function saveDraft(key, value) {
  const last = [value];
  unsaved.set(key, last);
  const kept = await transact((store) => ask(store("drafts").put(value, key)));
  if (kept && unsaved.get(key) === last) unsaved.delete(key);
}

/**
 * Call back when the record changes, here or in another tab.
 *
 * @returns {() => void} what stops it
 */
export const onchange = (callback) => {
  channel.addEventListener("message", callback);
  return () => channel.removeEventListener("message", callback);
};

/** @returns {"kept" | "full" | "off"} how the last write, or a failed read, went */
export const state = () => status;

// Another tab erased everything: that holds for what waits here, too.
onchange(({ data }) => {
  if (!data) return;
  held.clear();
  unsaved.clear();
});

/**
 * Take what earlier pages left, and leave what waits to the next one when this page closes.
 *
 * `localStorage` is written at once, while a database may need longer than a page lives.
 */
const handOver = (event) => {
  try {
    const [entries, drafts] = JSON.parse(localStorage[NAME] ?? "[[], []]");
    for (const entry of entries) held.set(entry.id, entry);
    for (const each of drafts) saveDraft(...each);
    delete localStorage[NAME];
    if (!event || !(held.size || unsaved.size)) return;
    const left = [...unsaved].map(([key, [value]]) => [key, value]);
    localStorage[NAME] = JSON.stringify([[...held.values()], left]);
  } catch {
    // Forbidden or full: then it is forgotten, as the page says.
  }
};

handOver();
addEventListener("pagehide", handOver);
connect().catch(() => {});

// For repair.js, transfer.js and standing.js.
export { NAME, ask, forget, held, read as rows, tell, transact, unsaved };
