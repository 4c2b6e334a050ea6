// Days in a zone that is named, or where the reader is: when something is due, and when it was made.
// Pure.

const DAY = 864e5;

/**
 * By zone: to make one takes longer than to use it a hundred times.
 *
 * @type {Map<string, Intl.DateTimeFormat>}
 */
const formats = new Map();
/** @type {Intl.DateTimeFormatOptions} */
const PARTS = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
};

/**
 * The parts of a time in a zone, by the calendar of every day. Throws for a zone nobody knows.
 *
 * @param {number | Date} time
 * @param {string} zone
 * @returns {Record<string, string>}
 */
function partsIn(time, zone) {
  if (!formats.has(zone)) {
    const language = "en-u-ca-gregory-nu-latn";
    formats.set(
      zone,
      new Intl.DateTimeFormat(language, { timeZone: zone, hourCycle: "h23", ...PARTS }),
    );
  }
  const parts = /** @type {Intl.DateTimeFormat} */ (formats.get(zone)).formatToParts(time);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** Does this browser know a zone by this name? @param {string} zone */
export function isZone(zone) {
  try {
    return Boolean(partsIn(0, zone));
  } catch {
    return false;
  }
}

/** @returns {string} the name of the reader's zone (Europe/Berlin); "" where the browser tells none */
export const ownZone = () => {
  try {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  } catch {
    return "";
  }
};

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/**
 * @param {number | Date} time
 * @param {string} zone
 * @returns {string} the day of a time in a zone, or where the reader is: 2026-11-22
 */
export function dayIn(time, zone = "") {
  if (zone && isZone(zone)) {
    const { year, month, day } = partsIn(time, zone);
    return `${year}-${month}-${day}`;
  }
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * @param {string} day
 * @param {string} zone
 * @returns {number} the moment after the last one of a day ("2026-11-22") in a zone
 */
export function endIn(day, zone) {
  const midnight = Date.parse(`${day}T00:00Z`) + DAY;
  /** @param {number} time */
  const ahead = (time) => {
    const { year, month, day: date, hour, minute, second } = partsIn(time, zone);
    return Date.UTC(+year, +month - 1, +date, +hour, +minute, +second) - time;
  };
  // Twice: clocks may change between the two guesses.
  return midnight - ahead(midnight - ahead(midnight));
}

/**
 * @param {number | Date} time
 * @returns {string} a time as ISO 8601 with the reader's own offset: 2026-11-22T09:30:00.000+01:00
 */
export function withOffset(time) {
  const date = new Date(time);
  const minutes = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + minutes * 6e4).toISOString().slice(0, -1);
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
