// What was answered, shown again: the question with the answer as it was given, every reason, and
// the day. Nothing can be changed in it, and nothing is recorded.

import "./question.js";
import { longMoment } from "../../browser/core/dates.js";
import { gettext, ngettext } from "../../browser/core/words.js";
import { answeredAt } from "../../browser/core/past.js";
import { load } from "../../browser/core/questions.js";
import { sameRev } from "../../browser/core/revision.js";
import { past } from "../../browser/core/store.js";
import { button, element } from "../../browser/dom/make.js";

/**
 * What was typed, where an answer is a text.
 *
 * @param {Attempt} answer
 * @returns {string | undefined}
 */
const typed = ({ response }) => (typeof response === "string" ? response : response?.text);

/**
 * Show an answer in its question.
 *
 * @param {Question} question on the page
 * @param {Attempt} [answer] the entry of the record; none where the question was left open
 * @returns {Promise<boolean>} whether it could be shown as it was given
 */
export async function showAnswer(question, answer) {
  if (!(await question.ready)) return false;
  const named = sameRev(answer?.rev, question.dataset.rev);
  const put = Boolean(answer && named && putIn(question, answer));
  // A revision tells nothing of the right answer: whether that has changed, the answer itself shows.
  const same = named && (!put || sharesAre(question, answer));
  const shown = put && same;
  if (!shown) question.reset();
  question.answer.hidden = false;
  question.answer.open = true;
  question.button.hidden = true;
  question.fields.disabled = true;
  for (const each of question.answer.querySelectorAll("input")) each.disabled = true;
  question.tell(told(answer, shown, same));
  const words = !shown && answer && typed(answer);
  if (words)
    question.verdict.append(
      " ",
      element("q", { className: "past-typed", translate: false }, words),
    );
  return shown;
}

/** @param {Attempt | undefined} answer @param {boolean} shown @param {boolean} same */
function told(answer, shown, same) {
  if (!answer) return gettext("You left it open. Read why.");
  const values = { answer: inWords(answer) };
  if (shown) return gettext("{answer}.", values);
  return same
    ? gettext(
        "{answer}. What your record holds of this answer is damaged and cannot be shown.",
        values,
      )
    : gettext(
        "{answer}. The question has changed since, so your answer cannot be shown in it. This is how it is now.",
        values,
      );
}

/** @param {Attempt} answer @returns {string} when it was given, and how good it was */
const inWords = (answer) => answeredAt(longMoment(answer.t), answer);

/**
 * Put an answer in; a damaged one is not put in.
 *
 * @param {Question} question
 * @param {Attempt} answer
 */
function putIn(question, { seed, hints, response }) {
  try {
    question.reset(Number.isInteger(seed) ? seed : undefined);
    for (const hint of question.hints.slice(0, hints)) hint.open = hint.taken = true;
    question.kind.restore(question, response);
    question.judge(true);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} ref
 * @returns {Promise<Attempt | undefined>} the entry of the record that a question was answered with last
 */
const lastAnswer = async (ref) =>
  /** @type {Attempt | undefined} */ (
    (await past()).findLast(
      ({ type, quiz, question }) => type === "attempt" && `${quiz}/${question}` === ref,
    )
  );

/** Thirds do not add up exactly. */
const SLACK = 0.001;

/**
 * Is the answer that stands in the question worth now what it was worth then?
 *
 * @param {Question} question
 * @param {Attempt | undefined} answer
 */
function sharesAre(question, answer) {
  const { kind } = question;
  const { share, self } = kind.score(kind.response(question), kind.key(question));
  return Boolean(self) || Math.abs(share - Number(answer?.share)) < SLACK;
}

/** Let the last answer to a question of a quiz be looked at. @param {Question} question */
export function offerPast(question) {
  const look = button(gettext("Look at my last answer"), async () => {
    const on = look.toggleAttribute("data-on");
    look.textContent = on ? gettext("Answer it again") : gettext("Look at my last answer");
    if (on) await showAnswer(question, await lastAnswer(question.ref));
    else answerAgain(question);
  });
  look.className = "quiz-look"; // beside the answer's own button it is the lesser one
  question.form.append(element("p", { className: "quiz-past" }, look));
}

/** Let a question be answered again after `showAnswer`. @param {Question} question */
function answerAgain(question) {
  for (const each of question.answer.querySelectorAll("input")) each.disabled = false;
  question.reset();
}

/**
 * Show the questions of a list with their answers.
 *
 * @param {HTMLElement} place gets them
 * @param {import("../../browser/core/past.js").Past[]} pasts
 */
export async function showPast(place, pasts) {
  place.replaceChildren(element("p", { role: "status" }, gettext("Loading …")));
  const questions = await load(pasts.map(({ ref }) => ref)).catch(() => undefined);
  if (!questions) {
    /** @type {Node} */ (place.firstChild).textContent = gettext(
      "The questions cannot be loaded now. Check your connection, then open this again.",
    );
    return;
  }
  place.replaceChildren(...pasts.map((past, index) => questions[index] ?? gone(past)));
  for (const [index, { answer, before }] of pasts.entries()) {
    const question = questions[index];
    if (!question) continue;
    /** @type {Element} */ (question.querySelector("legend").firstElementChild).textContent =
      gettext("Question {number} of {total}", { number: index + 1, total: pasts.length });
    await showAnswer(question, answer);
    // Many at once: to announce each would say all of them.
    question.verdict?.removeAttribute("role");
    if (before.length) question.append(earlier(before));
  }
}

/** @param {Attempt[]} before */
const earlier = (before) =>
  element(
    "details",
    { className: "past-before" },
    element(
      "summary",
      {},
      ngettext("Your answer before", "Your {n} answers before", before.length),
    ),
    element("ul", {}, ...before.map((each) => element("li", {}, inWords(each)))),
  );

/**
 * A question that is not on the site any more, or a conversation, which has a page of its own.
 *
 * @param {Past} past
 */
function gone({ ref, answer, before }) {
  const all = answer ? [answer, ...before] : [];
  const lines = all.map((each) => {
    const words = typed(each);
    const quote = words ? [" ", element("q", { translate: false }, words)] : [];
    return element("li", {}, inWords(each), ...quote);
  });
  const words = ref.startsWith("scenario:")
    ? gettext("Each time that you played it:")
    : ref.startsWith("voice:")
      ? gettext("Each time that you said it aloud:")
      : gettext("A question that is not on this site any more, or cannot be loaded now:");
  return element(
    "div",
    { className: "past-gone" },
    element("p", {}, words),
    element("ul", {}, ...lines),
  );
}

/**
 * Make a fold that shows answers when it is opened. One is open at a time: a question must not be
 * twice on a page.
 *
 * @param {(string | Node)[]} title
 * @param {() => import("../../browser/core/past.js").Past[]} pasts
 * @param {Node[]} [more] what stands below the title
 */
export function makeFold(title, pasts, more = []) {
  const place = element("div");
  const fold = element(
    "details",
    { className: "past" },
    element("summary", {}, ...title),
    ...more,
    place,
  );
  fold.addEventListener("toggle", () => {
    if (!fold.open) return place.replaceChildren();
    for (const other of /** @type {NodeListOf<HTMLDetailsElement>} */ (
      document.querySelectorAll("details.past[open]")
    ))
      if (other !== fold) other.open = false;
    return showPast(place, pasts());
  });
  return fold;
}
