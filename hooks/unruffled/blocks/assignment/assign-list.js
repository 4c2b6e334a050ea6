// The trainer's own links: kept in this browser, each to be copied, or opened to be changed.

import { decode, idOf } from "../../browser/core/assignment.js";
import { longDayOf } from "../../browser/core/dates.js";
import { keep, kept } from "../../browser/core/trainer-store.js";
import { gettext } from "../../browser/core/words.js";
import { button, element } from "../../browser/dom/make.js";

const NAME = "assignments";
/** More than anybody gives; a list without end would be read by nobody. */
const MOST = 200;

/** @typedef {{text: string, made: number}} Link `text` as an address carries it */

/** @returns {Promise<Link[]>} the newest first */
export const links = async () => {
  const found = await kept(NAME);
  return Array.isArray(found) ? found.filter(({ text }) => decode(text).assignment) : [];
};

/**
 * Put a link at the head of the list, once.
 *
 * @param {string} text
 * @returns {Promise<boolean>} whether this browser keeps it
 */
export async function keepLink(text) {
  const others = (await links()).filter((each) => each.text !== text);
  return keep(NAME, [{ text, made: Date.now() }, ...others].slice(0, MOST));
}

/** @param {string} text */
const forget = async (text) =>
  keep(
    NAME,
    (await links()).filter((each) => each.text !== text),
  );

/**
 * @param {Link[]} all
 * @param {{open: (text: string) => void, copy: (text: string) => void, changed: () => void}} acts
 * @returns {HTMLElement[]}
 */
export const lines = (all, { open, copy, changed }) =>
  all.map(({ text }) => {
    const { title, due, mode } = /** @type {Assignment} */ (decode(text).assignment);
    const about = [
      mode === "test" ? gettext("test") : gettext("practice"),
      due && gettext("due on {day}", { day: longDayOf(due) }),
      gettext("mark {id}", { id: idOf(text) }),
    ];
    /** @param {string} words @param {() => void} does */
    const act = (words, does) => {
      const made = button(words, does);
      made.ariaLabel = `${words}: ${title}`;
      return made;
    };
    return element(
      "li",
      {},
      element("b", {}, title),
      ` ${about.filter(Boolean).join(", ")} `,
      element(
        "span",
        { className: "assign-buttons" },
        act(gettext("Open to change"), () => open(text)),
        act(gettext("Copy"), () => copy(text)),
        act(gettext("Take off the list"), async () => {
          await forget(text);
          changed();
        }),
      ),
    );
  });
