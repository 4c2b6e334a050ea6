// Every kind of question has what a question asks of it, and says so to the checker of types.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { kinds } from "./kinds.js";

test("every kind has what a question asks of it", () => {
  assert.ok(Object.keys(kinds).length >= 10);
  for (const [name, kind] of Object.entries(kinds))
    for (const part of ["prepare", "response", "key", "gap", "restore", "score", "show"])
      assert.equal(typeof kind[part], "function", `${name}.${part}`);
});

test("every kind has the checker of types look whether it does what a kind has to", () => {
  for (const name of Object.keys(kinds)) {
    const file = new URL(`../../hooks/unruffled/kinds/${name}/${name}.js`, import.meta.url);
    const claim = new RegExp(`@typedef \\{Does<Kind<.+>, typeof import\\("./${name}.js"\\)>\\}`);
    assert.match(readFileSync(file, "utf8"), claim, name);
  }
});
