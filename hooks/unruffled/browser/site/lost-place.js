// A place that a link names and that is not on its page: found by a name like it, or told.

import { gettext } from "../core/words.js";
import { placesFrom } from "../core/address.js";
import { element } from "../dom/make.js";

/** What puts its own places, or something else than a place, behind the # of an address. */
const OWN =
  "unruffled-assigned, unruffled-assign, unruffled-exam, unruffled-team, unruffled-record, unruffled-review, unruffled-scenario";

/**
 * The id of the place that has this name, or whose own name it is: `whole-day` of `empathy.whole-day`.
 *
 * @param {string} name
 */
function placeOf(name) {
  if (document.getElementById(name)) return name;
  const own = document.querySelectorAll(`[id$=".${CSS.escape(name.replaceAll("/", "."))}"]`);
  return own.length === 1 ? own[0].id : "";
}

/** Go to the place that the address means, or say that it is not here. */
export function find() {
  const { hash } = location;
  const names = placesFrom(hash);
  const found = names.map(placeOf).find(Boolean);
  if (found) {
    location.replace(`${location.pathname}${location.search}#${encodeURIComponent(found)}`);
  } else if (names.length && !names[0].startsWith("__") && !document.querySelector(OWN)) {
    const words = gettext(
      "The link names a place that is not on this page: “{name}”. It may be old, or a program changed it on its way.",
      { name: names[names.length - 1].slice(0, 80) },
    );
    (document.querySelector(".md-content__inner") ?? document.querySelector("main"))?.prepend(
      element("p", { className: "lost-place", role: "status" }, words),
    );
  }
}
