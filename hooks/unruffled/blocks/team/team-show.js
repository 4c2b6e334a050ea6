// What a trainer sees of a team: who is done, who is missing, what is hard, which questions mislead.

import { courses, firstAnswers, rowsOf, sharesBy, standingsOf } from "../../browser/core/cohort.js";
import { longDay } from "../../browser/core/dates.js";
import { analyse, readAlpha, reliability } from "../../browser/core/items.js";
import { against, nameKey } from "../../browser/core/names.js";
import { pacer } from "../../browser/core/pace.js";
import { gather } from "../../browser/core/people.js";
import { button, element } from "../../browser/dom/make.js";
import { bar, list, percent, table } from "./team-parts.js";
import { makePeople, rowsOfPeople } from "./team-people.js";
import { questions } from "./team-questions.js";
import { rescore } from "./team-rescore.js";
import { makeTakeAway } from "./team-take-away.js";

/** @typedef {(change: (decisions: Decisions) => unknown) => void} Decide */
/** @typedef {{group: Group, roster: string, data: Course, decisions: Decisions, decide: Decide}} What */

const NO_ANSWERS = "Short codes hold no answers: for the questions, ask for files.";

/**
 * Show one assignment's results.
 *
 * @param {HTMLElement} place
 * @param {What} what `group` of cohort.js; `decide` notes
 *   what the trainer says, and shows everything anew
 * @param {() => boolean} stale whether something else is to be shown by now
 */
export async function showTeam(place, what, stale) {
  try {
    await draw(place, what, stale);
  } catch {
    // No file is known that gets here; one that does keeps out no other.
    const { group, data } = what;
    const handed = group.handed.filter((each) => works(each, group, data));
    const left = group.handed.filter((each) => !handed.includes(each));
    await draw(place, { ...what, group: { ...group, handed }, left }, stale);
  }
}

/**
 * Can one that was handed in be shown, if it were alone?
 *
 * @param {Handed} each
 * @param {Group} group
 * @param {Course} data
 */
function works(each, group, data) {
  try {
    const { people } = gather([each]);
    rowsOfPeople({ people, ...standingsOf(group, people, data) });
    firstAnswers(people, data);
    return true;
  } catch {
    return false;
  }
}

/** @param {Element} place @param {What & {left?: Handed[]}} what @param {() => boolean} stale */
async function draw(place, { group, roster, data, decisions, decide, left = [] }, stale) {
  const pause = pacer();
  await pause();
  const { people, notes, strangers } = gather(group.handed, decisions);
  await pause();
  const { refs, answers, other } = firstAnswers(people, data);
  await pause();
  const rows = rowsOf(refs, answers);
  const items = analyse(rows);
  const team = {
    people,
    ...standingsOf(group, people, data),
    refs,
    answers,
    items,
    group,
    data,
    decide,
  };
  const names = against(roster, people, decisions.same);
  const { extra } = names;
  const all = [
    ...left.map(
      ({ file }) => `${file}: it cannot be computed with, and is left out. Ask for it again.`,
    ),
    ...notes,
    ...(other
      ? [
          `${other} ${other === 1 ? "answer is" : "answers are"} to earlier versions of questions: not in the analysis.`,
        ]
      : []),
    ...(extra.length ? [`Handed in, and not on your list: ${extra.join(", ")}.`] : []),
    ...asks({ strangers, pairs: names.pairs, apart: decisions.apart }, decide),
  ];
  const shown = makePeople(team, { ...names, roster });
  /** @type {ReturnType<typeof questions> | undefined} */
  let asked;
  /** @type {(() => Element[])[]} */
  const parts = [
    () => [shown.summary],
    () => (all.length ? [element("h3", {}, "To look at"), list(all)] : []),
    () => shown.nodes,
    () => hard(team),
    () => {
      if (!refs.length) return [element("p", {}, NO_ANSWERS)];
      asked = questions(team);
      return asked.nodes;
    },
    () => reliable(rows),
    () => progress(people),
    () => [makeTakeAway(team)],
  ];
  /** @type {Element[]} */
  const made = [];
  for (const part of parts) {
    await pause();
    if (stale()) return;
    made.push(...part());
  }
  place.replaceChildren(...made);
  await shown.fill(stale);
  if (stale()) return;
  // What the questions say stands on their pages: the figures need not wait for it.
  const found = await asked?.tell();
  if (stale() || !found || !(await rescore(people, data, found))) return;
  Object.assign(team, standingsOf(group, people, data));
  if (!stale()) await shown.fill(stale);
}

