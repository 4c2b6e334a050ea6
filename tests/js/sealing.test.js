// Seals: another key or one changed letter opens nothing. What two other programs make of them is in
// tests/unit/test_links_in_both.py.

import assert from "node:assert/strict";
import { test } from "node:test";
import { makeKeys, publicText, seal, unseal } from "#unruffled/browser/core/sealing.js";

const opened = (sealed, key) => unseal(sealed, key).catch(() => null);

test("another key or one changed letter opens nothing", async () => {
  const [{ privateKey, publicKey }, other] = await Promise.all([makeKeys(), makeKeys()]);
  const sealed = await seal("secret", await publicText(publicKey));
  assert.equal(await opened(sealed, privateKey), "secret");
  assert.equal(await opened(sealed, other.privateKey), null);
  const parts = sealed.split(".");
  // The last letter of a part may carry bits that are thrown away: it is left alone.
  const ends = new Set(parts.map((_, at) => parts.slice(0, at + 1).join(".").length - 1));
  for (let at = 0; at < sealed.length; at += 1) {
    if (sealed[at] === "." || ends.has(at)) continue;
    const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
    assert.equal(await opened(changed, privateKey), null, `${at}`);
  }
});
