/* global kept, types -- no module: a part of sw.js (hooks/unruffled/publishing/offline.py) */

// What is kept, and that it is right. `self.kept` is path → SHA-256 of every file of the build; in
// the cache, a file lies under its address and that digest. Nothing else is stored, and nothing that
// differs is answered, whatever has been done to it: docs/contributing/decisions/0011-kept-whole.md.

const { scope } = registration;
const FILES = `unruffled files ${scope}`;
const NOTES = `unruffled notes ${scope}`;
const PATHS = Object.keys(kept);

/** @param {string} path */
const addressOf = (path) =>
  new URL(scope + encodeURI(path).replace(/[?#]/g, encodeURIComponent)).href;
/** @param {string} path */
const keyOf = (path) => `${addressOf(path)}?sha256=${kept[path]}`;
const pathOf = new Map(PATHS.map((path) => [addressOf(path), path]));

/** @param {ArrayBuffer} bytes */
const digest = async (bytes) => {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/**
 * The answer to be kept: the listed bytes with the type of the file; nothing if they differ.
 *
 * @param {string} path
 * @param {Response} response
 */
const sound = async (path, response) => {
  const bytes = await response.arrayBuffer();
  if ((await digest(bytes)) !== kept[path]) return undefined;
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
  const type = types[/\.[^./]*$/.exec(path)?.[0] ?? ""];
  if (type) headers.set("Content-Type", type);
  return new Response(bytes, { headers });
};

/** @param {string} path @param {Response} response */
const store = async (path, response) => (await caches.open(FILES)).put(keyOf(path), response);

/**
 * What is kept of a file; nothing if it is not, or if something has changed it.
 *
 * @param {string} path
 */
const taken = async (path) => {
  const files = await caches.open(FILES);
  const found = await files.match(keyOf(path));
  if (!found) return undefined;
  const right = await sound(path, found);
  if (!right) await files.delete(keyOf(path));
  return right;
};

/** The paths in the cache → whether it is this build's content. */
const inCache = async () => {
  /** @type {Map<string, boolean>} */
  const found = new Map();
  for (const { url } of await (await caches.open(FILES)).keys()) {
    const path = pathOf.get(url.replace(/\?[^?]*$/, ""));
    if (path) found.set(path, found.get(path) || url === keyOf(path));
  }
  return found;
};

// Small things to remember, for the page as well: site/offline.js reads and writes them, too.
/** @param {string} name */
const noteOf = (name) => `${scope}?note=${name}`;
/** @param {string} name @returns {Promise<any>} */
const note = async (name) => (await caches.match(noteOf(name), { cacheName: NOTES }))?.json();
/** @param {string} name @param {unknown} value */
const write = async (name, value) =>
  (await caches.open(NOTES)).put(noteOf(name), new Response(JSON.stringify(value)));
