// A sign-off sheet: what one observer saw in one contact, by the rubric; as a file, and collected. Pure.
// schemas/signoff.json says what is in the file.

import { crc } from "./crc.js";
import { resolved } from "./decisions.js";
import { nameKey } from "./names.js";
import { withOffset } from "./zones.js";

export const FORMAT = "unruffled-signoff";
const VERSION = 1;
const SUM = ',"sum":"';
/** The most letters of a name, and of what an observer writes; the most rows; the highest level. */
export const LIMITS = { name: 120, words: 600, rows: 12, level: 4 };
/** What was watched. */
export const KINDS = ["role-play", "call", "chat", "mail", "in-person"];

/**
 * @typedef {object} Row one row of the rubric
 * @property {string} id
 * @property {string} label
 * @property {number} level 0 where it did not come up
 * @property {string} words that were heard
 */

/**
 * @typedef {object} Sheet
 * @property {string} format
 * @property {number} version
 * @property {string} site
 * @property {string} rubric stands for the rows and their levels: another one where they are others
 * @property {string} made
 * @property {string} who
 * @property {string} observer
 * @property {string} second a second observer, or ""
 * @property {string} day of the contact: 2026-11-22
 * @property {string} kind
 * @property {string} about what the contact was about, without names of customers
 * @property {boolean} practice whether nothing is decided by it
 * @property {number} needed the level that each row must reach
 * @property {Row[]} rows
 * @property {string} next one thing to try
 * @property {Verdict} result
 */

/** @typedef {"signed-off" | "not-yet" | "practice"} Verdict */

/**
 * @param {Pick<Sheet, "practice" | "needed" | "rows">} sheet
 * @returns {Verdict} signed off is who reached the level in every row that came up
 */
export function verdictOf({ practice, needed, rows }) {
  const seen = rows.filter(({ level }) => level > 0);
  if (practice) return "practice";
  return seen.length && seen.every(({ level }) => level >= needed) ? "signed-off" : "not-yet";
}

/**
 * @param {Omit<Sheet, "format" | "version" | "made" | "result">} given
 * @param {Date} made
 * @returns {Sheet}
 */
export const makeSheet = (given, made) => ({
  format: FORMAT,
  version: VERSION,
  made: withOffset(made),
  ...given,
  result: verdictOf(given),
});

/** @param {Sheet} sheet @returns {string} the text of its file */
export function asFile(sheet) {
  const text = JSON.stringify(sheet, null, 1).replace(/\n\}$/, "");
  return `${text}${SUM}${crc(text)}"}\n`;
}

/** @param {string} text @returns {boolean} whether it is a sheet, and no result */
export const isSheet = (text) => text.slice(0, 400).includes(FORMAT);

/**
 * @param {string} text
 * @returns {{sheet?: Sheet, problem?: "newer" | "damaged" | "altered"}} `altered`: its sum, or its result, does not fit
 */
export function readSheet(text) {
  try {
    const clean = text.replace(/^\ufeff+/, "").replace(/\r\n?/g, "\n");
    const { sum, ...sheet } = JSON.parse(clean);
    if (sheet.version !== VERSION)
      return { problem: Number(sheet.version) > VERSION ? "newer" : "damaged" };
    if (!isWhole(sheet)) return { problem: "damaged" };
    const at = clean.lastIndexOf(SUM);
    const fits = at >= 0 && crc(clean.slice(0, at)) === sum && sheet.result === verdictOf(sheet);
    return fits ? { sheet } : { sheet, problem: "altered" };
  } catch {
    return { problem: "damaged" };
  }
}

/** @param {any} value @param {number} most */
const isText = (value, most) => typeof value === "string" && value.length <= most;
/** @param {any} value */
const isLevel = (value) => Number.isInteger(value) && value >= 0 && value <= LIMITS.level;

/** @param {any} sheet */
const isWhole = (sheet) =>
  ["who", "observer", "second", "site", "rubric", "kind"].every((name) =>
    isText(sheet[name], LIMITS.name),
  ) &&
  ["about", "next"].every((name) => isText(sheet[name], LIMITS.words)) &&
  isText(sheet.made, 40) &&
  Number.isFinite(Date.parse(sheet.made)) &&
  /^20\d\d-\d\d-\d\d$/.test(sheet.day) &&
  typeof sheet.practice === "boolean" &&
  isLevel(sheet.needed) &&
  Array.isArray(sheet.rows) &&
  sheet.rows.length <= LIMITS.rows &&
  sheet.rows.every(
    (/** @type {any} */ row) =>
      isText(row?.id, LIMITS.name) &&
      isText(row.label, LIMITS.name) &&
      isLevel(row.level) &&
      isText(row.words, LIMITS.words),
  );

/** @typedef {{file: string, sheet: Sheet, altered: boolean}} Signoff a sheet that was read */

/**
 * @typedef {object} Signed what is known of one person
 * @property {string} name
 * @property {Signoff[]} sheets in the order of the days
 * @property {Signoff} [by] the sheet by which this person is signed off: the last that decides, and says so
 * @property {string[]} apart rows in which two observers of one contact differ by two levels or more
 */

/**
 * Say who is signed off, by whom and on what.
 *
 * @param {Signoff[]} signoffs
 * @param {Map<string, string>} same of two names of `nameKey` the one that counts
 * @returns {Signed[]} in the order of their names
 */
export function signedOf(signoffs, same = new Map()) {
  /** @type {Map<string, Signoff[]>} */
  const people = new Map();
  for (const each of signoffs) {
    const key = resolved(same, nameKey(each.sheet.who));
    people.set(key, [...(people.get(key) ?? []), each]);
  }
  return [...people.values()].map(signed).sort((a, b) => a.name.localeCompare(b.name));
}

/** @param {Signoff[]} mine @returns {Signed} */
function signed(mine) {
  const sheets = [...mine].sort((a, b) => (a.sheet.day < b.sheet.day ? -1 : 1));
  const decide = sheets.filter(({ sheet, altered }) => !sheet.practice && !altered);
  const last = decide.at(-1);
  // Two who watched the same contact must both say so.
  const mates = decide.filter((each) => last && sameContact(each.sheet, last.sheet));
  const by = mates.every(({ sheet }) => verdictOf(sheet) === "signed-off") ? last : undefined;
  return { name: mine[0].sheet.who.trim(), sheets, by, apart: apartIn(sheets) };
}

/** @param {Sheet} a @param {Sheet} b */
const sameContact = (a, b) =>
  a.day === b.day && a.kind === b.kind && nameKey(a.about) === nameKey(b.about);

/** @param {Signoff[]} sheets */
function apartIn(sheets) {
  const found = sheets.flatMap(({ sheet }, at) =>
    sheets
      .slice(at + 1)
      .filter(
        (other) =>
          sameContact(sheet, other.sheet) &&
          nameKey(sheet.observer) !== nameKey(other.sheet.observer),
      )
      .flatMap((other) => differing(sheet, other.sheet)),
  );
  return [...new Set(found)];
}

/** @param {Sheet} one @param {Sheet} other */
const differing = (one, other) =>
  one.rows.flatMap(({ id, label, level }) => {
    const row = other.rows.find((each) => each.id === id);
    return row && level && row.level && Math.abs(level - row.level) >= 2 ? [label] : [];
  });
