// The learner's record in IndexedDB: what a page with questions needs of it. No function here
// rejects or throws: a fault of storage must not keep anybody from answering. How the database is
// reached, and why it may not be, is in database.js.
//
// Stores: "log", the entries, which are never changed; "questions", what follows from them: the view
// of each question and the results of tests; "drafts", what is unfinished. What is needed seldom is
// in setup.js and repair.js, what only the record's own page needs in transfer.js.

import { onopen, reach, transact } from "./database.js";
import { fold, sound } from "./log.js";
import { chance } from "./random.js";
import { NAME, ask, makeChannel } from "./request.js";
import { held, leave, left, unsaved } from "./waiting.js";

const channel = makeChannel();
/** @type {"kept" | import("./database.js").Reason} */
let status = "kept";

/** @param {...IDBRequest} requests @returns {Promise<any[]>} */
const all = (...requests) => Promise.all(requests.map(ask));

/**
 * Work in a transaction, and note how it went.
 *
 * @param {(store: Stores) => any} work
 * @param {"readonly" | "readwrite"} [mode]
 */
async function attempt(work, mode) {
  const done = await transact(work, mode);
  if (!done.kept) status = done.reason;
  else if (!held.size && !unsaved.size) status = "kept";
  return done;
}

/**
 * Note that something was stored: all is well when nothing else waits.
 *
 * @param {Map<string, any>} map
 * @param {string} key
 */
function stored(map, key) {
  map.delete(key);
  if (!held.size && !unsaved.size) status = "kept";
}

/**
 * A row of "questions": a question's view after an entry, or the entry itself if it is a result.
 *
 * @param {View | Row | null | undefined} view
 * @param {Entry} entry
 * @returns {Row}
 */
const row = (view, entry) => fold(view, entry) ?? /** @type {Row} */ ({ ...entry, key: entry.id });

/**
 * Write one entry with what follows from it.
 *
 * The row with the key "" says how many entries the others were made from, and the last order stamp.
 * Where it does not fit, only the log is written, and the next read makes the rows anew.
 *
 *
 * @param {Entry} entry
 * @returns {Promise<"kept" | import("./database.js").Reason>}
 */
