// A word where there is no record, at an address that is not the site's own: it may be at the other.

import { otherHome } from "../core/home.js";
import { root } from "../core/root.js";
import { gettext, pieces } from "../core/words.js";
import { element } from "./make.js";

/** @returns {HTMLElement[]} nothing where the reader is at the site's own address */
export function elsewhere() {
  const home = otherHome();
  if (!home) return [];
  const here = location.href.replace(/#.*/, "").slice(root.href.length);
  return [
    element(
      "p",
      { className: "elsewhere" },
      ...pieces(
        gettext(
          "A browser keeps answers for each address by itself. You are at {here}. What you answered at {home} is not here.",
        ),
        {
          here: element("strong", { translate: false }, root.href),
          home: element("a", { href: home + here, translate: false }, home),
        },
      ),
    ),
  ];
}
