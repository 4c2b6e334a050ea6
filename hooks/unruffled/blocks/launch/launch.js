// <unruffled-launch>: what a launch link does. It is taken out of the address, checked, and told; the
// learner agrees once, and only then anything is sent.

import { course } from "../../browser/core/course.js";
import { readLaunch } from "../../browser/core/launch.js";
import { isSame, launched, sends, setLaunched, setSends } from "../../browser/core/launched.js";
import { forget, isAtRisk, send, waiting } from "../../browser/core/outbox.js";
import { troubleWords, waitingWords } from "../../browser/core/outbox-words.js";
import { root } from "../../browser/core/root.js";
import { able } from "../../browser/core/sealing.js";
import { begin, takeOver } from "../../browser/core/taking-over.js";
import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { element } from "../../browser/dom/make.js";

/** @typedef {import("../../browser/core/launch.js").Launch} Launch */
/** @typedef {import("../../browser/core/launch.js").Problem | "insecure" | "storage"} Problem */

/** @param {Problem} problem @param {string} [host] @returns {string} */
const told = (problem, host = "") =>
  ({
    none: gettext("This page needs the link that your organisation gave you. Nothing is sent."),
    cut: gettext("The link is not whole. Copy all of it, or ask for a new one. Nothing was sent."),
    plain: gettext("The link leads to {host} without encryption. Nothing was sent.", { host }),
    foreign: gettext(
      "The link leads to {host}, which is no store of your organisation. Nothing was sent.",
      {
        host,
      },
    ),
    over: gettext(
      "By the clock of this device, the link is over. Ask for a new one. Nothing was sent.",
    ),
    named: gettext(
      "The link tells who you are. Ask for one with a made-up name. Nothing was sent.",
    ),
    token: gettext("The link has no token that {host} could know. Nothing was sent.", { host }),
    insecure: gettext("Browsers can do this on secure pages (https) only. Nothing was sent."),
    storage: gettext("This browser forbids what is needed here: to keep something in the tab."),
  })[problem];

class UnruffledLaunch extends HTMLElement {
  /** @type {AbortController} */
  #abort;
  /** @type {HTMLElement} */
  said;
  /** @type {HTMLElement} */
  more;

  connectedCallback() {
    this.said = element("p", { role: "status" });
    this.more = element("div");
    this.replaceChildren(this.said, this.more);
    this.#abort = new AbortController();
    // A link that is opened while this page is there loads nothing anew.
    addEventListener("hashchange", () => location.hash && this.#read(), this.#abort);
    this.#read();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  #read() {
    this.more.replaceChildren();
    const link = taken();
    const { launch, problem, host } = readLaunch(
      link,
      JSON.parse(/** @type {string} */ (this.dataset.stores)),
    );
    const now = launched();
    if (problem === "none" && now) this.#standing(now);
    else if (!launch) this.#refuse(/** @type {Problem} */ (problem), host);
    else if (!able()) this.#refuse("insecure");
    else if (sends(launch)) this.#begin(launch);
    else this.#ask(launch);
  }

  /** @param {Problem} problem @param {string} [host] */
  #refuse(problem, host) {
    announce(this.said, told(problem, host));
  }

  /** @param {Launch} launch */
  #ask(launch) {
    const { store, endpoint, account } = launch;
    const { host } = new URL(endpoint);
    announce(
      this.said,
      gettext("Your organisation asks for your answers. Nothing is sent before you agree."),
    );
    /** @param {string} name @param {string} words */
    const row = (name, words) => [element("dt", {}, name), element("dd", {}, words)];
    this.more.replaceChildren(
      element(
        "dl",
        {},
        ...row(gettext("To"), `${store} (${host})`),
        ...row(gettext("As"), account.name),
        ...row(
          gettext("What"),
          gettext(
            "each answer with its time and points, and each result, while this tab is open; also those that you give in other tabs of this browser meanwhile",
          ),
        ),
        ...row(
          gettext("What not"),
          gettext("your name, your e-mail address, and what you answered before"),
        ),
      ),
      element(
        "p",
        {},
        press(gettext("Agree and begin"), () => this.#begin(launch), true),
        " ",
        press(gettext("No, send nothing"), () => this.#decline()),
      ),
    );
  }

  #decline() {
    this.more.replaceChildren();
    announce(
      this.said,
      gettext("Nothing was sent, and nothing will be. You can learn all the same."),
    );
  }

