// Sign-off sheets that were read: who is signed off, by whom, on what; and how it went over the weeks.

import { longDayOf } from "../../browser/core/dates.js";
import { nameKey } from "../../browser/core/names.js";
import { dayOf, save } from "../../browser/core/saving.js";
import { signedOf } from "../../browser/core/signoff.js";
import { asCsv } from "../../browser/core/table.js";
import { gettext, ngettext, sideBySide } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";
import { kindWords, verdictWords } from "../../browser/core/signoff-words.js";
import { list, table } from "./team-parts.js";

/** @typedef {import("../../browser/core/signoff.js").Sheet} Sheet */
/** @typedef {import("../../browser/core/signoff.js").Signed} Signed */

/**
 * @param {Signoff[]} signoffs
 * @param {Listed[]} listed
 * @param {Map<string, string>} same what the trainer has said of names
 * @returns {HTMLElement[]} nothing where no sheet was read
 */
export function signoffPart(signoffs, listed, same) {
  if (!signoffs.length) return [];
  const people = signedOf(signoffs, same);
  const names = new Set(
    people.flatMap(({ sheets }) => sheets.map(({ sheet }) => nameKey(sheet.who))),
  );
  const open = listed.filter(({ key }) => !names.has(key)).map(({ name }) => name);
  const done = people.filter(({ by }) => by).length;
  const head = [
    gettext("Name"),
    gettext("Signed off"),
    gettext("By"),
    gettext("On what"),
    gettext("Sheets"),
    gettext("To know"),
  ];
  return [
    element("h2", {}, gettext("Sign-off")),
    element(
      "p",
      { className: "team-sum" },
      ngettext("{n} of {total} is signed off.", "{n} of {total} are signed off.", done, {
        total: people.length,
      }),
      open.length ? ` ${gettext("Without a sheet: {names}.", { names: sideBySide(open) })}` : "",
    ),
    table(head, people.map(rowOf)),
    element(
      "p",
      { className: "team-buttons" },
      button(gettext("Sign-offs as CSV"), () =>
        save(asCsv(sheetRows(signoffs)), `signoffs-${dayOf(Date.now())}.csv`, "text/csv"),
      ),
    ),
  ];
}

/** @param {Signed} person @returns {(string | Node)[]} */
function rowOf({ name, sheets, by, apart }) {
  const last = /** @type {Signoff} */ (by ?? sheets.at(-1)).sheet;
  return [
    name,
    by ? gettext("✓ {day}", { day: longDayOf(by.sheet.day) }) : gettext("not yet"),
    by ? observersOf(last) : "–",
    by ? whatOf(last) : "–",
    sheetsOf(sheets),
    toKnow(sheets, apart),
  ];
}

/** @param {Sheet} sheet */
const observersOf = ({ observer, second }) =>
  second ? gettext("{observer} and {second}", { observer, second }) : observer;

/** @param {Sheet} sheet */
const whatOf = ({ kind, about }) => (about ? `${kindWords(kind)}: ${about}` : kindWords(kind));

/** Every sheet of a person, in the order of time. @param {Signoff[]} sheets */
function sheetsOf(sheets) {
  const lines = sheets.map(({ sheet }) => {
    const low = sheet.rows.filter(({ level }) => level && level < sheet.needed);
    const seen = sheet.rows.filter(({ level }) => level);
    return element(
      "details",
      {},
      element(
        "summary",
        {},
        `${longDayOf(sheet.day)}: ${verdictWords(sheet.result)}`,
        low.length
          ? `, ${gettext("below: {rows}", { rows: sideBySide(low.map(({ label }) => label)) })}`
          : "",
      ),
      element("p", {}, `${whatOf(sheet)}. ${observersOf(sheet)}`),
      list(
        seen.map(({ label, level, words }) => `${label}: ${level}${words ? ` – “${words}”` : ""}`),
      ),
      sheet.next ? element("p", {}, gettext("Next: {words}", { words: sheet.next })) : "",
    );
  });
  return element("div", {}, ...lines);
}

/** @param {Signoff[]} sheets @param {string[]} apart */
function toKnow(sheets, apart) {
  const altered = sheets.filter((each) => each.altered).map(({ file }) => file);
  const words = [
    altered.length
      ? gettext("altered after it was made, and not counted: {files}", {
          files: sideBySide(altered),
        })
      : "",
    apart.length
      ? gettext("observers differ by two levels: {rows}", { rows: sideBySide(apart) })
      : "",
    sheets.some(({ sheet }) => nameKey(sheet.who) === nameKey(sheet.observer))
      ? gettext("signed by the person")
      : "",
  ];
  return words.filter(Boolean).join("; ");
}

/** @param {Signoff[]} signoffs */
function sheetRows(signoffs) {
  const labels = [
    ...new Set(signoffs.flatMap(({ sheet }) => sheet.rows.map(({ label }) => label))),
  ];
  const head = [
    ...["name", "day", "result", "observer", "second observer", "contact", "about", "needed"],
    ...["next", "marks", "file", "made", "site", "rubric"],
  ];
  const rows = signoffs.map(({ file, sheet, altered }) => [
    ...[sheet.who, sheet.day, sheet.result, sheet.observer, sheet.second, sheet.kind, sheet.about],
    ...[
      sheet.needed,
      sheet.next,
      altered ? "altered" : "",
      file,
      sheet.made,
      sheet.site,
      sheet.rubric,
    ],
    ...labels.flatMap((label) => {
      const row = sheet.rows.find((each) => each.label === label);
      return [row?.level || "", row?.words ?? ""];
    }),
  ]);
  return [[...head, ...labels.flatMap((label) => [label, `${label}: words`])], ...rows];
}
