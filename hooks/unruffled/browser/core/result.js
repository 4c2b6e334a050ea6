// A result as it is handed in: a file of answers with its checksum, or a short code. Pure.
// schemas/result.json says what is in the file.

import { LIMITS } from "./assignment.js";
import { fromText, toText } from "./base64url.js";
import { crc } from "./crc.js";
import { dayIn, withOffset } from "./zones.js";
import { readable } from "./entries.js";
import { unquoted } from "./received.js";

const FORMAT = "unruffled-result";
const VERSION = 1;
const CODE = "u1";
/** What stands between all that the checksum is made of, and the checksum. */
const SUM = ',"sum":"';
/** The longest name, in characters. */
export const NAME = 120;
/** The largest file that is read, in bytes: some 20,000 answers. */
export const LARGEST = 8 * 2 ** 20;

/** The most answers of a file; a learner who does everything here ten times has fewer. */
export const MOST = 50_000;
/** Of an entry: the longest name in it, the longest list, and how deep it goes. */
const WORD = 400;
const DRAWN = 2000;
const DEEPEST = 8;
/** Times that a result can have. A clock that was never set begins at 0. */
const LAST = Date.UTC(2100);
/** Minutes between two zones of the earth at most. */
const MOST_OFFSET = 15 * 60;

/**
 * @param {{made: string}} result
 * @returns {string} the day on which its maker made it; where the file does not tell, the reader's
 */
export const dayMade = ({ made }) =>
  /^\d{4}-\d\d-\d\dT.*[+-]\d\d:\d\d$/.test(made) ? made.slice(0, 10) : dayIn(Date.parse(made));

/** @param {any} value @param {number} most */
const isText = (value, most) => typeof value === "string" && value.length <= most;
/** @param {any} value @param {number} least @param {number} most */
const isWhole = (value, least, most) => Number.isInteger(value) && value >= least && value <= most;
/** @param {number} value */
const isTime = (value) => value >= 0 && value <= LAST;

/**
 * @param {{assignment: string, name: string, entries: Entry[], site: string, edition: string, made: Date}} of `assignment` as its link has it
 * @returns {HandedResult} the result, ready to be written as JSON
 */
export function makeResult({ assignment, name, entries, site, edition, made }) {
  const head = { format: FORMAT, version: VERSION, site, edition, made: withOffset(made) };
  return { ...head, assignment, name: name.trim(), entries };
}

/**
 * @param {HandedResult} result
 * @returns {string} the text of its file: every answer on a line of its own
 */
export function asFile({ entries, ...head }) {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(",\n");
  const text = `${JSON.stringify(head).slice(0, -1)},"entries":[\n${lines}\n]`;
  return `${text}${SUM}${crc(text)}"}\n`;
}

/**
 * Read the text of a file.
 *
 *
 * @param {string} text
 * @returns {Read} with a `problem` there is no result, but for one that was altered; `unread`
 *   is how many of its entries cannot be computed with
 */
export function readResult(text) {
  if (!text.trim()) return { problem: "empty" };
  const ours = text.slice(0, 400).includes(FORMAT);
  try {
    const { data, whole } = parsed(text);
    if (data?.format !== FORMAT) return { problem: "foreign" };
    if (data.version !== VERSION)
      return { problem: Number(data.version) > VERSION ? "newer" : "damaged" };
    return checked(data, whole);
  } catch {
    return { problem: ours ? "damaged" : "foreign" };
  }
}

/**
 * What a mail program or an editor may have made of a file, undone; its sum says what was written.
 *
 * @type {((text: string) => string)[]}
 */
const FORMS = [
  (text) => text,
  (text) => text.replace(/^\ufeff+/, "").replace(/\r\n?/g, "\n"),
  (text) => unquoted(text.replace(/^\ufeff+/, "").replace(/\r\n?/g, "\n")),
];

/**
 * Read the first form whose sum fits; where none does, the first that is JSON.
 *
 * @param {string} text
 * @returns {{data: any, whole: boolean}}
 */
function parsed(text) {
  const forms = new Set();
  let read;
  let failed;
  for (const change of FORMS) {
    const form = change(text);
    if (forms.has(form)) continue;
    forms.add(form);
    try {
      const data = JSON.parse(form);
      const end = form.lastIndexOf(SUM);
      if (end >= 0 && crc(form.slice(0, end)) === data?.sum) return { data, whole: true };
      read ??= { data, whole: false };
    } catch (error) {
      failed = error;
    }
  }
  if (read) return read;
  throw failed;
}

