// What the page of results is made of: tables, lists and bars.

import { gettext } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

/** @param {number} share @returns {string} a share as per cent */
export const percent = (share) => gettext("{n} %", { n: Math.round(share * 100) });

/** A share as a figure and a bar; the bar is for the eye only. @param {number} share */
export function bar(share) {
  const drawn = element("span", { className: "team-bar", ariaHidden: "true" });
  drawn.style.setProperty("--share", `${share}`);
  return element("span", { className: "team-share" }, percent(share), drawn);
}

/** @param {(string | Node)[]} texts @param {"ul" | "ol"} tag */
export const list = (texts, tag = "ul") =>
  element(tag, {}, ...texts.map((text) => element("li", {}, text)));

/** @param {(string | Node)[]} cells */
export const row = ([name, ...rest]) =>
  element(
    "tr",
    {},
    element("th", { scope: "row" }, name),
    ...rest.map((each) => element("td", {}, each)),
  );

/**
 * @param {string[]} head
 * @param {(string | Node)[][]} rows the first cell of each names it
 * @returns {HTMLElement} a table that scrolls by itself where it is wide
 */
export function table(head, rows) {
  const columns = head.map((text) => element("th", { scope: "col" }, text));
  const body = element("tbody", {}, ...rows.map(row));
  const made = element("table", {}, element("thead", {}, element("tr", {}, ...columns)), body);
  return element(
    "div",
    {
      className: "team-table",
      tabIndex: 0,
      role: "region",
      ariaLabel: head[0] || gettext("Table"),
    },
    made,
  );
}
