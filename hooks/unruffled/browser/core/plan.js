// A plan of days on which a learner reviews, and what is due by each. Pure.

import { daysLater, endOfDay } from "./days.js";
import { dayOf } from "./saving.js";

const WEEK = 7;

/**
 * The days of the next weeks that fall on the chosen weekdays, from tomorrow on.
 *
 * @param {number[]} weekdays 0 for Sunday to 6
 * @param {number} weeks
 * @param {number[]} dues when each review is due, in milliseconds
 * @param {number} now
 * @returns {{day: string, count: number}[]} `count`: what is due by then and not by the planned
 *   day before. What comes back after a review is not known yet
 */
export function planned(weekdays, weeks, dues, now) {
  let left = dues;
  return Array.from({ length: weeks * WEEK }, (_, index) => daysLater(now, index + 1))
    .filter((time) => weekdays.includes(new Date(time).getDay()))
    .map((time) => {
      const end = endOfDay(time);
      const count = left.filter((due) => due <= end).length;
      left = left.filter((due) => due > end);
      return { day: dayOf(time), count };
    });
}

/**
 * The weekdays, each with its number, from the day that a week begins with in a language.
 *
 * @param {string} locale
 * @returns {{day: number, name: string}[]}
 */
export function weekOf(locale) {
  const format = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const language = /** @type {any} */ (new Intl.Locale(locale));
  const first = (language.getWeekInfo?.() ?? language.weekInfo)?.firstDay ?? 1;
  return Array.from({ length: WEEK }, (_, index) => {
    const day = (first + index) % WEEK;
    // The first of November 2026 is a Sunday.
    return { day, name: format.format(Date.UTC(2026, 10, 1 + day)) };
  });
}
