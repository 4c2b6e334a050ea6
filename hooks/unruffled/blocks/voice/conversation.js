// A conversation by voice: what the customer says is read aloud, and the reply is said before the
// choices are seen. Nothing is recognised: what was said is heard again, beside what was chosen.

import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { button, element } from "../../browser/dom/make.js";
import { Panel } from "./panel.js";
import { FAILED } from "./recorder.js";

const FIRST = gettext("Say your reply now, in your own words. Then look at the choices.");

class ByVoice {
  /** @type {Panel | undefined} What the reply is said into. */
  #panel;
  /** @type {SpeechSynthesisVoice | undefined} */
  #voice;
  /** What reads aloud: loaded when somebody wants that. @type {typeof import("./speaker.js") | undefined} */
  #speaker;

  /** @param {Scene} scene @param {HTMLElement} box @param {(line: HTMLElement) => void} addSay */
  constructor(scene, box, addSay) {
    this.scene = scene;
    this.addSay = addSay;
    this.told = element("p", { role: "status" });
    const before = this.#option(
      gettext("Say it first: the choices wait until you have spoken"),
      () => this.#offer(),
    );
    this.before = before.input;
    box.append(before.label);
    if (!("unspoken" in scene.dataset)) {
      const hear = this.#option(gettext("Hear the customer"), () => this.#listen());
      this.aloud = hear.input;
      box.append(hear.label);
    }
    box.append(this.told);
    scene.addEventListener("unruffled-turn", () => this.#turn());
    this.#markReplies();
  }

  /** @param {string} words @param {() => void} onchange */
  #option(words, onchange) {
    const input = element("input", { type: "checkbox", onchange });
    return { input, label: element("label", { className: "voice-option" }, input, " ", words) };
  }

  #turn() {
    this.#compare();
    this.#markReplies();
    this.#offer();
    if (this.#voice) this.#read();
  }

  async #listen() {
    this.#speaker ??= await import("./speaker.js").catch(() => undefined);
    this.#speaker?.beQuiet();
    this.#voice = this.aloud?.checked ? await this.#speaker?.localVoice() : undefined;
    const why = this.#speaker ? this.#speaker.NO_VOICE : FAILED;
    announce(this.told, this.aloud?.checked && !this.#voice ? why : "");
    if (this.#voice) this.#read();
  }

  #read() {
    const { talk, now } = this.scene;
    const words = talk.lastElementChild?.querySelector(".scene-customer > p")?.textContent;
    if (words && this.#voice) this.#speaker?.speak(words, this.#voice, now.calm);
  }

  /** Every reply that was given can be said once more. */
  #markReplies() {
    for (const line of this.scene.talk.querySelectorAll(".scene-say:not(:has(+ .voice-say))"))
      this.addSay(line);
  }

  /** Put what was said beside what was chosen. */
  #compare() {
    const panel = this.#panel;
    this.#panel = undefined;
    panel?.close();
    panel?.root.parentElement?.remove();
    const chosen = [...this.scene.talk.querySelectorAll(".scene-you")].at(-1);
    if (!panel?.tries.length || !chosen) return;
    panel.recorder.button.remove();
    chosen.append(element("p", {}, gettext("What you said first:")), panel.root);
  }

  /** Hide the choices until the reply was said, if that is wanted. */
  #offer() {
    const { choices } = this.scene;
    const list = choices.querySelector(":scope > ol");
    this.#panel?.close();
    this.#panel?.root.parentElement?.remove();
    this.#panel = undefined;
    list.hidden = this.before.checked;
    if (!this.before.checked || choices.hidden) return;
    const panel = new Panel({ words: 0, breaths: 0 });
    this.#panel = panel;
    const show = button(gettext("Show the choices"), () => {
      panel.recorder.stop();
      list.hidden = false;
      show.remove();
      list.querySelector("button").focus();
    });
    choices.before(
      element("div", { className: "voice-first" }, element("p", {}, FIRST), panel.root, show),
    );
  }
}

/**
 * @param {Scene} scene
 * @param {HTMLElement} box where the choices of how to play stand
 * @param {(line: HTMLElement) => void} addSay puts a button behind a line
 */
export const byVoice = (scene, box, addSay) => new ByVoice(scene, box, addSay);
