import { shuffled } from "../core/random.js";
import { element } from "../elements/make.js";
import { dragTo } from "./shared/drag.js";

const lines = (q) => [...q.list.children];

export const response = (q) => lines(q).map((line) => line.dataset.value);

export const key = (q) => [...q.answer.querySelectorAll("li")].map((line) => line.dataset.value);

export const gap = () => null;

const longest = (runs) => runs.reduce((a, b) => (b.length > a.length ? b : a), []);

/** The longest series of items that already stand in the right order (by their values). */
function inOrder(values, keys) {
  const rank = (value) => keys.indexOf(value);
  const runs = [];
  for (const value of values) {
    const before = runs.filter((run) => rank(run.at(-1)) < rank(value));
    runs.push([...longest(before), value]);
  }
  return longest(runs);
}

/** How much of the way from nothing to all: one item always stands in order with itself. */
export function score(values, keys) {
  const known = [...new Set(values)].filter((each) => keys.includes(each));
  const right = inOrder(known, keys).length;
  const share = keys.length > 1 ? Math.max(0, right - 1) / (keys.length - 1) : right;
  return { share, note: share ? `${right} of ${keys.length} stand in order` : "" };
}

/** Give each item buttons; an item can also be dragged onto the place of another. */
export function prepare(q) {
  q.list = q.fields.querySelector("ol");
  q.told = element("p", { className: "u-hidden", role: "status" });
  q.fields.append(q.told);
  for (const line of lines(q)) {
    const text = line.textContent.trim();
    for (const [sign, words, step] of [["↑", "Move up", -1], ["↓", "Move down", 1]]) {
      const button = element("button", { type: "button", ariaLabel: `${words}: ${text}` }, sign);
      button.onclick = () => move(q, line, lines(q).indexOf(line) + step, button);
      line.append(button);
    }
    dragTo(line, lines(q), (other) => move(q, line, lines(q).indexOf(other)));
  }
}

function move(q, line, to, button) {
  const others = lines(q).filter((each) => each !== line);
  const place = Math.min(Math.max(to, 0), others.length);
  q.list.insertBefore(line, others[place] ?? null);
  button?.focus(); // moving an element takes the focus away
  q.told.textContent = `${place + 1} of ${others.length + 1}`;
  line.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Another order than the right one, even where the choices of other kinds are fixed. */
export function arrange(q) {
  const keys = key(q);
  const values = shuffled(keys, q.seed, q.id);
  restore(q, values.join() === keys.join() ? values.reverse() : values);
}

export function restore(q, values) {
  for (const value of values ?? []) {
    const line = lines(q).find((each) => each.dataset.value === value);
    if (line) q.list.append(line);
  }
}

export function show(q, values, all) {
  const sound = inOrder(values, key(q));
  for (const line of lines(q)) {
    const { value } = line.dataset;
    const good = sound.includes(value);
    const reason = [...q.answer.querySelectorAll("li")].find((each) => each.dataset.value === value);
    q.note(line, all ? reason : null, good, good ? "In order." : all ? "" : "Stands elsewhere.");
  }
}
