// <unruffled-kept>: how much of the site this browser keeps, what it could not, and a button for the
// rest. Without this script its text stands alone.

import { LOCALE, gettext, ngettext, pieces } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { cause, link } from "../../browser/site/refused.js";
import { element } from "../../browser/dom/make.js";

const root = new URL("../../../../", import.meta.url).href;

/** @param {number} bytes @returns {string} "1.2 MB", "340 kB" */
const size = (bytes) => {
  const large = bytes >= 1e6;
  return new Intl.NumberFormat(LOCALE, {
    style: "unit",
    unit: large ? "megabyte" : "kilobyte",
    maximumFractionDigits: large ? 1 : 0,
  }).format(bytes / (large ? 1e6 : 1e3));
};
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
      this.show().catch(() => this.#say([gettext("This browser keeps nothing of this site.")]));
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
    announce(said, gettext("Fetching …"));
    button.disabled = true;
    const { active } = /** @type {ServiceWorkerRegistration} */ (
      await navigator.serviceWorker.getRegistration(root)
    );
    if (active) await ask(active, "whole");
    button.disabled = false;
    const left = await this.show();
    const missing = ngettext("{n} file could not be kept.", "{n} files could not be kept.", left);
    announce(said, left ? missing : gettext("Everything is kept."));
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
    ).map(([path, each]) =>
      pieces(gettext("{page}: {cause}", { cause: cause(each) }), { page: link(path, root) }),
    );
    if (!active) {
      this.#say([gettext("This browser keeps nothing of this site yet."), ...refused]);
      return 0;
    }
    const { opened, ...others } = await ask(active, "standing");
    const kept = total([opened, ...Object.values(others)], "kept");
    const missing = total(Object.values(others), "missing");
    const trainers = opened.kept.files + opened.missing.files;
    this.#say([
      ngettext(
        "This browser keeps {n} file of this site, {size}.",
        "This browser keeps {n} files of this site, {size}.",
        kept.files,
        { size: size(kept.bytes) },
      ),
      missing.files
        ? ngettext("Not kept: {n} file, {size}.", "Not kept: {n} files, {size}.", missing.files, {
            size: size(missing.bytes),
          })
        : gettext("That is all that readers need: it works without a network."),
      ...(trainers
        ? [
            ngettext(
              "Of the {n} page for trainers, {kept} are kept: those that were opened here.",
              "Of the {n} pages for trainers, {kept} are kept: those that were opened here.",
              trainers,
              { kept: opened.kept.files },
            ),
          ]
        : []),
      ...refused,
    ]);
    const button = this.querySelector("button");
    /** @type {HTMLElement} */ (button.parentElement).hidden = !missing.files;
    button.textContent = gettext("Keep everything ({size})", { size: size(missing.bytes) });
    return missing.files;
  }
}

customElements.define("unruffled-kept", UnruffledKept);
