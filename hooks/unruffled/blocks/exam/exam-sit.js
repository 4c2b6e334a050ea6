// An exam that is sat: the questions of one paper, kept as they are answered, sealed when handed in.
// No result is shown: nothing here knows one.

import { questionsFor, sealed } from "../../browser/core/exam.js";
import { keep } from "../../browser/core/exam-kept.js";
import { save } from "../../browser/core/saving.js";
import { gettext, inDigits, ngettext, pieces } from "../../browser/core/words.js";
import { announce, keepSaid } from "../../browser/dom/announce.js";
import { button, element } from "../../browser/dom/make.js";
import { makeQuestion } from "./exam-question.js";
import { problems } from "./exam-words.js";

/** @typedef {import("../../browser/core/exam.js").Ticket} Ticket */
/** @typedef {import("../../browser/core/exam.js").Paper} Paper */
/** @typedef {import("../../browser/core/exam-kept.js").Kept} Kept */

const MINUTE = 60_000;
const SECOND = 1000;

/** @param {Ticket} ticket */
const fileName = ({ exam, code }) => `exam-${exam}-${code}.jwe`;

/** Save what was handed in as a file. @param {Ticket} ticket @param {string} text */
export const saveSealed = (ticket, text) => save(text, fileName(ticket), "application/jose");

/**
 * Sit an exam.
 *
 * @param {HTMLElement} place
 * @param {{ticket: Ticket, paper: Paper, text: string}} exam
 * @param {Kept | undefined} before what was answered before the page was closed
 * @param {AbortSignal} signal
 * @param {(kept: Kept) => void} done
 */
export function sit(place, { ticket, paper, text }, before, signal, done) {
  const asked = questionsFor(paper, ticket);
  const total = asked.length;
  const questions = asked.map((each, index) =>
    makeQuestion(each, { seed: ticket.seed, number: index + 1, total }),
  );
  /** @type {Kept} */
  const state = {
    ticket: ticket.text,
    paper: text,
    began: before?.began ?? Date.now(),
    away: before?.away ?? 0,
    answers: before?.answers ?? {},
  };
  for (const { id, control } of questions) {
    const answer = state.answers?.[id];
    if (answer !== undefined) restored(control, answer);
  }
  const risk = element("p", { className: "exam-told", role: "alert" });
  const count = element("span");
  const clock = element("span", { role: "timer" });
  const left = element("p", { className: "exam-told", role: "alert" });
  const bar = element("div", { className: "quiz-bar" }, count, " ", clock);

  const open = () => questions.filter(({ control }) => control.response() === undefined);

  const mark = () => {
    const answered = total - open().length;
    keepSaid(count, gettext("{answered} of {total} answered", { answered, total }));
  };

  const keepAll = () => {
    state.answers = Object.fromEntries(
      questions
        .map(({ id, control }) => [id, control.response()])
        .filter(([, response]) => response !== undefined),
    );
    const words = keep(ticket, state)
      ? ""
      : gettext(
          "This browser does not let the page keep your answers: do not reload or close it before you have handed in.",
        );
    keepSaid(risk, words);
  };

  const tick = () => {
    if (!paper.minutes) return;
    const over = Date.now() - state.began - paper.minutes * MINUTE;
    const minutes = Math.ceil(Math.abs(over) / MINUTE);
    keepSaid(
      clock,
      over < 0
        ? ngettext("{n} minute left", "{n} minutes left", minutes)
        : gettext("The time is up. Hand in now."),
    );
  };

  const handIn = async () => {
    const missing = open();
    if (missing.length && !left.textContent) {
      left.replaceChildren(...stillOpen(questions, missing));
      hand.textContent = gettext("Hand in all the same");
      return;
    }
    keepAll();
    hand.disabled = true;
    try {
      const handed = Date.now();
      const { began, away, answers = {} } = state;
      const file = await sealed(paper, ticket, { answers, began, handed, away });
      /** @type {Kept} */
      const now = { ticket: ticket.text, began, away, sealed: file, handed };
      keep(ticket, now);
      saveSealed(ticket, file);
      done(now);
    } catch {
      hand.disabled = false;
      announce(left, problems().seal);
    }
  };

  const hand = button(gettext("Hand in"), handIn);
  let hiddenAt = 0;
  const onView = () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (hiddenAt) {
      state.away += Math.round((Date.now() - hiddenAt) / SECOND);
      hiddenAt = 0;
    }
    keepAll();
  };
  document.addEventListener("visibilitychange", onView, { signal });
  addEventListener("pagehide", keepAll, { signal, capture: true });
  place.addEventListener(
    "input",
    () => {
      keepAll();
      mark();
      left.replaceChildren();
      hand.textContent = gettext("Hand in");
    },
    { signal },
  );
  const timer = setInterval(tick, SECOND);
  signal.addEventListener("abort", () => clearInterval(timer));
  place.replaceChildren(
    element("p", { className: "exam-name", translate: false }, ticket.name),
    bar,
    risk,
    ...questions.map((each) => each.element),
    left,
    element("p", {}, hand),
  );
  keepAll();
  mark();
  tick();
}

/** What is kept of an answer may be damaged: then it is open again. */
/** @param {import("./exam-question.js").Control} control @param {Given} answer */
function restored(control, answer) {
  try {
    control.restore(answer);
  } catch {
    // As if it had not been answered.
  }
}

/**
 * Say which questions are open, with a link to each.
 *
 * @param {{id: string}[]} questions
 * @param {{id: string}[]} open
 */
function stillOpen(questions, open) {
  const links = open.map((each) =>
    element("a", { href: `#exam.${each.id}` }, inDigits(questions.indexOf(each) + 1)),
  );
  const list = element("span", {}, ...links.flatMap((link) => [link, " "]));
  return pieces(gettext("Not answered yet: {questions}"), { questions: list });
}
