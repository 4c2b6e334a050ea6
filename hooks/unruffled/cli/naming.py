"""Which quizzes a command means."""

from __future__ import annotations

from collections.abc import Mapping

import click

from ..model.library import Library
from ..model.quiz import Quiz
from ..problems import nearest


def quizzes_named(
    library: Library, names: tuple[str, ...], known: Mapping[str, Quiz], what: str = ""
) -> list[Quiz]:
    """Return the quizzes ``names`` of those that are ``known``, or all of them.

    ``what`` says what a known quiz has: it ends the sentence `no quiz "x"…`. Raises
    ClickException for one that is not there, or has faults.
    """
    for name in names:
        if library.file_of("quizzes", name) in library.partial:
            raise click.ClickException(
                f"quizzes/{name}.yml has faults; mend them first: `unruffled check`"
            )
        if name not in known:
            raise click.ClickException(f'no quiz "{name}"{what}: {nearest(name, known)}')
    wanted = names or sorted(known)
    return [known[name] for name in wanted if not library.is_partial(known[name])]