/**
 * What only the trainer knows: who is who. Each question has its button.
 *
 * @param {{strangers: {key: string, name: string}[], pairs: [string, string][], apart: Set<string>}} of
 * @param {Decide} decide
 */
function asks({ strangers, pairs, apart }, decide) {
  /**
   * @param {string} words
   * @param {string} label
   * @param {(decisions: Decisions) => unknown} change
   */
  const ask = (words, label, change) =>
    element(
      "span",
      {},
      `${words} `,
      button(label, () => decide(change)),
    );
  return [
    ...strangers.map(({ key, name }) =>
      ask(`Are the files of ${name} from two people?`, "Keep them apart", (known) =>
        known.apart.add(key),
      ),
    ),
    ...[...apart].map((key) =>
      ask(`The files of ${key} are kept apart.`, "Read them together", (known) =>
        known.apart.delete(key),
      ),
    ),
    ...pairs.map(([name, other]) =>
      ask(`Is ${name} the same as ${other} on your list?`, "Yes, the same", (known) =>
        known.same.set(nameKey(name), nameKey(other)),
      ),
    ),
  ];
}

/** What is hard, by module and by objective: the lowest first. @param {Team} team */
function hard({ answers, data }) {
  /** @param {string} ref */
  const quizOf = (ref) => ref.split("/")[0];
  /** @param {string} ref */
  const title = (ref) => data.quizzes[quizOf(ref)].title;
  /** @param {string} ref */
  const objective = (ref) => {
    const [quiz, question] = ref.split("/");
    const { objectives, questions: known } = data.quizzes[quiz];
    return objectives[known[question][1]]?.[0];
  };
  /** @type {[string, ReturnType<typeof sharesBy>][]} */
  const parts = [
    ["By module", sharesBy(title, answers)],
    ["By objective", sharesBy(objective, answers)],
  ];
  return parts
    .filter(([, shares]) => shares.length)
    .flatMap(([name, shares]) => [
      element("h3", {}, `${name}: what to teach again comes first`),
      table(
        ["", "Right at the first try", "Answers"],
        shares.map(({ name: what, share, n }) => [what, bar(share), `${n}`]),
      ),
    ]);
}

/** @param {(number | null)[][]} rows */
function reliable(rows) {
  const found = reliability(rows);
  const words = found
    ? [
        `Cronbach's alpha (KR-20) is ${found.alpha.toFixed(2)}, from ${found.people} people and ${found.items} questions. ${readAlpha(found)}`,
        `A score is uncertain by about ${percent(found.error / found.items)} of the points, one standard error.`,
      ]
    : [
        "It cannot be said: that takes two people or more who were asked the same questions, and did not all answer alike.",
      ];
  return [
    element("h3", {}, "How far the score can be relied on"),
    ...words.map((each) => element("p", {}, each)),
  ];
}

/** Who took tests more than once. @param {Person[]} people */
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

/** The results as a line; the words beside it say the same. @param {[number, number][]} points */
function line(points) {
  const [first, last] = [points[0][0], points[points.length - 1][0]];
  /** @param {[number, number]} point */
  const at = ([time, share]) =>
    `${4 + (92 * (time - first)) / (last - first || 1)},${28 - share / 4}`;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 100 32");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "polyline");
  path.setAttribute("points", points.map(at).join(" "));
  picture.append(path);
  return picture;
}
