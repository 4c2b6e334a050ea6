// Every kind of question, by name: a module that is added is tested with the others.

import { existsSync, readdirSync } from "node:fs";

const folder = new URL("../../hooks/unruffled/kinds/", import.meta.url);
const names = readdirSync(folder).filter((name) =>
  existsSync(new URL(`${name}/${name}.js`, folder)),
);

export const kinds = Object.fromEntries(
  await Promise.all(
    names.map(async (name) => [name, await import(new URL(`${name}/${name}.js`, folder))]),
  ),
);
