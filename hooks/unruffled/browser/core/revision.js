// Revisions of questions. A revision was once eight digits, a hash of the right answer, and gave it
// away. Now it begins with an r, and tells nothing of the answer. Records and files hold both. Pure.

const EARLIER = /^[0-9a-f]{8}$/;
const PRESENT = /^r[0-9a-f]{7}$/;

/** Is it of the earlier form? @param {string} rev */
export const isEarlier = (rev) => EARLIER.test(rev);

/**
 * Are these revisions of one question the same, as far as they tell?
 *
 * Between the two forms nothing can be compared without the right answer: an earlier answer counts
 * for the question as it is now, so that nobody loses what is done.
 *
 * @param {string | undefined} one
 * @param {string | undefined} other
 */
export const sameRev = (one, other) =>
  one === other ||
  (typeof one === "string" &&
    typeof other === "string" &&
    ((EARLIER.test(one) && PRESENT.test(other)) || (PRESENT.test(one) && EARLIER.test(other))));

/**
 * Is this the edition that an assignment was made with, as far as it tells? Those of a quiz had six
 * digits, those of several eight; both were made of earlier revisions.
 *
 * @param {string} kept
 * @param {string} now
 */
export const sameEdition = (kept, now) =>
  kept === now || (now.length > kept.length && /^([0-9a-f]{6}|[0-9a-f]{8})$/.test(kept));
