// People of a list and people who handed in: nobody is lost, joined or doubled without being asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gather } from "#unruffled/browser/core/people.js";
import { against, alike, nameKey } from "#unruffled/browser/core/names.js";
import { join, resolved, undecided } from "#unruffled/browser/core/decisions.js";
import { readRoster } from "#unruffled/browser/core/roster.js";
import { byAssignment } from "#unruffled/browser/core/cohort.js";
import { linkText, makeResult } from "./results.js";

const LINKS = ["One", "Two", "Three"].map((title) =>
  linkText({ title, steps: [["empathy", "abc123"]] }),
);

const compare = (listed, people, decisions = undecided()) =>
  against(listed, people, {
    resolve: (key) => resolved(decisions.same, key),
    different: decisions.different,
  });

// --- The list

const listed = (text) => readRoster(text).people.map(({ name, mail, team }) => [name, mail, team]);

for (const [what, text, people] of [
  [
    "one name a line",
    "Ana O'Neil; née Wiśniewska\n\n Ben ",
    [
      ["Ana O'Neil; née Wiśniewska", "", ""],
      ["Ben", "", ""],
    ],
  ],
  ["an address in the second column", "Jürgen Müller\tjj@x.de", [["Jürgen Müller", "jj@x.de", ""]]],
  ["an address first", "cleo@x.org\tCleo Park\tSouth", [["Cleo Park", "cleo@x.org", "South"]]],
  [
    "three columns",
    "Ana\ta@x.de\tNorth\r\nBen\tb@x.de\tSouth",
    [
      ["Ana", "a@x.de", "North"],
      ["Ben", "b@x.de", "South"],
    ],
  ],
  [
    "two names and an address",
    "Jürgen\tMüller\tjj@x.de\tNorth",
    [["Jürgen Müller", "jj@x.de", "North"]],
  ],
  [
    "names and teams",
    "Ana\tNorth\nBen\tNorth\nCy\tSouth",
    [
      ["Ana", "", "North"],
      ["Ben", "", "North"],
      ["Cy", "", "South"],
    ],
  ],
  [
    "first and last names",
    "Ana\tSilva\nBen\tOkoro",
    [
      ["Ana Silva", "", ""],
      ["Ben Okoro", "", ""],
    ],
  ],
  [
    "a head",
    "Team\tLast name\tFirst name\tE-mail\nNorth\tSilva\tAna\ta@x.de",
    [["Ana Silva", "a@x.de", "North"]],
  ],
  [
    "a head of one column",
    "Name\nAna\nBen",
    [
      ["Ana", "", ""],
      ["Ben", "", ""],
    ],
  ],
  ["as a mail program writes it", "Dora Lind <dora@x.org>", [["Dora Lind", "dora@x.org", ""]]],
  [
    "with commas",
    'Ana Silva, ana@x.de, North\n"Müller, Jürgen",jj@x.de',
    [
      ["Ana Silva", "ana@x.de", "North"],
      ["Müller, Jürgen", "jj@x.de", ""],
    ],
  ],
  [
    "two of one name, by their addresses",
    "Anna\ta1@x.de\nAnna\ta2@x.de",
    [
      ["Anna", "a1@x.de", ""],
      ["Anna", "a2@x.de", ""],
    ],
  ],
])
  test(`a list is read as it is pasted: ${what}`, () => assert.deepEqual(listed(text), people));

test("a name that stands there twice is one person and told, until the trainer says otherwise", () => {
  const { people, again } = readRoster("Anna\nBen\nanna");
  assert.deepEqual([people.length, again], [2, ["anna"]]);
  assert.equal(readRoster("Anna\nBen\nanna", new Set(["anna"])).people.length, 3);
});

test("a line with an address and no name is told", () => {
  assert.deepEqual(readRoster("ana@x.de\nBen").nameless, ["ana@x.de"]);
});

// --- Names that are near

for (const [one, other, near] of [
  ["Jürgen Müller", 'Müller, Jürgen "JJ"', true],
  ["Jürgen Müller", "Jurgen Mueller", true],
  ["Łukasz Wójcik", "Lukasz Wojcik", true],
  ["Søren Ø", "Soren O", true],
  ["Anna Schmidt", "Anna Schmitd", true],
  ["Anna Schmidt", "Anna Schmid", true],
  ["J. Müller", "Jürgen Müller", true],
  ["Alex Carter", "Alexander Carter", true],
  ["李小龍", "李小龙", false],
  ["Anna Schmidt", "Anna Becker", false],
  ["Ana", "Ben", false],
  ["", "", false],
])
  test(`two spellings are ${near ? "" : "not "}near: ${one} | ${other}`, () => {
    assert.equal(alike(one, other), near);
    assert.equal(alike(other, one), near);
  });

