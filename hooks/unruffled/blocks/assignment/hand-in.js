// The part of an assignment's page where a result leaves it: shown first, then saved, copied or
// printed. Nothing is sent.

import { asCode, asFile, makeResult, NAME } from "../../browser/core/result.js";
import { dayOf, save } from "../../browser/core/saving.js";
import { belonging } from "../../browser/core/steps.js";
import { everything } from "../../browser/core/everything.js";
import { why } from "../../browser/core/trouble.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { copyText } from "../../browser/dom/clipboard.js";
import { button, element } from "../../browser/dom/make.js";

const intro = () =>
  gettext(
    "Nothing is sent from here. You save a file or copy a code, and give it to your trainer the way you agreed.",
  );

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
    ariaLabel: gettext("The file, letter by letter"),
  });
  const exact = element(
    "details",
    {},
    element("summary", {}, gettext("See the file, letter by letter")),
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
      ? ` ${gettext("What this browser has stored cannot be read now, and is missing in it.")} ${why(unread)}`
      : "";

  const preview = async () => {
    const result = await build();
    about.textContent = `${contents(result)}${missing()}`;
    if (exact.open) raw.textContent = asFile(result);
    return result;
  };

  const named = () => {
    if (name.value.trim()) return true;
    announce(said, gettext("Write your name first, as your trainer knows it."));
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
        `${gettext("Saved as {file}. Look among your downloads, and give the file to your trainer.", { file })}${missing()}`,
      );
    } catch {
      announce(
        said,
        gettext(
          "The file cannot be sealed here: this browser seals on secure pages (https) only. Save it open, or ask your trainer.",
        ),
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
        ? gettext("The code is on the clipboard. Paste it into a message to your trainer.")
        : gettext(
            "The browser does not let this page copy. The code below is selected: press Ctrl+C or Cmd+C.",
          ),
    );
  };

  name.addEventListener("input", preview);
  exact.addEventListener("toggle", preview);
  const sheet = button(gettext("Print a sheet"), () => named() && print());
  const copy = button(gettext("Copy a short code"), copyCode);
  // Where the trainer has a key, what nobody else can read comes first.
  const buttons = assignment.key
    ? [
        button(gettext("Save it sealed: only your trainer can read it"), () => saveFile(true)),
        copy,
        sheet,
      ]
    : [button(gettext("Save the result file"), () => saveFile(false)), copy, sheet];
  const open = element(
    "details",
    { className: "assigned-open" },
    element("summary", {}, gettext("Save it open, where sealing does not work")),
    element(
      "p",
      {},
      gettext("Whoever gets this file can read it. Agree on it with your trainer first."),
    ),
    element(
      "p",
      {},
      button(gettext("Save the result file"), () => saveFile(false)),
    ),
  );
  const head = element("h2", { id: "hand-in" }, gettext("Hand in"));
  const place = element(
    "section",
    { className: "assigned-hand-in" },
    head,
    element("p", { className: "assigned-intro" }, intro()),
    element(
      "p",
      {},
      element("label", { htmlFor: name.id }, gettext("Your name, as your trainer knows it")),
      " ",
      name,
    ),
    element("h3", {}, gettext("What your trainer will see")),
    table,
    about,
    exact,
    element("p", { className: "assigned-buttons" }, ...buttons),
    ...(assignment.key ? [open] : []),
    said,
    code,
    element("p", { className: "assigned-signature" }, gettext("Date and signature:")),
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
/** @returns {Record<string, string>} */
const states = () => ({
  new: gettext("Not begun"),
  begun: gettext("Not finished, or not passed yet"),
  done: gettext("Done"),
});

/** @param {Step[]} steps @param {Standing[]} standings */
function rows(steps, standings) {
  const lines = steps.map(({ title }, index) => {
    const { state, percent, tries, begun = 0 } = standings[index];
    const score = percent === undefined ? "–" : gettext("{n} %", { n: percent });
    const taken =
      begun > tries
        ? gettext("begun {begun}, handed in {done}", { begun, done: tries })
        : `${tries || "–"}`;
    return element("tr", {}, ...cells("td", title, states()[state], score, taken));
  });
  const head = cells(
    "th",
    gettext("Step"),
    gettext("State"),
    gettext("Best"),
    gettext("Tests taken"),
  );
  for (const each of head) each.scope = "col";
  return [element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...lines)];
}

/** @param {HandedResult} result */
function contents({ entries, name }) {
  const [answers, tests, begun] = ["attempt", "result", "begun"].map(
    (name) => entries.filter(({ type }) => type === name).length,
  );
  const parts = [
    ngettext(
      "{n} answer with what you chose or typed, the points, the tries, the hints and the time of each",
      "{n} answers with what you chose or typed, the points, the tries, the hints and the time of each",
      answers,
    ),
    ngettext("{n} test result", "{n} test results", tests),
    begun &&
      ngettext(
        "when you began a test, and what was asked",
        "when you began {n} tests, and what was asked",
        begun,
      ),
  ];
  const held = entries.length ? parts.filter(Boolean).join("; ") : gettext("no answer yet");
  const file = name
    ? gettext("The file also holds: the name “{name}”, this assignment, the time, and {held}.", {
        name,
        held,
      })
    : gettext(
        "The file also holds: the name you write above, this assignment, the time, and {held}.",
        { held },
      );
  return `${file} ${gettext("The short code holds your name and the table only.")}`;
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
