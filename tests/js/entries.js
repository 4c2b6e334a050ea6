// Entries of a record, as tests need them.

/** An answer as a page hands it over. */
export const attempt = (more = {}) => ({
  type: "attempt",
  quiz: "z",
  question: "q1",
  kind: "single",
  rev: "r1",
  response: ["a"],
  share: 1,
  points: 1,
  max: 1,
  tries: 1,
  hints: 0,
  seed: 7,
  mode: "practice",
  run: "u",
  ...more,
});

/** An answer as it is stored. */
export const entry = (id, { at = 1_700_000_000_000, ...more } = {}) => ({
  v: 1,
  id,
  at,
  t: at,
  ...attempt(more),
});

/** The result of a test as a page hands it over. */
export const result = (more = {}) => ({
  type: "result",
  quiz: "z",
  mode: "test",
  run: "u",
  seed: 7,
  drawn: ["z/q1"],
  points: 1,
  max: 1,
  percent: 100,
  passed: true,
  ...more,
});
