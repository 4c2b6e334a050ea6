// Ticks in the navigation: what is begun or done. Without a record it loads nothing.

const start = async () => {
  const { onchange, results, views } = await import("../core/store.js");
  const { pages } = await import("../core/course.js");
  const draw = async () => {
    const far = await pages(await views(), await results());
    // Not the headings of the open page; on a phone a label stands for that page.
    const links = ".md-nav--primary .md-nav__link:is(a:not([href^='#']), [for=__toc])";
    for (const link of document.querySelectorAll(links)) {
      const { state, words } = far[(link.href ?? location.href).split(/[?#]/)[0]] ?? {};
      link.querySelector(".tick")?.remove();
      if (words) {
        const tick = document.createElement("span");
        tick.className = `tick ${state}`;
        tick.textContent = `, ${words}`;
        link.append(tick);
      }
    }
  };
  onchange(draw);
  draw();
};

const known = await globalThis.indexedDB?.databases?.().catch(() => []);
if (!known || known.some(({ name }) => name === "unruffled")) start();
else addEventListener("unruffled-answer", start, { once: true });
