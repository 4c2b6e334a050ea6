"""Questions for other programs: GIFT, Moodle XML, QTI 2.1, CSV. And from them: GIFT, Aiken, CSV."""

from collections.abc import Callable

from .aiken import read_aiken
from .as_csv import write_csv
from .as_quiz import as_quiz
from .csv_reader import read_csv
from .gift import write_gift
from .gift_reader import read_gift
from .items import Bank, Item, Note, bank_of
from .moodle import write_moodle
from .qti import write_qti

WRITERS: dict[str, Callable[[Bank], tuple[str | bytes, list[Note]]]] = {
    "gift": write_gift,
    "moodle": write_moodle,
    "qti": write_qti,
    "csv": write_csv,
}
"""Each takes a `Bank` and returns the text of a file, or its bytes, and what it could not carry."""

READERS: dict[str, Callable[[str], tuple[list[Item], list[Note]]]] = {
    "gift": read_gift,
    "aiken": read_aiken,
    "csv": read_csv,
}
"""Each takes the text of a file, and returns the questions in it and what could not be read."""

ENDINGS = {"gift": ".gift.txt", "moodle": ".xml", "qti": ".qti.zip", "csv": ".csv"}

__all__ = ["ENDINGS", "READERS", "WRITERS", "Bank", "as_quiz", "bank_of"]
