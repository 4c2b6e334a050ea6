"""The generator: reads content into a Library, checks it, renders it and publishes it.

Data runs one way: ``loading`` → ``Library`` → ``checks``, ``blocks``, ``formats`` → ``publishing``.
Only ``publishing/mkdocs.py`` and ``mkdocs_settings.py`` know MkDocs.
"""

__version__ = "0.1.0"
