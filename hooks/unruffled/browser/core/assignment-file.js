// An assignment as the YAML of a file in assignments/. Pure.

/** JSON is YAML: a text in double quotes means the same in both. @param {string} text */
const quoted = (text) => JSON.stringify(text);

/** @param {string} name */
function task(name) {
  if (name.startsWith("scenario:")) return `  - scenario: ${name.slice(9)}`;
  if (!name.includes("*")) return `  - quiz: ${name}`;
  const [draw, list] = name.split("*");
  const lines = [`  - pool: [${list.replaceAll("+", ", ")}]`];
  if (draw !== "0") lines.push(`    draw: ${draw}`);
  return lines.join("\n");
}

/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/;

/**
 * @param {string} text
 * @returns {string} eight signs that stand for a text; for other words, others
 */
function markOf(text) {
  let hash = 0xcbf29ce484222325n; // FNV-1a
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36).slice(-8);
}

/**
 * An id has Latin letters only. Where others are lost, signs take their place that differ from title
 * to title, so that two assignments do not share a file.
 *
 * @param {string} title
 * @returns {string} an id made of a title
 */
export function nameOf(title) {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const name = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  const lost = /[^\P{L}a-z]|[^\P{N}0-9]/u.test(plain) || !name || RESERVED.test(name);
  return lost && plain.trim()
    ? `${name || "assignment"}-${markOf(title.normalize("NFC").trim())}`
    : name || "assignment";
}

/** @param {import("./assignment.js").Assignment} of @returns {string} */
export function asYaml({
  title,
  note,
  steps,
  mode,
  pass,
  attempts,
  due,
  zone,
  minutes,
  fixed,
  key,
}) {
  return [
    `id: ${nameOf(title)}`,
    `title: ${quoted(title)}`,
    note && `note: ${quoted(note)}`,
    `mode: ${mode}`,
    `pass_mark: ${pass}`,
    attempts && `attempts: ${attempts}`,
    due && `due: ${due}`,
    zone && `zone: ${zone}`,
    minutes && `minutes: ${minutes}`,
    fixed && "shuffle: false",
    key && `key: ${key}`,
    "tasks:",
    ...steps.map(([name]) => task(name)),
  ]
    .filter(Boolean)
    .join("\n")
    .concat("\n");
}
