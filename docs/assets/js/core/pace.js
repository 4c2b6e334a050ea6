// Long work in short turns, so that the page goes on answering.

/** How long to work before the page may draw, in milliseconds. */
const TURN = 40;

/** @returns {() => Promise<void>} waits for the page to draw when a turn is over */
export function pacer() {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < TURN) return;
    await new Promise((done) => setTimeout(done));
    since = performance.now();
  };
}