/** @param {any} data @param {boolean} whole @returns {Read} */
function checked(data, whole) {
  const { name, assignment, made, entries, site = "", edition = "" } = data;
  const sound =
    isText(name, NAME) &&
    isText(assignment, 9999) &&
    isText(made, 40) &&
    isTime(Date.parse(made)) &&
    isText(site, WORD) &&
    isText(edition, WORD) &&
    Array.isArray(entries) &&
    entries.length <= MOST;
  if (!sound) return { problem: "damaged" };
  // Two entries with one id would be counted twice.
  const found = [...new Map(entries.filter(usable).map((entry) => [entry.id, entry])).values()];
  found.sort((a, b) => a.at - b.at);
  const result = { ...data, entries: found };
  const unread = entries.length - found.length;
  if (!whole || !adds(found)) return { result, unread, problem: "altered" };
  return { result, unread };
}

/**
 * Can it be computed with, and is all else in it of a size that a page can work with?
 *
 * @param {any} entry
 */
const usable = (entry) =>
  readable(entry) &&
  small(entry) &&
  (!Object.values(entry).some(isLong) ||
    Object.entries(entry).every(([name, value]) => name === "response" || !isLong(value))) &&
  (entry.drawn ?? []).every((/** @type {any} */ each) => isText(each, WORD));

/** @param {any} value */
const isLong = (value) => typeof value === "string" && value.length > WORD;

/**
 * No number that is nonsense, no list without end, and nothing so deep that who walks through it runs out of room.
 *
 * @param {any} value
 * @param {number} left
 * @returns {boolean}
 */
function small(value, left = DEEPEST) {
  if (typeof value === "number") return Math.abs(value) <= 9e15;
  if (typeof value !== "object" || value === null) return true;
  const parts = Object.values(value);
  return left > 0 && parts.length <= DRAWN && parts.every((each) => small(each, left - 1));
}

/** Do the points of each test come from the answers that are there? @param {Entry[]} entries */
function adds(entries) {
  /** @type {Map<string | undefined, number>} */
  const sums = new Map();
  for (const { type, run, mode, points, self } of entries) {
    if (type === "attempt" && mode === "test" && !self)
      sums.set(run, (sums.get(run) ?? 0) + points);
  }
  return entries.every(
    ({ type, run, points, max, percent }) =>
      type !== "result" ||
      (Math.abs(points - (sums.get(run) ?? 0)) < 0.02 &&
        (!max || Math.abs(percent - (100 * points) / max) < 1.5)),
  );
}

/**
 * Write a result as a code for a chat message: who, what, and how far with each step.
 *
 * @param {{id: string, title: string, name: string, made: Date, steps: Standing[]}} of `id` of the assignment
 */
export function asCode({ id, title, name, made, steps }) {
  const rows = steps.map(({ state, percent, tries }) => [
    STATES.indexOf(state),
    percent ?? -1,
    tries,
  ]);
  const body = JSON.stringify([
    id,
    title,
    name.trim(),
    Math.floor(made.getTime() / 60_000),
    rows,
    -made.getTimezoneOffset(),
  ]);
  return `${CODE}.${fromText(body)}.${crc(body)}`;
}

/** @param {string} code @returns {{summary?: Summary, problem?: "newer" | "damaged"}} */
export function readCode(code) {
  const [version, body, sum] = code.split(".");
  if (version !== CODE) return { problem: "newer" };
  try {
    const json = toText(body);
    if (crc(json) !== sum) return { problem: "damaged" };
    return summarised(JSON.parse(json));
  } catch {
    return { problem: "damaged" };
  }
}

/** @type {Standing["state"][]} */
const STATES = ["new", "begun", "done"];

/**
 * Every value within what `asCode` writes; else the code is none of ours, whatever its sum.
 *
 * @param {any} data
 * @returns {{summary?: Summary, problem?: "damaged"}}
 */
function summarised(data) {
  const [id, title, name, made, rows, offset] = data;
  // A code of an earlier version does not tell the zone of its maker.
  const told = data.length === 6 && isWhole(offset, -MOST_OFFSET, MOST_OFFSET);
  const sound =
    (data.length === 5 || told) &&
    isText(id, 20) &&
    isText(title, 2 * LIMITS.title) &&
    isText(name, NAME) &&
    isWhole(made, 0, LAST / 60_000) &&
    Array.isArray(rows) &&
    rows.length <= LIMITS.steps &&
    rows.every(isRow);
  if (!sound) return { problem: "damaged" };
  const steps = rows.map(([state, percent, tries]) => ({
    state: STATES[state],
    percent: percent < 0 ? undefined : percent,
    tries,
  }));
  // Its day is the one on which its maker made it.
  const day = told
    ? new Date((made + offset) * 60_000).toISOString().slice(0, 10)
    : dayIn(made * 60_000);
  return { summary: { id, title, name, made: new Date(made * 60_000), day, steps } };
}

/** @param {any} row */
const isRow = (row) =>
  Array.isArray(row) &&
  row.length === 3 &&
  isWhole(row[0], 0, 2) &&
  (row[1] === -1 || (row[1] >= 0 && row[1] <= 100)) &&
  Number.isFinite(row[1]) &&
  isWhole(row[2], 0, 10_000);
