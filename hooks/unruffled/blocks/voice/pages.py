"""The pages that are made of voice exercises: one a file, their list, a sheet for two."""

from __future__ import annotations

from ...keeping import fact
from ...model.base import is_id
from ...model.library import Library
from ...model.voice import Voice
from ...text.escaping import as_markdown, as_yaml
from ..made import VOICE, VOICE_ABOUT, VOICE_FOR_TWO, VOICES
from .about import about_page


def sound(library: Library) -> tuple[Voice, ...]:
    """Return the files of exercises that were read whole, in the order of their modules' menu."""
    return tuple(library.of(Voice)[name] for name in _sound(library))


@fact
def _sound(library: Library) -> tuple[str, ...]:
    order = {path: number for number, (path, _) in enumerate(library.nav)}
    found = (
        (order.get(each.module, len(order)), each.title, name)
        for name, each in library.of(Voice).items()
        if each.id == name and not library.is_partial(each)
    )
    return tuple(name for *_, name in sorted(found))


def voice_pages(library: Library) -> dict[str, str]:
    """Return the Markdown of the pages; nothing without exercises."""
    titles = {name: each.title for name, each in library.of(Voice).items() if each.id == name}
    faulty = {
        path.removeprefix("voice/").rpartition(".")[0]
        for path in library.partial
        if path.startswith("voice/")
    }
    # A live preview's writer sees there what is wrong.
    titles = {name: name for name in sorted(faulty) if is_id(name)} | titles
    if not titles:
        return {}
    path_of = library.path_of
    pages = {
        path_of(VOICE, name): _page(library, name, title or name) for name, title in titles.items()
    }
    return pages | {
        path_of(VOICES): _list(library),
        path_of(VOICE_FOR_TWO): _for_two(library),
        path_of(VOICE_ABOUT): about_page(library),
    }


def _list(library: Library) -> str:
    words = library.words
    about = words.gettext(
        "Lines to say, with what to try; you hear yourself, and nothing leaves the page."
    )
    how = words.gettext(
        "Say a line, hear it, try it another way. Beside it stands what a listener could notice: "
        "how loud, how fast, where you paused, how it ended. Nobody judges your voice, and no "
        "sound leaves this page."
    )
    return f"""---
title: {as_yaml(library.title_of(VOICES))}
description: {as_yaml(about)}
---

# {as_markdown(library.heading_of(VOICES))}

{how}

```voices
```
"""


def _for_two(library: Library) -> str:
    words = library.words
    about = words.gettext("One speaks and records, the other marks on a sheet what was heard.")
    return f"""---
title: {as_yaml(library.title_of(VOICE_FOR_TWO))}
description: {as_yaml(about)}
hide: [toc]
search: {{exclude: true}}
---

# {as_markdown(library.heading_of(VOICE_FOR_TWO))}

```voice-sheet
```
"""


def _page(library: Library, name: str, called: str) -> str:
    title = library.title_of(VOICE, called)
    about = library.words.gettext(
        "{title}: lines to say aloud, and what to listen for.", title=title
    )
    return f"""---
title: {as_yaml(title)}
description: {as_yaml(about)}
hide: [toc]
---

# {as_markdown(library.heading_of(VOICE, called))}

```voice
{name}
```
"""
