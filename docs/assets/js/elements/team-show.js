// What a trainer sees of a team: who is done, who is missing, what is hard, which questions mislead.

import { against, courses, firstAnswers, gather, rowsOf, sharesBy, standingsOf } from "../core/cohort.js";
import { longDay } from "../core/dates.js";
import { pacer } from "../core/pace.js";
import { analyse, readAlpha, reliability } from "../core/items.js";
import { element } from "./make.js";
import { bar, list, percent, row, table } from "./team-parts.js";
import { questions } from "./team-questions.js";
import { makeTakeAway } from "./team-take-away.js";

/** How many people are put into the table at once. */
const PIECE = 100;
const NO_ANSWERS = "Short codes hold no answers: for the questions, ask for files.";

/**
 * Show one assignment's results.
 *
 * @param {HTMLElement} place
 * @param {{group: object, roster: string, data: object}} what `group` of cohort.js
 * @param {() => boolean} stale whether something else is to be shown by now
 */
export async function showTeam(place, { group, roster, data }, stale) {
  const pause = pacer();
  await pause();
  const { people, notes } = gather(group.handed);
  await pause();
  const { steps, standings, late, assignment } = standingsOf(group, people, data);
  await pause();
  const { refs, answers, other } = firstAnswers(people, data);
  await pause();
  const rows = rowsOf(refs, answers);
  const items = analyse(rows);
  const team = { people, steps, standings, late, assignment, refs, answers, items, group, data };
  const { missing, extra } = against(roster, people);
  const altered = group.handed.filter(({ problem }) => problem === "altered").map(({ file }) => `${file}: changed after it was made.`);
  const all = [
    ...altered,
    ...notes,
    ...(other ? [`${other} ${other === 1 ? "answer is" : "answers are"} to earlier versions of questions: not in the analysis.`] : []),
    ...(extra.length ? [`Handed in, and not on your list: ${extra.join(", ")}.`] : []),
  ];
  let asked;
  const parts = [
    () => [summary(team, missing, roster)],
    () => (all.length ? [element("h3", {}, "To look at"), list(all)] : []),
    () => who(team),
    () => hard(team),
    () => (refs.length ? (asked = questions(team)).nodes : [element("p", {}, NO_ANSWERS)]),
    () => reliable(rows),
    () => progress(people),
    () => [makeTakeAway(team)],
  ];
  const made = [];
  for (const part of parts) {
    await pause();
    if (stale()) return;
    made.push(...part());
  }
  place.replaceChildren(...made);
  await fillIn(place.querySelector(".team-people tbody"), peopleRows(team), stale);
  // What the questions say stands on their pages: the figures need not wait for it.
  if (!stale()) asked?.tell();
}

/** A long table comes in pieces: laid out at once, it would hold up the page. */
async function fillIn(body, rows, stale) {
  for (let at = 0; at < rows.length && !stale(); at += PIECE) {
    body.append(...rows.slice(at, at + PIECE).map(row));
    // Drawn before the next piece: all of it in one frame would take too long.
    await new Promise((done) => setTimeout(done));
  }
}

const isDone = (standing) => standing.length > 0 && standing.every(({ state }) => state === "done");

function summary({ people, standings, late }, missing, roster) {
  const done = standings.filter(isDone).length;
  const words = [
    `${people.length} handed in, ${done} ${done === 1 ? "has" : "have"} done and passed every step.`,
    late.some(Boolean) && `${late.filter(Boolean).length} after the day it was due.`,
    missing.length && `Missing: ${missing.join(", ")}.`,
    roster.trim() && !missing.length && "Nobody on your list is missing.",
  ];
  return element("p", { className: "team-sum" }, words.filter(Boolean).join(" "));
}

const stepsCount = ({ steps, standings }) => Math.max(steps.length, ...standings.map(({ length }) => length));

function who(team) {
  const { steps } = team;
  const count = stepsCount(team);
  const head = ["Name", "Done", ...Array.from({ length: count }, (_, index) => `${index + 1}`), "Handed in", ""];
  const key = "✓ is done and passed, ○ is begun, – is not begun; the figure is the best in per cent.";
  const made = table(head, []);
  made.classList.add("team-people");
  return [element("h3", {}, "Who is how far"), made, element("p", { className: "team-key-words" }, key), list(steps.map(({ title }) => title), "ol")];
}

function peopleRows(team) {
  const { people, standings, late } = team;
  const count = stepsCount(team);
  return people.map(({ name, made, summary: code }, index) => {
    const mine = standings[index];
    const done = mine.filter(({ state }) => state === "done").length;
    const cells = Array.from({ length: count }, (_, at) => cell(mine[at]));
    const remarks = [late[index] && "late", code && "short code"].filter(Boolean).join(", ");
    return [name, `${done} of ${mine.length}`, ...cells, longDay(made), remarks];
  });
}

function cell(standing) {
  if (!standing || standing.state === "new") return "–";
  const mark = standing.state === "done" ? "✓" : "○";
  return standing.percent === undefined ? mark : `${mark} ${standing.percent}`;
}

/** What is hard, by module and by objective: the lowest first. */
function hard({ answers, data }) {
  const quizOf = (ref) => ref.split("/")[0];
  const title = (ref) => data.quizzes[quizOf(ref)].title;
  const objective = (ref) => {
    const [quiz, question] = ref.split("/");
    const { objectives, questions: known } = data.quizzes[quiz];
    return objectives[known[question][1]]?.[0];
  };
  const parts = [["By module", sharesBy(title, answers)], ["By objective", sharesBy(objective, answers)]];
  return parts.filter(([, shares]) => shares.length).flatMap(([name, shares]) => [
    element("h3", {}, `${name}: what to teach again comes first`),
    table(["", "Right at the first try", "Answers"], shares.map(({ name: what, share, n }) => [what, bar(share), `${n}`])),
  ]);
}

function reliable(rows) {
  const found = reliability(rows);
  const words = found
    ? [
        `Cronbach's alpha (KR-20) is ${found.alpha.toFixed(2)}, from ${found.people} people and ${found.items} questions. ${readAlpha(found)}`,
        `A score is uncertain by about ${percent(found.error / found.items)} of the points, one standard error.`,
      ]
    : ["It cannot be said: that takes two people or more who were asked the same questions, and did not all answer alike."];
  return [element("h3", {}, "How far the score can be relied on"), ...words.map((each) => element("p", {}, each))];
}

/** Who took tests more than once. */
function progress(people) {
  const again = courses(people).filter(({ points }) => points.length > 1);
  if (!again.length) return [];
  const rows = again.map(({ name, points }) => [
    name,
    points.map(([time, share]) => `${longDay(time)}: ${share} %`).join(" → "),
    line(points),
  ]);
  return [element("h3", {}, "Over time"), table(["Name", "Tests", ""], rows)];
}

const SVG = "http://www.w3.org/2000/svg";

/** The results as a line; the words beside it say the same. */
function line(points) {
  const [first, last] = [points[0][0], points.at(-1)[0]];
  const at = ([time, share]) => `${4 + (92 * (time - first)) / (last - first || 1)},${28 - share / 4}`;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 100 32");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "polyline");
  path.setAttribute("points", points.map(at).join(" "));
  picture.append(path);
  return picture;
}
