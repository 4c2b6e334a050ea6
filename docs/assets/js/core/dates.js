// Days in words.

/** How this site writes its own language. */
const lang = document.documentElement.lang;

/** @returns {string} the day of a time in milliseconds, in full: 22 November 2026 */
export const longDay = (time) =>
  new Date(time).toLocaleDateString(lang === "en" ? "en-GB" : lang, { dateStyle: "long" });
