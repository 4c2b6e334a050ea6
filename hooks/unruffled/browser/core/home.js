// The addresses of this site: where the reader is, and where the site says that it lives. A browser
// keeps a record for each address by itself.

import { root } from "./root.js";

/** @param {string} address */
const plain = (address) => address.replace(/(^|\/)index\.html$/, "$1");

/** @returns {string} the root of the site at its own address, where the reader is at another one */
export function otherHome() {
  const own = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))
    ?.href;
  if (!own) return "";
  const path = plain(location.pathname).slice(root.pathname.length);
  const home = plain(own);
  if (!home.endsWith(path)) return "";
  const found = home.slice(0, home.length - path.length);
  return found === root.href ? "" : found;
}
