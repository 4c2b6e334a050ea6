/* global scope, addressOf, pathOf, sound, store, taken */

// Answers from what is kept, with or without a network, so that a page and its scripts are of the
// same build; and hands over to a newer build between two pages.

// A download is opened like a page, too; it must get its file.
const PAGE = /(\/[^/.]*|\.html)$/;
const NOT_FOUND = "404.html";
/** @param {string} address */
const folderOf = (address) => /^([^/?#]+)\//.exec(address.slice(scope.length))?.[1];
const FOLDERS = new Set([...pathOf.keys()].map(folderOf));

/**
 * The path of what is kept for an address; its `?query` is for the page's scripts.
 *
 * @param {string} address
 */
const find = (address) => {
  const { origin, pathname } = new URL(address);
  const bare = origin + pathname;
  return [bare, `${bare.replace(/\/$/, "")}/index.html`, `${bare}.html`]
    .map((each) => pathOf.get(each))
    .find(Boolean);
};

/**
 * What is kept; else what the server sends, which is kept from then on if it is right.
 *
 * @param {FetchEvent} event
 * @param {string} path
 */
const answer = async (event, path) => {
  const found = await taken(path);
  if (found) return found;
  const fresh = await fetch(event.request);
  const copy = fresh.clone();
  event.waitUntil(
    sound(path, copy)
      .then((right) => right && store(path, right))
      .catch(() => {}),
  );
  return fresh;
};

/** The language of the site: a build puts it in here. */
const LOCALE = "en-GB";

/** @param {string} title @param {string} body @param {number} status */
const page = (title, body, status) =>
  new Response(
    `<!doctype html><html lang="${LOCALE}" dir="auto"><meta charset="utf-8"><meta name="color-scheme" content="light dark">` +
      `<meta name="viewport" content="width=device-width"><title>${title}</title>` +
      `<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}</style>${body}`,
    { status, headers: { "Content-Type": "text/html; charset=utf-8" } },
  );

/** A page of this site that was never opened here, while there is no network. */
const notHere = () => {
  const offline = gettext("You are offline");
  const why = gettext(
    "This page is not kept in this browser. It is kept once you have opened it with a network.",
  );
  const [again, home] = [gettext("Try again"), gettext("To the handbook")];
  const ways = `<p><a href="">${again}</a></p><p><a href="${scope}">${home}</a></p>`;
  return page(offline, `<main><h1>${offline}</h1><p>${why}</p>${ways}</main>`, 503);
};

/**
 * A page that is not listed: perhaps new, perhaps a wrong address, perhaps another site's.
 *
 * @param {FetchEvent} event
 */
const elsewhere = async (event) => {
  try {
    return await fetch(event.request);
  } catch {
    const folder = folderOf(event.request.url);
    const none = folder && FOLDERS.has(folder) && (await taken(NOT_FOUND));
    return none
      ? new Response(none.body, { status: 404, headers: none.headers })
      : Response.error();
  }
};

// Not by `refresh`: with a #place in the address, that would only look for the place here.
const again = () => page("…", "<script>location.reload()</script>", 200);
/** @type {ServiceWorker | undefined} */
let asked;
let willing = false;
let patience = 0;

/**
 * Ask the next worker to take over; one that is none of ours says nothing to that.
 *
 * @param {ServiceWorker} next
 * @returns {Promise<boolean>}
 */
const ask = (next) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), 1000);
    next.postMessage("take over", [port2]);
  });

/**
 * A newer build that is complete takes over between two pages: when a reader opens one, and never
 * under a reader. The page is then asked for once more, and the new build answers. Nothing where
 * no build waits, or where it does not come.
 */
const takeover = async () => {
  const next = registration.waiting;
  if (!next) return undefined;
  // Asked once: until it is active it says nothing more, and waits for us to end what we do.
  if (next !== asked) [asked, willing, patience] = [next, await ask(next), 20];
  return willing && patience-- > 0 ? again() : undefined;
};

/** @param {FetchEvent} event @param {string | undefined} path @returns {Promise<Response>} */
const open = async (event, path) => {
  const { pathname, search } = new URL(event.request.url);
  const newer = PAGE.test(pathname) && (await takeover());
  if (newer) return newer;
  if (!path) return elsewhere(event);
  // A folder without its slash: links on the page would lead astray.
  if (addressOf(path).endsWith("/index.html") && !/(\/|\/index\.html)$/.test(pathname)) {
    return Response.redirect(`${pathname}/${search}`);
  }
  return answer(event, path).catch(notHere);
};

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const path = find(request.url);
  if (request.mode === "navigate") event.respondWith(open(event, path));
  else if (path) event.respondWith(answer(event, path));
});

addEventListener("message", (/** @type {MessageEvent} */ { data, ports }) => {
  if (data !== "take over") return;
  ports[0]?.postMessage(true);
  skipWaiting();
});
