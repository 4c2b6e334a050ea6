// Names of people, as they are typed: which are the same, and which may be. Pure.

/** Two spellings of one name. @param {string} name */
export const nameKey = (name) => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/**
 * The words of a name without accents, marks and order: `Müller, Jürgen "JJ"` is jj jurgen muller.
 *
 * @param {string} name
 * @returns {string[]}
 */
const wordsOf = (name) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.sort() ?? [];

/**
 * Are these perhaps two ways to write one person's name?
 *
 * @param {string} one
 * @param {string} other
 */
export function alike(one, other) {
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (few.join("") === many.join("")) return few.length > 0;
  return few.length > 1 && few.every((word) => many.includes(word));
}

/**
 * Of a line that comes from a spreadsheet, the first cell that is a name and no address.
 *
 * @param {string} line
 */
const nameIn = (line) =>
  line
    .split("\t")
    .map((cell) => cell.trim())
    .find((cell) => cell && !cell.includes("@")) ?? "";

/**
 * Compare a list of names with those who handed in.
 *
 * @param {string} roster one name a line; of a line with several columns the first is the name
 * @param {{name: string, key: string}[]} people `key` of a person who goes by several names holds them all
 * @param {Map<string, string>} same who is on the list by another name: of both their `nameKey`
 * @returns {{missing: string[], extra: string[], pairs: [string, string][]}} `extra`: handed in, and
 *   not on the list; `pairs`: of them those who may be one of the missing
 */
export function against(roster, people, same = new Map()) {
  const lines = roster.split(/\r?\n/).map(nameIn).filter(Boolean);
  const listed = new Map(lines.map((line) => [nameKey(line), line]));
  const known = people.map(({ name }) => [name, same.get(nameKey(name)) ?? nameKey(name)]);
  const there = new Set(known.map(([, key]) => key));
  const missing = [...listed].filter(([key]) => !there.has(key)).map(([, name]) => name);
  const extra = listed.size
    ? known.filter(([, key]) => !listed.has(key)).map(([name]) => name)
    : [];
  const pairs = extra.flatMap((name) =>
    missing
      .filter((other) => alike(name, other))
      .map((other) => /** @type {[string, string]} */ ([name, other])),
  );
  return { missing, extra, pairs };
}
