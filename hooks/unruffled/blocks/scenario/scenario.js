// <unruffled-scenario>: a conversation that answers back. Without this script it is a book of
// passages with links; with it, the passages are played one after the other.
//
// Markup it reads: a JSON script with the graph; sections with the ids node.<id>, reply.<id>.<number>
// and ending.<id>; data-fixed where replies are not mixed; .scene-hard, a note to read before it
// begins. Replies are counted in the author's order everywhere but on the buttons. Dispatches
// "unruffled-answer" (bubbles) when an ending is reached; `detail` is the attempt.

import { gettext, ngettext } from "../../browser/core/words.js";
import { newSeed, shuffled } from "../../browser/core/random.js";
import { Game, WAIT } from "../../browser/core/scenario.js";
import { announce } from "../../browser/dom/announce.js";
import { fold } from "../../browser/dom/fold.js";
import { button, element } from "../../browser/dom/make.js";

const PATIENCE = 30;
const FAILED = gettext(
  "The debrief could not be loaded. Check your connection, take the last reply back, and give it again.",
);

class UnruffledScenario extends HTMLElement {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;

  connectedCallback() {
    if (!this.talk) this.#make();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  #make() {
    /** @type {Game} */
    this.game = new Game(JSON.parse(this.querySelector("script").textContent));
    /** @type {HTMLElement} */
    this.book = this.querySelector(".scene-book");
    /** @type {string} */
    this.name = this.querySelector(".scene-name").textContent;
    /** @type {HTMLElement[]} */
    this.meters = [...this.querySelectorAll(".scene-state dd")];
    /** @type {HTMLElement} */
    this.state = this.querySelector(".scene-state");
    /** @type {HTMLElement} */
    this.talk = element("ol", { className: "scene-talk" });
    const log = element("div", { role: "log", ariaLabel: gettext("The conversation") }, this.talk);
    const title = element("h3", { tabIndex: -1 }, gettext("What do you say?"));
    const most = Math.max(...Object.values(this.game.nodes).map(({ length }) => length));
    /** @type {HTMLElement[]} */
    this.replies = Array.from({ length: most }, (_, index) =>
      element(
        "li",
        {},
        button("", () => this.say(this.order[index])),
      ),
    );
    const list = element("ol", {}, ...this.replies);
    /** @type {HTMLElement} */
    this.choices = element("div", { className: "scene-choices" }, title, list);
    /** @type {HTMLElement} */
    this.told = element("p", { role: "status", className: "scene-told" });
    /** @type {HTMLButtonElement} */
    this.back = button(gettext("Take the last reply back"), () =>
      this.again(this.route.length - 1),
    );
    /** @type {HTMLInputElement} */
    this.live = element("input", { type: "checkbox", onchange: () => this.#wait() });
    const words = ngettext(
      "Live: they wait {n} second, then lose patience",
      "Live: they wait {n} seconds, then lose patience",
      PATIENCE,
    );
    const live = element("label", {}, this.live, " ", words);
    const over = button(gettext("Start over"), () => this.again(0));
    /** @type {HTMLElement} */
    this.tools = element("div", { className: "scene-tools" }, this.back, over, live);
    this.state.after(log, this.choices, this.told, this.tools);
    this.book.hidden = this.choices.hidden = this.tools.hidden = true;
    /** How often a way was taken again: that is help, as a hint is. @type {number} */
    this.helped = 0;
    /** @type {Scene["store"]} */
    this.store = /** @type {Scene["store"]} */ (
      import("../../browser/core/store.js").catch(() => {})
    );
    /** @type {number[]} */
    this.route = [];
    /** @type {SceneState[]} */
    this.states = [this.game.start];
    /** Decides the order of the replies, for one conversation. @type {number} */
    this.seed = newSeed();
    /** How many lines the talk has before each turn. @type {number[]} */
    this.lines = [1];
    /** @type {HTMLElement | null} */
    this.note = this.querySelector(".scene-hard");
    if (this.note) this.#ask();
    else this.#open(false);
    this.#resume();
  }

  /** Nothing of a hard conversation is shown before the learner wants to begin. */
  #ask() {
    /** @type {HTMLElement} */ (this.note)
      .querySelector(".scene-begin")
      .replaceWith(button(gettext("Begin"), () => this.#open(true)));
  }

  /** @param {boolean} turn */
  #open(turn) {
    if (this.talk.hasChildNodes()) return;
    if (this.note) this.note.hidden = true;
    this.state.hidden = this.tools.hidden = false;
    this.#hear();
    this.#goTo([], turn);
  }

  /** Go on where this browser was left, if that is the same conversation still. */
  async #resume() {
    const { rev, route, seed } =
      (await (await this.store)?.draft(/** @type {string} */ (this.dataset.ref))) ?? {};
    // Who started over has not begun again.
    if (rev !== this.dataset.rev || !Array.isArray(route) || !route.length || this.route.length)
      return;
    try {
      const end = /** @type {SceneState} */ (this.game.states(route).at(-1));
      if (!(end.at in this.game.nodes)) return;
      if (Number.isInteger(seed)) this.seed = seed;
      this.#open(false);
      this.#goTo(route, false);
    } catch {
      // Not a route of this conversation.
    }
  }

  /** @param {string} id @returns {HTMLElement} */
  text(id) {
    return this.querySelector(`#${CSS.escape(id)}`);
  }

  /** @param {string} id @param {string} part @returns {HTMLElement} */
  copy(id, part) {
    return /** @type {HTMLElement} */ (this.text(id).querySelector(part).cloneNode(true));
  }

  /**
   * Go back to the beginning of a route, or on to its end; what is said already is not said again.
   *
   * @param {number[]} route
   * @param {boolean} turn
   */
  #goTo(route, turn = true) {
    this.querySelector(".scene-debrief")?.remove();
    const kept = Math.min(route.length, this.route.length);
    this.route.length = kept;
    this.states.length = this.lines.length = kept + 1;
    while (this.talk.childElementCount > this.lines[kept])
      /** @type {ChildNode} */ (this.talk.lastChild).remove();
    for (const index of route.slice(kept)) this.#take(index);
    this.#offer(turn);
  }

