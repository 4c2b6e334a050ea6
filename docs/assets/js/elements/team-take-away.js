// What was read, as files: people and questions for a spreadsheet, all of it as JSON, or on paper.

import { dayOf, save } from "../core/saving.js";
import { asCsv } from "../core/table.js";
import { button, element } from "./make.js";

const CSV = "text/csv";

/** @param {object} team of team-show.js @returns {HTMLElement} */
export function makeTakeAway(team) {
  const name = (what, ending) => `${what}-${team.group.id}-${dayOf(Date.now())}.${ending}`;
  const buttons = [
    button("People as CSV", () => save(asCsv(peopleRows(team)), name("people", "csv"), CSV)),
    button("Questions as CSV", () => save(asCsv(questionRows(team)), name("questions", "csv"), CSV)),
    button("All as JSON", () => save(`${JSON.stringify(asData(team), null, 1)}\n`, name("team", "json"))),
    button("Print", () => print()),
  ];
  return element("section", { className: "team-take-away" },
    element("h3", {}, "Take it away"),
    element("p", { className: "team-buttons" }, ...buttons.flatMap((each) => [each, " "])));
}

function peopleRows({ people, steps, standings, late }) {
  const head = ["name", "handed in", "late", "steps done", "steps"];
  const of = steps.flatMap(({ title }) => [`${title}: state`, `${title}: best %`, `${title}: tests taken`]);
  const rows = people.map(({ name, made }, index) => {
    const mine = standings[index];
    const done = mine.filter(({ state }) => state === "done").length;
    const cells = mine.flatMap(({ state, percent, tries }) => [state, percent, tries]);
    return [name, made.toISOString(), late[index] ? "late" : "", done, mine.length, ...cells];
  });
  return [[...head, ...of], ...rows];
}

function questionRows({ refs, items }) {
  const head = ["question", "people", "difficulty", "discrimination"];
  return [head, ...refs.map((ref, index) => [ref, items[index].n, items[index].difficulty, items[index].discrimination])];
}

function asData({ group, assignment, people, steps, standings, late, refs, items, answers }) {
  return {
    format: "unruffled-team",
    version: 1,
    assignment: { id: group.id, ...assignment },
    people: people.map(({ name, made }, index) => ({
      name,
      made,
      late: late[index],
      steps: standings[index].map(({ state, percent, tries }, at) => ({ step: steps[at]?.name, state, percent, tries })),
      answers: Object.fromEntries([...answers[index]].map(([ref, { share }]) => [ref, share])),
    })),
    questions: refs.map((ref, index) => ({ question: ref, ...items[index] })),
  };
}