  /** @param {Launch} launch */
  async #begin(launch) {
    this.more.replaceChildren();
    const known = sends(launch);
    const now = launched();
    // The tab has its session only then: what sends in it would take over what came before.
    await (now && isSame(now, launch) ? takeOver(launch) : begin(launch));
    if (!setLaunched(launch)) {
      this.#undo(launch, known);
      return this.#refuse("storage");
    }
    announce(this.said, gettext("Asking {store} …", { store: launch.store }));
    const { trouble } = await send(launch);
    if (trouble === "token") {
      // A token that was never known begins nothing; what waited from earlier times goes on waiting.
      this.#undo(launch, known);
      announce(
        this.said,
        gettext("{store} does not know the token in this link. Ask for a new one.", {
          store: launch.store,
        }),
      );
      return;
    }
    this.#standing(launch, trouble);
  }

  /** @param {Launch} launch @param {import("../../browser/core/launched.js").Sends} [known] */
  #undo(launch, known) {
    setLaunched(undefined);
    setSends(launch, known);
    if (!known) forget(launch);
  }

  /**
   * @param {Launch} launch
   * @param {import("../../browser/core/outbox.js").Trouble} [trouble]
   */
  async #standing(launch, trouble) {
    const { store, account, assignment } = launch;
    const left = waiting(launch).length;
    announce(
      this.said,
      [
        gettext("What you answer is reported to {store}, as {name}, until you close this tab.", {
          store,
          name: account.name,
        }),
        trouble ? troubleWords(trouble, store) : "",
        ...waitingWords(left, isAtRisk()),
      ]
        .filter(Boolean)
        .join(" "),
    );
    const again = async () => this.#standing(launch, (await send(launch, { again: true })).trouble);
    this.more.replaceChildren(
      element("p", {}, await way(assignment)),
      element(
        "p",
        {},
        ...(left ? [press(gettext("Send what waits"), again), " "] : []),
        press(gettext("Send nothing more"), () => this.#stop(launch)),
      ),
    );
  }

  /** @param {Launch} launch */
  #stop(launch) {
    setLaunched(undefined);
    setSends(launch, undefined);
    forget(launch);
    this.more.replaceChildren();
    announce(
      this.said,
      gettext("Nothing more is sent to {store}. Your answers stay in this browser.", {
        store: launch.store,
      }),
    );
  }
}

/** @param {string} words @param {() => any} onclick @param {boolean} [first] whether it leads on */
const press = (words, onclick, first) =>
  element(
    "button",
    { type: "button", className: first ? "md-button md-button--primary" : "md-button", onclick },
    words,
  );

/** The link, taken out of the address before anything else can see it. */
function taken() {
  const text = location.hash.length > 1 ? location.hash.slice(1) : location.search.slice(1);
  if (!text.includes("endpoint=")) return "";
  history.replaceState(null, "", location.pathname);
  return text;
}

/** @param {string} assignment @returns {Promise<Element>} what leads on */
async function way(assignment) {
  const { opens, modules } = await course();
  const [first] = modules;
  const [address, words] =
    assignment && opens
      ? [`${opens}#a=${assignment}`, gettext("To the assignment")]
      : [first?.url ?? "", gettext("Begin")];
  const className = "md-button md-button--primary";
  return element("a", { href: new URL(address, root).href, className }, words);
}

if (!customElements.get("unruffled-launch")) {
  customElements.define("unruffled-launch", UnruffledLaunch);
}
