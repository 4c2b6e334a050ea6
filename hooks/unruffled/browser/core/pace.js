// Long work in short turns, so that the page goes on answering.

/** How long to work before the page may draw, in milliseconds. */
const TURN = 40;

/**
 * Let the page answer. Where a browser knows how, the work goes on next, without a timer's wait.
 *
 * @returns {Promise<void>}
 */
const breathe = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));

/**
 * @param {number} [length] of a turn, in milliseconds
 * @returns {() => Promise<void>} waits for the page to draw: the first time, and when a turn is over
 */
export function pacer(length = TURN) {
  let since = -Infinity;
  return async () => {
    if (performance.now() - since < length) return;
    await breathe();
    since = performance.now();
  };
}
