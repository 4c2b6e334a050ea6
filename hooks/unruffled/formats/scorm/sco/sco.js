// A quiz in a learning platform: says whether it is connected, goes on where the learner was, and
// hands everything over before the page closes.

import { gettext } from "../../../browser/core/words.js";
import { lms, memory, quiz, remember, report, unfinished } from "./session.js";

/** @type {HTMLElement} */
const notice = document.querySelector("#notice");
/** @type {HTMLButtonElement} */
const button = document.querySelector("#leave");

/** Light or dark, as the system is; a platform says nothing about it. */
const dark = matchMedia("(prefers-color-scheme: dark)");
const dress = () => (document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default");
dark.addEventListener("change", dress);
dress();

/** @param {string} words @param {string} role */
function say(words, role = "status") {
  notice.setAttribute("role", role);
  notice.textContent = words;
}

function introduce() {
  if (report.looking) say(gettext("You are looking at this quiz. Nothing is recorded."));
  else if (lms.on) say(gettext("Your answers go to your learning platform."));
  else
    say(
      gettext("No learning platform is connected. You can answer, but nothing is recorded."),
      "alert",
    );
}

const warn = () =>
  say(
    gettext(
      "Your learning platform did not take everything ({fault}). Print this page, so that you can show your result.",
      { fault: String(lms.fault) },
    ),
    "alert",
  );

/**
 * Put a first answer back as it was, with its reasons.
 *
 * @param {string} ref
 * @param {import("./memory.js").Answer} answer
 */
function putBack(ref, { response, hints, seed }) {
  const question = /** @type {Question} */ (document.getElementById(`q.${ref.replace("/", ".")}`));
  question.reset(seed);
  for (const hint of question.hints.slice(0, hints)) hint.open = hint.taken = true;
  question.kind.restore(question, response);
  const detail = question.judge();
  question.dispatchEvent(new CustomEvent("unruffled-answer", { bubbles: true, detail }));
}

/** Go on with the practice of another day. What the platform gave back damaged is asked again. */
function goOn() {
  memory.run = quiz.run;
  for (const [ref, answer] of [...memory.answers]) {
    try {
      putBack(ref, answer);
    } catch {
      memory.answers.delete(ref);
    }
  }
}

/** Hand over the rest, and end the session: a page may go without another word. */
function leave() {
  if (!lms.on) return;
  remember();
  lms.end(unfinished());
}

button.hidden = !lms.on;
button.onclick = () => {
  // What is written in a test is saved with this event.
  dispatchEvent(new Event("pagehide"));
  button.hidden = true;
  quiz.hidden = !lms.fault; // what is to be printed stays
  if (lms.fault) warn();
  else say(gettext("Saved. You can close this window."));
  notice.tabIndex = -1;
  notice.focus(); // the button is gone
};
addEventListener("pagehide", leave);
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
document.addEventListener("visibilitychange", () => document.hidden && lms.on && remember());
// What a link leads to must not take the place of the course: that would end the session.
document.addEventListener(
  "click",
  (/** @type {Aimed} */ { target }) => {
    const link = target.closest("a[href]");
    if (link && !link.getAttribute("href")?.startsWith("#"))
      Object.assign(link, { target: "_blank", rel: "noopener" });
  },
  true,
);

lms.onfault = warn;
introduce();
if (lms.fault) warn();
await import("../../../blocks/quiz/quiz.js");
await quiz.begun;
if (memory.answers.size) goOn();
