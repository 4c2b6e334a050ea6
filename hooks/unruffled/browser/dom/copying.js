// Copy buttons beside what can be said, and one message for all of them.

import { gettext } from "../core/words.js";
import { bracketed, cut, fill, listed } from "../core/gaps.js";
import { onfill, use, valuesOf } from "../core/kept.js";
import { announce } from "./announce.js";
import { copyText } from "./clipboard.js";
import { showFields } from "./gaps.js";
import { button, element } from "./make.js";

const FORBIDDEN = gettext(
  "Copying is not allowed here. The words are selected: press Ctrl+C or Cmd+C.",
);
/** How long the message stays, in milliseconds; longer where it names what is to be filled in. */
const [SHOWN, NAMED] = [4000, 12_000];

/**
 * The words of a line as their author wrote them, before anything was put into their gaps.
 *
 * @param {HTMLElement} line
 * @returns {string}
 */
const said = (line) => (line.dataset.words ??= line.textContent);

/**
 * Put a copy button behind a line; a message of `makeCopying` around it says what became of it.
 *
 * @param {HTMLElement} line with an id; with `data-id`, it is noted as used
 */
export function addCopy(line) {
  const copy = button(gettext("Copy"));
  copy.className = "phrase-copy";
  copy.id = `${line.id}.copy`;
  copy.setAttribute("aria-labelledby", `${copy.id} ${line.id}`);
  line.after(copy);
  return copy;
}

/**
 * Let the copy buttons in `host` copy their lines, with all that is filled in. An open gap is a blank,
 * and is named.
 *
 * A line with `data-called` is called so in the message; one with `data-field` is selected in the
 * element of that id, where the browser forbids copying.
 *
 * @param {HTMLElement} host gets the message at its end
 * @returns {{listen: (signal: AbortSignal) => void, copy: (line: HTMLElement) => Promise<void>}}
 */
export function makeCopying(host) {
  const message = element("p", { className: "phrase-message", role: "status" });
  host.append(message);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {string} words */
  function tell(words) {
    clearTimeout(timer);
    for (const copy of host.querySelectorAll(".phrase-copy")) copy.textContent = gettext("Copy");
    announce(message, words);
  }

  /** @param {HTMLElement} line */
  async function copy(line) {
    // What is shown may change, if it has to be copied by hand.
    const { text, missing } = fill(said(line), valuesOf(line));
    const { called, field } = line.dataset;
    const copied = await copyText(text, document.getElementById(field ?? "") ?? line);
    if (!copied) return tell(FORBIDDEN);
    const what = called ?? text;
    const left = missing.length > 0;
    tell(
      left
        ? gettext("Copied: {text} Still to fill in: {gaps}.", { text: what, gaps: listed(missing) })
        : gettext("Copied: {text}", { text: what }),
    );
    const pressed = document.getElementById(`${line.id}.copy`);
    if (pressed) pressed.textContent = gettext("Copied");
    if (line.dataset.id) use(line.dataset.id);
    timer = setTimeout(tell, left ? NAMED : SHOWN, "");
  }

  /** @param {Aimed} event */
  const onClick = ({ target }) => {
    const pressed = target.closest(".phrase-copy");
    const line = pressed && document.getElementById(pressed.id.replace(/\.copy$/, ""));
    if (line) copy(line);
  };

  return {
    copy,
    /** @param {AbortSignal} signal */
    listen(signal) {
      host.addEventListener("click", onClick, { signal });
      onfill(() => showFilled(host), signal);
      showFilled(host);
    },
  };
}

/** Words with their gaps apart, as the server writes them. @param {string} words */
const spoken = (words) =>
  cut(words).map((part, index) => {
    if (index % 2 === 0) return part;
    const gap = element("span", { className: "gap" });
    gap.dataset.gap = part.slice(1, -1);
    return gap;
  });

/**
 * Show in the lines and fields of `host` what is filled in; an open gap shows its label.
 *
 * @param {HTMLElement} host
 */
export function showFilled(host) {
  for (const line of host.querySelectorAll(".say")) {
    if (!said(line).includes("{")) continue;
    // Copied by hand, it has lost them; so has what a tool has put its own marks into.
    if (!line.dataset.field && !line.querySelector("[data-gap]"))
      line.replaceChildren(...spoken(said(line)));
    const values = valuesOf(line);
    for (const gap of line.querySelectorAll("[data-gap]")) {
      const name = gap.dataset.gap ?? "";
      const value = values[name]?.trim();
      const words = value || bracketed(name);
      // What is open may be translated with the page; a name may not.
      gap.translate = !value;
      gap.classList.toggle("gap--filled", Boolean(value));
      if (gap.textContent !== words) gap.textContent = words;
    }
  }
  showFields(host);
}
