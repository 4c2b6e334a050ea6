import { dragTo } from "./shared/drag.js";

export * from "./shared/slots.js";

/** Give each text a list of the matches; a match can also be dragged to its text. */
export function prepare(q) {
  const bank = [...q.fields.querySelectorAll(".quiz-bank > li")];
  const reasons = [...q.answer.querySelectorAll("li")];
  q.slots = [...q.fields.querySelectorAll("[data-slot]")];
  q.slots = q.slots.map((line, index) => {
    const select = document.createElement("select");
    select.setAttribute("aria-label", `Goes with: ${line.textContent.trim()}`);
    select.add(new Option("Choose…", ""));
    bank.forEach((match, number) => {
      select.add(new Option(`${String.fromCharCode(65 + number)}. ${match.textContent}`, match.dataset.value));
    });
    line.append(select);
    const { right } = reasons[index].dataset;
    const own = [reasons[index], ...reasons.slice(q.slots.length)]; // its own, and those of no pair
    return { name: line.dataset.slot, line, fields: [select], reasons: own, right };
  });
  for (const match of bank) {
    dragTo(match, q.slots.map(({ line }) => line), (line) => {
      const select = line.querySelector("select");
      select.value = match.dataset.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
