// The one way to say something in a live region.

/** A space that nobody sees or hears: it makes the same words a change. */
const AGAIN = "\u00a0";

/**
 * Say something in a region with `role="status"`, `alert` or `log`.
 *
 * A screen reader speaks what changes. The same words once more are no change, so they get a space
 * at their end: who presses a button twice hears twice that it was done.
 *
 * @param {HTMLElement} region
 * @param {string} words "" for silence
 */
export function announce(region, words) {
  region.textContent = words && region.textContent === words ? words + AGAIN : words;
}

/**
 * Say what a page goes on showing, such as a count: only when it has changed.
 *
 * @param {HTMLElement} region
 * @param {string} words
 */
export function keepSaid(region, words) {
  if (region.textContent !== words) region.textContent = words;
}
