// Scoring without a page: what was chosen against what is right. Used by the elements and by tests.

/**
 * Compare the choices taken with the key.
 *
 * @param {boolean[]} chosen one entry a choice: was it taken?
 * @param {boolean[]} key one entry a choice: is it right?
 * @returns {{right: boolean, hits: number, slips: number, keys: number}} `hits` right choices
 *   taken, `slips` wrong choices taken, `keys` right choices there are; `right` when nothing is
 *   missing and nothing is too much
 */
export function score(chosen, key) {
  const hits = key.filter((right, index) => right && chosen[index]).length;
  const slips = key.filter((right, index) => !right && chosen[index]).length;
  const keys = key.filter(Boolean).length;
  return { right: hits === keys && slips === 0, hits, slips, keys };
}

/**
 * Turn first answers into a result.
 *
 * @param {boolean[]} firsts one entry an answered question: right at the first try?
 * @param {number} total questions in the quiz
 * @param {number} pass per cent needed
 * @returns {{right: number, percent: number, passed: boolean, done: boolean}} `percent` of `total`,
 *   rounded down, so that 79.9 is not shown as a pass at 80
 */
export function result(firsts, total, pass) {
  const right = firsts.filter(Boolean).length;
  const percent = total ? Math.floor((100 * right) / total) : 0;
  return { right, percent, passed: 100 * right >= pass * total, done: firsts.length === total };
}
