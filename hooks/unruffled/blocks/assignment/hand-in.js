// The part of an assignment's page where a result leaves it: shown first, then saved, copied or
// printed. Nothing is sent.

import { asCode, asFile, makeResult, NAME } from "../../browser/core/result.js";
import { dayOf, save } from "../../browser/core/saving.js";
import { belonging } from "../../browser/core/steps.js";
import { everything } from "../../browser/core/everything.js";
import { why } from "../../browser/core/trouble.js";
import { announce } from "../../browser/dom/announce.js";
import { copyText } from "../../browser/dom/clipboard.js";
import { button, element } from "../../browser/dom/make.js";

const INTRO =
  "Nothing is sent from here. You save a file or copy a code, and give it to your trainer the way you agreed.";

/**
 * @param {HTMLElement & {text: string, key: string, assignment: Assignment, steps: Step[], data: Course}} owner the assignment's element: `text`, `key`, `assignment`, `steps`, `data`
 * @returns {{element: HTMLElement, show: (standings: Standing[]) => void}}
 */
export function makeHandIn(owner) {
  const { assignment } = owner;
  const name = element("input", { id: "assigned-name", maxLength: NAME, autocomplete: "name" });
  const about = element("p", {});
  const table = element("table", {});
  const raw = element("pre", {
    tabIndex: 0,
    translate: false,
    ariaLabel: "The file, letter by letter",
  });
  const exact = element(
    "details",
    {},
    element("summary", {}, "See the file, letter by letter"),
    raw,
  );
  const said = element("p", { className: "record-said", role: "status" });
  const code = element("output", { className: "assigned-code", translate: false });
  /** @type {Standing[]} */
  let standings = [];
  /**
   * Why the record could not be read, if so: then the result lacks what it holds.
   *
   * @type {string | undefined}
   */
  let unread;

  const build = async () => {
    const { entries, reason } = await everything();
    unread = reason;
    const { edition } = owner.data;
    return makeResult({
      assignment: owner.text,
      name: name.value,
      entries: belonging(owner.steps, entries),
      site: owner.dataset.site ?? document.title,
      edition,
      made: new Date(),
    });
  };

  const missing = () =>
    unread
      ? ` What this browser has stored cannot be read now, and is missing in it. ${why(unread)}`
      : "";

  const preview = async () => {
    const result = await build();
    about.textContent = `${contents(result)}${missing()}`;
    if (exact.open) raw.textContent = asFile(result);
    return result;
  };

  const named = () => {
    if (name.value.trim()) return true;
    announce(said, "Write your name first, as your trainer knows it.");
    name.focus();
    return false;
  };

  /** @param {boolean} sealed */
  const saveFile = async (sealed) => {
    if (!named()) return;
    const result = await preview();
    const file = fileName(result, sealed ? "jwe" : "json");
    try {
      const text = sealed
        ? await (await import("../../browser/core/sealing.js")).seal(asFile(result), assignment.key)
        : asFile(result);
      save(text, file, sealed ? "application/jose" : "application/json");
      announce(
        said,
        `Saved as ${file}. Look among your downloads, and give the file to your trainer.${missing()}`,
      );
    } catch {
      announce(
        said,
        "The file cannot be sealed here: this browser seals on secure pages (https) only. Save it open, or ask your trainer.",
      );
    }
  };

  const copyCode = async () => {
    if (!named()) return;
    const { key: id } = owner;
    code.textContent = asCode({
      id,
      title: assignment.title,
      name: name.value,
      made: new Date(),
      steps: standings,
    });
    const copied = await copyText(code.textContent, code);
    announce(
      said,
      copied
        ? "The code is on the clipboard. Paste it into a message to your trainer."
        : "The browser does not let this page copy. The code below is selected: press Ctrl+C or Cmd+C.",
    );
  };

  name.addEventListener("input", preview);
  exact.addEventListener("toggle", preview);
  const buttons = [
    button("Save the result file", () => saveFile(false)),
    ...(assignment.key
      ? [button("Save it sealed: only your trainer can read it", () => saveFile(true))]
      : []),
    button("Copy a short code", copyCode),
    button("Print a sheet", () => named() && print()),
  ];
  const head = element("h2", { id: "hand-in" }, "Hand in");
  const place = element(
    "section",
    { className: "assigned-hand-in" },
    head,
    element("p", { className: "assigned-intro" }, INTRO),
    element(
      "p",
      {},
      element("label", { htmlFor: name.id }, "Your name, as your trainer knows it"),
      " ",
      name,
    ),
    element("h3", {}, "What your trainer will see"),
    table,
    about,
    exact,
    element("p", { className: "assigned-buttons" }, ...buttons),
    said,
    code,
    element("p", { className: "assigned-signature" }, "Date and signature: "),
  );
  place.setAttribute("aria-labelledby", head.id);
  return {
    element: place,
    show(all) {
      standings = all;
      table.replaceChildren(...rows(owner.steps, all));
      preview();
    },
  };
}

/** @param {"td" | "th"} tag @param {...string} words @returns {HTMLTableCellElement[]} */
const cells = (tag, ...words) => words.map((each) => element(tag, {}, each));
/** @type {Record<string, string>} */
const STATES = { new: "Not begun", begun: "Not finished, or not passed yet", done: "Done" };

/** @param {Step[]} steps @param {Standing[]} standings */
function rows(steps, standings) {
  const lines = steps.map(({ title }, index) => {
    const { state, percent, tries } = standings[index];
    const score = percent === undefined ? "–" : `${percent} %`;
    return element("tr", {}, ...cells("td", title, STATES[state], score, tries ? `${tries}` : "–"));
  });
  const head = cells("th", "Step", "State", "Best", "Tests taken");
  for (const each of head) each.scope = "col";
  return [element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...lines)];
}

/** @param {HandedResult} result */
function contents({ entries, name }) {
  const [answers, tests, begun] = ["attempt", "result", "begun"].map(
    (name) => entries.filter(({ type }) => type === name).length,
  );
  /** @param {number} number @param {string} word */
  const many = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const held = entries.length
    ? [
        `${many(answers, "answer")} with what you chose or typed, the points, the tries, the hints and the time of each`,
        many(tests, "test result"),
        begun && `when you began ${begun === 1 ? "a test" : `${begun} tests`}, and what was asked`,
      ]
        .filter(Boolean)
        .join("; ")
    : "no answer yet";
  return `The file also holds: the name ${name ? `“${name}”` : "you write above"}, this assignment, the time, and ${held}. The short code holds your name and the table only.`;
}

/** @param {HandedResult} result @param {string} ending */
const fileName = ({ name, made }, ending) => {
  // Accents go; marks without which a word of another script is another word stay.
  const bare = name
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC");
  const plain = bare.replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  return `result-${plain || "unnamed"}-${dayOf(made)}.${ending}`;
};
