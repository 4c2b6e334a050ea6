// Links and codes as they arrive: mail and chat programs write signs in another way, fold lines and
// put signs behind. What may have been sent, one layer of that after another taken away. Pure.

/** More layers than this nobody meets; a longer text is no link. */
const DEEPEST = 4;
const LONGEST = 200_000;

/** @type {Record<string, string>} */
const NAMED = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  num: "#",
  equals: "=",
  period: ".",
  lowbar: "_",
  quest: "?",
  percnt: "%",
  hyphen: "-",
  nbsp: " ",
};

/** Signs that are seen by nobody, and so are in no link that was sent. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each sign is meant by itself.
const UNSEEN = /[\p{Cc}\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe0e\ufe0f]/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/** @param {number} code */
const number = (code) => (code > 31 && code < 0x110000 ? String.fromCodePoint(code) : "");

/** `&amp;`, `&#61;` and `&#x3d;` as what they stand for. @param {string} text */
const unescaped = (text) =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,7}));/gi, (all, decimal, hex, name) =>
    name
      ? (NAMED[name.toLowerCase()] ?? all)
      : number(Number.parseInt(decimal ?? hex, decimal ? 10 : 16)),
  );

/** `%23` as `#`. What is no UTF-8 stays. @param {string} text */
const unpercented = (text) =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });

/**
 * Lines that quoted-printable (RFC 2045, 6.7) has folded, and signs that links are made of.
 *
 * @param {string} text
 */
export const unquoted = (text) =>
  text
    .replace(/<\/?w?br *\/?>/gi, " ")
    .replace(/=[ \t]*\r?\n/g, "")
    .replace(/=(3D|2E|2D|5F|3F|20)/g, (_, hex) => number(Number.parseInt(hex, 16)));

/** Signs that somebody has escaped for Markdown. @param {string} text */
const unmarked = (text) => text.replace(/\\([_.#=-])/g, "$1");

/** @param {string} text @returns {string[]} what a text may have been, the least changed first */
export function layers(text) {
  const found = [text.slice(0, LONGEST)];
  while (found.length <= DEEPEST) {
    const next = unmarked(unquoted(unescaped(unpercented(/** @type {string} */ (found.at(-1))))));
    if (next === found.at(-1)) break;
    found.push(next);
  }
  return found;
}

/**
 * @param {string} text
 * @returns {string} the signs of a text that a code is made of: letters, digits, `_`, `-` and `.`
 */
export const signs = (text) =>
  text
    .normalize("NFKC")
    .replace(DASHES, "-")
    .replace(/[^\w.-]/g, "");

/**
 * @param {string} text
 * @returns {string} a text without signs that nobody sees, and without spaces around it
 */
export const seen = (text) => text.replace(UNSEEN, "").trim();

/**
 * @param {string} text
 * @returns {string} an address or a name without what a sentence puts behind and before it
 */
export const bare = (text) =>
  seen(text)
    .replace(/^[\s"'<([{«“‘„*_]+/u, "")
    .replace(/[\s"'>)\]}»”’.,;:!…*\\&=|]+$/u, "");
