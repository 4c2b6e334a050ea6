import assert from "node:assert/strict";
import { test } from "node:test";
import { asCsv } from "#unruffled/browser/core/table.js";

test("no cell of a table is a formula", () => {
  const row = ["=1+1", "+1", "-1", "@x", "\tx", 'a "b", c', "line\nline", -0.5, null];
  const written = `\ufeff'=1+1,'+1,'-1,'@x,'\tx,"a ""b"", c","line\nline",-0.5,\r\n`;
  assert.equal(asCsv([row]), written);
});
