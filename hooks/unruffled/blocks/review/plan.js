// <unruffled-plan>: weekdays to review on, and a calendar file with those days. Nothing is sent: the
// calendar reminds, and the page asks. Without this script it says so.

import { asCalendar } from "../../browser/core/calendar.js";
import { keeper } from "../../browser/core/keeper.js";
import { planned, weekOf } from "../../browser/core/plan.js";
import { root } from "../../browser/core/root.js";
import { save } from "../../browser/core/saving.js";
import { LOCALE, gettext, ngettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { button, element } from "../../browser/dom/make.js";

const WEEKS = [2, 4, 8];
const kept = keeper("localStorage", "plan");

class UnruffledPlan extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("form")) return;
    /** @type {string} where the calendar leads: the page of what is due */
    this.page = this.querySelector("a")?.href ?? root.href;
    const chosen = /** @type {unknown[]} */ ([kept.read()].flat());
    const days = weekOf(LOCALE).map(({ day, name }) => {
      const box = element("input", {
        type: "checkbox",
        name: "day",
        value: `${day}`,
        checked: chosen.includes(day),
      });
      return element("label", {}, box, ` ${name}`);
    });
    /** @type {HTMLFormElement} */
    this.form = element(
      "form",
      { onsubmit: (event) => this.#onSubmit(event) },
      element(
        "fieldset",
        {},
        element("legend", {}, gettext("On which days do you review?")),
        ...days,
      ),
      element("label", {}, gettext("For how long"), " ", weeksList()),
    );
    const go = button(gettext("Save a calendar file"));
    go.type = "submit";
    /** @type {HTMLElement} */
    this.said = element("p", { role: "status" });
    this.form.append(" ", go, this.said);
    this.replaceChildren(this.form);
  }

  /** @param {SubmitEvent} event */
  async #onSubmit(event) {
    event.preventDefault();
    const given = new FormData(this.form);
    const days = given.getAll("day").map(Number);
    if (!days.length) {
      this.form.querySelector("input").focus();
      return announce(this.said, gettext("Choose a day first."));
    }
    kept.write(days);
    const now = Date.now();
    const plan = planned(days, Number(given.get("weeks")), await dues(now), now);
    save(calendar(plan, this.page, new Date(now)), "unruffled-reviews.ics", "text/calendar");
    const words = ngettext(
      "{n} day saved as {name}. Open it with your calendar.",
      "{n} days saved as {name}. Open it with your calendar.",
      plan.length,
      { name: "unruffled-reviews.ics" },
    );
    announce(this.said, words);
  }
}

const weeksList = () =>
  element(
    "select",
    { name: "weeks" },
    ...WEEKS.map((weeks) =>
      element(
        "option",
        { value: `${weeks}`, defaultSelected: weeks === 4 },
        ngettext("{n} week", "{n} weeks", weeks),
      ),
    ),
  );

/** When each review is due, as far as the record knows. @param {number} now @returns {Promise<number[]>} */
async function dues(now) {
  const [{ standing }, { upcoming }] = await Promise.all([
    import("../../browser/core/standing.js"),
    import("../../browser/core/schedule.js"),
  ]);
  const { data, seen } = await standing();
  return data ? upcoming(data, seen, now).map(({ due }) => due) : [];
}

/** @param {ReturnType<typeof planned>} plan @param {string} url @param {Date} made */
function calendar(plan, url, made) {
  const about = gettext("Answer what is due: {address}", { address: url });
  const days = plan.map(({ day, count }) => ({
    day,
    title: count
      ? ngettext("Review: {n} thing is due", "Review: {n} things are due", count)
      : gettext("Review what is due"),
    about,
  }));
  return asCalendar(days, { id: "reviews", url, made });
}

if (!customElements.get("unruffled-plan")) {
  customElements.define("unruffled-plan", UnruffledPlan);
}
