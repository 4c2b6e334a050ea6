// On pages that show what is done, in the head: reads the learner's record while the page is parsed.
// Modules begin only after that, and the theme's script (110 KB) would then hold up what they ask the
// database for. core/store.js takes what was read here, once. The theme's script waits for the ticks,
// a second at most: its place is kept by a script with `data-src` (theme/main.html).
{
  const PATIENCE = 500;
  const LONGEST = 1000;
  const here = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const name = `unruffled ${new URL("../../../../", here).pathname}`;

  /** @param {number} time @returns {Promise<undefined>} */
  const wait = (time) => new Promise((go) => setTimeout(go, time));

  /** @type {Promise<any>} */
  const read = new Promise((done) => {
    const open = indexedDB.open(name);
    open.onupgradeneeded = () => open.transaction?.abort();
    open.onerror = () => done(undefined);
    open.onsuccess = () => {
      const { result } = open;
      const names = ["log", "questions"];
      if (!names.every((each) => result.objectStoreNames.contains(each)))
        return done(result.close());
      const transaction = result.transaction(names);
      const count = transaction.objectStore("log").count();
      const rows = transaction.objectStore("questions").getAll();
      transaction.onabort = () => done(undefined);
      transaction.oncomplete = () => done([count.result, rows.result]);
      result.close();
    };
  });
  const rows = Promise.race([read, wait(PATIENCE)]).catch(() => undefined);
  globalThis.earlyRows = rows;

  /** The page is there, to its end. */
  const parsed = new Promise((go) => {
    if (document.readyState === "loading")
      document.addEventListener("readystatechange", go, { once: true });
    else go(undefined);
  });
  const ticks = rows.then(
    (found) => found && new Promise((go) => addEventListener("unruffled-ticks", go)),
  );
  Promise.all([Promise.race([ticks, wait(LONGEST)]), parsed]).then(() => {
    const { src } = document.querySelector("script[data-src]").dataset;
    document.body.append(Object.assign(document.createElement("script"), { src }));
  });
}
