// What follows from the learner's record.

const isShare = (it) => Number.isFinite(it) && it >= 0 && it <= 1;
const day = (time) => new Date(time).setHours(0, 0, 0, 0);

/** Can it be folded on? */
export const sound = (view) =>
  isShare(view?.best) &&
  Number.isFinite(view.n) &&
  Array.isArray(view.reviews) &&
  view.reviews.every((each) => Number.isFinite(each?.[0]));

/** A question's view after an entry. */
export function fold(view, entry) {
  const old = sound(view) ? view : undefined;
  const { type, quiz, question, rev, share, t, hints, self } = entry ?? {};
  const texts = [quiz, question, rev].every((each) => typeof each === "string");
  if (type !== "attempt" || !texts || !isShare(share) || !Number.isFinite(t)) return old;
  const { n, best, reviews } = old?.rev === rev ? old : { n: 0, best: 0, reviews: [] };
  const known = self || reviews.some(([time]) => day(time) === day(t));
  const grade = share < 1 ? 1 : hints ? 2 : 3;
  return {
    key: `${quiz}/${question}`,
    v: 1,
    rev,
    n: n + 1,
    best: Math.max(best, share),
    last: share,
    t,
    reviews: known ? reviews : [...reviews, [t, grade]],
  };
}
