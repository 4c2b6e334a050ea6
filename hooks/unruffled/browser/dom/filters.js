// A form of filters: lists that narrow what is shown. The choice is in the address
// (?situation=…&moment=…), so that it can be shared.

import { gettext } from "../core/words.js";
import { filtersFrom } from "../core/address.js";
import { element } from "./make.js";

/**
 * Let a form filter: take the choice from the address, and put each new one there.
 *
 * @param {HTMLFormElement} form with a list for each filter
 * @param {() => void} onchange called after each change, not for the choice it begins with
 * @param {AbortSignal} signal ends it
 * @returns {() => [string, string][]} the filters that are set, with their values
 */
export function makeFilters(form, onchange, signal) {
  const selects = [...form.querySelectorAll("select")];
  const known = new Map(
    selects.map(({ name, options }) => [
      name,
      [...options].map(({ value }) => value).filter(Boolean),
    ]),
  );
  const { wanted, unknown } = filtersFrom(location.search, known);
  for (const select of selects) select.value = wanted.get(select.name) ?? "";
  tidy(known, wanted);
  const told = tell(form, unknown);
  const change = () => {
    told?.remove();
    const address = new URL(location.href);
    for (const { name, value } of selects) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, "", address);
    onchange();
  };
  form.addEventListener("change", change, { signal });
  form.addEventListener("submit", (event) => event.preventDefault(), { signal });
  // A reset event comes before the fields are reset.
  form.addEventListener("reset", () => setTimeout(change), { signal });
  form.hidden = false;
  return () => selects.filter(({ value }) => value).map(({ name, value }) => [name, value]);
}

/**
 * Write what was understood into the address, where a program has written it in another way.
 *
 * @param {Map<string, string[]>} known
 * @param {Map<string, string>} wanted
 */
function tidy(known, wanted) {
  const address = new URL(location.href);
  const { searchParams } = address;
  if ([...wanted].every(([name, value]) => searchParams.get(name) === value)) return;
  for (const name of [...searchParams.keys()])
    if (known.has(name) || !/^\w+$/.test(name)) searchParams.delete(name);
  for (const [name, value] of wanted) searchParams.set(name, value);
  history.replaceState(history.state, "", address);
}

/**
 * Say what an address asks for and nobody can show: else a reader takes the rest for all of it.
 *
 * @param {HTMLFormElement} form
 * @param {string[]} unknown
 */
function tell(form, unknown) {
  form.parentElement?.querySelector(".filter-unknown")?.remove();
  if (!unknown.length) return undefined;
  const asked = unknown.map((each) => `“${each.slice(0, 60)}”`).join(", ");
  const words = gettext(
    "The address also asks for {asked}. There is no such filter here: the link may be old, or changed on its way.",
    { asked },
  );
  const told = element("p", { className: "filter-unknown", role: "status" }, words);
  form.after(told);
  return told;
}