  /**
   * Go back to the state before a turn; at the first one it is a new conversation.
   *
   * @param {number} turn
   */
  again(turn) {
    this.helped = turn ? this.helped + 1 : 0;
    if (!turn) this.seed = newSeed();
    this.#goTo(this.route.slice(0, turn));
    this.#note();
  }

  /** @returns {SceneState} */
  get now() {
    return /** @type {SceneState} */ (this.states.at(-1));
  }

  /** @param {string} who @param {string} className @param {...Node} parts */
  #line(who, className, ...parts) {
    this.talk.append(element("li", { className }, element("b", {}, who), ...parts));
  }

  #hear() {
    const { at } = this.now;
    if (at in this.game.nodes)
      this.#line(this.name, "scene-them", this.copy(`node.${at}`, ".scene-customer"));
  }

  /** @param {number} index */
  #take(index) {
    const { at } = this.now;
    this.route.push(index);
    this.states.push(this.game.after(this.now, index));
    if (index === WAIT) this.#line(gettext("You"), "scene-you", element("p", {}, "…"));
    else {
      const id = `reply.${at}.${index + 1}`;
      const why = fold(
        gettext("What that did"),
        () => this.copy(id, ".scene-feedback"),
        "scene-why",
      );
      this.#line(gettext("You"), "scene-you", this.copy(id, ".scene-say"), why);
      this.#hear();
    }
    this.lines.push(this.talk.childElementCount);
  }

  /** Show what can be said now; `turn` takes the focus there. @param {boolean} turn */
  #offer(turn) {
    const { at } = this.now;
    this.#show();
    this.back.disabled = !this.route.length;
    if (at in this.game.endings) return this.#end();
    this.choices.hidden = false;
    // The buttons stay, and get other words: that is half the work for a slow phone.
    /** @type {number[]} */
    this.order = this.#mixed(at);
    this.replies.forEach((item, place) => {
      item.hidden = place >= this.order.length;
      if (item.hidden) return;
      const number = this.order[place] + 1;
      const choice = /** @type {HTMLElement} */ (item.firstChild);
      choice.dataset.reply = `${number}`;
      choice.replaceChildren(...this.copy(`reply.${at}.${number}`, ".scene-say").childNodes);
    });
    if (turn) /** @type {HTMLElement} */ (this.choices.firstChild).focus();
    this.dispatchEvent(new Event("unruffled-turn"));
    this.#wait();
  }

  /**
   * The replies of a node in the order shown: the same for as long as the conversation goes on.
   *
   * @param {string} at
   */
  #mixed(at) {
    const all = this.game.nodes[at].map((_, index) => index);
    return "fixed" in this.text(`node.${at}`).dataset ? all : shuffled(all, this.seed, at);
  }

  /** @param {number} index */
  say(index) {
    this.#take(index);
    this.#offer(true);
    // First the answer, then the note of it: behind the next frame.
    requestAnimationFrame(() => setTimeout(() => this.#note()));
  }

  /** Keep what is unfinished. A copy: the route goes on while it is written. */
  async #note() {
    const { now, game, dataset } = this;
    const left =
      now.at in game.nodes ? { rev: dataset.rev, route: [...this.route], seed: this.seed } : null;
    (await this.store)?.saveDraft(/** @type {string} */ (dataset.ref), left);
  }

  #show() {
    const values = [this.now.calm, this.now.trust, this.now.resolution];
    this.meters.forEach((meter, place) => {
      const [words, bar] = /** @type {[HTMLElement, HTMLMeterElement]} */ (
        /** @type {unknown} */ (meter.children)
      );
      words.textContent = /** @type {string} */ (words.dataset.words).split("|")[values[place]];
      bar.value = values[place];
    });
  }

  #wait() {
    clearInterval(this.#timer);
    announce(this.told, "");
    if (!this.live.checked || !(this.now.at in this.game.nodes)) return;
    this.#timer = setInterval(() => {
      this.#take(WAIT);
      this.#show();
      this.back.disabled = false;
      announce(this.told, gettext("{name} is still waiting, and less calm.", { name: this.name }));
    }, PATIENCE * 1000);
  }

  async #end() {
    clearInterval(this.#timer);
    announce(this.told, "");
    this.choices.hidden = true;
    this.dispatchEvent(new Event("unruffled-turn"));
    const loaded = await import("./debrief.js").catch(() => {});
    // Who was quicker and took the reply back is in the conversation again.
    if (!(this.now.at in this.game.endings) || this.querySelector(".scene-debrief")) return;
    if (loaded) loaded.debrief(this);
    else announce(this.told, FAILED);
  }
}

if (!customElements.get("unruffled-scenario")) {
  customElements.define("unruffled-scenario", UnruffledScenario);
}
