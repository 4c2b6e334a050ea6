// Short codes in whatever was pasted: whole messages, folded, quoted, with signs written in another
// way. The checksum says whether a code is the one that was copied. Pure.

import { readCode } from "./result.js";
import { layers, signs } from "./received.js";

/** How every code begins in base64url: `["`, then a letter or a digit. */
const BEGIN = "Wy[IJ]";
/** Where one may begin: with its version, which a phone may write as a capital; or without it. */
const START = new RegExp(
  `(?<![\\w.-])(?:u\\d{1,3}\\s*\\.[\\s>]*[\\w-]{3}|(?=${BEGIN}[\\w-]{20}))`,
  "gi",
);
const WHOLE = /^(?:u(\d+)\.)?([\w-]+)\.([0-9a-f]{8})/i;
/** Without a sum: long enough to be one, and begun like one. */
const LIKE = new RegExp(`^u\\d+\\.(?:${BEGIN}|[\\w-]{24})`, "i");
/** The most codes that are read: more than a team has. */
const MOST = 2000;

/**
 * Read the codes in a text.
 *
 *
 * @param {string} text
 * @returns {Code[]}
 *   in their order, each once; `none`: there is a text, and nothing in it looks like a code
 */
export function readCodes(text) {
  if (!text.trim()) return [];
  /** @type {Code[]} */
  let best = [];
  for (const layer of layers(text)) {
    for (const each of [layer, layer.replace(/[\u2013\u2014]/g, "--")]) {
      const found = within(each);
      if (rank(found) > rank(best)) best = found;
    }
  }
  return best.length ? best : [{ code: "", problem: "none" }];
}

/**
 * What reads more codes is nearer to what was sent; then what looks like more of them.
 *
 * @param {Code[]} found
 */
const rank = (found) => found.filter(({ summary }) => summary).length * (MOST + 1) + found.length;

/** @param {string} received @returns {Code[]} */
function within(received) {
  const text = received.replace(/\p{Cf}/gu, "");
  const starts = [...text.matchAll(START)].map(({ index }) => index);
  const pieces = starts.slice(0, MOST).map((at, index) => signs(text.slice(at, starts[index + 1])));
  const found = pieces.map(one).filter((each) => each !== null);
  return [...new Map(found.map((each) => [each.code, each])).values()];
}

/** @param {string} piece @returns {Code | null} */
function one(piece) {
  const [, version = "1", body, sum] = WHOLE.exec(piece) ?? [];
  if (!body) return LIKE.test(piece) ? { code: piece.slice(0, 40), problem: "cut" } : null;
  const code = `u${Number(version)}.${body}.${sum.toLowerCase()}`;
  return { code, ...readCode(code) };
}
