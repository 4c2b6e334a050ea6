// An assignment on its way: a mail, and entries of a calendar.

import { asCalendar, later } from "../../browser/core/calendar.js";
import { longDayOf } from "../../browser/core/dates.js";
import { gettext } from "../../browser/core/words.js";

/** When the lead looks again, in days after the due day; the follow-up sheets say the same. */
const REVIEWS = [14, 28, 56];

/**
 * @param {Assignment} assignment
 * @param {string} address its link
 * @returns {string} the address of a new mail; who gets it, the trainer fills in
 */
export function mailOf({ title, note, due }, address) {
  const words = [
    gettext("Hello,"),
    ...(note ? [note] : []),
    gettext("please open this link, and do what it says:"),
    address,
    ...(due ? [gettext("It is due on {day}.", { day: longDayOf(due) })] : []),
    gettext(
      "What you answer stays in your browser. At the end you save a result, and give it to me.",
    ),
  ];
  const body = words.join("\n\n").replaceAll("\n", "\r\n");
  return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}

/**
 * @param {Assignment} assignment with a due day
 * @param {{id: string, url: string, made: Date}} of
 * @returns {string} the text of an .ics file: the due day, and when to look whether it lasted
 */
export function calendarOf({ title, note, due }, of) {
  const about = [note, of.url].filter(Boolean).join("\n\n");
  const reviews = REVIEWS.map((days) => ({
    day: later(due, days),
    title: gettext("Look again: {title}", { title }),
    about: gettext("{weeks} weeks after it was due: what is seen at work?", { weeks: days / 7 }),
  }));
  return asCalendar(
    [{ day: due, title: gettext("Due: {title}", { title }), about }, ...reviews],
    of,
  );
}
