"""Every format there is, in the order in which they are offered."""

from __future__ import annotations

from .espanso import ESPANSO
from .freshdesk import FRESHDESK
from .front import FRONT
from .gorgias import GORGIAS
from .helpscout import HELPSCOUT
from .plain_csv import CSV
from .plain_json import JSON
from .textexpander import TEXTEXPANDER
from .zendesk import ZENDESK

FORMATS = {
    each.name: each
    for each in (
        ESPANSO,
        TEXTEXPANDER,
        CSV,
        JSON,
        ZENDESK,
        GORGIAS,
        HELPSCOUT,
        FRONT,
        FRESHDESK,
    )
}
