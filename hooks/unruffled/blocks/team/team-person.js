// One person: what was handed in for every assignment that was read, answer by answer, and a sheet for the talk.

import { courses, sharesBy } from "../../browser/core/cohort.js";
import { longDayOf, longMoment } from "../../browser/core/dates.js";
import { round } from "../../browser/core/points.js";
import { sameRev } from "../../browser/core/revision.js";
import { isExam } from "../../browser/core/steps.js";
import { gettext } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";
import { line, objectiveIn, pointWords, sharesTable } from "./team-figures.js";
import { list, table } from "./team-parts.js";
import { fileHead, fileRow, runHead, runRow } from "./team-person-tests.js";
import { answerWords, kindWords, stemOf } from "./team-wording.js";

/** How many objectives the sheet for the talk names. */
const TALK = 3;

/** @typedef {{team: Team, index: number}} Part of one assignment: where the person stands in it */

/**
 * @param {Part[]} parts
 * @param {Map<string, Question>} found what the questions say, by "quiz/question"
 * @param {() => void} back
 * @returns {HTMLElement[]}
 */
export function personPage(parts, found, back) {
  const people = parts.map(({ team, index }) => team.people[index]);
  const [{ team, index }] = parts;
  const { data } = team;
  const shares = sharesBy(
    objectiveIn(data),
    parts.map((each) => each.team.answers[each.index]),
  );
  const entries = [...new Map(people.flatMap((p) => p.entries).map((e) => [e.id, e])).values()];
  const group = team.teams.get(people[0]);
  return [
    element(
      "p",
      { className: "team-buttons" },
      button(gettext("Back to the team"), back),
      " ",
      button(gettext("Print"), () => print()),
    ),
    element("h3", { tabIndex: -1, className: "team-person" }, team.people[index].name),
    ...(group ? [element("p", {}, gettext("Team: {team}", { team: group }))] : []),
    ...parts.flatMap((part) => assignmentPart(part)),
    ...sharesTable(gettext("By objective: the lowest first"), shares),
    ...course(people),
    talkSheet(shares.filter(({ share }) => share < 1).slice(0, TALK)),
    ...answersOf(entries, data, found),
    raw(people),
  ];
}

/** @param {Part[]} parts @returns {string[]} the questions that were answered, as "quiz/question" */
export const refsOf = (parts) => [
  ...new Set(
    parts
      .flatMap(({ team, index }) => team.people[index].entries)
      .flatMap(({ type, quiz, question }) => (type === "attempt" ? [`${quiz}/${question}`] : [])),
  ),
];

/** @param {Part} part @returns {HTMLElement[]} */
function assignmentPart({ team, index }) {
  const person = team.people[index];
  const marks = team.marks[index].map(({ words }) => words);
  const steps = team.steps.map(({ title }, at) => [
    title,
    stateWords(team.standings[index][at]),
    bestWords(team.standings[index][at]),
  ]);
  const tests = person.runs.map((run) => runRow(run, team.steps));
  return [
    element("h4", {}, team.group.title || gettext("Unknown")),
    element(
      "p",
      {},
      gettext("Handed in on {day}, by the learner's own clock.", {
        day: longDayOf(team.days[index]),
      }),
    ),
    ...(marks.length ? [list(marks)] : []),
    table([gettext("Step"), gettext("State"), gettext("Best")], steps),
    ...(tests.length ? [table(runHead(), tests)] : []),
    ...(person.files.length ? [table(fileHead(), person.files.map(fileRow))] : []),
  ];
}

/** @param {Standing | undefined} standing */
const stateWords = (standing) =>
  ({
    done: gettext("done and passed"),
    begun: gettext("begun"),
    unsure: gettext("passed by a result that is not counted"),
    new: gettext("not begun"),
  })[standing?.state ?? "new"];

/** @param {Standing | undefined} standing */
const bestWords = (standing) =>
  standing?.percent === undefined ? "–" : gettext("{n} %", { n: standing.percent });

