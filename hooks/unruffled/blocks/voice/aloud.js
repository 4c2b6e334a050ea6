// Offers to say the lines of a page aloud: of phrases, a card, a conversation. All that does it is
// loaded when somebody presses.

import { gettext } from "../../browser/core/words.js";
import { announce } from "../../browser/dom/announce.js";
import { button, element } from "../../browser/dom/make.js";

/** What the offer stands above, in each kind of host. */
const PLACE = ".phrase-table, .card-ways, .scene-tools";

/** @param {HTMLElement} host with `data-aloud`, the channels on which people speak */
function offer(host) {
  const place = host.matches(".conversation") ? host.lastElementChild : host.querySelector(PLACE);
  const told = element("span", { role: "status" });
  const press = button(gettext("Say it aloud"), () =>
    import("./practise.js").then(
      ({ practise }) => practise(host, box),
      () => {
        announce(told, gettext("It could not be loaded. Check your connection, then try again."));
      },
    ),
  );
  const box = element("div", { className: "voice-offer" }, press, " ", told);
  place?.before(box);
}

/** What a host makes itself has to be there first. @param {HTMLElement} host */
const whole = (host) =>
  host.localName.includes("-") ? customElements.whenDefined(host.localName) : Promise.resolve();

const hosts = document.querySelectorAll("[data-aloud]");
if (hosts.length)
  for (const host of [...hosts, ...document.querySelectorAll(".conversation")])
    whole(host).then(() => offer(host));
