// Addresses as they arrive: put right as far as can be seen from them, and never led astray.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addressesFrom, filtersFrom } from "#unruffled/browser/core/address.js";

const ROOT = "https://handbook.example/handbook/";

const KNOWN = new Map([
  ["situation", ["shouting", "late-parcel"]],
  ["moment", ["open", "close"]],
]);
const BOTH = { situation: "shouting", moment: "open" };

for (const [search, wanted, unknown] of [
  ["?situation=shouting&moment=open", BOTH, []],
  ["?situation=shouting&amp;moment=open", BOTH, []],
  ["?situation=shouting&amp;amp;moment=open.", BOTH, []],
  ["?situation=shouting%26moment%3Dopen", BOTH, []],
  ["?situation=3Dshouting", { situation: "shouting" }, []],
  ["?situation=Shouting)&utm_source=mail", { situation: "shouting" }, []],
  ["?situation=%E2%80%8Bshouting%20", { situation: "shouting" }, []],
  ["?situation=shoutin&moment=open", { moment: "open" }, ["situation=shoutin"]],
  ["?mood=open", {}, ["mood=open"]],
  ["?moment=never&moment=open", {}, ["moment=never"]],
  ["?from=mail&lang=en", {}, []],
  ["?q=late&situation=", {}, []],
  ["", {}, []],
])
  test(`filters are those of the address, or are named: ${search}`, () => {
    const found = filtersFrom(search, KNOWN);
    assert.deepEqual([Object.fromEntries(found.wanted), found.unknown], [wanted, unknown]);
  });

const RIGHT = "phrases/empathy/#whole-day";

for (const [wrong, right] of [
  ["phrases/empathy/%23whole-day", RIGHT],
  ["phrases/empathy/%2523whole-day", RIGHT],
  ["phrases/empathy%20/%23whole-day.", RIGHT],
  ["phrases/empathy/&#35;whole-day", RIGHT],
  ["phrases/%3Fsituation=shouting", "phrases/?situation=shouting"],
  ["phrases/%3Fsituation=shouting&amp;moment=open", "phrases/?situation=shouting&moment=open"],
  ["Phrases/Empathy/", "phrases/empathy/"],
  ["phrases/empathy/,", "phrases/empathy/"],
  ["phrases/empathy/%22%3Eread this", "phrases/empathy/"],
  ["phrases/empathy/%E2%80%8B", "phrases/empathy/"],
  ["phrases/empathy/&utm_source=mail", "phrases/empathy/"],
  ["phrases//empathy/%0D%0A", "phrases/empathy/"],
])
  test(`a wrong address leads to the one that was meant: ${wrong}`, () => {
    assert.ok(addressesFrom(`${ROOT}${wrong}`, ROOT).includes(`${ROOT}${right}`));
  });

test("no address is tried outside of the site, or for a plain mistake", () => {
  assert.deepEqual(addressesFrom(`${ROOT}no/such/page/`, ROOT), []);
  for (const wrong of [
    "//evil.example/%23x",
    "%2F%2Fevil.example/",
    "https:%2F%2Fevil.example",
    "..%2F..%2Fother/%23x",
    "javascript:alert(1)%23",
    "%5C%5Cevil.example/",
  ])
    for (const found of addressesFrom(`${ROOT}${wrong}`, ROOT))
      assert.ok(found.startsWith(ROOT), `${wrong} leads to ${found}`);
});
