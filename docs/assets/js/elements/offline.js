// Every page without a network: a worker keeps the site, and the page says when it is offline.
// Only a built site has a manifest. A live preview keeps nothing, and removes what was kept.

const root = new URL("../../../", import.meta.url).href;
const workers = navigator.serviceWorker;

const keep = async () => {
  if (document.querySelector("link[rel=manifest]")) {
    await workers.register(`${root}sw.js`, { updateViaCache: "none" });
  } else {
    const all = await workers.getRegistrations();
    for (const each of all) if (each.scope === root) await each.unregister();
  }
};

const note = document.createElement("div");
note.className = "offline";
note.setAttribute("role", "status");
document.body.append(note);

const say = () => {
  const works = workers?.controller ? " Everything here still works." : "";
  note.textContent = navigator.onLine ? "" : `You are offline.${works}`;
};
addEventListener("online", say);
addEventListener("offline", say);
workers?.addEventListener("controllerchange", say);
// A region speaks of what changes in it: it is there first, and empty.
setTimeout(say, 100);

// After all that the page itself needs. Not every browser keeps things, nor at all times: private
// windows, plain http, a full disk. The page works all the same.
const start = () => workers && keep().catch(() => {});
if (document.readyState === "complete") start();
else addEventListener("load", start, { once: true });