// --- Everybody once

const odd = fc.oneof(
  fc.constantFrom(
    "Ana O'Neil; née Wiśniewska",
    'Müller, Jürgen "JJ"',
    "李小龍",
    "  ",
    "=1+1",
    "Anna",
    "anna ",
    "Ǆ",
    "A\u0301na",
    "Ána",
  ),
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .map((name) => name.replace(/[\t\n\r@]/g, "x")),
);

/** A team with its files: everybody hands in some of three assignments. */
const teams = fc
  .uniqueArray(odd, { minLength: 1, maxLength: 40, selector: (name) => nameKey(name) })
  .chain((names) =>
    fc.record({
      names: fc.constant(names.filter((name) => name.trim())),
      handed: fc.array(fc.tuple(fc.nat(names.length - 1), fc.nat(2)), { maxLength: 60 }),
    }),
  );

const filesOf = (names, handed) =>
  handed
    .filter(([who]) => names[who])
    .map(([who, which], at) => ({
      file: `${at}.json`,
      result: makeResult(names[who], LINKS[which], [["empathy", `q${at}`, 1]], { sum: `${at}` }),
    }));

test("of any names, each file is one person's and each person of the list has one place", () => {
  fc.assert(
    fc.property(teams, ({ names, handed }) => {
      const { people: list } = readRoster(names.map((name) => `${name}\tx@x.de`).join("\n"));
      assert.deepEqual(list.map(({ key }) => key).sort(), names.map(nameKey).sort());
      for (const group of byAssignment(filesOf(names, handed)).values()) {
        const { people } = gather(group.handed);
        const read = people.flatMap(({ files }) => files.map(({ file }) => file)).sort();
        assert.deepEqual(read, group.handed.map(({ file }) => file).sort());
        const keys = new Set(group.handed.map(({ result }) => nameKey(result.name)));
        assert.deepEqual(new Set(people.map(({ base }) => base)), keys);
        assert.equal(people.length, keys.size);
        const { missing, extra, teams: known } = compare(list, people);
        assert.equal(missing.length + known.size, list.length);
        assert.equal(extra.length, 0);
      }
    }),
  );
});

test("who is joined and taken apart again is as before", () => {
  fc.assert(
    fc.property(
      teams,
      fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 8 }),
      ({ names, handed }, joins) => {
        const files = filesOf(
          names,
          handed.map(([who]) => [who, 0]),
        );
        const decisions = undecided();
        for (const [a, b] of joins)
          if (names[a] && names[b]) join(decisions, nameKey(names[a]), nameKey(names[b]));
        const { people } = gather(files, decisions);
        assert.equal(people.flatMap((each) => each.files).length, files.length);
        assert.equal(new Set(people.map(({ key }) => key)).size, people.length);
        decisions.same.clear();
        const count = (found) => found.people.map(({ name }) => name).sort();
        assert.deepEqual(count(gather(files, decisions)), count(gather(files)));
      },
    ),
  );
});

/** A file of Anna's, the answers of which are nobody else's. */
const annas = (file, made) => {
  const result = makeResult("Anna", LINKS[0], [["empathy", "q", 1]], { made, sum: file });
  for (const entry of result.entries) entry.id += ` ${file}`;
  return { file, result };
};

test("people of one name who are kept apart keep what is decided of them when files come", () => {
  const decisions = undecided();
  decisions.apart.add("anna");
  const [b, c] = [annas("b", "2026-10-02T09:00:00Z"), annas("c", "2026-10-03T09:00:00Z")];
  const keyOf = (found, name) => found.people.find(({ files }) => files[0].file === name).key;
  const before = gather([b, c], decisions);
  assert.deepEqual(
    before.people.map(({ name }) => name),
    ["Anna (1)", "Anna (2)"],
  );
  const after = gather([b, c, annas("a", "2026-10-01T09:00:00Z")], decisions);
  assert.equal(after.people.length, 3);
  assert.equal(keyOf(after, "b"), keyOf(before, "b"));
  assert.equal(keyOf(after, "c"), keyOf(before, "c"));
});
