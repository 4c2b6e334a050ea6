// What follows from the learner's record: the view of each question. Pure; what an entry must hold
// to be computed with is in entries.js.

import { sameRev } from "./revision.js";

/** @param {any} it @returns {it is number} */
const isShare = (it) => Number.isFinite(it) && it >= 0 && it <= 1;

/** The day of the calendar where the reader is. @param {number} time */
const day = (time) => new Date(time).toDateString();

/**
 * Can this view be folded on? A damaged one is made anew from the log.
 *
 * @param {any} view
 * @returns {view is View}
 */
export const sound = (view) =>
  isShare(view?.best) &&
  Number.isFinite(view.n) &&
  Array.isArray(view.reviews) &&
  view.reviews.every((/** @type {any} */ each) => Number.isFinite(each?.[0]));

/**
 * Make the view of a question after one more entry. Never throws, whatever it is given.
 *
 * An answer to another revision begins anew; the log keeps what was before. The first answer of
 * each day counts for reviews: grade 1 wrong, 2 right with hints, 3 right. What learners judge
 * themselves does not, but for their voice, which nobody else judges.
 *
 * @param {any} view the one before
 * @param {any} entry only an attempt changes the view
 * @returns {View | undefined} `n` answers to this revision; `reviews`: time, grade
 */
export function fold(view, entry) {
  /** @type {View | undefined} */
  const old = sound(view) ? view : undefined;
  const { type, quiz, question, kind, rev, share, t, hints, self } = entry ?? {};
  const named = [quiz, question, rev].every((each) => typeof each === "string");
  if (type !== "attempt" || !named || !isShare(share) || !Number.isFinite(t)) return old;
  /** @type {Pick<View, "n" | "best" | "reviews">} */
  const { n, best, reviews } = old && sameRev(old.rev, rev) ? old : { n: 0, best: 0, reviews: [] };
  const judged = self && kind !== "voice";
  const reviewed = judged || reviews.some(([time]) => day(time) === day(t));
  const grade = share < 1 ? 1 : hints ? 2 : 3;
  return {
    key: `${quiz}/${question}`,
    v: 1,
    rev,
    n: n + 1,
    best: Math.max(best, share),
    last: share,
    t,
    reviews: reviewed ? reviews : [...reviews, [t, grade]],
  };
}
