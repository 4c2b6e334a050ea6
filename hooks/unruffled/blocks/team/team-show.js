// What a trainer sees of a team: who is done, who is missing, what is hard, which questions mislead.

import { firstAnswers, rowsOf, standingsOf } from "../../browser/core/cohort.js";
import { resolved } from "../../browser/core/decisions.js";
import { analyse } from "../../browser/core/items.js";
import { marksOf } from "../../browser/core/marks.js";
import { against } from "../../browser/core/names.js";
import { pacer } from "../../browser/core/pace.js";
import { gather } from "../../browser/core/people.js";
import { gettext, ngettext, sideBySide } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { asks, joiner } from "./team-asks.js";
import { hard, progress, reliable } from "./team-figures.js";
import { list } from "./team-parts.js";
import { makePeople, rowsOfPeople } from "./team-people.js";
import { personPage, refsOf } from "./team-person.js";
import { questions, wordings } from "./team-questions.js";
import { rescore } from "./team-rescore.js";
import { makeTakeAway } from "./team-take-away.js";
import { along, beside } from "./team-teams.js";

/** @typedef {import("./team-asks.js").Decide} Decide */

/**
 * @typedef {object} What
 * @property {Group} group the assignment that is shown
 * @property {Group[]} groups all that were read
 * @property {{people: Listed[], again: string[], nameless: string[]}} roster
 * @property {Course} data
 * @property {Decisions} decisions
 * @property {Decide} decide notes what the trainer says, and shows everything anew
 * @property {Signoff[]} signoffs
 */

/**
 * Show one assignment's results.
 *
 * @param {HTMLElement} place
 * @param {What} what
 * @param {() => boolean} stale whether something else is to be shown by now
 */
export async function showTeam(place, what, stale) {
  try {
    await draw(place, what, stale);
  } catch {
    // No file is known that gets here; one that does keeps out no other.
    const { group } = what;
    const sound = await Promise.all(group.handed.map((each) => works(each, what)));
    const handed = group.handed.filter((_, index) => sound[index]);
    const left = group.handed.filter((each) => !handed.includes(each));
    await draw(place, { ...what, group: { ...group, handed }, left }, stale);
  }
}

/** Can one that was handed in be shown, if it were alone? @param {Handed} each @param {What} what */
async function works(each, what) {
  try {
    const { team } = await teamOf({ ...what.group, handed: [each] }, what);
    rowsOfPeople(team);
    return true;
  } catch {
    return false;
  }
}

/**
 * Work out one assignment, in turns.
 *
 * @param {Group} group
 * @param {What} what
 * @param {() => Promise<void>} pause of a `pacer`
 */
async function teamOf(group, { roster, data, decisions, decide }, pause = pacer()) {
  const { people, notes } = gather(group.handed, decisions);
  await pause();
  /** @param {string} key */
  const resolve = (key) => resolved(decisions.same, key);
  const names = against(roster.people, people, { resolve, different: decisions.different });
  await pause();
  const { refs, answers, other } = firstAnswers(people, data);
  await pause();
  for (const [index, person] of people.entries()) person.other = other[index];
  const { missing, teams } = names;
  /** @type {Team} */
  const team = {
    people,
    marks: [],
    ...standingsOf(group, people, data),
    refs,
    answers,
    items: [],
    group,
    data,
    decide,
    missing,
    listed: roster.people.length > 0,
    teams,
    questions: Promise.resolve(new Map()),
  };
  const extra = new Set(names.extra);
  mark(team, extra);
  return { team, names, notes, extra };
}

/** Note what is to know of each person. @param {Team} team @param {Set<Person>} extra */
function mark(team, extra) {
  const { assignment, steps, standings } = team;
  team.marks = team.people.map((person, index) =>
    marksOf(person, {
      assignment,
      steps,
      late: team.late[index],
      again: team.again[index],
      passedLate: team.passedLate[index],
      extra: extra.has(person),
      idle: !person.runs.length && standings[index].every(({ state }) => state === "new"),
    }),
  );
}

