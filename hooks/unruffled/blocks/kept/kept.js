// <unruffled-kept>: how much of the site this browser keeps, what it could not, and a button for the
// rest. Without this script its text stands alone.

import { LOCALE, inDigits } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { cause, link } from "../../browser/site/refused.js";
import { element } from "../../browser/dom/make.js";

const root = new URL("../../../../", import.meta.url).href;

/** @param {number} bytes @returns {string} "1.2 MB", "340 kB" */
const size = (bytes) => {
  const [number, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  const maximumFractionDigits = unit === "kB" ? 0 : 1;
  return `${number.toLocaleString(LOCALE, { maximumFractionDigits })} ${unit}`;
};
/** @param {number} number */
const files = (number) => `${inDigits(number)} ${number === 1 ? "file" : "files"}`;
/** @param {Amounts[]} all @param {"kept" | "missing"} which @returns {Amount} */
const total = (all, which) =>
  all.reduce(
    (sum, { [which]: each }) => ({ files: sum.files + each.files, bytes: sum.bytes + each.bytes }),
    {
      files: 0,
      bytes: 0,
    },
  );

/**
 * Ask the worker something and wait for what it says.
 *
 * @param {ServiceWorker} worker
 * @param {string} order
 * @returns {Promise<any>}
 */
const ask = (worker, order) =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(order, [port2]);
  });

/** @typedef {{files: number, bytes: number}} Amount */
/** @typedef {{kept: Amount, missing: Amount}} Amounts of one group of files */

class UnruffledKept extends HTMLElement {
  /** @type {AbortController} */
  #abort;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    const show = () =>
      this.show().catch(() => this.#say(["This browser keeps nothing of this site."]));
    const workers = navigator.serviceWorker;
    this.querySelector("button").addEventListener("click", () => this.#all(), { signal });
    workers?.addEventListener("controllerchange", show, { signal });
    workers?.addEventListener("message", show, { signal });
    show();
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  /** @param {(string | (string | Node)[])[]} lines */
  #say(lines) {
    const list = this.querySelector(".kept-now");
    list.replaceChildren(...lines.map((line) => element("li", {}, ...[line].flat())));
  }

  /** Keep what is missing, although the reader asks for less data. */
  async #all() {
    const button = this.querySelector("button");
    const said = this.querySelector(".kept-said");
    announce(said, "Fetching …");
    button.disabled = true;
    const { active } = /** @type {ServiceWorkerRegistration} */ (
      await navigator.serviceWorker.getRegistration(root)
    );
    if (active) await ask(active, "whole");
    button.disabled = false;
    const left = await this.show();
    announce(said, left ? `${files(left)} could not be kept.` : "Everything is kept.");
  }

  /** @returns {Promise<number>} how many files are missing, besides those kept when they are opened */
  async show() {
    const { active } = (await navigator.serviceWorker.getRegistration(root)) ?? {};
    const notes = `unruffled notes ${root}`;
    const refusals = await (
      await caches.match(`${root}?note=refusals`, { cacheName: notes })
    )?.json();
    const refused = Object.entries(
      /** @type {Record<string, import("../../browser/site/refused.js").Refused>} */ (
        refusals ?? {}
      ),
    ).map(([path, each]) => [link(path, root), `: ${cause(each)}`]);
    if (!active) {
      this.#say(["This browser keeps nothing of this site yet.", ...refused]);
      return 0;
    }
    const { opened, ...others } = await ask(active, "standing");
    const kept = total([opened, ...Object.values(others)], "kept");
    const missing = total(Object.values(others), "missing");
    const trainers = opened.kept.files + opened.missing.files;
    this.#say([
      `This browser keeps ${files(kept.files)} of this site, ${size(kept.bytes)}.`,
      missing.files
        ? `Not kept: ${files(missing.files)}, ${size(missing.bytes)}.`
        : "That is all that readers need: it works without a network.",
      ...(trainers
        ? [
            `Of the ${trainers} pages for trainers, ${opened.kept.files} are kept: those that were opened here.`,
          ]
        : []),
      ...refused,
    ]);
    const button = this.querySelector("button");
    /** @type {HTMLElement} */ (button.parentElement).hidden = !missing.files;
    button.textContent = `Keep everything (${size(missing.bytes)})`;
    return missing.files;
  }
}

customElements.define("unruffled-kept", UnruffledKept);
