// Days in words.

/** How this site writes its own language. */
const lang = document.documentElement.lang;
/** To make one takes longer than to use it a hundred times. */
let format;

/** @returns {string} the day of a time in milliseconds, in full: 22 November 2026 */
export function longDay(time) {
  format ??= new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long" });
  return format.format(time);
}