/** @param {HTMLElement} place @param {What & {left?: Handed[]}} what @param {() => boolean} stale */
async function draw(place, what, stale) {
  const { group, groups, roster, decisions, decide, left = [] } = what;
  const pause = pacer();
  await pause();
  const { team, names, notes, extra } = await teamOf(group, what, pause);
  if (stale()) return;
  const { people, refs, answers } = team;
  await pause();
  const rows = rowsOf(refs, answers);
  team.items = analyse(rows);
  team.look = (person) => look(place, person, what, team);
  const others = people.reduce((sum, { other }) => sum + other, 0);
  const all = [
    ...left.map(({ file }) =>
      gettext("{file}: it cannot be computed with, and is left out. Ask for it again.", { file }),
    ),
    ...notes,
    ...(others ? [otherWords(others)] : []),
    ...(names.extra.length ? [extraWords(names.extra)] : []),
    ...(roster.nameless.length ? [namelessWords(roster.nameless)] : []),
    ...asks({ people, pairs: names.pairs, again: roster.again, decisions, decide }),
  ];
  const shown = makePeople(team);
  /** @type {ReturnType<typeof questions> | undefined} */
  let asked;
  /** @type {(() => Element[] | Promise<Element[]>)[]} */
  const parts = [
    () => [shown.summary],
    () => (all.length ? [element("h3", {}, gettext("To look at")), list(all)] : []),
    () => joiner({ people, missing: team.missing, decide }),
    () => shown.nodes,
    () => beside(team),
    async () => (groups.length > 1 ? along(await teamsOf(what, pause)) : []),
    () => hard(team),
    () => {
      if (!refs.length) return [element("p", {}, noAnswers())];
      asked = questions(team);
      return asked.nodes;
    },
    () => reliable(rows),
    () => progress(people),
    () => [makeTakeAway(team, what.signoffs)],
  ];
  /** @type {Element[]} */
  const made = [];
  for (const part of parts) {
    await pause();
    if (stale()) return;
    made.push(...(await part()));
  }
  place.replaceChildren(...made);
  await shown.fill(stale);
  if (stale()) return;
  // What the questions say stands on their pages: the figures need not wait for it.
  if (asked) team.questions = asked.tell();
  const found = await team.questions;
  if (stale() || !(await rescore(people, team.data, found))) return;
  Object.assign(team, standingsOf(group, people, team.data));
  mark(team, extra);
  if (!stale()) await shown.fill(stale);
}

/** @param {What} what @param {() => Promise<void>} pause @returns {Promise<Team[]>} one of each assignment */
async function teamsOf(what, pause) {
  const teams = [];
  for (const each of what.groups) teams.push((await teamOf(each, what, pause)).team);
  return teams;
}

const noAnswers = () => gettext("Short codes hold no answers: for the questions, ask for files.");

/** @param {number} n */
const otherWords = (n) =>
  ngettext(
    "{n} answer is to an earlier version of a question: not in the analysis.",
    "{n} answers are to earlier versions of questions: not in the analysis.",
    n,
  );

/** @param {Person[]} extra */
const extraWords = (extra) =>
  gettext("Handed in, and not on your list: {names}.", {
    names: sideBySide(extra.map(({ name }) => name)),
  });

/** @param {string[]} mails */
const namelessWords = (mails) =>
  gettext("On your list, and without a name: {addresses}. Nobody can be compared with them.", {
    addresses: sideBySide(mails),
  });

/**
 * Show one person in place of the team, over all assignments that were read.
 *
 * @param {HTMLElement} place
 * @param {Person} person
 * @param {What} what
 * @param {Team} team that of the assignment that is shown
 */
async function look(place, person, what, team) {
  const from = document.activeElement;
  const parts = await partsOf(person, what, team);
  const found = await wordings(refsOf(parts));
  for (const part of parts) {
    if (part.team === team) continue;
    await rescore([part.team.people[part.index]], what.data, found);
    Object.assign(part.team, standingsOf(part.team.group, part.team.people, what.data));
    mark(part.team, part.extra);
  }
  const before = [...place.childNodes];
  const back = () => {
    place.replaceChildren(...before);
    /** @type {HTMLElement | null} */ (from)?.focus();
  };
  place.replaceChildren(...personPage(parts, found, back));
  place.querySelector(".team-person").focus();
}

/**
 * Where a person stands in each assignment: in the one that is shown first. Of people who are kept
 * apart, nobody knows who is who in another one.
 *
 * @param {Person} person
 * @param {What} what
 * @param {Team} shown
 */
async function partsOf(person, what, shown) {
  const apart = what.decisions.apart.has(person.base);
  const others = what.groups.filter(({ id }) => id !== what.group.id);
  const here = { team: shown, index: shown.people.indexOf(person), extra: new Set([person]) };
  const there = [];
  for (const group of others) {
    const { team, extra } = await teamOf(group, what);
    const index = team.people.findIndex(({ key, base }) =>
      apart ? key === person.key : base === person.base,
    );
    if (index >= 0) there.push({ team, index, extra });
  }
  return [here, ...there];
}
