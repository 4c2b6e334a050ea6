// Launch links: followed to a store of the organisation, and refused by name otherwise.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readLaunch } from "#unruffled/browser/core/launch.js";
import { crc } from "#unruffled/browser/core/crc.js";

const STORES = [{ name: "Records", endpoint: "https://lrs.example/xapi/" }];
const NOW = Date.UTC(2027, 0, 15, 12);
const ACTOR = {
  objectType: "Agent",
  account: { homePage: "https://handbook.example/", name: "learner-1" },
};
const GIVEN = {
  endpoint: "https://lrs.example/xapi/",
  auth: "Basic a+b/c==",
  actor: JSON.stringify(ACTOR),
  registration: "0B8F1C2A-1f5e-4c1e-9b0a-6f3d2a1c0b9f",
  until: "2027-01-15",
};
const plain = (given) =>
  Object.entries(given)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
const link = (more = {}) => {
  const text = plain({ ...GIVEN, ...more });
  return `${text}&sum=${crc(text)}`;
};
const read = (text) => readLaunch(text, STORES, NOW);

test("a link of ours is read whole, on its last day, too", () => {
  assert.deepEqual(read(link({ a: "1.eyJ0.0a1b2c3d" })), {
    launch: {
      endpoint: "https://lrs.example/xapi/",
      store: "Records",
      auth: "Basic a+b/c==",
      account: ACTOR.account,
      registration: "0b8f1c2a-1f5e-4c1e-9b0a-6f3d2a1c0b9f",
      until: "2027-01-15",
      assignment: "1.eyJ0.0a1b2c3d",
    },
  });
});

test("a link of another program is read, too, with its own ways of writing", () => {
  const { until, ...theirs } = GIVEN;
  const account = { accountServiceHomePage: "https://lms.example", accountName: "4711" };
  const actor = JSON.stringify({ objectType: "Agent", account: [account] });
  const text = plain({ ...theirs, endpoint: "https://lrs.example/xapi", actor });
  const { launch } = read(text.replace("%2B", "+"));
  assert.equal(launch.auth, "Basic a+b/c==");
  assert.deepEqual(launch.account, { homePage: "https://lms.example", name: "4711" });
  assert.equal(launch.until, "");
});

const REFUSED = {
  none: ["", "utm_source=mail", "a=1"],
  cut: [
    link().slice(0, -3),
    link().replace("learner-1", "learner-2"),
    plain(GIVEN), // its sum is gone
    plain({ endpoint: GIVEN.endpoint, auth: GIVEN.auth }),
    link({ actor: "{" }),
    link({ actor: '{"objectType":"Agent"}' }),
    link({ endpoint: "lrs" }),
  ],
  plain: [
    link({ endpoint: "http://lrs.example/xapi/" }),
    link({ endpoint: "javascript:alert(1)" }),
  ],
  foreign: [
    link({ endpoint: "https://lrs.example.evil/xapi/" }),
    link({ endpoint: "https://lrs.example/other/" }),
    link({ endpoint: "https://lrs.example@evil.example/xapi/" }),
    link({ endpoint: "https://lrs.example:8443/xapi/" }),
  ],
  over: [link({ until: "2027-01-14" }), link({ until: "soon" })],
  named: [
    link({ actor: JSON.stringify({ mbox: "mailto:ana@example.org" }) }),
    link({ actor: JSON.stringify({ account: { ...ACTOR.account, name: "ana@example.org" } }) }),
  ],
  token: [link({ auth: "" }), link({ auth: "key:secret" }), link({ auth: "Basic a\r\nHost: b" })],
};

for (const [problem, links] of Object.entries(REFUSED)) {
  test(`refused: ${problem}`, () => {
    for (const each of links) {
      const found = read(each);
      assert.equal(found.problem, problem, each);
      assert.equal(found.launch, undefined);
    }
  });
}

test("without a store in organisation.yml, no link is followed", () => {
  assert.equal(readLaunch(link(), [], NOW).problem, "foreign");
});
