// <unruffled-review>: asks the questions that are due today, one at a time. Without this script it
// says so, and lists the modules.
//
// Each answer goes into the record with the mode "review". The first one counts; a wrong one may be
// mended at once.

import "./question.js";
import { course, root } from "../core/course.js";
import { inWords, progress } from "../core/progress.js";
import { load } from "../core/questions.js";
import { dueToday, endOfDay, upcoming } from "../core/schedule.js";
import { append, results, state, views } from "../core/store.js";

const AT_ONCE = 20;

class UnruffledReview extends HTMLElement {
  #abort;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.addEventListener("unruffled-answer", (event) => this.#onAnswer(event), { signal });
    this.addEventListener("click", (event) => this.#onClick(event), { signal });
    if (!this.stage) this.#begin();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  async #begin() {
    this.stage ??= make("div", "review-stage");
    this.stage.tabIndex = -1;
    try {
      this.data = await course();
      const [seen, passed] = await Promise.all([views(), results()]);
      const due = dueToday(this.data, seen, Date.now()).slice(0, AT_ONCE);
      this.run = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
      this.queue = (await load(due.map(({ key }) => key)))
        .map((question, index) => ({ question, key: due[index].key }))
        .filter(({ question }) => question);
      this.firsts = [];
      this.total = this.queue.length;
      this.replaceChildren(this.stage);
      if (this.total) await this.#next();
      else this.#nothing(seen, passed, due.length);
    } catch {
      this.replaceChildren(this.stage);
      this.#end("The questions could not be loaded", "Check your connection, then open this page again.");
    }
  }

  async #next() {
    const { key, question } = this.queue.shift();
    const [quiz] = key.split("/");
    const from = this.data.modules.find((each) => each.quiz === quiz) ?? this.data.quizzes[quiz];
    const number = this.total - this.queue.length;
    this.answered = false;
    this.question = question;
    question.dataset.mode = "practice";
    const legend = question.querySelector("legend");
    legend.firstElementChild.textContent = `Question ${number} of ${this.total}`;
    legend.tabIndex = -1;
    const where = make("p", "review-where", "From ");
    where.append(link(from));
    this.bar = make("div", "review-bar");
    this.stage.replaceChildren(where, question, this.bar);
    await question.ready;
    if (number > 1) legend.focus();
  }

  async #onAnswer({ detail }) {
    if (!this.answered) {
      this.answered = true;
      this.firsts.push(detail.share);
      this.bar.append(button(this.queue.length ? "Next question" : "Finish"));
    }
    await append([{ ...detail, mode: "review", run: this.run }]);
  }

  async #onClick({ target }) {
    if (!target.closest(".review-next")) return;
    if (target.dataset.more) await this.#begin();
    else if (this.queue.length) await this.#next();
    else await this.#finish();
    this.stage.scrollIntoView({ block: "start" });
  }

  async #finish() {
    const [seen, passed] = await Promise.all([views(), results()]);
    const right = this.firsts.filter((share) => share === 1).length;
    const kept = state() === "kept" ? "" : " This browser does not keep them: they are gone when you close this page.";
    this.#end("Review done", `${right} of ${this.total} right at the first answer.${kept}`);
    const left = dueToday(this.data, seen, Date.now()).length;
    if (left) {
      this.stage.append(make("p", "", `${left} more ${left === 1 ? "is" : "are"} due today.`));
      const more = button("Go on");
      more.dataset.more = "true";
      this.stage.append(more);
    } else this.#outlook(seen, passed);
  }

  #nothing(seen, passed, due) {
    if (due) {
      this.#end("The questions could not be loaded", "Check your connection, then open this page again.");
    } else if (seen.size) {
      this.#end("Nothing is due today", "What you got wrong comes back the next day, the rest when you are about to forget it.");
      this.#outlook(seen, passed);
    } else {
      this.#end(
        "Nothing to review yet",
        state() === "off"
          ? "This browser does not let the site keep a record, so nothing can come back here. You can still answer the questions of a module."
          : "Answer the questions of a module. What you got wrong comes back here the next day, the rest when you are about to forget it.",
      );
      this.#onwards(seen, passed);
    }
  }

  /** Say when the next questions come, and where to go on. */
  #outlook(seen, passed) {
    const now = Date.now();
    const later = upcoming(this.data, seen, now).filter(({ due }) => due > endOfDay(now));
    const tomorrow = later.filter(({ due }) => due <= endOfDay(now, 1)).length;
    const week = later.filter(({ due }) => due <= endOfDay(now, 7)).length - tomorrow;
    const soon = [tomorrow && `${tomorrow} tomorrow`, week && `${week} in the next week`].filter(Boolean);
    const first = later[0] && new Date(later[0].due).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
    const words = soon.length ? `Next: ${soon.join(", ")}.` : first && `The next one comes on ${first}.`;
    if (words) this.stage.append(make("p", "review-outlook", words));
    this.#onwards(seen, passed);
  }

  #onwards(seen, passed) {
    const { modules, quizzes } = this.data;
    const next = modules.find(({ quiz }) => quiz && progress(quizzes[quiz], seen, passed).state !== "done");
    if (!next) return;
    const line = make("p");
    const go = link(next);
    go.className = "md-button md-button--primary";
    go.prepend(seen.size ? "Go on with: " : "Begin with: ");
    line.append(go);
    this.stage.append(line);
  }

  #end(title, words) {
    const first = !this.question;
    const heading = make("h2", "", title);
    heading.tabIndex = -1;
    this.stage.replaceChildren(heading, make("p", "", words));
    if (!first) heading.focus();
  }
}

function make(name, className = "", text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

function link({ title, url }) {
  const element = make("a", "", title);
  element.href = new URL(url, root).href;
  return element;
}

function button(text) {
  const element = make("button", "quiz-button review-next", text);
  element.type = "button";
  return element;
}

if (!customElements.get("unruffled-review")) {
  customElements.define("unruffled-review", UnruffledReview);
}
