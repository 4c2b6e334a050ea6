// Days in words.

import { LOCALE } from "./words.js";

/**
 * To make one takes longer than to use it a hundred times.
 *
 * @type {Intl.DateTimeFormat | undefined}
 */
let format;

/** @param {string} day @returns {string} a day ("2026-11-22") in full */
export function longDayOf(day) {
  const [year, month, date] = day.split("-").map(Number);
  return longDay(new Date(year, month - 1, date, 12));
}

/** @param {number | Date} time @returns {string} a time with its day: 22 November 2026 at 09:30 */
export const longMoment = (time) =>
  new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeStyle: "short" }).format(time);

/**
 * @param {number | Date} time
 * @returns {string} the day of a time in milliseconds, in full: 22 November 2026
 */
export function longDay(time) {
  format ??= new Intl.DateTimeFormat(LOCALE, { dateStyle: "long" });
  return format.format(time);
}
