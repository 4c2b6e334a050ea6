// A team beside others, and over the assignments that it was given.

import { longDayOf } from "../../browser/core/dates.js";
import { besideOthers, overTime } from "../../browser/core/teams.js";
import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { bar, table } from "./team-parts.js";
import { hasTeams } from "./team-people.js";

/** @typedef {import("../../browser/core/teams.js").Figures} Figures */

const heads = () => [
  gettext("Handed in"),
  gettext("Done and passed"),
  gettext("Late"),
  gettext("Best, on average"),
  gettext("Right at the first try"),
];

/** @param {Figures} figures */
const cells = ({ people, handed, done, late, best, first }) => [
  gettext("{n} of {total}", { n: handed, total: people }),
  gettext("{n} of {total}", { n: done, total: people }),
  `${late}`,
  best === undefined ? "–" : bar(best / 100),
  first === undefined ? "–" : bar(first),
];

/** @param {Team} team @returns {HTMLElement[]} nothing where the list names no teams */
export function beside(team) {
  if (!hasTeams(team)) return [];
  const rows = besideOthers(team).map((each) => [
    each.name || gettext("(without a team)"),
    ...cells(each),
  ]);
  return [
    element("h3", {}, gettext("Team by team")),
    table([gettext("Team"), ...heads()], rows),
    element(
      "p",
      { className: "team-key-words" },
      gettext("Teams differ in who they are and what they do. Ask before you compare."),
    ),
  ];
}

/** @param {Team[]} all one of each assignment @returns {HTMLElement[]} nothing where there is one */
export function along(all) {
  if (all.length < 2) return [];
  const rows = overTime(all).map((each) => [
    each.name || gettext("Unknown"),
    each.from === each.to
      ? longDayOf(each.from)
      : gettext("{from} to {to}", { from: longDayOf(each.from), to: longDayOf(each.to) }),
    ...cells(each),
  ]);
  return [
    element("h3", {}, gettext("Over the assignments")),
    table([gettext("Assignment"), gettext("Handed in on"), ...heads()], rows),
  ];
}
