"""Stores of learning records (LRS, Experience API): where answers of learners may go."""

from __future__ import annotations

from urllib.parse import urlsplit

from pydantic import Field

from .badges import Home
from .base import Model, Text


class RecordStore(Model):
    """A store of the organisation. Only launch links that lead to one of these are followed."""

    name: Text = Field(max_length=80, description="As learners know it: Records of the academy.")
    endpoint: Home = Field(
        description="The address of its xAPI, without `statements`: https://lrs.example.org/xapi/."
    )

    @property
    def address(self) -> str:
        """The endpoint, with a slash at its end."""
        return f"{self.endpoint.rstrip('/')}/"

    @property
    def web_origin(self) -> str:
        """What a policy allows: the scheme and the host."""
        address = urlsplit(self.endpoint)
        return f"{address.scheme}://{address.netloc}"
