// An assignment found in an address or a text, however it was changed on its way. Its checksum says
// whether what is found is what was sent. Pure.

import { decode } from "./assignment.js";
import { layers, signs } from "./received.js";

/** @typedef {"empty" | "newer" | "cut" | "changed" | "cased" | "forged"} Problem */

/** How every assignment begins in base64url: `{"title":"`. */
const BEGIN = "eyJ0aXRsZSI6I";
/** An address that says it leads to an assignment, though nothing of one can be read. */
const MARK = /[#?&/]a=\s*\S/i;
/** The same of a version that may come. */
const NEWER = /[#?&/]a=\s*(?:[2-9]|[1-9]\d+)\.[\w-]+\./i;

/**
 * Find the assignment in an address.
 *
 * @param {string} text all of the address, or what was pasted
 * @returns {{text: string, assignment?: Assignment, problem?: Problem}}
 *   `text` as its link has it, "" where there is none. `cut`: its end is missing; `changed`: its sum
 *   does not fit; `cased`: capitals became small letters, or the other way round
 */
export function recognise(text) {
  const all = layers(text);
  /** @type {Set<Problem | undefined>} */
  const problems = new Set();
  for (const layer of all) {
    // One dash may stand for the two that a program has joined.
    for (const each of [layer, layer.replace(/[\u2013\u2014]/g, "--")]) {
      const found = inSigns(signs(each), problems);
      if (found) return found;
    }
  }
  return { text: "", problem: problemOf(/** @type {string} */ (all.at(-1)), problems) };
}

/**
 * @param {string} text
 * @param {Set<Problem | undefined>} problems
 * @returns {{text: string, assignment: Assignment} | null}
 */
function inSigns(text, problems) {
  const parts = text.split(".");
  for (const [at, part] of parts.entries()) {
    const start = begin(part);
    const [sum] = /^[0-9a-f]{8}/i.exec(parts[at + 1] ?? "") ?? [];
    if (start < 0 || !sum) continue;
    const [version = "1"] = (start === 0 && /\d+$/.exec(parts[at - 1] ?? "")) || [];
    const whole = `${version}.${part.slice(start)}.${sum.toLowerCase()}`;
    const { assignment, problem } = decode(whole);
    if (assignment) return { text: whole, assignment };
    problems.add(problem === "cut" ? "changed" : problem);
  }
  return null;
}

/**
 * Where the text of an assignment begins, also one that is none of ours; -1 where none does.
 *
 * @param {string} part
 */
function begin(part) {
  const at = part.indexOf(BEGIN);
  return at < 0 ? part.search(/eyJ/i) : at;
}

/**
 * Say what is wrong: what is known for certain comes first.
 *
 * @param {string} text
 * @param {Set<Problem | undefined>} problems
 * @returns {Problem}
 */
function problemOf(text, problems) {
  const plain = signs(text);
  if (problems.has("forged")) return "forged";
  if (problems.has("newer") || NEWER.test(text)) return "newer";
  if (!plain.includes(BEGIN) && plain.toLowerCase().includes(BEGIN.toLowerCase())) return "cased";
  if (problems.has("changed")) return "changed";
  return plain.includes(BEGIN.slice(0, 4)) || MARK.test(text) ? "cut" : "empty";
}
