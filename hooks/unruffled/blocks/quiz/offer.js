// What stands on the page of a test before it begins.

import { past } from "../../browser/core/store.js";
import { button, element } from "../../browser/dom/make.js";

/**
 * How much more time can be taken, and how that is called.
 *
 * @type {[factor: number, more: string][]}
 */
const MORE = [
  [1, ""],
  [1.5, ": half as much again"],
  [2, ": twice as much"],
];

/** @param {number} minutes */
function makeTimes(minutes) {
  const options = MORE.map(([factor, more]) => {
    const time = Math.ceil(minutes * factor);
    return new Option(`${time} minutes${more}`, `${time}`);
  });
  return element("select", {}, ...options, new Option("No limit", "0"));
}

/**
 * @param {{words: string[], title: string, minutes: number, kept: boolean, over: boolean,
 *   past: Node[], passed?: Result,
 *   begin: (limit: number) => void, goOn?: (() => void) | false}} test `words` are alerts; `minutes` 0 for no
 *   limit; `kept`: whether this browser stores what is answered; `over`: nothing can be begun any more;
 *   `past`: the tests that were handed in; `passed` the last result that was a pass; `goOn` where a test was begun
 * @returns {Promise<(Node | string)[]>}
 */
export async function makeOffer({ words, title, minutes, kept, over, past, passed, begin, goOn }) {
  const times = minutes ? makeTimes(minutes) : null;
  const keeps = kept
    ? "What you answer is kept if you close this page."
    : "What you answer is not kept here: do not close or reload this page before you have handed in.";
  /** @type {(Node | string)[]} */
  const parts = [
    ...words.map((each) => element("p", { role: "alert" }, each)),
    element("p", {}, `Answers are shown when you have handed in. ${keeps}`),
  ];
  if (over) parts.length = words.length;
  else {
    if (goOn) parts.push(button("Go on with the test you began", goOn), " ");
    if (times) parts.push(element("label", { className: "quiz-time" }, "Time ", times));
    const start = goOn ? "Begin a new test instead" : "Start the test";
    parts.push(button(start, () => begin(Number(times?.value ?? 0))));
  }
  if (passed) {
    const { makeCertificate } = await import("./certificate.js");
    parts.push(" ", makeCertificate(title, passed));
  }
  parts.push(...past);
  return parts;
}

/** The tests of a quiz that were handed in, each to be looked at again. @param {string} id */
export async function pastTests(id) {
  if (!(/** @type {unknown} */ (past))) return []; // a package has no such record
  const [entries, { ofTest, tests }, { makeFold }, { testWords }] = await Promise.all([
    past(),
    import("../../browser/core/past.js"),
    import("./look-back.js"),
    import("./answers.js"),
  ]);
  return tests(entries, id).map((result) =>
    makeFold([element("span", {}, `Your test ${testWords(result)}`)], () =>
      ofTest(result, entries),
    ),
  );
}