async function write(entry) {
  const { kept, reason } = await attempt(async (store) => {
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
  if (!kept) return reason;
  stored(held, entry.id);
  return "kept";
}

/** Take away what was said of an older record, before it changes: see `last` in standing.js. */
const forget = () => {
  try {
    delete localStorage[`${NAME} ticks`];
  } catch {
    // Where it cannot be reached, nothing was put there.
  }
};

/** Tell listeners, here and in other tabs. @param {boolean} [erased] */
const tell = (erased) => {
  channel.dispatchEvent(new Event("message"));
  try {
    channel.postMessage(erased);
  } catch {
    // Other tabs read it when they are opened anew.
  }
};

/** The second copy of the record, in a browser that can have one: see copy.js. */
const copy = async () => {
  try {
    return navigator.storageBuckets && (await import("./copy.js"));
  } catch {
    // Forbidden, or it cannot be loaded.
  }
};

/** @param {Entry[]} entries @param {[key: string, value: any][]} drafts */
const mirror = async (entries, drafts = []) => {
  if (entries.length || drafts.length) await (await copy())?.mirror({ entries, drafts });
};

/** @type {Promise<any>} */
let last = Promise.resolve();
/**
 * One piece of work after the other: record and copy are never written at once.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
const inTurn = (work) => (last = last.then(work));

/**
 * Write what waits. One by one, so that an entry that is too long keeps out no other.
 *
 * @returns {Promise<Map<string, "kept" | import("./database.js").Reason>>} how it went, by id
 */
const flush = () =>
  inTurn(async () => {
    const waiting = [...held.values()];
    if (!waiting.length) return new Map();
    const done = await Promise.all(waiting.map(write));
    await mirror(waiting.filter((_, index) => done[index] === "kept"));
    tell();
    return new Map(waiting.map(({ id }, index) => [id, done[index]]));
  });

/**
 * Add entries to the record, those first that could not be written before.
 *
 * @param {NewEntry[]} entries `v`, `id`, `at` and `t` are filled in; a known id is not added again
 * @returns {Promise<Kept>} when not
 *   kept, they wait here
 */
export async function append(entries) {
  forget();
  const ids = entries.map((each) => {
    const t = Date.now();
    const id = chance(4).join("");
    const entry = /** @type {Entry} */ (/** @type {unknown} */ ({ v: 1, id, at: t, t, ...each }));
    held.set(entry.id, entry);
    return entry.id;
  });
  const done = await flush();
  // One that is not there was written with those of another call.
  const reason = ids.map((id) => done.get(id) ?? "kept").find((each) => each !== "kept") ?? "kept";
  return { kept: reason === "kept", reason };
}

/** What browser/site/early-record.js read before this file was there: good for one time. */
function early() {
  const { earlyRows } = globalThis;
  delete globalThis.earlyRows;
  return earlyRows;
}

/**
 * Read the rows of "questions"; rows that are damaged are made anew.
 *
 * @returns {Promise<Map<string, Row>>} by key, and only what is stored: what is drawn as done must
 *   not be taken back
 */
async function rows() {
  /** @param {Stores} store */
  const load = (store) => all(store("log").count(), store("questions").getAll());
  const [count, [top, ...rest]] = (await early()) ??
    (await attempt(load, "readonly")).found ?? [0, []];
  const whole =
    (top?.n ?? 0) === count && rest.every((/** @type {any} */ each) => each.drawn || sound(each));
  const sane = whole
    ? rest
    : await import("./repair.js").then((repair) => repair.rebuild()).catch(() => []);
  return new Map(sane.map((/** @type {Row} */ each) => [each.key, each]));
}

/** The rows with what waits folded in. */
async function read() {
  const found = await rows();
  for (const entry of held.values()) {
    const { key } = row(null, entry);
    found.set(key, row(found.get(key), entry));
  }
  return [...found];
}

/** @returns {Promise<Map<string, View>>} the view of each answered question, by "quiz/question" */
export const views = async () =>
  /** @type {Map<string, View>} */ (new Map((await read()).filter(([, { type }]) => !type)));

/** @returns {Promise<Result[]>} the results of tests */
export const results = async () =>
  /** @type {Result[]} */ (
    (await read()).map(([, each]) => each).filter(({ type }) => type === "result")
  );

/** @param {string} key @returns {Promise<any>} what was saved under this key */
export const draft = async (key) =>
  unsaved.has(key)
    ? /** @type {[value: any]} */ (unsaved.get(key))[0]
    : (await attempt((store) => ask(store("drafts").get(key)), "readonly")).found;

/**
 * Save what is unfinished; `null` forgets it.
 *
 *
 * @param {string} key
 * @param {any} value
 * @returns {Promise<Kept>} when not kept,
 *   it waits here
 */
export function saveDraft(key, value) {
  /** @type {[value: any]} */
  const mine = [value];
  unsaved.set(key, mine);
  return inTurn(async () => {
    const { kept, reason = "kept" } = await attempt((store) =>
      ask(store("drafts").put(value, key)),
    );
    if (kept) await mirror([], [[key, value]]);
    if (kept && unsaved.get(key) === mine) stored(unsaved, key);
    return { kept, reason };
  });
}

/** @returns {Promise<boolean>} whether something can be stored now: that is known when it was tried */
export const keeps = async () =>
  (
    await attempt((store) =>
      all(store("drafts").put(null, "trial"), store("drafts").delete("trial")),
    )
  ).kept;

/**
 * Call back when the record changes, here or in another tab.
 *
 * @param {(event: MessageEvent) => void} callback
 * @returns {() => void} what stops it
 */
export const onchange = (callback) => {
  channel.addEventListener("message", callback);
  return () => channel.removeEventListener("message", callback);
};

/** @returns {"kept" | import("./database.js").Reason} how the last write, or a failed read, went */
export const state = () => status;

// Another tab erased everything: that holds for what waits here, too.
onchange(({ data }) => {
  if (!data) return;
  held.clear();
  unsaved.clear();
});

/** @returns {Promise<Entry[]>} every answer and result, the oldest first */
export const past = async () => (await import("./everything.js")).readables();

/** Take over what earlier pages could not store. */
function takeOver() {
  const [entries = [], drafts = []] = left();
  for (const entry of entries) if (typeof entry?.id === "string") held.set(entry.id, entry);
  for (const each of drafts) {
    if (Array.isArray(each) && !unsaved.has(each[0]))
      saveDraft(.../** @type {[string, any]} */ (each));
  }
}

takeOver();
// What waits is left to the next page when this one closes.
addEventListener("pagehide", () => {
  takeOver();
  leave();
});
// A page that comes back goes on with what it has; what it left is old by the next time.
addEventListener("pageshow", ({ persisted }) => persisted && takeOver());
onopen(() => held.size && flush());
reach().then((reason) => {
  if (reason) status = reason;
});

// For transfer.js and standing.js.
export { copy, forget, inTurn, rows, tell };
