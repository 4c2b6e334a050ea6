/* global kept, groups, PATHS, FILES, scope, addressOf, keyOf, sound, store, inCache, note, write */

// Fetches what is to be kept. What a page needs comes whole or the build is refused; what it can do
// without is left out when it is wrong, and asked for again at the next visit.

/** Fewer than a browser has for a host: the reader's own next page must not wait. */
const AT_ONCE = 4;
/** Browsers end an installation after five minutes; what has come until then stays. */
const PATIENCE = 240_000;
const PATIENCE_OPTIONAL = 30_000;

/** Why a file is not kept: what came was something else, nothing came, or there is no room. */
class Refusal extends Error {
  /** @param {string} path @param {string} why @param {number} [status] */
  constructor(path, why, status) {
    super(`Not kept: ${path} (${why}${status ? `, status ${status}` : ""})`);
    this.path = path;
    this.why = why;
    this.status = status;
  }
}

/**
 * Whether the address leads to another host now, as to a page for signing in: that cannot be read.
 *
 * @param {string} path
 * @param {AbortSignal} signal
 */
const leadsAway = (path, signal) =>
  fetch(addressOf(path), { redirect: "manual", cache: "reload", signal }).then(
    ({ type }) => type === "opaqueredirect",
    () => false,
  );

/**
 * Fetch one file, past what the browser has kept by itself. @throws {Refusal}
 *
 * @param {string} path
 * @param {AbortSignal} signal
 */
const keep = async (path, signal) => {
  let response;
  let right;
  try {
    response = await fetch(addressOf(path), { cache: "reload", priority: "low", signal });
    right = await sound(path, response);
  } catch {
    throw new Refusal(path, (await leadsAway(path, signal)) ? "changed" : "missing");
  }
  if (!right) throw new Refusal(path, "changed", response.ok ? undefined : response.status);
  await store(path, right).catch(() => {
    throw new Refusal(path, "room");
  });
};

/**
 * Fetch some files, a few at once.
 * @param {string[]} paths
 * @param {AbortSignal} signal
 * @param {boolean} [whole] whether the first refusal ends it
 * @returns {Promise<Refusal[]>}
 */
const keepAll = async (paths, signal, whole = false) => {
  const waiting = [...paths];
  /** @type {Refusal[]} */
  const refused = [];
  const lane = async () => {
    while (waiting.length && !signal.aborted) {
      await keep(/** @type {string} */ (waiting.shift()), signal).catch((refusal) => {
        refused.push(refusal);
        if (whole) waiting.length = 0;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (whole && waiting.length) refused.push(new Refusal(waiting[0], "missing"));
  return refused;
};

/**
 * What is missing: what a page needs, and what it can do without. A reader who asks for less data
 * has the desk, and what was opened before.
 */
const missing = async () => {
  const whole = !(await note("less")) || (await note("whole"));
  const here = await inCache();
  /** @param {string} path */
  const needed = (path) => path in groups.desk || (whole && path in groups.rest);
  /** @param {string} path */
  const wanted = (path) => here.has(path) || (whole && path in groups.optional);
  const absent = PATHS.filter((path) => !here.get(path));
  return {
    needed: absent.filter(needed),
    optional: absent.filter((path) => !needed(path) && wanted(path)),
  };
};

/** @param {Record<string, Refused>} refusals */
const tell = async (refusals) => {
  for (const client of await clients.matchAll({ includeUncontrolled: true })) {
    client.postMessage({ refusals });
  }
};

/**
 * Remember what was refused, and tell the page where it matters: a build that could not be taken, or
 * the same file for the second time. What is no longer refused is forgotten.
 * @param {string[]} tried
 * @param {Refusal[]} refused
 * @param {boolean} [whole] whether the build was refused with it
 */
const remember = async (tried, refused, whole = false) => {
  /** @type {Record<string, Refused>} */
  const known = (await note("refusals")) ?? {};
  const before = { ...known };
  for (const path of tried) delete known[path];
  for (const { path, why, status } of refused) {
    const again = before[path]?.digest === kept[path];
    known[path] = { why, status, digest: kept[path], told: whole || again, whole };
  }
  if (JSON.stringify(known) === JSON.stringify(before)) return;
  // In this order: a page that reads the old state is told the new one after it.
  await write("refusals", known).catch(() => {});
  await tell(known);
};

const install = async () => {
  const { needed, optional } = await missing();
  const refused = await keepAll(needed, AbortSignal.timeout(PATIENCE), true);
  await remember(needed, refused, true);
  if (refused.length) throw refused[0];
  const signal = AbortSignal.timeout(PATIENCE_OPTIONAL);
  const later = await keepAll(optional, signal);
  // What was only slow is no fault; the next visit goes on.
  await remember(optional, signal.aborted ? later.filter(({ why }) => why !== "missing") : later);
};

/** This build is the one that answers: away with what is of another one. */
const settle = async () => {
  await clients.claim();
  const files = await caches.open(FILES);
  const right = new Set(PATHS.map(keyOf));
  for (const { url } of await files.keys()) if (!right.has(url)) await files.delete(url);
  // Until its version 0.1, the site kept its files by another program.
  for (const name of await caches.keys()) {
    if (name.startsWith("workbox-precache") && name.endsWith(scope)) await caches.delete(name);
  }
  await forget();
};

/** Forget what was refused for a build that nobody waits for any more. */
const forget = async () => {
  const known = (await note("refusals")) ?? {};
  const paths = Object.keys(known).filter(
    (path) => known[path].digest !== kept[path] || known[path].whole,
  );
  await remember(paths, []);
};

/** Go on with what is missing, unless a newer build is on its way. */
const goOn = async () => {
  const { needed, optional } = await missing();
  const paths = [...needed, ...optional];
  if (!navigator.onLine || !(paths.length || Object.keys((await note("refusals")) ?? {}).length))
    return;
  await registration.update().catch(() => {});
  if (registration.installing || registration.waiting) return;
  await forget();
  await remember(paths, await keepAll(paths, AbortSignal.timeout(PATIENCE)));
};

/** @type {Promise<void>} */
let last = Promise.resolve();
/** A page was opened. One goes on at a time: two tabs would count one refusal twice. */
const visit = () => (last = last.then(goOn, goOn));

/** How much is kept, and how much is not, in files and bytes of each group. */
const standing = async () => {
  const here = await inCache();
  /** @param {string[]} paths @param {Record<string, number>} sizes */
  const sum = (paths, sizes) => ({
    files: paths.length,
    bytes: paths.reduce((total, path) => total + sizes[path], 0),
  });
  return Object.fromEntries(
    Object.entries(groups).map(([name, sizes]) => {
      const paths = Object.keys(sizes);
      const [there, absent] = [true, false].map((is) =>
        paths.filter((path) => Boolean(here.get(path)) === is),
      );
      return [name, { kept: sum(there, sizes), missing: sum(absent, sizes) }];
    }),
  );
};

/** @type {Record<string, () => Promise<unknown>>} */
const orders = {
  visit,
  /** The rest, too, although the reader asks for less data. */
  whole: async () => {
    await write("whole", true);
    await visit();
  },
  standing,
};

addEventListener("install", (event) => event.waitUntil(install()));
// The first visit counts: what its page asks for later is answered from here.
addEventListener("activate", (event) => event.waitUntil(settle()));
addEventListener("message", (/** @type {ExtendableMessageEvent} */ event) => {
  const order = orders[event.data];
  const done = order?.().then((result) => event.ports[0]?.postMessage(result ?? true));
  if (done) event.waitUntil(done);
});
