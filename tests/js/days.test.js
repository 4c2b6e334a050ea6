// Days are those of a calendar: where the reader is, or in the zone that an assignment names.

import assert from "node:assert/strict";
import { test } from "node:test";
import { byAssignment, standingsOf } from "#unruffled/browser/core/cohort.js";
import { daysBetween, daysLater } from "#unruffled/browser/core/days.js";
import { fold } from "#unruffled/browser/core/log.js";
import { gather } from "#unruffled/browser/core/people.js";
import {
  asCode,
  asFile,
  dayMade,
  makeResult,
  readCode,
  readResult,
} from "#unruffled/browser/core/result.js";
import { dueToday } from "#unruffled/browser/core/schedule.js";
import { dayIn, endIn } from "#unruffled/browser/core/zones.js";
import { entry } from "./entries.js";
import { linkText } from "./results.js";

/** Do something where the clocks are those of a place. */
function where(zone, work) {
  process.env.TZ = zone;
  return work();
}

/** The milliseconds of a local time: "2027-03-27 23:30". */
const at = (text, zone) => where(zone, () => Date.parse(text.replace(" ", "T")));

/** Whether a question that was answered wrong is asked again. */
function isDue(answered, now) {
  const answer = { type: "attempt", quiz: "z", question: "q", rev: "r", share: 0, t: answered };
  const data = { quizzes: { z: { questions: { q: ["r", "o", 1] } } } };
  return dueToday(data, new Map([["z/q", fold(undefined, answer)]]), now).length === 1;
}

for (const [zone, answered, later] of [
  // Clocks put forward: the day has 23 hours; put back: 25.
  ["Europe/Berlin", "2027-03-27 23:30", "2027-03-28 00:10"],
  ["Europe/Berlin", "2027-03-28 00:30", "2027-03-29 00:10"],
  ["Europe/Berlin", "2027-10-30 23:50", "2027-10-31 00:05"],
  ["Europe/Berlin", "2027-10-31 00:10", "2027-11-01 00:05"],
  ["America/Los_Angeles", "2027-03-13 23:59", "2027-03-14 00:01"],
  ["America/Los_Angeles", "2027-11-07 00:01", "2027-11-08 00:00"],
  ["Australia/Lord_Howe", "2027-04-03 23:50", "2027-04-04 00:10"],
  ["Africa/Cairo", "2027-04-29 23:59", "2027-04-30 01:01"], // there, midnight is left out
  ["Pacific/Kiritimati", "2027-03-31 23:59", "2027-04-01 00:00"],
])
  test(`what was wrong at ${answered} in ${zone} is due on the next calendar day`, () => {
    const [given, end, next] = [answered, `${answered.slice(0, 10)} 23:59:59`, later].map((each) =>
      at(each, zone),
    );
    assert.ok(!where(zone, () => isDue(given, end)));
    assert.ok(where(zone, () => isDue(given, next)));
  });

test("the first answer of a day counts on a day of 25 hours", () => {
  const zone = "Europe/Berlin";
  const [early, late, before] = ["31 00:05", "31 23:55", "30 23:59"].map((each) =>
    at(`2027-10-${each}`, zone),
  );
  const counted = (...times) =>
    where(zone, () => times.map((t) => entry("a", { t })).reduce(fold, undefined).reviews.length);
  assert.equal(counted(early, late), 1);
  assert.equal(counted(before, early), 2);
});

test("an interval is counted in days of the calendar", () => {
  // From before a change of clocks to after it, no day is lost and none is added.
  const zone = "Europe/Berlin";
  const [from, to] = [at("2027-03-27 23:30", zone), at("2027-03-29 00:10", zone)];
  assert.equal(
    where(zone, () => daysBetween(from, to)),
    2,
  );
  assert.equal(
    where(zone, () => daysLater(from, 2)),
    at("2027-03-29 23:30", zone),
  );
  assert.ok(daysBetween(0, 1e300) > 0);
});

for (const [day, zone] of [
  ["2027-03-31", "America/Los_Angeles"],
  ["2027-03-27", "Europe/Berlin"],
  ["2027-03-28", "Europe/Berlin"],
  ["2027-10-31", "Europe/Berlin"],
  ["2027-04-03", "Australia/Lord_Howe"],
  ["2027-12-31", "Pacific/Kiritimati"],
  ["2027-06-30", "Asia/Kathmandu"],
])
  test(`the end of ${day} in ${zone} is the last moment of that day`, () => {
    where("UTC", () => {
      const end = endIn(day, zone);
      assert.equal(dayIn(end - 1, zone), day);
      assert.ok(dayIn(end, zone) > day);
    });
  });

// --- A due day

const assignment = (zone) =>
  linkText({ title: "T", steps: [["some", "0"]], due: "2027-03-31", ...(zone && { zone }) });

function handIn(text, made) {
  const about = { assignment: text, name: "A", entries: [], site: "S", edition: "e" };
  return asFile(makeResult({ ...about, made: new Date(made) }));
}

function judged(file) {
  const handed = [{ file: "f", ...readResult(file) }];
  const [group] = byAssignment(handed).values();
  const { days, late } = standingsOf(group, gather(handed).people, { quizzes: {} });
  return [days[0], late[0]];
}

for (const [named, learner, when, expected] of [
  ["", "America/Los_Angeles", "2027-03-31 23:58", ["2027-03-31", false]],
  ["", "Pacific/Kiritimati", "2027-04-01 00:02", ["2027-04-01", true]],
  ["Europe/Berlin", "America/Los_Angeles", "2027-03-31 14:59", ["2027-03-31", false]],
  ["Europe/Berlin", "America/Los_Angeles", "2027-03-31 15:01", ["2027-04-01", true]],
  ["America/Los_Angeles", "Pacific/Kiritimati", "2027-04-01 20:59", ["2027-03-31", false]],
])
  test(`learner and trainer judge a due day alike: ${named || "no zone"}, ${learner} ${when}`, () => {
    const made = at(when, learner);
    const file = where(learner, () => handIn(assignment(named), made));
    for (const trainer of ["Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati"])
      assert.deepEqual(
        where(trainer, () => judged(file)),
        expected,
        trainer,
      );
  });

for (const [learner, when, day] of [
  ["America/Los_Angeles", "2027-03-31 23:58", "2027-03-31"],
  ["Pacific/Kiritimati", "2027-04-01 00:02", "2027-04-01"],
])
  test(`a short code tells the day of who made it: ${learner}`, () => {
    const made = at(when, learner);
    const facts = { id: assignment("").split(".")[2], title: "T", name: "A", steps: [] };
    const code = where(learner, () => asCode({ ...facts, made: new Date(made) }));
    assert.equal(where("Europe/Berlin", () => readCode(code)).summary.day, day);
  });

test("a file of an earlier version is read by the reader's own day", () => {
  const made = "2027-03-31T22:30:00.000Z";
  assert.equal(
    where("Europe/Berlin", () => dayMade({ made })),
    "2027-04-01",
  );
});
