// Ticks in the navigation: what is begun or done. Without a record it loads nothing.

const start = async () => {
  const { pages } = await import("../core/standing.js");
  const { onchange } = await import("../core/store.js");
  const draw = async () => {
    const far = await pages();
    // Not the headings of the open page; on a phone a label stands for that page.
    const links = ".md-nav--primary .md-nav__link:is(a:not([href^='#']), [for=__toc])";
    for (const link of document.querySelectorAll(links)) {
      const { state, words } = far[(link.href ?? location.href).split(/[?#]/)[0]] ?? {};
      const old = link.querySelector(".tick");
      if (old?.textContent === (words && `, ${words}`)) continue; // each change moves the page's boxes
      old?.remove();
      if (words) {
        const tick = document.createElement("span");
        tick.className = `tick ${state}`;
        tick.textContent = `, ${words}`;
        link.append(tick);
      }
    }
    dispatchEvent(new Event("unruffled-ticks"));
  };
  onchange(draw);
  draw();
};

// Not awaited here: who imports this file does not wait.
const record = `unruffled ${new URL("../../../", import.meta.url).pathname}`;
const exists = async () => (await indexedDB.databases()).some(({ name }) => name === record);
(globalThis.earlyRows ?? exists().catch(() => true))
  .then((is) => (is ? start() : addEventListener("unruffled-answer", start, { once: true })));
