// Statements: of a form that an independent validator takes, each with an id that follows from what
// it tells.

import assert from "node:assert/strict";
import { test } from "node:test";
import validation from "@learninglocker/xapi-validation";
import fc from "fast-check";
import { begun, ENTRY, statementsOf } from "#unruffled/browser/core/statements.js";
import { texts } from "./chance.js";
import { entry, result } from "./entries.js";

const ABOUT = {
  account: { homePage: "https://handbook.example/", name: "learner-1" },
  registration: "0b8f1c2a-1f5e-4c1e-9b0a-6f3d2a1c0b9f",
  home: "https://handbook.example/",
  site: "Handbook",
  title: (quiz) => `Title of ${quiz}`,
};
const stamped = (more) => ({ v: 1, id: "e", at: 1_700_000_000_000, t: 1_700_000_000_000, ...more });
const verbs = (statements) => statements.map(({ verb }) => verb.id.split("/").at(-1));
/** What the validator says of statements: nothing where they are good. */
const faults = (statements) =>
  statements.flatMap((each) => validation.default(each, ["statement"]).map(String));

const KINDS = [
  ...["single", "multiple", "true_false", "fill_in", "matching", "sorting", "ordering"],
  ...["choose_in_text", "spot", "rewrite", "voice", "a-kind-to-come"],
];

test("every entry is a statement that the validator takes, with the entry in it", async () => {
  const entries = [
    ...KINDS.map((kind) => entry(kind, { kind, share: 1 / 3, points: 2 / 3, max: 2 })),
    entry("self", { kind: "rewrite", self: true, points: 0, max: 0, response: { text: "a" } }),
    entry("play", { quiz: "scenario:late-parcel", question: "play", kind: "scenario" }),
    stamped({ type: "begun", quiz: "z", run: "u", drawn: ["z/q1"] }),
    stamped(result({ began: 1_699_999_940_000, points: 1 })),
    stamped(result({ passed: false, percent: 33, points: 1, max: 3 })),
  ];
  for (const each of entries) {
    const made = await statementsOf(each, ABOUT);
    assert.deepEqual(faults(made), []);
    assert.deepEqual(made[0].result.extensions[ENTRY], each);
    assert.equal(made.filter(({ result }) => result?.extensions).length, 1);
  }
  assert.deepEqual(faults([await begun(ABOUT, Date.now())]), []);
});

test("the validator would say what is wrong", async () => {
  const [made] = await statementsOf(entry("a"), ABOUT);
  const wrong = { ...made, result: { ...made.result, score: { scaled: 1.5 } } };
  assert.equal(faults([wrong]).length > 0, true);
  assert.equal(faults([{ ...made, verb: { id: "answered" } }]).length > 0, true);
});

test("what happened has its verb", async () => {
  const told = async (each) => verbs(await statementsOf(each, ABOUT));
  assert.deepEqual(await told(entry("a")), ["answered"]);
  assert.deepEqual(await told(entry("a", { question: "play" })), ["completed"]);
  assert.deepEqual(await told(stamped({ type: "begun", quiz: "z", run: "u", drawn: [] })), [
    "initialized",
  ]);
  assert.deepEqual(await told(stamped(result())), ["passed", "completed"]);
  assert.deepEqual(await told(stamped(result({ passed: false }))), ["failed", "completed"]);
  assert.deepEqual(verbs([await begun(ABOUT, 1)]), ["initialized"]);
});

test("an id follows from the learner, the site, the entry and the verb, and from nothing else", async () => {
  const ids = async (each, about = ABOUT) =>
    (await statementsOf(each, about)).map(({ id }) => id).join();
  const one = await ids(entry("a"));
  assert.equal(await ids(entry("a", { at: 5 })), one);
  assert.equal(await ids(entry("a"), { ...ABOUT, registration: "", site: "Other" }), one);
  const account = { ...ABOUT.account, name: "learner-2" };
  const others = [
    await ids(entry("b")),
    await ids(entry("a"), { ...ABOUT, account }),
    await ids(entry("a"), { ...ABOUT, home: "https://other.example/" }),
    ...(await ids(stamped({ ...result(), id: "a" }))).split(","),
  ];
  assert.equal(new Set([one, ...others]).size, others.length + 1);
});

test("nothing in it tells who the learner is", async () => {
  const [made] = await statementsOf(entry("a"), ABOUT);
  assert.deepEqual(made.actor, { objectType: "Agent", account: ABOUT.account });
});

test("whatever a record holds, the validator takes it", async () => {
  const numbers = fc.double({ min: 0, max: 1e6, noNaN: true });
  await fc.assert(
    fc.asyncProperty(texts, texts, numbers, numbers, async (quiz, response, points, max) => {
      const each = entry("a", { quiz: quiz.toWellFormed(), response, points, max, share: 0.5 });
      assert.deepEqual(faults(await statementsOf(each, ABOUT)), []);
    }),
    { numRuns: 200 },
  );
});
