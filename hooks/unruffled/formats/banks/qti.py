"""QTI 2.1 (imsglobal.org/question/qtiv2p1): a zip of items, with a test that asks them in order.

Each item scores from 0 to 1; the test weighs it with its points. What is right is in the
declaration of a response, as its correct value and as a mapping to parts of the score.
"""

from __future__ import annotations

from dataclasses import replace

from ...text.xml import document
from ..archive import zipped
from .items import Bank, Item, Note, carried
from .qti_items import BODIES, item_xml
from .qti_xml import NAMESPACE, identifier, make

PACKAGING = "http://www.imsglobal.org/xsd/imscp_v1p1"
METADATA = "http://ltsc.ieee.org/xsd/LOM"
TEST = "test.xml"


def write_qti(bank: Bank) -> tuple[bytes, list[Note]]:
    """Return the bytes of a QTI 2.1 package, and what it does not carry."""
    items, left = carried(bank, BODIES, "QTI")
    bank, notes = replace(bank, items=tuple(items)), [*bank.notes, *left]
    notes += [Note(each.id, "its hints are left out") for each in bank.items if each.hints]
    files = {"imsmanifest.xml": _manifest(bank), TEST: _test(bank)}
    files |= {_path(item): item_xml(item) for item in bank.items}
    return zipped(files), notes


def _path(item: Item) -> str:
    return f"items/{item.id}.xml"


def _test(bank: Bank) -> str:
    name = identifier(bank.title)
    root = make(
        None, "assessmentTest", xmlns=NAMESPACE, identifier=f"test-{name}", title=bank.title
    )
    make(root, "outcomeDeclaration", identifier="SCORE", cardinality="single", baseType="float")
    part = make(
        root,
        "testPart",
        identifier="part",
        navigationMode="nonlinear",
        submissionMode="individual",
    )
    section = make(
        part, "assessmentSection", identifier="section", title=bank.title, visible="true"
    )
    if bank.draw:
        make(section, "selection", select=str(min(bank.draw, len(bank.items))))
        make(section, "ordering", shuffle="true")
    for item in bank.items:
        asked = make(section, "assessmentItemRef", identifier=identifier(item.id), href=_path(item))
        make(asked, "weight", identifier="POINTS", value=str(item.points))
    processing = make(root, "outcomeProcessing")
    total = make(processing, "setOutcomeValue", identifier="SCORE")
    scores = {"variableIdentifier": "SCORE", "weightIdentifier": "POINTS"}
    make(make(total, "sum"), "testVariables", **scores)
    return document(root)


def _manifest(bank: Bank) -> str:
    name = identifier(bank.title)
    root = make(None, "manifest", xmlns=PACKAGING, identifier=f"manifest-{name}")
    metadata = make(root, "metadata")
    make(metadata, "schema", "QTIv2.1 Package")
    make(metadata, "schemaversion", "1.0.0")
    make(root, "organizations")
    resources = make(root, "resources")
    test = make(resources, "resource", identifier="test", type="imsqti_test_xmlv2p1", href=TEST)
    make(test, "file", href=TEST)
    for item in bank.items:
        make(test, "dependency", identifierref=f"item-{item.id}")
        resource = make(
            resources,
            "resource",
            identifier=f"item-{item.id}",
            type="imsqti_item_xmlv2p1",
            href=_path(item),
        )
        general = make(make(make(resource, "metadata"), "lom", xmlns=METADATA), "general")
        for tag in item.tags:
            make(make(general, "keyword"), "string", tag, language="en")
        make(resource, "file", href=_path(item))
    return document(root)
