/* global workbox, kept -- no module: sw.js imports it after Workbox (hooks/unruffled/offline.py) */

// Keeps the whole site: `self.kept` is path → digest of every file. What is kept is answered from
// there, with or without a network, so that a page and its scripts are of the same build.
// Why, and when a new build takes over: docs/contributing/decisions/0011-kept-whole.md.

const { scope } = registration;
const notFound = new URL("404.html", scope).href;

workbox.precaching.addPlugins([
  {
    // Some servers send the page for a wrong address with the status 404, wherever it is asked for.
    cacheWillUpdate: async ({ request, response }) => {
      if (response.ok) return response;
      if (!request.url.startsWith(notFound) || response.status !== 404) return null;
      return new Response(await response.blob(), { headers: response.headers });
    },
  },
]);

workbox.precaching.precache(
  Object.entries(kept).map(([path, revision]) => {
    const url = encodeURI(path).replace(/[?#]/g, encodeURIComponent);
    return { url, revision };
  }),
);

// A download is opened like a page, too; it must get its file.
const PAGE = /(\/[^/.]*|\.html)$/;

/** What is kept for an address; its `?query` is for the page's scripts. */
const find = (address) => {
  const { origin, pathname } = new URL(address);
  const bare = origin + pathname;
  return [bare, `${bare.replace(/\/$/, "")}/index.html`, `${bare}.html`].find((each) =>
    workbox.precaching.getCacheKeyForURL(each),
  );
};

const answer = (address) => workbox.precaching.matchPrecache(address);

/** A page that is not kept: perhaps new, perhaps a wrong address. */
const elsewhere = async (request) => {
  try {
    return await fetch(request);
  } catch {
    const page = await answer(notFound);
    return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
  }
};

// Not by `refresh`: with a #place in the address, that would only look for the place here.
const AGAIN = `<!doctype html><meta name="color-scheme" content="dark light"><title>…</title>
<script>location.reload()</script>`;
let patience = 20;

/**
 * A newer build that is complete takes over between two pages: when a reader opens one, and never
 * under a reader. The page is then asked for once more, and the new build answers. Nothing where
 * no build waits, or where it does not come.
 */
const takeover = () => {
  if (!registration.waiting || patience-- < 1) return undefined;
  registration.waiting.postMessage("take over");
  return new Response(AGAIN, { headers: { "Content-Type": "text/html; charset=utf-8" } });
};

const open = async (request, found) => {
  const { pathname, search } = new URL(request.url);
  const newer = PAGE.test(pathname) && takeover();
  if (newer) return newer;
  if (!found) return elsewhere(request);
  // A folder without its slash: links on the page would lead astray.
  if (found.endsWith("/index.html") && !/(\/|\/index\.html)$/.test(pathname)) {
    return Response.redirect(`${pathname}/${search}`);
  }
  return (await answer(found)) ?? elsewhere(request);
};

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  const found = find(request.url);
  if (request.mode === "navigate") event.respondWith(open(request, found));
  else if (found) event.respondWith(answer(found).then((kept) => kept ?? fetch(request)));
});

addEventListener("message", ({ data }) => data === "take over" && skipWaiting());
// The first visit counts: what its page asks for later is answered from here.
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
