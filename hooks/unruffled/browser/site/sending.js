// While a session is open: takes over what is answered, sends it, and says on each page where it goes.

import { isOver } from "../core/launch.js";
import { launched, setLaunched } from "../core/launched.js";
import { isAtRisk, send, waiting } from "../core/outbox.js";
import { troubleWords, waitingWords } from "../core/outbox-words.js";
import { onchange } from "../core/store.js";
import { leave, takeOver } from "../core/taking-over.js";
import { gettext } from "../core/words.js";
import { keepSaid } from "../dom/announce.js";
import { element } from "../dom/make.js";

/** How long until the next try where a store does not answer, in milliseconds: each time twice as long. */
const [SOON, SELDOM] = [15_000, 300_000];

/** @typedef {import("../core/launch.js").Launch} Launch */

/** Begin, where this tab has a session that is not over. */
export function start() {
  const launch = launched();
  if (!launch) return;
  const line = element("div", { className: "offline", role: "status" });
  document.body.append(line);
  if (isOver(launch.until, Date.now())) {
    setLaunched(undefined);
    keepSaid(
      line,
      gettext(
        "By the clock of this device, your link is over. Answers are not sent any more; they stay here.",
      ),
    );
    return;
  }
  const work = sender(launch, line);
  onchange(() => work());
  addEventListener("online", () => work());
  addEventListener("pagehide", () => leave(launch));
  work();
}

/**
 * @param {Launch} launch
 * @param {HTMLElement} line where it is said
 * @returns {() => void} what takes over and sends, one call after the other
 */
function sender(launch, line) {
  let turn = Promise.resolve();
  let wait = SOON;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const once = async () => {
    clearTimeout(timer);
    if (!launched()) return line.remove(); // it was ended on this page
    await takeOver(launch);
    const { left, trouble } = await send(launch);
    keepSaid(line, said(launch, left, trouble));
    if (trouble === "silent" || trouble === "fault") {
      timer = setTimeout(work, wait);
      wait = Math.min(wait * 2, SELDOM);
    } else wait = SOON;
  };
  const work = () => {
    turn = turn.then(once).catch(() => {
      keepSaid(line, said(launch, waiting(launch).length, "silent"));
    });
  };
  return work;
}

/**
 * @param {Launch} launch
 * @param {number} left
 * @param {import("../core/outbox.js").Trouble} [trouble]
 */
const said = ({ store }, left, trouble) =>
  [
    trouble
      ? troubleWords(trouble, store)
      : gettext("What you answer is reported to {store}.", { store }),
    ...waitingWords(left, isAtRisk()),
  ].join(" ");
