"""Questions from and for other programs: GIFT, Moodle XML and CSV out; GIFT, Aiken and CSV in."""

from .aiken import read_aiken
from .as_csv import read_csv, write_csv
from .as_quiz import as_quiz
from .gift import write_gift
from .gift_reader import read_gift
from .items import Bank, bank_of
from .moodle import write_moodle

WRITERS = {"gift": write_gift, "moodle": write_moodle, "csv": write_csv}
"""Each takes a `Bank` and returns the text of a file, and what it could not carry."""

READERS = {"gift": read_gift, "aiken": read_aiken, "csv": read_csv}
"""Each takes the text of a file, and returns the questions in it and what could not be read."""

ENDINGS = {"gift": ".gift.txt", "moodle": ".xml", "csv": ".csv"}

__all__ = ["ENDINGS", "READERS", "WRITERS", "Bank", "as_quiz", "bank_of"]
