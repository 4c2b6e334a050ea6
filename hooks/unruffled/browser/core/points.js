// Points without a page.

/** Round for showing: to two places. @param {number} number */
export const round = (number) => Math.round(number * 100) / 100;

/**
 * @param {number} share of the answer that is right, 0 to 1
 * @param {number} max points of the question
 * @param {number} cost points that hints took away
 * @returns {number} 0 to `max`
 */
export const worth = (share, max, cost) => Math.max(0, share * max - cost);

/**
 * Add up first answers. Those that learners judge themselves (`self`) do not count.
 *
 * @param {{points: number, max: number, self?: boolean}[]} rows
 * @param {number} pass per cent needed
 * @returns {{points: number, max: number, percent: number, passed: boolean}} `percent` is rounded
 *   down, so that 79.9 is not shown as a pass at 80; all, where there is nothing to count
 */
export function total(rows, pass) {
  /** @param {"points" | "max"} name */
  const sum = (name) => rows.reduce((before, row) => before + (row.self ? 0 : row[name]), 0);
  const points = sum("points");
  const max = sum("max");
  // Thirds do not add up exactly.
  const percent = max ? Math.floor((100 * points) / max + 1e-9) : 100;
  return { points: round(points), max, percent, passed: percent >= pass };
}
