// On the page for a wrong address: an address that a mail or chat program has changed leads on to
// where it was meant to. Nothing is asked of any other site.

import { gettext } from "../core/words.js";
import { addressesFrom } from "../core/address.js";
import { recognise } from "../core/assignment-link.js";
import { course, root } from "../core/course.js";
import { announce } from "../dom/announce.js";

const told = document.querySelector(".astray");
const SENT = gettext(
  "This is a link to an assignment, and a program changed it on its way. Ask your trainer to send it again.",
);

/** The address of an assignment that stands in this one; what is damaged goes along, to be explained. */
async function assignment() {
  const { text, problem } = recognise(location.href);
  if (problem === "empty") return undefined;
  const { opens } = await course();
  if (!opens) return undefined;
  const address = new URL(opens, root);
  address.hash = `a=${text || location.href.slice(root.href.length).replace(/^.*?a(?:=|%3D)/i, "")}`;
  return address.href;
}

/** The first of the addresses that this one may have been, and that is there. */
async function page() {
  for (const address of addressesFrom(location.href, root.href)) {
    if ((await fetch(address)).ok) return address;
  }
  return undefined;
}

async function lead() {
  try {
    const address = (await assignment()) ?? (await page());
    if (address) location.replace(address);
    else if (recognise(location.href).problem !== "empty") announce(told, SENT);
  } catch {
    announce(
      told,
      gettext("The page cannot be looked for now. Check your connection, then reload this page."),
    );
  }
}

lead();
