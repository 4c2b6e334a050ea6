// Links, codes and files of results as this site writes them, made here by other means: the checksum is
// zlib's, the letters are Node's.

import { crc32 } from "node:zlib";

export const crc = (text) => crc32(text).toString(16).padStart(8, "0");
const base64 = (text) => Buffer.from(text).toString("base64url");

/** An assignment as the text in its link. */
export function linkText(assignment) {
  const body = JSON.stringify(assignment);
  return `1.${base64(body)}.${crc(body)}`;
}

/** What a short code holds, as the code. */
export function coded(...values) {
  const body = JSON.stringify(values);
  return `u1.${base64(body)}.${crc(body)}`;
}

/** The text of a result file, with its checksum. */
export function fileOf({ entries, ...head }) {
  const lines = entries.map((each) => JSON.stringify(each)).join(",\n");
  const text = `${JSON.stringify(head).slice(0, -1)},"entries":[\n${lines}\n]`;
  return `${text},"sum":"${crc(text)}"}\n`;
}

const START = 1_790_000_000_000; // in September 2026

/** A result with one test: of each question the quiz, the name and the share that is right. */
export function makeResult(name, assignment, questions, more = {}) {
  const entries = questions.map(([quiz, question, share], number) => ({
    v: 1,
    id: `${name} ${quiz} ${question}`,
    at: START + number,
    t: START + number,
    type: "attempt",
    quiz,
    question,
    kind: "single",
    rev: "abc123",
    run: name,
    response: ["a"],
    share,
    points: share,
    max: 1,
    tries: 1,
    hints: 0,
    seed: 1,
    mode: "test",
  }));
  const points = questions.reduce((sum, [, , share]) => sum + share, 0);
  const percent = Math.floor((100 * points) / questions.length + 1e-9);
  entries.push({
    v: 1,
    id: `${name} ${START}`,
    at: START + 300_000,
    t: START + 300_000,
    type: "result",
    quiz: `assignment:${assignment.split(".").at(-1)}.0`,
    mode: "test",
    seed: 1,
    run: name,
    drawn: questions.map(([quiz, question]) => `${quiz}/${question}`),
    edition: "",
    began: START,
    limit: 0,
    extra: 0,
    late: 0,
    points,
    max: questions.length,
    percent,
    passed: percent >= 80,
  });
  return {
    format: "unruffled-result",
    version: 1,
    site: "Handbook",
    edition: "",
    made: "2026-10-01T09:00:00.000Z",
    assignment,
    name,
    entries,
    ...more,
  };
}
