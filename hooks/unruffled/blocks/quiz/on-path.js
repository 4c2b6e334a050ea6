// The step of a path that comes after this page: the next one that is not done, behind it or else before.

import { course, root } from "../../browser/core/course.js";
import { known } from "../../browser/core/next.js";
import { far } from "../../browser/core/standing.js";
import { gettext, pieces } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

/** @param {string | undefined} url */
const addressOf = (url) => new URL(url ?? "", root).href;

/** Whether a step is on this page. @param {import("../../browser/core/next.js").Step} step */
const isHere = ({ url }) => addressOf(url).split("#")[0] === location.origin + location.pathname;

/** Say what comes next on a path, where this page is one of its steps. @param {string} id of the path */
export async function lead(id) {
  const data = await course();
  const { quizzes } = await far();
  const path = data.paths?.find((each) => each.id === id);
  const steps = path ? known(path.steps, data, quizzes) : [];
  const here = steps.findIndex(isHere);
  const line = document.querySelector(".quiz-next");
  if (here < 0 || !line) return;
  const others = [...steps.slice(here + 1), ...steps.slice(0, here)];
  const step = others.find(({ state, hard }) => state !== "done" && !hard);
  const link = element("a", { href: addressOf(step?.url ?? path?.url) });
  link.textContent = (step ?? path)?.title ?? "";
  const words = step ? gettext("Next on your path: {step}.") : gettext("Your path {path} is done.");
  line.replaceChildren(...pieces(words, { step: link, path: link }));
}
