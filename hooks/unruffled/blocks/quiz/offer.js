// What stands on the page of a test before it begins.

import { past } from "../../browser/core/store.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";

/**
 * How much more time can be taken, and how that is called.
 *
 * @type {[factor: number, words: (minutes: number) => string][]}
 */
const TIMES = [
  [1, (n) => ngettext("{n} minute", "{n} minutes", n)],
  [1.5, (n) => ngettext("{n} minute: half as much again", "{n} minutes: half as much again", n)],
  [2, (n) => ngettext("{n} minute: twice as much", "{n} minutes: twice as much", n)],
];

/** @param {number} minutes */
function makeTimes(minutes) {
  const options = TIMES.map(([factor, words]) => {
    const time = Math.ceil(minutes * factor);
    return new Option(words(time), `${time}`);
  });
  return element("select", {}, ...options, new Option(gettext("No limit"), "0"));
}

/**
 * @param {{words: string[], title: string, minutes: number, kept: boolean, over: boolean,
 *   past: Node[], passed?: Result, runs?: import("../../browser/core/runs.js").Run[], attempts?: number,
 *   begin: (limit: number) => void, goOn?: (() => void) | false}} test `words` are alerts; `minutes` 0 for no
 *   limit; `kept`: whether this browser stores what is answered; `over`: nothing can be begun any more;
 *   `past`: the tests that were handed in; `runs` of an assignment's test, which the trainer sees; `passed` the last result that was a pass; `goOn` where a test was begun
 * @returns {Promise<(Node | string)[]>}
 */
export async function makeOffer(test) {
  const { words, title, minutes, kept, over, past, passed, begin, goOn } = test;
  const times = minutes ? makeTimes(minutes) : null;
  const keeps = kept
    ? gettext(
        "Answers are shown when you have handed in. What you answer is kept if you close this page.",
      )
    : gettext(
        "Answers are shown when you have handed in. What you answer is not kept here: do not close or reload this page before you have handed in.",
      );
  /** @type {(Node | string)[]} */
  const parts = [
    ...words.map((each) => element("p", { role: "alert" }, each)),
    element("p", {}, keeps),
  ];
  if (over) parts.length = words.length;
  else {
    parts.push(...begunBefore(test));
    if (goOn) parts.push(button(gettext("Go on with the test you began"), goOn), " ");
    if (times)
      parts.push(element("label", { className: "quiz-time" }, gettext("Time"), " ", times));
    const start = goOn ? gettext("Begin a new test instead") : gettext("Start the test");
    parts.push(button(start, () => begin(Number(times?.value ?? 0))));
  }
  if (passed) {
    const { makeCertificate } = await import("./certificate.js");
    parts.push(" ", makeCertificate(title, passed));
  }
  parts.push(...past);
  return parts;
}

/**
 * What is to be known before a test of an assignment is begun anew: nothing of it is hidden.
 *
 * @param {{runs?: import("../../browser/core/runs.js").Run[], attempts?: number}} test
 */
function begunBefore({ runs = [], attempts = 0 }) {
  const done = runs.filter(({ ended }) => ended !== undefined).length;
  if (runs.length === done) return [];
  const words = [
    ngettext(
      "You have begun this test {n} time and handed in {done}.",
      "You have begun this test {n} times and handed in {done}.",
      runs.length,
      { done },
    ),
    gettext("Your trainer sees each test that you begin, and which questions it asked."),
    attempts && runs.length >= attempts
      ? gettext("A new test asks questions that you have seen already.")
      : "",
  ];
  return [element("p", { className: "quiz-begun" }, words.filter(Boolean).join(" "))];
}

/** The tests of a quiz that were handed in, each to be looked at again. @param {string} id */
export async function pastTests(id) {
  if (!(/** @type {unknown} */ (past))) return []; // a package has no such record
  const [entries, { ofTest, tests }, { makeFold }, { yourTest }] = await Promise.all([
    past(),
    import("../../browser/core/past.js"),
    import("./look-back.js"),
    import("./answers.js"),
  ]);
  return tests(entries, id).map((result) =>
    makeFold([element("span", {}, yourTest(result))], () => ofTest(result, entries)),
  );
}
