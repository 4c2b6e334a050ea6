"""The page that says what the figures of a voice can tell, and how they were checked."""

from __future__ import annotations

from ...model.library import Library
from ...text.escaping import as_markdown, as_yaml
from ...words import Words
from ..made import VOICE_ABOUT


def about_page(library: Library) -> str:
    """Return the Markdown of the page."""
    words = library.words
    gettext = words.gettext
    about = gettext(
        "Loudness, pauses, pace and pitch: what they tell, what they do not, how they were checked."
    )
    return f"""---
title: {as_yaml(library.title_of(VOICE_ABOUT))}
description: {as_yaml(about)}
---

# {as_markdown(library.heading_of(VOICE_ABOUT))}

{_promise(words)}

## {gettext("What each can tell")}

{_each(words)}

## {gettext("What none of them can tell")}

{_limits(words)}

## {gettext("How they were checked")}

{_checked(words)}

## {gettext("What your device may change")}

{_device(words)}
"""


def _promise(words: Words) -> str:
    gettext = words.gettext
    return gettext(
        "The sound stays in the memory of the page. It is not sent, and it is not stored. When "
        "you leave the page or close the tab, it is gone. Only one thing is kept, in your own "
        "record in this browser: the judgement that you give yourself. A recording becomes a file"
        " only if you press “Save as a file”. There is no speech recognition, because browsers "
        "send the sound away for it. Read aloud is only by voices that your device has itself."
    )


def _each(words: Words) -> str:
    gettext = words.gettext
    rows = (
        (
            gettext("Loudness"),
            gettext("How strong the sound was where you spoke, without the pauses."),
            gettext(
                "Louder or softer than your own warm-up, on the same device, at the same distance."
            ),
        ),
        (
            gettext("Pauses"),
            gettext("Where it was quiet for a quarter of a second or longer between your words."),
            gettext("Where a listener had time. Not why you stopped."),
        ),
        (
            gettext("Pace"),
            gettext("The words of the line, by the time from the first to the last."),
            gettext(
                "Faster or slower than your warm-up. With a line of few words, one pause changes "
                "it much."
            ),
        ),
        (
            gettext("The end"),
            gettext(
                "Whether the pitch moves in the last part that has one: two semitones or more are"
                " a fall or a rise."
            ),
            gettext("How it ended. In many accents a plain sentence rises, and a question falls."),
        ),
    )
    named = f"| | {gettext('What is measured')} | {gettext('What it can tell')} |"
    head = f"{named}\n| --- | --- | --- |\n"
    return head + "\n".join(f"| **{name}** | {what} | {tells} |" for name, what, tells in rows)


def _limits(words: Words) -> str:
    gettext = words.gettext
    return "\n".join(
        f"- {each}"
        for each in (
            gettext(
                "Whether you were calm, kind, honest or sure. Two people can say a line in the "
                "same way and mean different things."
            ),
            gettext(
                "Whether your voice is good. An accent, a stammer, a high, soft or hoarse voice "
                "are no faults. No figure here is a mark."
            ),
            gettext(
                "Anything about somebody else. Figures of two people, two devices or two rooms "
                "cannot be compared."
            ),
            gettext(
                "How a customer will take it. That depends on them, on the words, and on what you"
                " do next."
            ),
        )
    )


def _checked(words: Words) -> str:
    gettext = words.gettext
    return (
        gettext(
            "Forty recordings were made by a speech synthesiser (espeak-ng): three voices, four "
            "paces, pauses from 0.35 to 1.2 seconds, four loudnesses, with and without noise. A "
            "browser (Chromium) took them as if they came from a microphone. Praat, a program "
            "that phoneticians use, was asked about the same sound. No person and no real "
            "microphone took part: a real voice in a real room is harder."
        )
        + "\n\n"
        + _table(words)
    )


def _table(words: Words) -> str:
    gettext = words.gettext
    rows = (
        (
            gettext("Pauses, each within 60 thousandths of a second"),
            gettext("72 of 72, and none too many"),
        ),
        (gettext("Time from the first word to the last, and so the pace"), gettext("within 1 %")),
        (gettext("Loudness"), gettext("within 0.1 decibels")),
        (
            gettext("How it ends, where the pitch moves by three semitones or more"),
            gettext("19 of 20 right, 1 unclear, none wrong"),
        ),
    )
    head = f"| {gettext('Beside Praat')} | {gettext('Found')} |\n| --- | --- |\n"
    return head + "\n".join(f"| {name} | {found} |" for name, found in rows)


def _device(words: Words) -> str:
    gettext = words.gettext
    return "\n\n".join(
        (
            gettext(
                "Many devices and headsets make loud and quiet alike (*gain control*), or take "
                "away what they hold to be noise (*noise suppression*). Then half as loud may "
                "look like as loud, and a soft ending may be cut off. The page asks the browser "
                "to leave both out."
            ),
            gettext(
                "Not every browser can, and not every one says so: Mozilla's [reference for web "
                "pages]({mdn}) notes that the setting is missing in some that are widely used. "
                "Headsets and systems may do it by themselves, unseen by any page. Where the "
                "browser says that it is on, loudness is not compared; where it says nothing, you"
                " are told.",
                mdn="https://developer.mozilla.org/docs/Web/API/MediaTrackSettings/autoGainControl",
            ),
            gettext(
                "You can test it: say a line once, then once from twice as far away. If both are "
                "as loud, your device evens it out. Pauses, pace and the end can be trusted all "
                "the same."
            ),
        )
    )
