// What a team's answers say: what is hard, how far the score can be relied on, and who took tests again.

import { courses, sharesBy } from "../../browser/core/cohort.js";
import { longDay } from "../../browser/core/dates.js";
import { readAlpha, reliability } from "../../browser/core/items.js";
import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";
import { bar, percent, table } from "./team-parts.js";

/** @param {string} ref */
const quizOf = (ref) => ref.split("/")[0];

/** @param {Course} data @returns {(ref: string) => string | undefined} the words of a question's objective */
export const objectiveIn =
  ({ quizzes }) =>
  (ref) => {
    const [quiz, question] = ref.split("/");
    const { objectives, questions } = quizzes[quiz];
    return objectives[questions[question]?.[1]]?.[0];
  };

/**
 * @param {string} title
 * @param {ReturnType<typeof sharesBy>} shares
 * @returns {HTMLElement[]} a table of what was right at the first try, or nothing
 */
export const sharesTable = (title, shares) =>
  shares.length
    ? [
        element("h3", {}, title),
        table(
          ["", gettext("Right at the first try"), gettext("Answers")],
          shares.map(({ name, share, n }) => [name, bar(share), `${n}`]),
        ),
      ]
    : [];

/** What is hard, by module and by objective: the lowest first. @param {Team} team */
export const hard = ({ answers, data }) => [
  ...sharesTable(
    gettext("By module: what to teach again comes first"),
    sharesBy((ref) => data.quizzes[quizOf(ref)].title, answers),
  ),
  ...sharesTable(
    gettext("By objective: what to teach again comes first"),
    sharesBy(objectiveIn(data), answers),
  ),
];

/** @param {(number | null)[][]} rows */
export function reliable(rows) {
  const found = reliability(rows);
  const words = found
    ? [
        `${gettext("Cronbach's alpha (KR-20) is {alpha}, from {people} people and {items} questions.", { alpha: found.alpha.toFixed(2), people: found.people, items: found.items })} ${readAlpha(found)}`,
        gettext("A score is uncertain by about {share} of the points, one standard error.", {
          share: percent(found.error / found.items),
        }),
      ]
    : [
        gettext(
          "It cannot be said: that takes two people or more who were asked the same questions, and did not all answer alike.",
        ),
      ];
  return [
    element("h3", {}, gettext("How far the score can be relied on")),
    ...words.map((each) => element("p", {}, each)),
  ];
}

/** Who took tests more than once. @param {Person[]} people */
export function progress(people) {
  const again = courses(people).filter(({ points }) => points.length > 1);
  if (!again.length) return [];
  const rows = again.map(({ name, points }) => [name, pointWords(points), line(points)]);
  const head = [gettext("Name"), gettext("Tests"), ""];
  return [element("h3", {}, gettext("Over time")), table(head, rows)];
}

/** @param {[number, number][]} points */
export const pointWords = (points) =>
  points
    .map(([time, share]) => gettext("{day}: {share} %", { day: longDay(time), share: `${share}` }))
    .join(" → ");

const SVG = "http://www.w3.org/2000/svg";

/** The results as a line; the words beside it say the same. @param {[number, number][]} points */
export function line(points) {
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
