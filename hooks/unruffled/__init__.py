"""The core of Unruffled: reads content into a Library, checks it and renders it.

Data runs one way: ``loading`` → ``Library`` → ``checks``, ``render``, ``cli``.
Nothing in this package imports MkDocs; ``hooks/site.py`` is the only file that does.
"""

__version__ = "0.1.0"
