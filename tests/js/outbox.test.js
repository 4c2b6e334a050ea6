// The way to a store: whatever it answers, nothing is lost, nothing is there twice, and it is named.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forget, isAtRisk, put, send, waiting } from "#unruffled/browser/core/outbox.js";
import { troubleWords, waitingWords } from "#unruffled/browser/core/outbox-words.js";

const LAUNCH = {
  endpoint: "https://lrs.example/xapi/",
  store: "Records",
  auth: "Basic a2V5OnNlY3JldA==",
  account: { homePage: "https://handbook.example/", name: "learner-1" },
  registration: "",
  until: "",
  assignment: "",
};
const statements = (count, first = 0) =>
  Array.from({ length: count }, (_, at) => ({
    id: `s${first + at}`,
    timestamp: "t",
    n: first + at,
  }));

/** A store that answers by `rule`; what it has taken, in order. */
function store(rule = () => 200) {
  const taken = [];
  const asked = [];
  const request = async (address, options) => {
    const body = JSON.parse(options.body);
    asked.push({ address, options, ids: body.map(({ id }) => id) });
    const status = await rule(body, asked.length);
    if (status === 200) taken.push(...body.map(({ id }) => id));
    return { status };
  };
  return { taken, asked, request };
}

beforeEach(() => {
  globalThis.localStorage = {};
  forget(LAUNCH);
});

test("what waits goes out in order, once, in a few requests, and then nothing waits", async () => {
  put(LAUNCH, statements(120));
  put(LAUNCH, statements(120)); // the same once more
  const { taken, asked, request } = store();
  assert.deepEqual(await send(LAUNCH, { request }), { sent: 120, left: 0, trouble: undefined });
  assert.deepEqual(
    taken,
    statements(120).map(({ id }) => id),
  );
  assert.equal(asked.length, 3);
  const [{ address, options }] = asked;
  assert.equal(address, "https://lrs.example/xapi/statements");
  assert.equal(options.headers.Authorization, LAUNCH.auth);
  assert.equal(options.headers["X-Experience-API-Version"], "1.0.3");
  await send(LAUNCH, { request });
  assert.equal(asked.length, 3);
});

for (const [status, trouble] of [
  [401, "token"],
  [403, "token"],
  [500, "fault"],
  [503, "fault"],
  [429, "fault"],
  [302, "fault"],
]) {
  test(`a store that answers ${status} is asked once, and all of it waits for the next time`, async () => {
    put(LAUNCH, statements(60));
    const { asked, request } = store(() => status);
    assert.deepEqual(await send(LAUNCH, { request }), { sent: 0, left: 60, trouble });
    assert.equal(asked.length, 1);
    const later = store();
    assert.equal((await send(LAUNCH, { request: later.request })).left, 0);
    assert.equal(later.taken.length, 60);
  });
}

test("a store that does not answer is named, and an answer that was lost leads to no doubles", async () => {
  put(LAUNCH, statements(3));
  const lost = store(async () => {
    throw new TypeError("network");
  });
  assert.deepEqual(await send(LAUNCH, { request: lost.request }), {
    sent: 0,
    left: 3,
    trouble: "silent",
  });
  const again = store();
  await send(LAUNCH, { request: again.request });
  assert.deepEqual(again.asked[0].ids, lost.asked[0].ids); // the ids by which the store knows them
});

for (const [status, trouble] of [
  [409, "conflict"],
  [400, "refused"],
  [422, "refused"],
]) {
  test(`what is answered with ${status} is found among the others, which all arrive`, async () => {
    put(LAUNCH, statements(50));
    const bad = new Set(["s7", "s31"]);
    const { taken, request } = store((body) => (body.some(({ id }) => bad.has(id)) ? status : 200));
    assert.deepEqual(await send(LAUNCH, { request }), { sent: 48, left: 2, trouble });
    assert.equal(taken.length, 48);
    assert.equal(new Set(taken).size, 48);
    assert.deepEqual(
      waiting(LAUNCH).map(([, { statement }]) => statement.id),
      ["s7", "s31"],
    );
    // It stands in nobody's way, and is tried again when somebody asks.
    put(LAUNCH, statements(51));
    for (const [name, { statement }] of waiting(LAUNCH))
      if (taken.includes(statement.id)) delete globalThis.localStorage[name];
    const next = store();
    assert.equal((await send(LAUNCH, { request: next.request })).left, 2);
    assert.deepEqual(next.taken, ["s50"]);
    assert.equal((await send(LAUNCH, { request: next.request, again: true })).left, 0);
  });
}

test("a store that takes little at once gets little at once; one answer that is too large is named", async () => {
  put(LAUNCH, [...statements(40), { id: "large", timestamp: "t", words: "a".repeat(9000) }]);
  const { taken, request } = store((body) => (JSON.stringify(body).length > 400 ? 413 : 200));
  assert.deepEqual(await send(LAUNCH, { request }), { sent: 40, left: 1, trouble: "large" });
  assert.deepEqual(
    taken,
    statements(40).map(({ id }) => id),
  );
});

test("what one learner has answered is not sent with the link of another", async () => {
  put(LAUNCH, statements(2));
  const other = { ...LAUNCH, account: { ...LAUNCH.account, name: "learner-2" } };
  const { asked, request } = store();
  await send(other, { request });
  assert.equal(asked.length, 0);
  assert.equal(waiting(LAUNCH).length, 2);
});

test("no token is kept with what waits", () => {
  put(LAUNCH, statements(2));
  assert.equal(JSON.stringify(globalThis.localStorage).includes("a2V5OnNlY3JldA"), false);
});

test("what waits is there for the next page; where the browser keeps nothing, that is known", async () => {
  put(LAUNCH, statements(2));
  assert.equal(isAtRisk(), false);
  globalThis.localStorage = new Proxy(
    {},
    {
      set: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    },
  );
  put(LAUNCH, statements(2));
  assert.equal(isAtRisk(), true);
  const { taken, request } = store();
  await send(LAUNCH, { request });
  assert.deepEqual(taken, ["s0", "s1"]);
  assert.equal(isAtRisk(), false);
});

test("every trouble has its words", () => {
  const troubles = ["token", "silent", "fault", "large", "conflict", "refused"];
  const words = troubles.map((each) => troubleWords(each, "Records"));
  assert.equal(new Set(words).size, troubles.length);
  assert.ok(words.every((each) => each.includes("Records")));
  assert.deepEqual(waitingWords(0, true), []);
  assert.deepEqual(waitingWords(1, false), ["1 report waits in this browser.", "Nothing is lost."]);
  assert.match(waitingWords(2, true)[1], /is lost when you leave/);
});
