// Days as entries of a calendar: a file that every calendar takes (iCalendar, RFC 5545). Pure.

const DAY = 864e5;
/** The most bytes of a line; what is longer is folded. */
const LINE = 75;

/**
 * @typedef {object} Day
 * @property {string} day 2026-11-22
 * @property {string} title
 * @property {string} about
 */

/** @param {string} day @param {number} days @returns {string} a day so many days later */
export const later = (day, days) =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");

/** @param {string} day */
const plain = (day) => day.replaceAll("-", "");

/**
 * A line that is too long goes on in the next one, behind a space; no letter is cut in two.
 *
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  /** @type {string[]} */
  const lines = [""];
  let length = 0;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (length + bytes > LINE) {
      lines.push("");
      length = 1; // the space in front
    }
    lines[lines.length - 1] += letter;
    length += bytes;
  }
  return lines.join("\r\n ");
}

/**
 * @param {Day[]} days
 * @param {{id: string, url: string, made: Date}} of `id` makes each entry itself: read again, it takes
 *   the place of the one before
 * @returns {string} the text of an .ics file, each day as a whole
 */
export function asCalendar(days, { id, url, made }) {
  const stamp = made.toISOString().replace(/[-:]|\.\d+/g, "");
  const events = days.flatMap(({ day, title, about }, index) => [
    "BEGIN:VEVENT",
    `UID:${id}.${index}@unruffled`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(day)}`,
    `DTEND;VALUE=DATE:${plain(later(day, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(about)}`,
    `URL:${url}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Unruffled//Assignments//EN"];
  return [...head, ...events, "END:VCALENDAR", ""].map(folded).join("\r\n");
}
