// <unruffled-scenario>: a conversation that answers back. Without this script it is a book of
// passages with links; with it, the passages are played one after the other.
//
// Markup it reads: a JSON script with the graph; sections with the ids node.<id>, reply.<id>.<number>
// and ending.<id>. Dispatches "unruffled-answer" (bubbles) when an ending is reached; `detail` is the
// attempt.

import { Game, WAIT } from "../core/scenario.js";
import { button, element } from "./make.js";

const PATIENCE = 30;

class UnruffledScenario extends HTMLElement {
  #timer;

  connectedCallback() {
    this.talk ??= this.#make();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #make() {
    this.game = new Game(JSON.parse(this.querySelector("script").textContent));
    this.book = this.querySelector(".scene-book");
    this.name = this.querySelector(".scene-name").textContent;
    this.meters = [...this.querySelectorAll(".scene-state dd")];
    this.state = this.querySelector(".scene-state");
    const talk = element("ol", { className: "scene-talk", role: "log", ariaLabel: "The conversation" });
    this.choices = element("div", { className: "scene-choices" });
    this.told = element("p", { role: "status", className: "scene-told" });
    this.back = button("Take the last reply back", () => this.#undo());
    this.live = element("input", { type: "checkbox", onchange: () => this.#wait() });
    const live = element("label", {}, this.live, ` Live: they wait ${PATIENCE} seconds, then lose patience`);
    const tools = element("div", { className: "scene-tools" }, this.back, button("Start over", () => this.#begin()), live);
    this.state.after(talk, this.choices, this.told, tools);
    this.book.hidden = true;
    this.state.hidden = false;
    this.talk = talk;
    this.undone = 0;
    this.#begin([], false);
    this.#resume();
    return talk;
  }

  /** Go on where this browser was left, if that is the same conversation still. */
  async #resume() {
    this.store = await import("../core/store.js").catch(() => {});
    const { rev, route } = (await this.store?.draft(this.dataset.ref)) ?? {};
    if (rev !== this.dataset.rev || !Array.isArray(route) || this.route.length) return;
    try {
      if (this.game.states(route).at(-1).at in this.game.nodes) this.#begin(route, false);
    } catch {
      // Not a route of this conversation.
    }
  }

  text(id) {
    return this.querySelector(`#${CSS.escape(id)}`);
  }

  copy(id, part) {
    return this.text(id).querySelector(part).cloneNode(true);
  }

  #begin(route = [], turn = true) {
    this.querySelector(".scene-debrief")?.remove();
    this.route = [];
    this.states = [this.game.start];
    this.talk.replaceChildren();
    this.#hear();
    for (const index of route) this.#take(index);
    this.#offer(turn);
  }

  again(turn) {
    this.#begin(this.route.slice(0, turn));
  }

  get now() {
    return this.states.at(-1);
  }

  #line(who, className, ...parts) {
    this.talk.append(element("li", { className }, element("b", {}, who), ...parts));
  }

  #hear() {
    const { at } = this.now;
    if (at in this.game.nodes) this.#line(this.name, "scene-them", this.copy(`node.${at}`, ".scene-customer"));
  }

  #take(index) {
    const { at } = this.now;
    this.route.push(index);
    this.states.push(this.game.after(this.now, index));
    if (index === WAIT) return this.#line("You", "scene-you", element("p", {}, "…"));
    const id = `reply.${at}.${index + 1}`;
    const summary = element("summary", {}, "What that did");
    const why = element("details", { className: "scene-why" }, summary, this.copy(id, ".scene-feedback"));
    this.#line("You", "scene-you", this.copy(id, ".scene-say"), why);
    this.#hear();
  }

  /** Show what can be said now; `turn` takes the focus there. */
  #offer(turn) {
    const { at } = this.now;
    this.#show();
    this.back.disabled = !this.route.length;
    if (at in this.game.endings) return this.#end();
    const title = element("h3", { tabIndex: -1 }, "What do you say?");
    const replies = this.game.nodes[at].map((_, index) => {
      const say = [...this.copy(`reply.${at}.${index + 1}`, ".scene-say").childNodes];
      const made = button("", () => this.say(index));
      made.append(...say);
      return element("li", {}, made);
    });
    this.choices.replaceChildren(title, element("ol", {}, ...replies));
    if (turn) title.focus();
    this.#wait();
  }

  say(index) {
    this.#take(index);
    this.#offer(true);
    this.store?.saveDraft(this.dataset.ref, this.now.at in this.game.endings ? null : { rev: this.dataset.rev, route: this.route });
  }

  #show() {
    const values = [this.now.calm, this.now.trust, this.now.resolution];
    this.meters.forEach((meter, place) => {
      const [words, bar] = meter.children;
      words.textContent = words.dataset.words.split("|")[values[place]];
      bar.value = values[place];
    });
  }

  #undo() {
    this.undone += 1;
    this.#begin(this.route.slice(0, -1));
  }

  #wait() {
    clearInterval(this.#timer);
    this.told.textContent = "";
    if (!this.live.checked || !(this.now.at in this.game.nodes)) return;
    this.#timer = setInterval(() => {
      this.#take(WAIT);
      this.#show();
      this.told.textContent = `${this.name} is still waiting, and less calm.`;
    }, PATIENCE * 1000);
  }

  async #end() {
    clearInterval(this.#timer);
    this.told.textContent = "";
    this.choices.replaceChildren();
    const { debrief } = await import("./debrief.js");
    debrief(this);
  }
}

if (!customElements.get("unruffled-scenario")) {
  customElements.define("unruffled-scenario", UnruffledScenario);
}
