// The learner's record in IndexedDB. Nothing rejects.
import { fold, sound } from "./log.js";

const NAME = "unruffled";
const channel = new (globalThis.BroadcastChannel ?? EventTarget)(NAME);
const held = new Map(); // not written yet
let status = "kept";
let opening;

const ask = (target) =>
  new Promise((done, fail) => {
    target.onsuccess = target.oncomplete = () => done(target.result);
    target.onerror = target.onabort = () => fail(target.transaction?.error ?? target.error);
  });
const all = (...requests) => Promise.all(requests.map(ask));

async function open() {
  const db = await ask(indexedDB.open(NAME));
  db.onclose = db.onversionchange = () => (opening = db.close());
  const { objectStoreNames: names } = db;
  if (["log", "questions", "drafts"].every((name) => names.contains(name))) return db;
  return open(await (await import("./repair.js")).setup(db));
}

// What opens late is used from then on.
const connect = () =>
  (opening ??= new Promise((done, fail) => {
    setTimeout(fail, 3000);
    open()
      .then((db) => flush(done((opening = db))))
      .catch((error) => (opening = fail(error)));
  }));

// Resolves to [what work found], or undefined.
async function transact(work) {
  try {
    const db = await connect();
    const transaction = db.transaction(db.objectStoreNames, "readwrite");
    const store = (name) => transaction.objectStore(name);
    return await Promise.all([work(store), ask(transaction)]);
  } catch (error) {
    status = error?.name === "QuotaExceededError" ? "full" : "off";
  }
}

// A row of "questions": a view or a result. Row "" says how much of the log they follow from.
const row = (view, entry) => fold(view, entry) ?? { ...entry, key: entry.id };

const write = async (entry) => {
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
    entry.at = Math.max(entry.at, Number.isFinite(top.at) ? top.at + 1 : 0);
    log.add(entry);
    if (top.n !== count || (view && !sound(view))) return;
    questions.put({ key: "", n: count + 1, at: entry.at });
    questions.put(row(view, entry));
  });
  if (kept) held.delete(entry.id, (status = "kept"));
};

const tell = (erased) => {
  channel.dispatchEvent(new Event("message"));
  channel.postMessage?.(erased);
};

const flush = async () => {
  if (held.size) tell(await Promise.all([...held.values()].map(write)));
};

/** Add entries. */
export async function append(entries) {
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

async function read() {
  let [rows] = (await transact(async (store) => {
    const [count, [top, ...rows]] = await all(store("log").count(), store("questions").getAll());
    return (top?.n ?? 0) === count && rows.every((each) => each.drawn || sound(each)) && rows;
  })) ?? [[]];
  rows ||= await import("./repair.js").then((repair) => repair.rebuild()).catch(() => []);
  const found = new Map(rows.map((each) => [each.key, each]));
  for (const entry of held.values()) {
    const { key } = row(null, entry);
    found.set(key, row(found.get(key), entry));
  }
  return [...found];
}

/** Key of a question → view. */
export const views = async () => new Map((await read()).filter(([, { type }]) => !type));

/** Results of tests. */
export const results = async () => (await read()).map(([, each]) => each).filter(({ type }) => type);

/** What was saved under a key. */
export const draft = async (key) =>
  (await transact((store) => ask(store("drafts").get(key))))?.[0];

/** Save what is unfinished; undefined forgets it. */
export const saveDraft = (key, value) => transact((store) => ask(store("drafts").put(value, key)));

/** Hear of changes in any tab; returns what stops it. */
export const onchange = (callback) => {
  channel.addEventListener("message", callback);
  return () => channel.removeEventListener("message", callback);
};

/** "kept", "full" or "off". */
export const state = () => status;

onchange(({ data }) => data && held.clear());

// A page that closes leaves what is not written in localStorage, for the next one.
const leave = (event) => {
  try {
    for (const entry of JSON.parse(localStorage[NAME] ?? "[]")) held.set(entry.id, entry);
    delete localStorage[NAME];
    if (event && held.size) localStorage[NAME] = JSON.stringify([...held.values()]);
  } catch {}
};
leave();
addEventListener("pagehide", leave);
connect().catch(() => {});

export { NAME, ask, held, tell, transact };