/** The results of tests over time. @param {Person[]} people @returns {HTMLElement[]} */
function course(people) {
  const points = courses(people)
    .flatMap((each) => each.points)
    .sort((a, b) => a[0] - b[0]);
  if (points.length < 2) return [];
  return [
    element("h3", {}, gettext("Over time")),
    element("p", {}, pointWords(points)),
    element("p", { className: "team-course" }, line(points)),
  ];
}

/** What to talk about, to fill in by hand. @param {{name: string}[]} hard */
function talkSheet(hard) {
  const lines = [
    gettext("What goes well:"),
    gettext("What made it hard:"),
    gettext("What we try next, one thing:"),
    gettext("Until when, and who looks:"),
    gettext("Date and signatures:"),
  ];
  return element(
    "section",
    { className: "team-talk" },
    element("h3", {}, gettext("For the talk")),
    ...(hard.length
      ? [
          element("p", {}, gettext("What the answers say to practise:")),
          list(hard.map(({ name }) => name)),
        ]
      : []),
    ...lines.map((each) => element("p", { className: "team-line" }, each)),
  );
}

/** @param {Entry[]} entries @param {Course} data @param {Map<string, Question>} found */
function answersOf(entries, data, found) {
  const attempts = /** @type {Attempt[]} */ (
    entries.filter(({ type }) => type === "attempt").sort((a, b) => a.at - b.at)
  );
  if (!attempts.length) return [];
  const head = [
    gettext("Question"),
    gettext("Answer"),
    gettext("Right"),
    gettext("Try"),
    gettext("Hints"),
    gettext("When"),
    gettext("Where"),
  ];
  const rows = attempts.map((each) =>
    answerRow(each, data, found.get(`${each.quiz}/${each.question}`)),
  );
  const made = table(head, rows);
  made.classList.add("team-answers");
  return [element("h3", {}, gettext("The answers")), made];
}

/** @param {Attempt} attempt @param {Course} data @param {Question | undefined} question */
function answerRow(attempt, data, question) {
  const { quiz, question: name, rev, response, tries, hints, t } = attempt;
  const title = data.quizzes[quiz]?.title ?? quiz;
  const now = data.quizzes[quiz]?.questions[name]?.[0];
  const same = sameRev(now, rev);
  return [
    question ? stemOf(question) : `${title}: ${name}`,
    answerWords(same ? question : undefined, response),
    rightWords(attempt),
    `${tries}`,
    `${hints}`,
    longMoment(t),
    same || isExam(quiz)
      ? whereWords(attempt, title)
      : `${whereWords(attempt, title)}; ${gettext("an earlier version of the question: {rev}", { rev })}`,
  ];
}

/** @param {Attempt} attempt */
function rightWords({ self, share, points, max }) {
  if (self) return gettext("judged by the learner");
  const of = { points: round(points), max };
  if (share === 1) return gettext("right, {points} of {max} points", of);
  if (share > 0) return gettext("partly right, {points} of {max} points", of);
  return gettext("not right, {points} of {max} points", of);
}

/** @param {Attempt} attempt @param {string} title */
function whereWords({ mode, kind }, title) {
  const how =
    mode === "test" ? gettext("test") : mode === "review" ? gettext("review") : gettext("practice");
  return [title, kindWords(kind), how].join(", ");
}

/** Every entry as it stands in the files. @param {Person[]} people */
function raw(people) {
  const place = element("pre", { tabIndex: 0, translate: false });
  place.ariaLabel = gettext("Every entry, letter by letter");
  const fold = element(
    "details",
    { className: "team-raw" },
    element("summary", {}, gettext("Every entry, letter by letter")),
    place,
  );
  fold.addEventListener("toggle", () => {
    const lines = people.flatMap(({ files }) =>
      files.flatMap(({ file, result: { entries, ...head } }) => [
        `// ${file}`,
        JSON.stringify(head),
        ...entries.map((entry) => JSON.stringify(entry)),
      ]),
    );
    place.textContent = fold.open ? lines.join("\n") : "";
  });
  return fold;
}
