// The ticks themselves: drawn from what the page before found, and anew when the record is read or
// changes. Loaded where there is a record.

import { far, last } from "../core/standing.js";
import { onchange } from "../core/store.js";

/** Not the headings of the open page; on a phone a label stands for that page. */
const LINKS = ".md-nav--primary .md-nav__link:is(a:not([href^='#']), [for=__toc])";

/** @param {Awaited<ReturnType<typeof far>>} found */
function draw({ pages }) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll(LINKS)
  )) {
    const { state, words } = pages[(link.href ?? location.href).split(/[?#]/)[0]] ?? {};
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
}

async function renew() {
  draw(await far());
  dispatchEvent(new Event("unruffled-ticks"));
}

draw(last());
onchange(renew);
renew();
