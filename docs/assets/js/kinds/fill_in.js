import { judge } from "../core/tolerance.js";

export const prompt = "Type an answer first, then check it.";

export function prepare(q) {
  q.field = q.fields.querySelector("input");
}

export const response = (q) => q.field.value;

export const gap = (q) => (q.field.value.trim() ? null : q.field);

export function restore(q, text) {
  q.field.value = typeof text === "string" ? text : "";
}

export function key(q) {
  const texts = (selector) => [...q.answer.querySelectorAll(selector)].map((each) => each.textContent);
  const typos = q.answer.querySelector("[data-right]").dataset.typos;
  return { accept: texts("[data-right] q"), wrong: texts("li q"), typos: typos && Number(typos) };
}

export function score(text, keys) {
  const { right, meant } = judge(String(text ?? ""), keys);
  return { share: Number(right), note: "", meant };
}

export function show(q, text) {
  const { right, wrong, meant } = judge(text, key(q));
  const chosen = q.answer.querySelectorAll("li")[wrong] ?? q.answer.querySelector("[data-other]");
  const reason = right ? q.answer.querySelector("[data-right] span") : chosen;
  const words = right ? `Right.${meant ? ` It is spelt “${meant}”.` : ""}` : "Not this one.";
  q.note(q.field.closest("p").parentNode, reason, right, words, q.field);
}
