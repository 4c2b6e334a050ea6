// What was read, as files: people and questions for a spreadsheet, all of it as JSON, or on paper.

import { doubtsOf, uncounted } from "../../browser/core/marks.js";
import { round } from "../../browser/core/points.js";
import { dayOf, save } from "../../browser/core/saving.js";
import { asCsv } from "../../browser/core/table.js";
import { gettext } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";
import { begunOf, bestRun } from "./team-people.js";
import { askedOf } from "./team-questions.js";
import { mostWrong, stemOf } from "./team-wording.js";

const CSV = "text/csv";

/** @param {Team} team of team-show.js @param {Signoff[]} signoffs @returns {HTMLElement} */
export function makeTakeAway(team, signoffs) {
  /** @param {string} what @param {string} ending */
  const name = (what, ending) => `${what}-${team.group.id}-${dayOf(Date.now())}.${ending}`;
  const buttons = [
    button(gettext("People as CSV"), () =>
      save(asCsv(peopleRows(team)), name("people", "csv"), CSV),
    ),
    button(gettext("Questions as CSV"), async () =>
      save(asCsv(questionRows(team, await team.questions)), name("questions", "csv"), CSV),
    ),
    button(gettext("All as JSON"), async () => {
      const data = asData(team, signoffs, await team.questions);
      save(`${JSON.stringify(data, null, 1)}\n`, name("team", "json"));
    }),
    button(gettext("Print"), () => print()),
  ];
  return element(
    "section",
    { className: "team-take-away" },
    element("h3", {}, gettext("Take it away")),
    element("p", { className: "team-buttons" }, ...buttons.flatMap((each) => [each, " "])),
  );
}

/** Programs read these, so they stay as they are. */
const HEAD = [
  ...["name", "team", "source", "handed in, learner's clock", "on time", "counted", "marks"],
  ...["to know", "steps done", "steps"],
];
const OF_STEP = [
  ...["state", "best %", "tests taken", "tests begun", "minutes", "minutes extra"],
  "minutes over",
];

/** @param {Team} team */
function peopleRows(team) {
  const { people, steps, standings, teams, missing } = team;
  const of = steps.flatMap(({ title }) => OF_STEP.map((what) => `${title}: ${what}`));
  const rows = people.map((person, index) => {
    const mine = standings[index];
    const done = mine.filter(({ state }) => state === "done").length;
    const cells = mine.flatMap(({ state, percent, tries }, at) => [
      state,
      percent,
      tries,
      ...timesOf(person, steps[at]),
    ]);
    const marks = team.marks[index];
    const about = [
      teams.get(person) ?? "",
      sourceOf(person),
      team.made[index].toISOString(),
      onTime(team, index),
      countedOf(person),
      marks.map(({ mark }) => mark).join("; "),
      marks.map(({ words }) => words).join("; "),
    ];
    return [person.name, ...about, done, mine.length, ...cells];
  });
  const gone = missing.map((each) => [
    ...[each.name, each.team, "", "", "", "", "missing", ""],
    ...[0, steps.length],
    ...steps.flatMap(() => ["new", ...OF_STEP.slice(1).map(() => "")]),
  ]);
  return [[...HEAD, ...of], ...rows, ...gone];
}

const MINUTE = 60_000;
/** @param {Person} person */
const sourceOf = ({ summary }) => (summary ? "short code" : "file");
/** @param {Team} team @param {number} index */
const onTime = ({ assignment, late }, index) =>
  assignment?.due ? (late[index] ? "late" : "on time") : "";
/** @param {Person} person */
function countedOf(person) {
  if (person.counts !== undefined) return `${person.counts ? "yes" : "no"}, by the trainer`;
  return doubtsOf(person).length ? "no" : "";
}

/**
 * Of a step with a test: how many were begun, and of the best one the minutes, what was added, and what was over.
 *
 * @param {Person} person
 * @param {Step | undefined} step
 */
function timesOf({ runs }, step) {
  const best = bestRun(runs, step);
  const minutes = best?.taken === undefined ? undefined : round(best.taken / MINUTE);
  return [begunOf(runs, step), minutes, best?.extra, best?.over];
}

/**
 * @param {Team} team
 * @param {Map<string, Question>} found
 */
function questionRows(team, found) {
  const head = [
    ...["question", "wording", "people", "difficulty", "discrimination"],
    ...["most chosen wrong answer", "people who chose it"],
  ];
  const rows = askedOf(team).map(({ ref, n, difficulty, discrimination, given }) => {
    const { wording, wrong } = wordsOf(found.get(ref), given);
    return [ref, wording, n, difficulty, discrimination, wrong?.words, wrong?.n];
  });
  return [head, ...rows];
}

/**
 * @param {Question | undefined} question
 * @param {{share: number, response?: Given}[]} given
 */
const wordsOf = (question, given) =>
  question
    ? { wording: stemOf(question), wrong: mostWrong(question, given) }
    : { wording: "", wrong: undefined };

/** @param {Team} team @param {Signoff[]} signoffs @param {Map<string, Question>} found */
function asData(team, signoffs, found) {
  const { group, assignment, people, steps, standings, teams, missing, answers } = team;
  return {
    format: "unruffled-team",
    version: 2,
    assignment: { id: group.id, ...assignment },
    people: people.map((person, index) => ({
      name: person.name,
      names: person.names,
      team: teams.get(person) ?? "",
      source: sourceOf(person),
      files: person.files.map(({ file }) => file),
      made: team.made[index],
      last: person.made,
      late: team.late[index],
      counted: !uncounted(person),
      decided: person.counts,
      doubts: doubtsOf(person).map(({ mark }) => mark),
      marks: team.marks[index].map(({ mark }) => mark),
      toKnow: team.marks[index].map(({ words }) => words),
      tests: person.runs,
      steps: standings[index].map(({ state, percent, tries }, at) => ({
        step: steps[at]?.name,
        state,
        percent,
        tries,
      })),
      answers: Object.fromEntries([...answers[index]].map(([ref, { share }]) => [ref, share])),
    })),
    missing: missing.map(({ name, mail, team: own }) => ({ name, mail, team: own })),
    questions: askedOf(team).map(({ ref, given, ...figures }) => ({
      question: ref,
      ...figures,
      ...wordsOf(found.get(ref), given),
    })),
    signoffs: signoffs.map(({ file, sheet }) => ({ file, ...sheet })),
  };
}
