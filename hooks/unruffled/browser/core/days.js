// Calendar days where the reader is. Where clocks change, a day has 23 or 25 hours, so nothing here
// counts hours. Pure. Days in a zone that is named are in zones.js.

const DAY = 864e5;

/**
 * The number of the local day: the next day has one more. Not a number where the time is none.
 *
 * @param {number} time
 */
export function dayNumber(time) {
  const date = new Date(time);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;
}

/**
 * @param {number} from
 * @param {number} to
 * @returns {number} how many local days lie between two times; by hours where no calendar reaches
 */
export const daysBetween = (from, to) => {
  const days = dayNumber(to) - dayNumber(from);
  return Number.isFinite(days) ? days : Math.round((to - from) / DAY);
};

/**
 * @param {number} time
 * @param {number} days
 * @returns {number} the same time of day, so many local days later
 */
export function daysLater(time, days) {
  const date = new Date(time);
  date.setDate(date.getDate() + days);
  return Number.isFinite(date.getTime()) ? date.getTime() : time + days * DAY;
}

/**
 * @param {number} now
 * @param {number} ahead
 * @returns {number} the last moment of the local day that is `ahead` days after `now`
 */
export const endOfDay = (now, ahead = 0) => {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + ahead + 1).getTime() - 1;
};
