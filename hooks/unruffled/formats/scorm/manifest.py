"""`imsmanifest.xml`: what a learning platform reads of a package (SCORM 1.2, content aggregation
model 2.3)."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from ...text.xml import document

MANIFEST = "imsmanifest.xml"
SPACES = {
    "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
}


def manifest(name: str, title: str, files: Iterable[str], *, mastery: int | None) -> str:
    """Return the manifest of a package whose first page is `index.html`.

    ``mastery`` is the per cent that the platform itself takes for a pass; None where the quiz alone
    says what is one.
    """
    root = ET.Element("manifest", SPACES | {"identifier": f"MANIFEST-{name}", "version": "1.0"})
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = "ADL SCORM"
    ET.SubElement(metadata, "schemaversion").text = "1.2"
    organizations = ET.SubElement(root, "organizations", default=f"ORG-{name}")
    organization = ET.SubElement(organizations, "organization", identifier=f"ORG-{name}")
    ET.SubElement(organization, "title").text = title
    item = ET.SubElement(
        organization, "item", identifier=f"ITEM-{name}", identifierref=f"RES-{name}"
    )
    ET.SubElement(item, "title").text = title
    if mastery is not None:
        ET.SubElement(item, "adlcp:masteryscore").text = str(mastery)
    kind = {"type": "webcontent", "adlcp:scormtype": "sco", "href": "index.html"}
    resources = ET.SubElement(root, "resources")
    resource = ET.SubElement(resources, "resource", {"identifier": f"RES-{name}"} | kind)
    for path in files:
        ET.SubElement(resource, "file", href=path)
    ET.indent(root, " ")
    return document(root)
