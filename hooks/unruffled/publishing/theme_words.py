"""The words of the templates that an engine renders, and that know no functions of ours."""

from __future__ import annotations

from ..words import Words


def theme_words(words: Words) -> dict[str, str]:
    """Return the sentences of theme/ by the names that its templates have for them."""
    return _lost(words) | _calls(words) | _moved(words) | _search(words)


def _search(words: Words) -> dict[str, str]:
    return {
        "search": words.gettext("Search"),
        "all_phrases": words.gettext("All phrases"),
        "all_situations": words.gettext("All situations"),
    }


def _lost(words: Words) -> dict[str, str]:
    return {
        "lost_title": words.gettext("Page not found"),
        "lost_heading": words.gettext("This page is not here"),
        "lost_why": words.gettext(
            "The address may be old, or a letter may be missing. Nothing you did is lost."
        ),
        "lost_message": words.gettext(
            "Did you come from a message? Mail and chat programs sometimes change a link: "
            "<code>#</code> becomes <code>%23</code>, or its end is cut off. Copy all of it from "
            "the message, and put it into the address line by hand."
        ),
        "lost_search": words.gettext("Search this site"),
        "lost_asked": words.gettext("What are you looking for?"),
        "lost_find": words.gettext("Search"),
        "lost_phrases": words.gettext(
            '<a href="{address}">Find a phrase</a>, if somebody is waiting for your answer'
        ),
        "lost_home": words.gettext("Go to the home page"),
    }


def _calls(words: Words) -> dict[str, str]:
    return {
        "call_mode": words.gettext("Call mode"),
        "call_situations": words.gettext("Situations"),
        "call_phrases": words.gettext("Phrases"),
        "call_leave": words.gettext("Leave call mode"),
        "report": words.gettext("Report a fault on this page"),
    }


def _moved(words: Words) -> dict[str, str]:
    return {
        "moved": words.gettext("This handbook has moved."),
        "moved_now": words.gettext("It is now at {address}"),
        "moved_why": words.gettext(
            "Your answers are kept for this address only. Save them to a file first, and add it "
            "at the new address:"
        ),
        "moved_save": words.gettext("Save your record"),
        "moved_skip": words.gettext("Go without it"),
    }
