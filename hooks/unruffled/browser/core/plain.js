// The plain form of a text, for comparing.

/**
 * Small letters and single spaces; no apostrophes, since half of all people leave them out.
 *
 * @param {string} text
 */
export const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/['’\p{M}]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
