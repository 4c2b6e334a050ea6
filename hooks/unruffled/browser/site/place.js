// A link to a phrase, a card or a question names a place on a page. Where the page has no such place,
// what a program made of the name is put right, or the reader is told. Without that it loads nothing.

const look = () => {
  const name = location.hash.slice(1);
  document.querySelector(".lost-place")?.remove();
  if (name && !document.getElementById(name)) import("./lost-place.js").then(({ find }) => find());
};

addEventListener("hashchange", look);
// Some places are made by scripts.
if (document.readyState === "complete") look();
else addEventListener("load", look, { once: true });
