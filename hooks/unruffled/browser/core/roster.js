// The list of those who should have handed in, as it is typed or pasted from a spreadsheet. Pure.

import { nameKey } from "./names.js";

/**
 * @typedef {object} Listed one person of the list
 * @property {string} name
 * @property {string} key of `nameKey`
 * @property {string} mail "" where there is none
 * @property {string} team "" where there is none
 */

/** @typedef {{name: string, mail: string, team: string}} Line */
/** @typedef {"name" | "first" | "last" | "mail" | "team" | ""} Column */

const ADDRESS = /[^\s<>(),;"]+@[^\s<>(),;"]+/;
/** What stands in the first line of a table, by what it means. @type {[Column, RegExp][]} */
const HEADS = [
  ["name", /^(?:full |display )?names?$/],
  ["first", /^(?:first|given) ?names?$|^forename$/],
  ["last", /^(?:last|family) ?names?$|^surname$/],
  ["mail", /^e-?mail(?: address)?$|^address$/],
  ["team", /^(?:team|group|department|unit)s?$/],
];

/**
 * Read a list: a person a line. Of a line with columns (tabs), the first is the name; a cell with
 * an address is none, and what stands behind them is the team.
 *
 * @param {string} text
 * @param {Set<string>} [apart] names that are several people, also where nothing tells them apart
 * @returns {{people: Listed[], again: string[], nameless: string[]}} `again`: names that stand there more than once and
 *   were read as one person; `nameless`: lines with an address and no name
 */
export function readRoster(text, apart = new Set()) {
  const rows = text.split(/\r\n?|\n/).map((line) => line.split("\t").map(plain));
  const full = rows.filter((cells) => cells.some(Boolean));
  const columns = headOf(full[0] ?? []);
  const lines = columns ? full.slice(1).map((cells) => byHead(cells, columns)) : bySight(full);
  return {
    ...once(lines, apart),
    nameless: lines.filter(({ name }) => !name).map(({ mail }) => mail),
  };
}

/** A cell without the quotes that a spreadsheet puts around it. @param {string} cell */
function plain(cell) {
  const text = cell.trim();
  const [, inner] = /^"((?:[^"]|"")+)"$/.exec(text) ?? [];
  return (inner ?? text).replaceAll('""', '"').trim();
}

/** @param {string[]} cells @returns {Column[] | undefined} of a first line that names its columns */
function headOf(cells) {
  const found = cells.map(
    (cell) => HEADS.find(([, words]) => words.test(cell.toLowerCase()))?.[0] ?? "",
  );
  const named = found.some((each) => each === "name" || each === "first" || each === "last");
  return named ? found : undefined;
}

/** @param {string[]} cells @param {Column[]} columns @returns {Line} */
function byHead(cells, columns) {
  /** @param {Column} column */
  const of = (column) => cells[columns.indexOf(column)] ?? "";
  const name = of("name") || `${of("first")} ${of("last")}`.trim();
  return { name, mail: of("mail"), team: of("team") };
}

/** @param {string[][]} rows @returns {Line[]} where no line says what is in the columns */
function bySight(rows) {
  const second = rows.filter((cells) => !cells.some(isAddress)).map((cells) => rest(cells)[1]);
  const given = second.filter(Boolean);
  // A team has more than one member: where no second cell comes back, it is a part of the name.
  const teams = new Set(given).size < given.length;
  return rows.map((cells) => sighted(cells, teams));
}

/** @param {string} cell */
const isAddress = (cell) => ADDRESS.test(cell);
/** @param {string[]} cells */
const rest = (cells) => cells.filter(Boolean);

/** @param {string[]} cells @param {boolean} teams @returns {Line} */
function sighted(cells, teams) {
  const full = rest(cells);
  const at = full.findIndex(isAddress);
  if (at < 0) {
    const [name, ...more] = full;
    return teams || !more.length
      ? { name, mail: "", team: more[0] ?? "" }
      : { name: full.slice(0, 2).join(" "), mail: "", team: full[2] ?? "" };
  }
  const { before, mail, after } = around(full[at]);
  const names = [...full.slice(0, at), before].filter(Boolean);
  const behind = [...after, ...full.slice(at + 1)];
  const name = names.join(" ") || (behind.shift() ?? "");
  return { name, mail, team: behind[0] ?? "" };
}

/** What stands around an address in one cell: `Ana Silva <ana@example.org>`. @param {string} cell */
function around(cell) {
  const [mail] = /** @type {RegExpExecArray} */ (ADDRESS.exec(cell));
  const [before, after] = [
    cell.slice(0, cell.indexOf(mail)),
    cell.slice(cell.indexOf(mail) + mail.length),
  ];
  /** @param {string} text */
  const bare = (text) => plain(text.replace(/^[\s<>(),;]+|[\s<>(),;]+$/g, ""));
  return { before: bare(before), mail, after: after.split(/[;,]/).map(bare).filter(Boolean) };
}

/**
 * The same name is the same person, unless the address is another one or the trainer knows better.
 *
 * @param {Line[]} lines
 * @param {Set<string>} apart
 */
function once(lines, apart) {
  /** @type {Listed[]} */
  const people = [];
  /** @type {Set<string>} */
  const again = new Set();
  for (const line of lines) {
    const key = nameKey(line.name);
    const known = people.filter((each) => each.key === key);
    const other = known.every(({ mail }) => mail && line.mail && mail !== line.mail);
    if (!key) continue;
    if (other || apart.has(key)) people.push({ ...line, key });
    else again.add(line.name);
  }
  return { people, again: [...again] };
}
