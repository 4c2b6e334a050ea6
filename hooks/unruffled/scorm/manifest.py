"""`imsmanifest.xml`: what a learning platform reads of a package (SCORM 1.2, content aggregation
model 2.3)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

MANIFEST = "imsmanifest.xml"
IMS = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"


def manifest(name: str, title: str, files: Iterable[str], *, mastery: int | None) -> str:
    """Return the manifest of a package whose first page is `index.html`.

    ``mastery`` is the per cent that the platform itself takes for a pass; None where the quiz alone
    says what is one.
    """
    for prefix, address in (("", IMS), ("adlcp", ADL)):
        ET.register_namespace(prefix, address)
    root = _make(None, "manifest", identifier=f"MANIFEST-{name}", version="1.0")
    metadata = _make(root, "metadata")
    _make(metadata, "schema").text = "ADL SCORM"
    _make(metadata, "schemaversion").text = "1.2"
    organizations = _make(root, "organizations", default=f"ORG-{name}")
    organization = _make(organizations, "organization", identifier=f"ORG-{name}")
    _make(organization, "title").text = title
    item = _make(organization, "item", identifier=f"ITEM-{name}", identifierref=f"RES-{name}")
    _make(item, "title").text = title
    if mastery is not None:
        ET.SubElement(item, f"{{{ADL}}}masteryscore").text = str(mastery)
    resource = _make(
        _make(root, "resources"),
        "resource",
        identifier=f"RES-{name}",
        type="webcontent",
        href="index.html",
        **{f"{{{ADL}}}scormtype": "sco"},
    )
    for path in files:
        _make(resource, "file", href=path)
    ET.indent(root, " ")
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _make(parent: ET.Element | None, tag: str, **attributes: str) -> ET.Element:
    name = f"{{{IMS}}}{tag}"
    if parent is None:
        return ET.Element(name, attributes)
    return ET.SubElement(parent, name, attributes)
