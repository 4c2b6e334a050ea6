// Days as entries of a calendar: what RFC 5545 asks of a file.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { asCalendar, later } from "#unruffled/browser/core/calendar.js";

const OF = { id: "abc", url: "https://x.example/#a=1", made: new Date(Date.UTC(2026, 10, 28, 9)) };

test("a day is later by so many days, also where clocks change", () => {
  assert.equal(later("2027-03-27", 2), "2027-03-29");
  assert.equal(later("2028-02-28", 2), "2028-03-01");
});

test("an entry is a whole day, and is itself when it is read again", () => {
  const lines = asCalendar([{ day: "2026-12-31", title: "Due", about: "a\nb" }], OF).split("\r\n");
  for (const line of [
    "UID:abc.0@unruffled",
    "DTSTAMP:20261128T090000Z",
    "DTSTART;VALUE=DATE:20261231",
    "DTEND;VALUE=DATE:20270101",
    "SUMMARY:Due",
    "DESCRIPTION:a\\nb",
  ])
    assert.ok(lines.includes(line), line);
});

test("of any words, no line is too long, no letter is cut, and all of them come back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
      const text = asCalendar([{ day: "2026-12-31", title, about: "" }], OF);
      for (const line of text.split("\r\n")) assert.ok(Buffer.from(line).length <= 76, line);
      const [, found] = /SUMMARY:([^\r]*)\r\n[A-Z]/.exec(text.replaceAll("\r\n ", ""));
      const plain = found.replace(/\\(n|.)/g, (_, sign) => (sign === "n" ? "\n" : sign));
      assert.equal(plain, title.replace(/\r\n?/g, "\n"));
    }),
  );
});
