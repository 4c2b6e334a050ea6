// Who has handed in, how far each is, and what a trainer has to know of it: the sum and the table.

import { isDone } from "../../browser/core/cohort.js";
import { longDayOf } from "../../browser/core/dates.js";
import { uncounted } from "../../browser/core/marks.js";
import { inWords } from "../../browser/core/runs.js";
import { gettext, ngettext, sideBySide } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";
import { list, row, table } from "./team-parts.js";

/** How many people are put into the table at once. */
const PIECE = 100;
/** How long to wait for a page to be drawn, in milliseconds. */
const UNSEEN = 200;
const keyWords = () =>
  gettext(
    "✓ is done and passed, ○ is begun, – is not begun, ? is passed by a result that is not counted; the figure is the best in per cent, with the time that it took. Times are those of the learners' own clocks.",
  );

/**
 * @param {Team} team of team-show.js; read anew each time that `fill` is called
 * @returns {{summary: HTMLElement, nodes: HTMLElement[], fill: (stale: () => boolean) => Promise<void>}}
 *   `fill` writes the sum and the rows
 */
export function makePeople(team) {
  const sum = element("p", { className: "team-sum" }, sumOf(team));
  const numbers = Array.from({ length: stepsCount(team) }, (_, index) => `${index + 1}`);
  const head = [
    gettext("Name"),
    ...(hasTeams(team) ? [gettext("Team")] : []),
    gettext("Done"),
    ...numbers,
    gettext("Handed in"),
    gettext("To know"),
  ];
  const made = table(head, []);
  made.classList.add("team-people");
  const titles = team.steps.map(({ title }) => title);
  const nodes = [
    element("h3", {}, gettext("Who is how far")),
    made,
    element("p", { className: "team-key-words" }, keyWords()),
    list(titles, "ol"),
  ];
  return {
    summary: sum,
    nodes,
    async fill(stale) {
      const body = made.querySelector("tbody");
      const rows = rowsOfPeople(team);
      sum.textContent = sumOf(team);
      body.replaceChildren();
      // A long table comes in pieces: laid out at once, it would hold up the page. What is there is
      // drawn before the next piece: all of it in one frame would take too long.
      for (let at = 0; at < rows.length; at += PIECE) {
        await drawn();
        if (stale()) return;
        body.append(...rows.slice(at, at + PIECE).map(row));
      }
    },
  };
}

/** Until the page is drawn; a page that nobody sees is not, and goes on after a moment. */
const drawn = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, UNSEEN);
  });

/** Does the list say who is in which team? @param {Pick<Team, "teams" | "missing">} team */
export const hasTeams = ({ teams, missing }) =>
  [...teams.values()].some(Boolean) || missing.some(({ team }) => team);

/** @param {Pick<Team, "steps" | "standings">} team */
const stepsCount = ({ steps, standings }) =>
  Math.max(steps.length, ...standings.map(({ length }) => length));

/**
 * Files and claims are counted apart: a short code can be written by anybody.
 *
 * @param {Team} team
 */
function sumOf({ people, standings, late, assignment, missing, listed }) {
  const files = people.flatMap(({ summary }, index) => (summary ? [] : [standings[index]]));
  const claims = people.flatMap(({ summary }, index) => (summary ? [standings[index]] : []));
  const total = late.filter(Boolean).length;
  const doubts = files.filter((mine) => mine.some(({ state }) => state === "unsure")).length;
  const words = [
    ngettext(
      "{total} handed in, {n} has done and passed every step.",
      "{total} handed in, {n} have done and passed every step.",
      files.filter(isDone).length,
      { total: files.length },
    ),
    claims.length &&
      ngettext(
        "{total} sent a short code: {n} claims to have done and passed every step.",
        "{total} sent a short code: {n} claim to have done and passed every step.",
        claims.filter(isDone).length,
        { total: claims.length },
      ),
    doubts && ngettext("{n} is not counted as passed.", "{n} are not counted as passed.", doubts),
    total &&
      (assignment?.zone
        ? gettext("{n} after the day it was due ({zone}).", { n: total, zone: assignment.zone })
        : gettext("{n} after the day it was due.", { n: total })),
    missing.length &&
      gettext("Missing: {names}.", { names: sideBySide(missing.map(({ name }) => name)) }),
    listed && !missing.length && gettext("Nobody on your list is missing."),
  ];
  return words.filter(Boolean).join(" ");
}

/**
 * @param {Team} team
 * @returns {(string | Node)[][]} the cells of each person, those who are missing at the end
 */
export function rowsOfPeople(team) {
  const { people, standings, steps, days, teams, missing } = team;
  const [count, grouped] = [stepsCount(team), hasTeams(team)];
  const there = people.map((person, index) => {
    const mine = standings[index];
    const of = { n: mine.filter(({ state }) => state === "done").length, total: mine.length };
    return [
      nameCell(team, person),
      ...(grouped ? [teams.get(person) ?? ""] : []),
      person.summary ? gettext("claims {n} of {total}", of) : gettext("{n} of {total}", of),
      ...Array.from({ length: count }, (_, at) => cell(mine[at], person, steps[at])),
      longDayOf(days[index]),
      toKnow(team, index),
    ];
  });
  const gone = missing.map(({ name, team: group }) => [
    name,
    ...(grouped ? [group] : []),
    gettext("{n} of {total}", { n: 0, total: count }),
    ...Array.from({ length: count }, () => "–"),
    "–",
    gettext("missing: nothing was handed in"),
  ]);
  return [...there, ...gone];
}

/** @param {Team} team @param {Person} person */
function nameCell({ look }, person) {
  if (!look) return person.name;
  // A link, and no button: on paper it is the name.
  const act = element("a", { href: "#team-show", className: "team-look" }, person.name);
  act.addEventListener("click", (event) => {
    event.preventDefault();
    look(person);
  });
  return act;
}

/** @param {Shown} team @param {number} index */
function toKnow(team, index) {
  const person = team.people[index];
  const marks = team.marks[index];
  const words = marks.map((mark) => mark.words).join("; ");
  if (!marks.length && person.counts === undefined) return "";
  const no = uncounted(person);
  const said =
    person.counts === undefined
      ? no
        ? gettext("Not counted.")
        : ""
      : no
        ? gettext("You do not count it.")
        : gettext("You count it.");
  const act = button(no ? gettext("Count it") : gettext("Do not count it"), () =>
    team.decide?.(({ counts }) => counts.set(person.key, no)),
  );
  const end = !words || words.endsWith("?") ? "" : ".";
  const text = [`${words}${end}`, said].filter(Boolean).join(" ");
  return element("span", {}, `${text} `, act);
}

/** @type {Record<string, string>} */
const SIGNS = { done: "✓", begun: "○", unsure: "?" };

/** @param {Standing | undefined} standing @param {Person} person @param {Step | undefined} step */
function cell(standing, { runs }, step) {
  if (!standing) return "–";
  const open = begunOf(runs, step);
  if (standing.state === "new") return open ? gettext("○ begun {n}", { n: open }) : "–";
  const best = standing.percent === undefined ? "" : ` ${standing.percent}`;
  const time = bestRun(runs, step)?.taken;
  return `${SIGNS[standing.state]}${best}${time === undefined ? "" : `, ${inWords(time)}`}`;
}

/** How many tests of a step were begun. @param {Run[]} runs @param {Step | undefined} step */
export const begunOf = (runs, step) =>
  runs.filter(({ quiz }) => step?.test && quiz === step.test).length;

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
