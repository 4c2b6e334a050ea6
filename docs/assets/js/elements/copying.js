// Copy buttons beside what can be said, and one message for all of them.

import { copyText } from "../core/clipboard.js";
import { button, element } from "./make.js";

const FORBIDDEN = "Copying is not allowed here. The words are selected: press Ctrl+C or Cmd+C.";

/**
 * Put a copy button behind each line of words in `host`, and a message at its end.
 *
 * @param {HTMLElement} host
 * @param {Iterable<HTMLElement>} lines with ids; the button is named after the line
 * @returns {{listen: (signal: AbortSignal) => void}}
 */
export function makeCopying(host, lines) {
  const message = element("p", { className: "phrase-message", role: "status" });
  const buttons = new Map();
  let timer;
  for (const line of lines) {
    const copy = button("Copy", () => {});
    copy.className = "phrase-copy";
    copy.id = `${line.id}.copy`;
    copy.setAttribute("aria-labelledby", `${copy.id} ${line.id}`);
    line.after(copy);
    buttons.set(copy, line);
  }
  host.append(message);

  function tell(words) {
    clearTimeout(timer);
    for (const copy of buttons.keys()) copy.textContent = "Copy";
    message.textContent = words;
  }

  async function onClick({ target }) {
    const copy = target.closest(".phrase-copy");
    const line = buttons.get(copy);
    if (!line) return;
    const copied = await copyText(line);
    tell(copied ? `Copied: ${line.textContent}` : FORBIDDEN);
    if (!copied) return;
    copy.textContent = "Copied";
    timer = setTimeout(tell, 4000, "");
  }

  return { listen: (signal) => host.addEventListener("click", onClick, { signal }) };
}
