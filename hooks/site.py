"""The generator, as a hook of MkDocs: a fresh clone builds without installing the package."""

from unruffled.publishing.mkdocs import Unruffled

_site = Unruffled()

on_startup = _site.on_startup
on_serve = _site.on_serve
on_config = _site.on_config
on_files = _site.on_files
on_nav = _site.on_nav
on_env = _site.on_env
on_page_markdown = _site.on_page_markdown
on_page_content = _site.on_page_content
on_post_build = _site.on_post_build
on_build_error = _site.on_build_error
