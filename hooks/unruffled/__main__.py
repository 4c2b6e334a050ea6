"""`python -m unruffled` is the same as the command `unruffled`."""

from .cli import main

main()
