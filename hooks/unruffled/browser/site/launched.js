// Where answers are kept, on a site whose organisation has a store: nothing without a session that a
// launch link has begun in this tab.

try {
  const name = `unruffled launch ${new URL("../../../../", import.meta.url).pathname}`;
  if (sessionStorage[name]) import("./sending.js").then(({ start }) => start());
} catch {
  // Where the browser forbids it, there is no session.
}
