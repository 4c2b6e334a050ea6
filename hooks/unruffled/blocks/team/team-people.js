// Who has handed in, how far each is, and what a trainer has to know of it: the sum and the table.

import { longDayOf } from "../../browser/core/dates.js";
import { doubtsOf, marksOf } from "../../browser/core/marks.js";
import { inWords } from "../../browser/core/runs.js";
import { button, element } from "../../browser/dom/make.js";
import { list, row, table } from "./team-parts.js";

/** How many people are put into the table at once. */
const PIECE = 100;
const KEY =
  "✓ is done and passed, ○ is begun, – is not begun, ? is passed by a result that is in doubt; the figure is the best in per cent, with the time that it took.";

/**
 * @param {Team} team of team-show.js; read anew each time that `fill` is called
 * @param {{missing: string[], roster: string}} names
 * @returns {{summary: HTMLElement, nodes: HTMLElement[], fill: (stale: () => boolean) => Promise<void>}}
 *   `fill` writes the sum and the rows
 */
export function makePeople(team, names) {
  const sum = element("p", { className: "team-sum" }, sumOf(team, names));
  const numbers = Array.from({ length: stepsCount(team) }, (_, index) => `${index + 1}`);
  const made = table(["Name", "Done", ...numbers, "Handed in", "To know"], []);
  made.classList.add("team-people");
  const titles = team.steps.map(({ title }) => title);
  const nodes = [
    element("h3", {}, "Who is how far"),
    made,
    element("p", { className: "team-key-words" }, KEY),
    list(titles, "ol"),
  ];
  return {
    summary: sum,
    nodes,
    async fill(stale) {
      const body = made.querySelector("tbody");
      const rows = rowsOfPeople(team);
      sum.textContent = sumOf(team, names);
      body.replaceChildren();
      // A long table comes in pieces: laid out at once, it would hold up the page.
      for (let at = 0; at < rows.length && !stale(); at += PIECE) {
        body.append(...rows.slice(at, at + PIECE).map(row));
        // Drawn before the next piece: all of it in one frame would take too long.
        await new Promise((done) => setTimeout(done));
      }
    },
  };
}

/** @param {Pick<Team, "steps" | "standings">} team */
const stepsCount = ({ steps, standings }) =>
  Math.max(steps.length, ...standings.map(({ length }) => length));
/** @param {Standing[]} standing */
const isDone = (standing) => standing.length > 0 && standing.every(({ state }) => state === "done");

/**
 * Files and claims are counted apart: a short code can be written by anybody.
 *
 * @param {Team} team
 * @param {{missing: string[], roster: string}} names
 */
function sumOf({ people, standings, late, assignment }, { missing, roster }) {
  const files = people.flatMap(({ summary }, index) => (summary ? [] : [standings[index]]));
  const claims = people.flatMap(({ summary }, index) => (summary ? [standings[index]] : []));
  const done = files.filter(isDone).length;
  const all = claims.filter(isDone).length;
  const doubts = files.filter((mine) => mine.some(({ state }) => state === "unsure")).length;
  const words = [
    `${files.length} handed in, ${done} ${done === 1 ? "has" : "have"} done and passed every step.`,
    claims.length &&
      `${claims.length} sent a short code: ${all} ${all === 1 ? "claims" : "claim"} to have done and passed every step.`,
    doubts && `${doubts} ${doubts === 1 ? "is" : "are"} in doubt, and not counted as passed.`,
    late.some(Boolean) &&
      `${late.filter(Boolean).length} after the day it was due${assignment?.zone ? ` (${assignment.zone})` : ""}.`,
    missing.length && `Missing: ${missing.join(", ")}.`,
    roster.trim() && !missing.length && "Nobody on your list is missing.",
  ];
  return words.filter(Boolean).join(" ");
}

/**
 * Everything to know of one person, in words: what is in doubt first.
 *
 * @param {Shown} team
 * @param {number} index
 */
export const remarksOf = ({ people, assignment, steps, late, again }, index) => [
  ...new Set([
    ...doubtsOf(people[index]),
    ...marksOf(people[index], { assignment, steps, late: late[index], again: again[index] }),
  ]),
];

/** @param {Shown} team @returns {(string | Node)[][]} the cells of each person */
export function rowsOfPeople(team) {
  const { people, standings, steps, days } = team;
  const count = stepsCount(team);
  return people.map((person, index) => {
    const mine = standings[index];
    const done = mine.filter(({ state }) => state === "done").length;
    const cells = Array.from({ length: count }, (_, at) => cell(mine[at], person, steps[at]));
    const all = `${done} of ${mine.length}`;
    return [
      person.name,
      person.summary ? `claims ${all}` : all,
      ...cells,
      longDayOf(days[index]),
      toKnow(team, index),
    ];
  });
}

/** @param {Shown} team @param {number} index */
function toKnow(team, index) {
  const { key, accepted } = team.people[index];
  const words = remarksOf(team, index).join("; ");
  if (!doubtsOf(team.people[index]).length) return words;
  /** @param {Decisions} known */
  const change = (known) => (accepted ? known.accepted.delete(key) : known.accepted.add(key));
  const act = button(accepted ? "Do not count it" : "Count it", () => team.decide?.(change));
  return element(
    "span",
    {},
    `${words}${words.endsWith("?") ? "" : "."} ${accepted ? "You count it." : "Not counted."} `,
    act,
  );
}

/** @type {Record<string, string>} */
const SIGNS = { done: "✓", begun: "○", unsure: "?" };

/** @param {Standing | undefined} standing @param {Person} person @param {Step | undefined} step */
function cell(standing, { runs }, step) {
  if (!standing || standing.state === "new") return "–";
  const best = standing.percent === undefined ? "" : ` ${standing.percent}`;
  const time = timeOf(runs, step);
  return `${SIGNS[standing.state]}${best}${time === undefined ? "" : `, ${inWords(time)}`}`;
}

/**
 * How long the best run of a test took, in milliseconds.
 *
 * @param {Run[]} runs
 * @param {Step | undefined} step
 */
const timeOf = (runs, step) => bestRun(runs, step)?.taken;

/**
 * @param {Run[]} runs
 * @param {Step | undefined} step
 * @returns {Run | undefined} the first of the best runs of a step
 */
export function bestRun(runs, step) {
  const mine = runs.filter(
    ({ quiz, ended }) => step?.test && quiz === step.test && ended !== undefined,
  );
  /** @type {Run | undefined} */
  let best;
  for (const run of mine) if (!(best && Number(best.percent) >= Number(run.percent))) best = run;
  return best;
}
