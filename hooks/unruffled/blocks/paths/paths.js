// <unruffled-paths>: what of each learning path is done, how long the rest takes, and its next step.
// Without this script it is the list of the paths.
//
// Markup it enhances: li[data-path] with a .course-state and a .course-next.

import { chosen } from "../../browser/core/chosen.js";
import { root } from "../../browser/core/course.js";
import { inHours } from "../../browser/core/hours.js";
import { known, sum } from "../../browser/core/next.js";
import { far, standing } from "../../browser/core/standing.js";
import { onchange } from "../../browser/core/store.js";
import { gettext, pieces } from "../../browser/core/words.js";
import { element } from "../../browser/dom/make.js";

class UnruffledPaths extends HTMLElement {
  /** @type {() => void} */
  #stop;

  connectedCallback() {
    this.#stop = onchange(() => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    this.#stop();
  }

  async #show() {
    const { data } = await standing();
    if (!data) return;
    const { quizzes } = await far();
    for (const path of data.paths ?? []) {
      /** @type {HTMLElement | null} */
      const item = this.querySelector(`[data-path="${path.id}"]`);
      if (item) showPath(item, path, known(path.steps, data, quizzes));
    }
  }
}

/** @param {HTMLElement} item @param {Path} path @param {import("../../browser/core/next.js").Step[]} steps */
function showPath(item, path, steps) {
  const { done, total, left } = sum(steps);
  const begun = done > 0 || path.id === chosen();
  const step = steps.find(({ state, hard }) => state !== "done" && !hard);
  item.dataset.state = !begun ? "new" : done === total ? "done" : "begun";
  const words = gettext("{done} of {total} done, {time} left", {
    done,
    total,
    time: inHours(left),
  });
  item.querySelector(".course-state").textContent = begun ? words : "";
  const next = item.querySelector(".course-next");
  if (!begun || !step) return next.replaceChildren();
  const link = element("a", { href: new URL(step.url ?? "", root).href }, step.title ?? "");
  const mine = path.id === chosen() ? gettext("Your path. Next: {step}") : gettext("Next: {step}");
  next.replaceChildren(...pieces(mine, { step: link }));
}

if (!customElements.get("unruffled-paths")) {
  customElements.define("unruffled-paths", UnruffledPaths);
}
