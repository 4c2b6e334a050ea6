// Addresses as they arrive, put right as far as can be seen from them. Pure.

import { bare, layers, seen } from "./received.js";

/** The most addresses that are tried. */
const MOST = 8;

/**
 * @param {string} hash
 * @returns {string[]} the names that a place on a page may have been given as, the likeliest first
 */
export function placesFrom(hash) {
  const all = layers(hash.replace(/^#/, ""))
    .map(seen)
    .flatMap((each) => [each, bare(each), bare(each.replace(/[&?].*$/, ""))]);
  return [...new Set(all.flatMap((each) => [each, each.toLowerCase()]))].filter(Boolean);
}

/**
 * The addresses that a wrong one may have been, the likeliest first.
 *
 * @param {string} address what the browser was sent to
 * @param {string} root the site's
 * @returns {string[]} below `root`, without the address itself
 */
export function addressesFrom(address, root) {
  // Who opens the page for wrong addresses by its own name was led to no other.
  if (!address.startsWith(root) || /^404\.html(?:$|[?#])/.test(address.slice(root.length)))
    return [];
  const found = layers(address.slice(root.length))
    .reverse() // no name here has a sign that is written in another way
    .map((each) =>
      seen(each)
        .replace(/\\/g, "/")
        .replace(/(?<!:)\/{2,}/g, "/"),
    )
    .flatMap((each) => [
      each.replace(/\s+/g, ""),
      bare(each.replace(/\s+/g, "")),
      bare(each.split(/[\s"'<>()[\]{}|]/)[0]),
      bare(each.replace(/^([^?#]*?)[&;].*$/, "$1")),
    ])
    .flatMap((each) => [each, lowered(each)])
    .flatMap((each) => [each, each.replace(/^([^?#]*[^/?#])(?=$|[?#])/, "$1/")])
    .filter((each) => each && !/^[a-z][\w+.-]*:|^\/|(?:^|\/)\.\.(?:\/|$)/i.test(each))
    .map((each) => new URL(each, root).href)
    .filter((each) => each.startsWith(root));
  return [...new Set(found)].filter((each) => each !== address && each !== root).slice(0, MOST);
}

/** Pages here have names in small letters; what follows them keeps its own. @param {string} text */
const lowered = (text) => text.replace(/^[^?#]*/, (path) => path.toLowerCase());

/**
 * The filters that an address asks for.
 *
 * @param {string} search `?name=value&…`
 * @param {Map<string, string[]>} known the values of each filter
 * @returns {{wanted: Map<string, string>, unknown: string[]}} `unknown`: values that a filter does
 *   not have, and filters that there are not; what others put into an address is neither
 */
export function filtersFrom(search, known) {
  const wanted = new Map();
  const unknown = [];
  const met = new Set(); // the first of a name counts
  const values = new Set([...known.values()].flat());
  const text = seen(
    /** @type {string} */ (layers(search.replaceAll("+", " ")).at(-1)).replace(/^[?\s]+/, ""),
  );
  for (const [, name, value = ""] of text.matchAll(/([^=&?;]+)(?:=([^&?;]*))?/g)) {
    const key = bare(name).toLowerCase();
    const plain = bare(value);
    if (!key || !plain || met.has(key)) continue;
    met.add(key);
    const found = [value, plain, plain.toLowerCase()].find((each) =>
      known.get(key)?.includes(each),
    );
    if (found) wanted.set(key, found);
    else if (known.has(key) || values.has(plain)) unknown.push(`${key}=${seen(value)}`);
  }
  return { wanted, unknown };
}
