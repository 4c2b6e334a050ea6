// Days in words.

/** To make one takes longer than to use it a hundred times. */
let format;

/** @returns {string} the day of a time in milliseconds, in full: 22 November 2026 */
export function longDay(time) {
  format ??= new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
  return format.format(time);
}
