// Copy buttons beside what can be said, and one message for all of them.

import { called, fill, filled, onfill, use } from "../core/kept.js";
import { announce } from "./announce.js";
import { copyText } from "./clipboard.js";
import { button, element } from "./make.js";

const FORBIDDEN = "Copying is not allowed here. The words are selected: press Ctrl+C or Cmd+C.";
const SHOWN = 4000;

/** The words of a line as their author wrote them, before names were put in. */
const said = (line) => line.dataset.words ?? line.textContent;

/**
 * Put a copy button behind a line; a message of `makeCopying` around it says what became of it.
 *
 * @param {HTMLElement} line with an id; with `data-id`, it is noted as used
 */
export function addCopy(line) {
  const copy = button("Copy");
  copy.className = "phrase-copy";
  copy.id = `${line.id}.copy`;
  copy.setAttribute("aria-labelledby", `${copy.id} ${line.id}`);
  line.after(copy);
  return copy;
}

/**
 * Let the copy buttons in `host` copy their lines, with the names of the call put in.
 *
 * @param {HTMLElement} host gets the message at its end
 * @returns {{listen: (signal: AbortSignal) => void, copy: (line: HTMLElement) => Promise<void>}}
 */
export function makeCopying(host) {
  const message = element("p", { className: "phrase-message", role: "status" });
  host.append(message);
  let timer;

  function tell(words) {
    clearTimeout(timer);
    for (const copy of host.querySelectorAll(".phrase-copy")) copy.textContent = "Copy";
    announce(message, words);
  }

  async function copy(line) {
    line.dataset.words = said(line); // what is shown may change, if it has to be copied by hand
    const { text, missing } = fill(line.dataset.words, filled());
    const copied = await copyText(text, line);
    if (!copied) return tell(FORBIDDEN);
    const gaps = missing.length ? ` Fill in by hand: ${missing.map(called).join(", ")}.` : "";
    tell(`Copied: ${text}${gaps}`);
    const pressed = document.getElementById(`${line.id}.copy`);
    if (pressed) pressed.textContent = "Copied";
    if (line.dataset.id) use(line.dataset.id);
    timer = setTimeout(tell, SHOWN, "");
  }

  const onClick = ({ target }) => {
    const pressed = target.closest(".phrase-copy");
    if (pressed) copy(document.getElementById(pressed.id.replace(/\.copy$/, "")));
  };

  return {
    copy,
    listen(signal) {
      host.addEventListener("click", onClick, { signal });
      onfill(() => showNames(host), signal);
      showNames(host);
    },
  };
}

/** Words with their placeholders apart, as the server writes them: no page translator touches these. */
const spoken = (words) =>
  words.split(/(\{[^{}]+\})/).map((part, index) => {
    if (index % 2 === 0) return part;
    const gap = element("span", { className: "gap", translate: false }, part);
    gap.dataset.gap = part.slice(1, -1);
    return gap;
  });

/** Show the names of the call in the lines of `host`. */
export function showNames(host) {
  const names = filled();
  for (const line of host.querySelectorAll(".say")) {
    const words = said(line);
    if (!words.includes("{")) continue;
    line.dataset.words ??= words;
    // Copied by hand, it has lost them; so has what a tool has put its own marks into.
    if (!line.querySelector("[data-gap]")) line.replaceChildren(...spoken(words));
    for (const gap of line.querySelectorAll("[data-gap]")) {
      gap.textContent = names[gap.dataset.gap]?.trim() || `{${gap.dataset.gap}}`;
    }
  }
}
