// A result as it is handed in: a file of answers with its checksum, or a short code. Pure.
// schemas/result.json says what is in the file.

import { fromText, toText } from "./base64url.js";
import { crc } from "./crc.js";
import { readable } from "./entries.js";

const FORMAT = "unruffled-result";
const VERSION = 1;
const CODE = "u1";
/** What stands between all that the checksum is made of, and the checksum. */
const SUM = ',"sum":"';
/** The longest name, in characters. */
export const NAME = 120;
/** The largest file that is read, in bytes: some 20,000 answers. */
export const LARGEST = 8 * 2 ** 20;

const isText = (value, most) => typeof value === "string" && value.length <= most;

/**
 * @param {{assignment: string, name: string, entries: object[], site: string, edition: string,
 *   made: Date}} of `assignment` as its link has it
 * @returns {object} the result, ready to be written as JSON
 */
export function makeResult({ assignment, name, entries, site, edition, made }) {
  const head = { format: FORMAT, version: VERSION, site, edition, made: made.toISOString() };
  return { ...head, assignment, name: name.trim(), entries };
}

/** @returns {string} the text of its file: every answer on a line of its own */
export function asFile({ entries, ...head }) {
  const lines = entries.map((entry) => JSON.stringify(entry)).join(",\n");
  const text = `${JSON.stringify(head).slice(0, -1)},"entries":[\n${lines}\n]`;
  return `${text}${SUM}${crc(text)}"}\n`;
}

/**
 * Read the text of a file.
 *
 * @returns {{result?: object, problem?: "empty" | "foreign" | "newer" | "damaged" | "altered",
 *   unread?: number}} with a `problem` there is no result, but for one that was altered; `unread`
 *   is how many of its entries cannot be computed with
 */
export function readResult(text) {
  if (!text.trim()) return { problem: "empty" };
  const ours = text.slice(0, 400).includes(FORMAT);
  try {
    const data = JSON.parse(text);
    if (data?.format !== FORMAT) return { problem: "foreign" };
    if (data.version !== VERSION) return { problem: Number(data.version) > VERSION ? "newer" : "damaged" };
    const whole = crc(text.slice(0, text.lastIndexOf(SUM))) === data.sum;
    return checked(data, whole);
  } catch {
    return { problem: ours ? "damaged" : "foreign" };
  }
}

function checked(data, whole) {
  const { name, assignment, made, entries } = data;
  const sound =
    isText(name, NAME) && isText(assignment, 9999) && Number.isFinite(Date.parse(made)) && Array.isArray(entries);
  if (!sound) return { problem: "damaged" };
  // Two entries with one id would be counted twice.
  const found = [...new Map(entries.filter(readable).map((entry) => [entry.id, entry])).values()];
  found.sort((a, b) => a.at - b.at);
  const result = { ...data, entries: found };
  const unread = entries.length - found.length;
  if (!whole || !adds(found)) return { result, unread, problem: "altered" };
  return { result, unread };
}

/** Do the points of each test come from the answers that are there? */
function adds(entries) {
  const sums = new Map();
  for (const { type, run, mode, points, self } of entries) {
    if (type === "attempt" && mode === "test" && !self) sums.set(run, (sums.get(run) ?? 0) + points);
  }
  return entries.every(
    ({ type, run, points, max, percent }) =>
      type !== "result" ||
      (Math.abs(points - (sums.get(run) ?? 0)) < 0.02 && (!max || Math.abs(percent - (100 * points) / max) < 1.5)),
  );
}

/**
 * Write a result as a code for a chat message: who, what, and how far with each step.
 *
 * @param {{id: string, title: string, name: string, made: Date,
 *   steps: {state: string, percent?: number, tries: number}[]}} of `id` of the assignment
 */
export function asCode({ id, title, name, made, steps }) {
  const states = ["new", "begun", "done"];
  const rows = steps.map(({ state, percent, tries }) => [states.indexOf(state), percent ?? -1, tries]);
  const body = JSON.stringify([id, title, name.trim(), Math.floor(made / 60_000), rows]);
  return `${CODE}.${fromText(body)}.${crc(body)}`;
}

/** Where codes stand in a text that was pasted, with whatever is around them. */
export const codesIn = (text) => text.match(/\bu\d+\.[\w-]+\.[0-9a-f]{8}\b/g) ?? [];

/**
 * @returns {{summary?: {id: string, title: string, name: string, made: Date, steps: object[]},
 *   problem?: "newer" | "damaged"}}
 */
export function readCode(code) {
  const [version, body, sum] = code.split(".");
  if (version !== CODE) return { problem: "newer" };
  try {
    const json = toText(body);
    if (crc(json) !== sum) return { problem: "damaged" };
    const [id, title, name, made, rows] = JSON.parse(json);
    if (![id, title, name].every((each) => isText(each, NAME)) || !Number.isFinite(made)) return { problem: "damaged" };
    const steps = rows.map(([state, percent, tries]) => ({
      state: ["new", "begun", "done"][state] ?? "new",
      percent: percent >= 0 && percent <= 100 ? Number(percent) : undefined,
      tries: Number.isInteger(tries) && tries >= 0 ? tries : 0,
    }));
    return { summary: { id, title, name, made: new Date(made * 60_000), steps } };
  } catch {
    return { problem: "damaged" };
  }
}
