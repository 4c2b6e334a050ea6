// Every page without a network: a worker keeps the site, and the page says when it is offline, and
// when something could not be kept. Only a built site has a manifest. A live preview keeps nothing,
// and removes what was kept.

import { gettext } from "../core/words.js";

const root = new URL("../../../../", import.meta.url).href;
/** Where a browser forbids it, to ask for it throws. */
const workers = (() => {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
})();

const note = document.createElement("div");
note.className = "offline";
note.setAttribute("role", "status");
document.body.append(note);

const isOnline = () => {
  try {
    return navigator.onLine ?? true;
  } catch {
    return true;
  }
};

/** @type {(Node | string)[]} */
let refused = [];

const say = () => {
  const offline = workers?.controller
    ? gettext("You are offline. Everything here still works.")
    : gettext("You are offline.");
  note.replaceChildren(...(isOnline() ? refused : [offline]));
};
/** @type {Promise<void>} */
let turn = Promise.resolve();
/**
 * Say what could not be kept, one state after another; the words come where there is any.
 *
 * @param {() => any} get
 */
const look = (get) =>
  (turn = turn
    .then(async () => {
      const refusals = await get();
      refused = refusals ? (await import("./refused.js")).words(refusals, root, note) : [];
      say();
    })
    .catch(() => {}));
addEventListener("online", say);
addEventListener("offline", say);
workers?.addEventListener("controllerchange", say);
// A region speaks of what changes in it: it is there first, and empty.
setTimeout(say, 100);

// After all that the page itself needs. Not every browser keeps things, nor at all times: private
// windows, plain http, a full disk. The page works all the same.
const start = () =>
  workers && import("./keeping.js").then(({ keep }) => keep(workers, root, look)).catch(() => {});
if (document.readyState === "complete") start();
else addEventListener("load", start, { once: true });
