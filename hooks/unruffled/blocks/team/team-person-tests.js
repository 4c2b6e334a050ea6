// The tests of one person, and the files in which they came: everything that was recorded of them.

import { longMoment } from "../../browser/core/dates.js";
import { round } from "../../browser/core/points.js";
import { inWords } from "../../browser/core/runs.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { list } from "./team-parts.js";

export const runHead = () => [
  gettext("Test"),
  gettext("Begun"),
  gettext("Handed in"),
  gettext("Time"),
  gettext("Limit"),
  gettext("Result"),
  gettext("Questions asked"),
];

/** @param {Run} run @param {Step[]} steps */
export function runRow(run, steps) {
  const { quiz, began, ended, drawn } = run;
  return [
    steps.find(({ test }) => test === quiz)?.title ?? quiz,
    longMoment(began),
    ended === undefined ? gettext("never") : longMoment(ended),
    timeWords(run),
    limitWords(run),
    resultWords(run),
    element(
      "details",
      {},
      element("summary", {}, ngettext("{n} question", "{n} questions", drawn.length)),
      list(drawn),
      element("p", {}, drawWords(run)),
    ),
  ];
}

/** @param {Run} run */
function timeWords({ taken, over, late }) {
  const words = [
    taken === undefined ? "" : inWords(taken),
    over ? gettext("{n} min over", { n: over }) : "",
    late && late !== over ? gettext("{n} min late, as it was recorded", { n: late }) : "",
  ];
  return words.filter(Boolean).join("; ") || "–";
}

/** @param {Run} run */
const limitWords = ({ limit, extra }) =>
  !limit
    ? gettext("none")
    : extra
      ? gettext("{limit} min and {extra} more", { limit, extra })
      : gettext("{n} min", { n: limit });

/** @param {Run} run */
function resultWords({ ended, percent = 0, points = 0, max = 0, passed }) {
  if (ended === undefined) return "–";
  const of = { percent, points: round(points), max };
  return passed
    ? gettext("{percent} %, {points} of {max} points, passed", of)
    : gettext("{percent} %, {points} of {max} points, not passed", of);
}

/** @param {Run} run */
const drawWords = ({ run, seed, edition }) =>
  gettext("Run {run}, drawn by {seed}, edition {edition}.", {
    run,
    seed: `${seed ?? "–"}`,
    edition: edition || "–",
  });

export const fileHead = () => [
  gettext("File"),
  gettext("Made"),
  gettext("Name in it"),
  gettext("Site"),
  gettext("Edition"),
  gettext("Form"),
];

/** @param {Person["files"][number]} read */
export const fileRow = ({ file, made, result }) => [
  file,
  longMoment(made),
  result.name,
  result.site || "–",
  result.edition || "–",
  gettext("{format}, version {version}, sum {sum}", {
    format: result.format,
    version: `${result.version}`,
    sum: result.sum ?? "–",
  }),
];
