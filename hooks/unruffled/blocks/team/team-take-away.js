// What was read, as files: people and questions for a spreadsheet, all of it as JSON, or on paper.

import { doubtsOf } from "../../browser/core/marks.js";
import { round } from "../../browser/core/points.js";
import { dayOf, save } from "../../browser/core/saving.js";
import { asCsv } from "../../browser/core/table.js";
import { button, element } from "../../browser/dom/make.js";
import { bestRun, remarksOf } from "./team-people.js";

const CSV = "text/csv";

/** @param {Team} team of team-show.js @returns {HTMLElement} */
export function makeTakeAway(team) {
  /** @param {string} what @param {string} ending */
  const name = (what, ending) => `${what}-${team.group.id}-${dayOf(Date.now())}.${ending}`;
  const buttons = [
    button("People as CSV", () => save(asCsv(peopleRows(team)), name("people", "csv"), CSV)),
    button("Questions as CSV", () =>
      save(asCsv(questionRows(team)), name("questions", "csv"), CSV),
    ),
    button("All as JSON", () =>
      save(`${JSON.stringify(asData(team), null, 1)}\n`, name("team", "json")),
    ),
    button("Print", () => print()),
  ];
  return element(
    "section",
    { className: "team-take-away" },
    element("h3", {}, "Take it away"),
    element("p", { className: "team-buttons" }, ...buttons.flatMap((each) => [each, " "])),
  );
}

/** @param {Team} team */
function peopleRows(team) {
  const { people, steps, standings, late } = team;
  const head = ["name", "source", "handed in", "late", "counted", "to know", "steps done", "steps"];
  const of = steps.flatMap(({ title }) =>
    [
      "state",
      "best %",
      "tests taken",
      "tests begun",
      "minutes",
      "minutes extra",
      "minutes over",
    ].map((what) => `${title}: ${what}`),
  );
  const rows = people.map((person, index) => {
    const mine = standings[index];
    const done = mine.filter(({ state }) => state === "done").length;
    const cells = mine.flatMap(({ state, percent, tries }, at) => [
      state,
      percent,
      tries,
      ...timesOf(person, steps[at]),
    ]);
    const about = [
      sourceOf(person),
      person.made.toISOString(),
      late[index] ? "late" : "",
      countedOf(person),
      remarksOf(team, index).join("; "),
    ];
    return [person.name, ...about, done, mine.length, ...cells];
  });
  return [[...head, ...of], ...rows];
}

const MINUTE = 60_000;
/** @param {Person} person */
const sourceOf = ({ summary }) => (summary ? "short code" : "file");
/** @param {Person} person */
const countedOf = (person) =>
  !doubtsOf(person).length ? "" : person.accepted ? "yes, by the trainer" : "no";

/**
 * Of a step with a test: how many were begun, and of the best one the minutes, what was added, and what was over.
 *
 * @param {Person} person
 * @param {Step | undefined} step
 */
function timesOf({ runs }, step) {
  const mine = runs.filter(({ quiz }) => step?.test && quiz === step.test);
  const best = bestRun(runs, step);
  return [mine.length, best?.taken && round(best.taken / MINUTE), best?.extra, best?.over];
}

/** @param {Team} team */
function questionRows({ refs, items }) {
  const head = ["question", "people", "difficulty", "discrimination"];
  return [
    head,
    ...refs.map((ref, index) => [
      ref,
      items[index].n,
      items[index].difficulty,
      items[index].discrimination,
    ]),
  ];
}

/** @param {Team} team */
function asData(team) {
  const { group, assignment, people, steps, standings, late, refs, items, answers } = team;
  return {
    format: "unruffled-team",
    version: 1,
    assignment: { id: group.id, ...assignment },
    people: people.map((person, index) => ({
      name: person.name,
      source: sourceOf(person),
      made: person.made,
      late: late[index],
      doubts: doubtsOf(person),
      accepted: person.accepted,
      toKnow: remarksOf(team, index),
      tests: person.runs,
      steps: standings[index].map(({ state, percent, tries }, at) => ({
        step: steps[at]?.name,
        state,
        percent,
        tries,
      })),
      answers: Object.fromEntries([...answers[index]].map(([ref, { share }]) => [ref, share])),
    })),
    questions: refs.map((ref, index) => ({ question: ref, ...items[index] })),
  };
}
