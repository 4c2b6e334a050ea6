// What only the trainer knows: who is who. Each question has its buttons, and each answer can be taken back.

import { join, pairOf } from "../../browser/core/decisions.js";
import { nameKey } from "../../browser/core/names.js";
import { gettext } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";

/** @typedef {(change: (decisions: Decisions) => unknown) => void} Decide */
/** @typedef {import("../../browser/core/names.js").Named} Named */
/** @typedef {[label: string, change: (known: Decisions) => unknown]} Act */

/**
 * @param {{people: Person[], pairs: [Named, Named][], again: string[], decisions: Decisions, decide: Decide}} of `again`:
 *   names that stand on the list more than once
 * @returns {HTMLElement[]} a line for each question and for each answer
 */
export function asks({ people, pairs, again, decisions, decide }) {
  /** @param {string} words @param {...Act} acts */
  const ask = (words, ...acts) =>
    element(
      "span",
      {},
      words,
      ...acts.flatMap(([label, change]) => [" ", button(label, () => decide(change))]),
    );
  const strange = people.filter((person) => person.strange);
  return [
    ...strange.map(({ base, name }) =>
      ask(gettext("Are the files of {name} from two people?", { name }), keepApart(base)),
    ),
    ...again.map((name) =>
      ask(
        gettext("{name} stands on your list more than once, and is read as one person.", { name }),
        [gettext("They are several people"), ({ apart }) => apart.add(nameKey(name))],
      ),
    ),
    ...[...decisions.apart].map((key) =>
      ask(gettext("The files of {name} are kept apart.", { name: key }), [
        gettext("Read them together"),
        ({ apart }) => apart.delete(key),
      ]),
    ),
    ...pairs.map(([one, other]) =>
      ask(
        gettext("Is {name} the same as {other}?", { name: one.plain, other: other.plain }),
        [gettext("Yes, the same"), (known) => join(known, one.base, other.base)],
        [gettext("No, two people"), ({ different }) => different.add(pairOf(one.base, other.base))],
      ),
    ),
    ...[...decisions.same].map(([key, other]) =>
      ask(gettext("{name} is read as {other}.", { name: key, other }), [
        gettext("Take it back"),
        ({ same }) => same.delete(key),
      ]),
    ),
    ...[...decisions.different].map((pair) => {
      const [name, other] = pair.split("\n");
      return ask(gettext("{name} and {other} are two people.", { name, other }), [
        gettext("Ask again"),
        ({ different }) => different.delete(pair),
      ]);
    }),
  ];
}

/** @param {string} base @returns {Act} */
const keepApart = (base) => [gettext("Keep them apart"), ({ apart }) => apart.add(base)];

/**
 * Two lists of names and a button: what nobody would guess can be said as well.
 *
 * @param {{people: Person[], missing: Listed[], decide: Decide}} of
 * @returns {HTMLElement[]} nothing where there are no two names
 */
export function joiner({ people, missing, decide }) {
  const names = new Map([
    ...people.map(({ base, plain }) => /** @type {const} */ ([base, plain])),
    ...missing.map(({ key, name }) => /** @type {const} */ ([key, name])),
  ]);
  if (names.size < 2) return [];
  const place = element("div", {});
  const fold = element(
    "details",
    { className: "team-join" },
    element("summary", {}, gettext("Join two names by hand")),
    place,
  );
  // A long list of names costs time: it is made when somebody looks at it.
  fold.addEventListener("toggle", () => place.replaceChildren(...choices(names, decide)), {
    once: true,
  });
  return [fold];
}

/** @param {Map<string, string>} names @param {Decide} decide */
function choices(names, decide) {
  const options = () => [...names].map(([key, name]) => new Option(name, key));
  const [from, to] = [element("select", {}, ...options()), element("select", {}, ...options())];
  to.selectedIndex = 1;
  const act = button(gettext("Read them as one person"), () => {
    if (from.value !== to.value) decide((known) => join(known, from.value, to.value));
  });
  return [
    element("p", {}, element("label", {}, gettext("This name"), " ", from)),
    element("p", {}, element("label", {}, gettext("is the same person as"), " ", to)),
    element("p", {}, act),
  ];
}
