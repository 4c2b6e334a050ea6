// Starts the worker that keeps the site, and shows what an earlier visit could not keep. It comes after
// all that the page itself needs.

/**
 * Rejects where the browser keeps nothing.
 *
 * @param {ServiceWorkerContainer} workers
 * @param {string} root of the site
 * @param {(get: () => any) => Promise<void>} look shows the refusals that `get` gives
 */
export async function keep(workers, root, look) {
  workers.addEventListener("message", ({ data }) => look(() => data.refusals));
  if (document.querySelector("link[rel=manifest]")) {
    const notes = await caches.open(`unruffled notes ${root}`);
    const less = `${root}?note=less`;
    await (navigator.connection?.saveData
      ? notes.put(less, new Response("1"))
      : notes.delete(less));
    const { active } = await workers.register(`${root}sw.js`, { updateViaCache: "none" });
    active?.postMessage("visit");
    await look(async () => (await notes.match(`${root}?note=refusals`))?.json());
  } else {
    const all = await workers.getRegistrations();
    for (const each of all) if (each.scope === root) await each.unregister();
  }
}
