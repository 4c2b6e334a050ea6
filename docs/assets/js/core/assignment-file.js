// An assignment as the YAML of a file in assignments/. Pure.

/** JSON is YAML: a text in double quotes means the same in both. */
const quoted = (text) => JSON.stringify(text);

function task(name) {
  if (name.startsWith("scenario:")) return `  - scenario: ${name.slice(9)}`;
  if (!name.includes("*")) return `  - quiz: ${name}`;
  const [draw, list] = name.split("*");
  const lines = [`  - pool: [${list.replaceAll("+", ", ")}]`];
  if (draw !== "0") lines.push(`    draw: ${draw}`);
  return lines.join("\n");
}

/** @returns {string} an id made of a title; "assignment" where nothing of it can be one */
export const nameOf = (title) =>
  title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60).replace(/-$/, "") ||
  "assignment";

/** @param {import("./assignment.js").Assignment} of @returns {string} */
export function asYaml({ title, note, steps, mode, pass, attempts, due, minutes, fixed, key }) {
  return [
    `id: ${nameOf(title)}`,
    `title: ${quoted(title)}`,
    note && `note: ${quoted(note)}`,
    `mode: ${mode}`,
    `pass_mark: ${pass}`,
    attempts && `attempts: ${attempts}`,
    due && `due: ${due}`,
    minutes && `minutes: ${minutes}`,
    fixed && "shuffle: false",
    key && `key: ${key}`,
    "tasks:",
    ...steps.map(([name]) => task(name)),
  ].filter(Boolean).join("\n").concat("\n");
}
