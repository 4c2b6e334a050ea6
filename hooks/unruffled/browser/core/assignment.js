// An assignment as the text in its link: "1.BODY.SUM", a version, JSON in base64url, and the CRC-32
// of the JSON. hooks/unruffled/rendering/assignments.py writes the same;
// tests/unit/test_links_in_both.py holds the two together. Pure.

import { fromText, toText } from "./base64url.js";
import { crc } from "./crc.js";

const VERSION = "1";
/** The most characters of a title and of a note, and the most steps. */
export const LIMITS = { title: 80, note: 280, steps: 60 };
/**
 * What is left out of the text has these values. They are fixed for this version.
 *
 * @type {Omit<Assignment, "title" | "steps">}
 */
const USUAL = {
  note: "",
  mode: "practice",
  pass: 80,
  attempts: 0,
  due: "",
  zone: "",
  minutes: 0,
  fixed: false,
  key: "",
};
const ID = "[a-z0-9]+(?:-[a-z0-9]+)*";
const STEP = new RegExp(`^(?:(?:(?:scenario|exam):)?${ID}|\\d{1,3}\\*${ID}(?:\\+${ID})*)$`);
/** A zone by its name: Europe/Berlin. Whether this browser knows it is another matter. */
const ZONE = /^([A-Za-z][\w+-]*(\/[\w+-]+)*)?$/;
const KEY = /^([\w-]{43}\.[\w-]{43})?$/;

/** @param {any} value @param {number} most */
const whole = (value, most) => Number.isInteger(value) && value >= 0 && value <= most;
/** @param {any} value @param {number} most */
const text = (value, most) => typeof value === "string" && [...value].length <= most;
/** @param {any} value */
const isDay = (value) =>
  /^20\d\d-\d\d-\d\d$/.test(value) &&
  new Date(`${value}T00:00Z`).toJSON()?.startsWith(value) === true;
/** @param {any} step */
const isStep = (step) =>
  Array.isArray(step) &&
  step.length === 2 &&
  text(step[0], 900) &&
  STEP.test(step[0]) &&
  /^[0-9a-f]{1,16}$/.test(step[1]);

/**
 * Of each field, whether a value is what we can work with.
 *
 * @type {Record<keyof Assignment, (value: any) => boolean>}
 */
const FIELDS = {
  title: (value) => text(value, LIMITS.title) && value.trim() !== "",
  steps: (value) =>
    Array.isArray(value) && value.length > 0 && value.length <= LIMITS.steps && value.every(isStep),
  note: (value) => text(value, LIMITS.note),
  mode: (value) => value === "practice" || value === "test",
  pass: (value) => whole(value, 100),
  attempts: (value) => whole(value, 20),
  due: (value) => value === "" || isDay(value),
  zone: (value) => text(value, 64) && ZONE.test(value),
  minutes: (value) => whole(value, 240),
  fixed: (value) => typeof value === "boolean",
  key: (value) => typeof value === "string" && KEY.test(value),
};

/**
 * @typedef {object} Assignment
 * @property {string} title
 * @property {[string, string][]} steps what is to be done ("empathy", "scenario:late-parcel", or
 *   "10*empathy+stay-calm" for a draw of ten, 0 for all), and the edition of its questions
 * @property {string} note
 * @property {"practice" | "test"} mode
 * @property {number} pass per cent
 * @property {number} attempts 0 for any number
 * @property {string} due a day, or ""
 * @property {string} zone where that day is judged (Europe/Berlin); "" for where each learner is
 * @property {number} minutes of each test; 0 for no limit
 * @property {boolean} fixed whether questions and choices keep the author's order
 * @property {string} key the trainer's public key, or ""
 */

/**
 * @param {Record<string, any>} data
 * @returns {string[]} the names of the fields that `data` has wrong; of none, it can be encoded
 */
export const faults = (data) =>
  /** @type {(keyof Assignment)[]} */ (Object.keys(FIELDS)).filter(
    (name) => !FIELDS[name](data[name]),
  );

/** @param {Assignment} assignment @returns {string} */
export function encode(assignment) {
  /** @type {(keyof Assignment)[]} */
  const order = [
    "title",
    "note",
    "steps",
    "mode",
    "pass",
    "attempts",
    "due",
    "zone",
    "minutes",
    "fixed",
    "key",
  ];
  const kept = order.filter(
    (name) => assignment[name] !== /** @type {Partial<Assignment>} */ (USUAL)[name],
  );
  const body = JSON.stringify(Object.fromEntries(kept.map((name) => [name, assignment[name]])));
  return `${VERSION}.${fromText(body)}.${crc(body)}`;
}

/**
 * What makes an assignment itself; links with the same text have it in common.
 *
 * @param {string} encoded
 */
export const idOf = (encoded) => encoded.split(".")[2] ?? "";

/**
 * @param {string} encoded
 * @returns {{assignment?: Assignment, problem?: "empty" | "newer" | "cut" | "forged"}} `cut`: not
 *   what was sent; `forged`: whole, and yet nothing that this site makes
 */
export function decode(encoded) {
  const [version, body, sum, ...rest] = encoded.split(".");
  if (!encoded) return { problem: "empty" };
  if (/^\d+$/.test(version) && Number(version) > Number(VERSION)) return { problem: "newer" };
  if (version !== VERSION || !body || !sum || rest.length) return { problem: "cut" };
  try {
    const json = toText(body);
    if (crc(json) !== sum) return { problem: "cut" };
    return checked(JSON.parse(json));
  } catch {
    return { problem: "cut" };
  }
}

/** @param {any} data @returns {{assignment?: Assignment, problem?: "forged"}} */
function checked(data) {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return { problem: "forged" };
  if (Object.keys(data).some((name) => !Object.hasOwn(FIELDS, name))) return { problem: "forged" };
  const assignment = { ...USUAL, ...data };
  return faults(assignment).length ? { problem: "forged" } : { assignment };
}
