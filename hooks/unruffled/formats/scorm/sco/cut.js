// A text in less room, cut between characters as people see them. Pure.

/** A character of more code units than this is none that people see: it may be cut. */
const WIDEST = 40;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Where a cut at `end` does not go through a character: there, or before it.
 *
 * @param {string} text
 * @param {number} end
 */
function boundary(text, end) {
  const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter();
  const around = text.slice(Math.max(0, end - 4 * WIDEST), end + WIDEST);
  const found = segmenter?.segment(around).containing(Math.min(end, 4 * WIDEST))?.index;
  const at = found === undefined ? end : end - Math.min(end, 4 * WIDEST) + found;
  if (end - at <= WIDEST && at < end) return at;
  return /[\ud800-\udbff]/.test(text[end - 1] ?? "") ? end - 1 : end;
}

/**
 * @param {string} text
 * @param {number} most
 * @returns {string} the text without halves of characters, in `most` code units; a cut ends in a mark
 */
export function cut(text, most) {
  const whole = text.replace(LONE, "\ufffd");
  return whole.length > most ? `${whole.slice(0, boundary(whole, most - 1))}…` : whole;
}
