import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fill } from "#unruffled/browser/core/gaps.js";

test("no gap is left in braces, and values are put in as they are", () => {
  const pieces = fc.array(fc.constantFrom("{a}", "{b}", "{constructor}", "{", "}", "x ", "$&"), {
    maxLength: 8,
  });
  const names = fc.dictionary(
    fc.constantFrom("a", "b"),
    fc.constantFrom("", " ", "N", "{b}", "$1"),
    { noNullPrototype: true },
  );
  const isGiven = (values, name) => Object.hasOwn(values, name) && values[name].trim() !== "";
  fc.assert(
    fc.property(pieces, names, (parts, values) => {
      const text = parts.join("");
      const gaps = [...text.matchAll(/\{([^{}]+)\}/g)];
      // Put together from what lies between the gaps, and not by replacing.
      let [want, at] = ["", 0];
      for (const { 0: whole, 1: name, index } of gaps) {
        want += text.slice(at, index) + (isGiven(values, name) ? values[name].trim() : "___");
        at = index + whole.length;
      }
      const open = gaps.map(([, name]) => name).filter((name) => !isGiven(values, name));
      const found = { text: want + text.slice(at), missing: [...new Set(open)] };
      assert.deepEqual(fill(text, values), found);
    }),
    { numRuns: 300 },
  );
});
