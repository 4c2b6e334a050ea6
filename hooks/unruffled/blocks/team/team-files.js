// Files of results, as they are dropped or chosen. Each is read by itself: what is wrong with one
// keeps out no other.

import { LARGEST, readResult } from "../../browser/core/result.js";
import { pacer } from "../../browser/core/pace.js";
import { isSheet, readSheet } from "../../browser/core/signoff.js";
import { isSealed, unseal } from "../../browser/core/sealing.js";

/** @typedef {{private: () => Promise<CryptoKey | undefined>}} Keys a trainer's */

/**
 * What was read: `text` of a file, or the file itself where it is sealed for another key.
 *
 * @typedef {{file: string, text?: string, locked?: File, problem?: string, unread?: number,
 *   result?: HandedResult, summary?: Summary, signoff?: import("../../browser/core/signoff.js").Sheet}} TeamFile
 */

/** How many files are fetched from the disk at once: to wait for each by itself takes most of the time. */
const AHEAD = 32;
/** What a file of results is called. */
const OURS = /\.(json|jwe|txt)$/i;

/**
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]>} what was dropped, with all that lies in folders
 */
export async function filesOf({ items, files }) {
  const entries = [...items]
    .map((item) => item.webkitGetAsEntry?.())
    .filter((each) => Boolean(each));
  if (!entries.length) return [...files];
  return (await Promise.all(entries.map(within))).flat();
}

/** @param {any} entry @returns {Promise<File[]>} */
async function within(entry) {
  if (entry.isFile) return [await new Promise((done, fail) => entry.file(done, fail))];
  const reader = entry.createReader();
  /** @type {any[]} */
  const found = [];
  // A reader gives some hundred at a time, and nothing at the end.
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return (await Promise.all(found.map(within))).flat();
    found.push(...some);
  }
}

/**
 * @param {File[]} files
 * @param {Keys} keys
 * @returns {Promise<TeamFile[]>} of each file its name, its text, and what readResult says of it; of a
 *   sealed one that cannot be opened the File as `locked`
 */
export async function readFiles(files, keys) {
  /** @type {TeamFile[]} */
  const read = [];
  const pause = pacer();
  // A folder also holds what a system puts there.
  const ours = files.filter(({ name }) => !name.startsWith("."));
  /** @param {number} at */
  const fetched = (at) => Promise.all(ours.slice(at, at + AHEAD).map(textOf));
  await pause(); // a browser has been busy with the list of many files
  let coming = fetched(0);
  for (let at = 0; at < ours.length; at += AHEAD) {
    const texts = await coming;
    coming = fetched(at + AHEAD); // the disk works while these are read
    for (const [index, file] of ours.slice(at, at + AHEAD).entries()) {
      read.push({ file: file.name, ...(await readOne(file, texts[index], keys)) });
      await pause();
    }
  }
  return read;
}

/**
 * @param {File} file
 * @returns {Promise<{text: string, problem?: undefined} | {text?: undefined, problem: "large" | "unreadable"}>}
 */
async function textOf(file) {
  try {
    // To ask for a size takes as long as to read a small file; a film must not be read.
    const bytes =
      OURS.test(file.name) || file.size <= LARGEST ? await file.arrayBuffer() : undefined;
    return bytes && bytes.byteLength <= LARGEST
      ? { text: decoded(new Uint8Array(bytes)) }
      : { problem: "large" };
  } catch {
    return { problem: "unreadable" };
  }
}

/** An editor may have saved it anew in UTF-16. @param {Uint8Array} bytes */
const decoded = (bytes) => {
  /** @type {Record<string, string>} */
  const wides = { "255 254": "utf-16le", "254 255": "utf-16be" };
  const wide = wides[bytes.subarray(0, 2).join(" ")];
  return new TextDecoder(wide ?? "utf-8").decode(bytes);
};

/**
 * What is sealed has few signs; a mail program puts others between them. Its tag says whether it is whole.
 *
 * @param {string} text
 */
const compact = (text) => (/^\s*eyJ/.test(text) ? text.replace(/=\r?\n|[^\w.-]/g, "") : text);

/**
 * A result, or a sign-off sheet.
 *
 * @param {string} text
 * @returns {Omit<TeamFile, "file">}
 */
function readText(text) {
  if (!isSheet(text)) return readResult(text);
  const { sheet, problem } = readSheet(text);
  return { signoff: sheet, problem };
}

/**
 * @param {File} file
 * @param {Awaited<ReturnType<typeof textOf>>} read
 * @param {Keys} keys
 * @returns {Promise<Omit<TeamFile, "file">>}
 */
async function readOne(file, { text: received, problem }, keys) {
  if (received === undefined) return { problem };
  const text = compact(received);
  if (!isSealed(text)) return { ...readText(text), text };
  const key = await keys.private();
  if (!key) return { problem: "locked", locked: file };
  try {
    const opened = await unseal(text, key);
    return { ...readText(opened), text: opened };
  } catch {
    return { problem: "locked", locked: file };
  }
}
