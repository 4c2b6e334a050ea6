// Typed answers: what counts as the same, as a slip of the fingers, and as another answer.

/**
 * Take away what does not count: capitals, spacing, punctuation, kinds of apostrophes.
 *
 * @param {string} text
 */
export function plain(text) {
  const tidy = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‘’`´]/g, "'");
  return tidy.replace(/[^\p{L}\p{M}\p{N}']+/gu, " ").trim() || text.trim();
}

/**
 * Letters to insert, delete, change or swap with their neighbour (optimal string alignment).
 * Above `most` the exact number does not matter, and Infinity is returned early.
 *
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function distance(one, other, most) {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > most) return Infinity;
  /** @type {number[]} */
  let before = [];
  let last = [...b.keys(), b.length];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + /** @type {any} */ (!same));
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length] > most ? Infinity : last[b.length];
}

/** What no slip of the fingers may change: numbers and negations. @param {string} text */
const fixed = (text) =>
  `${text.match(/\p{N}+|\b(?:no|not|never|none|nothing|without|cannot|\w+n't)\b/gu)}`;

/**
 * Letters that may differ from an answer: short words have near neighbours, long ones few.
 *
 * @param {string} letters
 */
const usual = ([...letters]) => (letters.length > 7 ? 2 : letters.length > 3 ? 1 : 0);

/**
 * Return the nearest of `answers` and how far it is; Infinity when none is near enough.
 *
 * @param {string} typed
 * @param {string[]} answers
 * @param {number | undefined} typos
 */
function nearest(typed, answers, typos) {
  const found = answers.map((each) => {
    const answer = plain(each);
    if (answer === typed) return 0;
    return fixed(answer) === fixed(typed)
      ? distance(typed, answer, typos ?? usual(answer))
      : Infinity;
  });
  const far = Math.min(Infinity, ...found);
  return { far, index: found.indexOf(far) };
}

/**
 * Judge a typed answer. A slip is forgiven unless it is as near to an answer known to be wrong.
 *
 * @param {string} text as typed
 * @param {TypedKey} key
 * @returns {{right: boolean, wrong: number, meant: string}} `wrong` index of the expected wrong
 *   answer or -1; `meant` the accepted answer where the spelling differs
 */
export function judge(text, { accept, wrong, typos }) {
  const typed = plain(text);
  const yes = nearest(typed, accept, typos);
  const no = nearest(typed, wrong, typos);
  const right = yes.far < no.far;
  return {
    right,
    wrong: right || no.far === Infinity ? -1 : no.index,
    meant: right && yes.far > 0 ? accept[yes.index] : "",
  };
}
