// The lines of a page, each with a button to say it aloud.

import { wordsIn } from "../../browser/core/voice-line.js";
import { gettext } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";
import { Panel, makeWarmUp } from "./panel.js";

const PROMISE = gettext("Your voice stays on this page: nothing is sent or stored.");

/**
 * Put a button behind a line; it opens and closes what records it.
 *
 * @param {HTMLElement} line
 * @param {Element} [behind] what the button stands behind, if not the line
 */
function addSay(line, behind = line) {
  /** @type {Panel | undefined} */
  let panel;
  const say = button(gettext("Say it"), () => {
    panel ??= new Panel({ words: wordsIn(line.textContent), breaths: 0 });
    const shown = say.ariaExpanded === "true";
    say.ariaExpanded = `${!shown}`;
    if (!shown) return say.after(panel.root);
    panel.close();
    panel.root.remove();
  });
  say.className = "voice-say";
  say.ariaExpanded = "false";
  say.ariaLabel = gettext("Say it: {words}", { words: line.textContent });
  behind.after(say);
}

/**
 * The lines of a host that are said on one of its channels; of a worked conversation, those of which a
 * note below says how they are said.
 *
 * @param {HTMLElement} host
 */
function linesOf(host) {
  if (host.matches(".conversation"))
    return /** @type {HTMLElement[]} */ ([
      ...host.querySelectorAll("dd > p:first-child:not(:last-child)"),
    ]);
  const channels = host.dataset.aloud?.split(" ") ?? [];
  return [...host.querySelectorAll(".say")].filter((line) => {
    const on = line.closest("[data-channel]")?.getAttribute("data-channel")?.split(" ");
    return !on || on.some((each) => channels.includes(each));
  });
}

/** The style is there first, so that nothing jumps. */
const styled = new Promise((ready) => {
  const link = element("link", {
    rel: "stylesheet",
    href: new URL("./voice.css", import.meta.url).href,
    onload: ready,
    onerror: ready,
  });
  document.head.append(link);
});

/**
 * Make the lines of a host ready to be said aloud.
 *
 * @param {HTMLElement} host
 * @param {HTMLElement} box with the button that asked for it; shows what becomes of the sound
 */
export async function practise(host, box) {
  await styled;
  const link = element(
    "a",
    { href: /** @type {HTMLAnchorElement} */ (document.querySelector(".aloud-about")).href },
    gettext("What the figures can tell, and what they cannot"),
  );
  const words = element("p", { tabIndex: -1 }, PROMISE, " ", link);
  box.replaceChildren(words, makeWarmUp());
  if (host.matches("unruffled-scenario"))
    (await import("./conversation.js")).byVoice(/** @type {Scene} */ (host), box, addSay);
  else {
    for (const line of linesOf(host))
      addSay(line, document.getElementById(`${line.id}.copy`) ?? line);
    const heard = [...host.querySelectorAll(".card-hears li")];
    if (heard.length && !("unspoken" in host.dataset))
      (await import("./speaker.js")).addHear(heard, box);
  }
  words.focus();
}
