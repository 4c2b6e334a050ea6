// A form of filters: lists that narrow what is shown. The choice is in the address
// (?situation=…&moment=…), so that it can be shared.

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
  const begun = new URLSearchParams(location.search);
  for (const select of selects) {
    const value = begun.get(select.name) ?? "";
    const known = [...select.options].some((option) => option.value === value);
    select.value = known ? value : "";
  }
  const change = () => {
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
