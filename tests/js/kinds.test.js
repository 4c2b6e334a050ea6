// Every kind of question has what a question asks of it, and the checker of types knows it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { kinds } from "./kinds.js";

const types = new URL("../../hooks/unruffled/browser/types/kinds.d.ts", import.meta.url);
const listed = [...readFileSync(types, "utf8").matchAll(/^ {2}(\w+): Does</gm)];

test("every kind has what a question asks of it", () => {
  assert.ok(Object.keys(kinds).length >= 10);
  for (const [name, kind] of Object.entries(kinds))
    for (const part of ["prepare", "response", "key", "gap", "restore", "score", "show"])
      assert.equal(typeof kind[part], "function", `${name}.${part}`);
});

test("the checker of types knows every kind", () => {
  assert.deepEqual(listed.map(([, name]) => name).sort(), Object.keys(kinds).sort());
});
