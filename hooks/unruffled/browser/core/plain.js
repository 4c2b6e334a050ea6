// The plain form of a text, for comparing.

/** Small letters and single spaces; no apostrophes, since half of all people leave them out. */
export const plain = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/['’\p{M}]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
