"""Every format the training can be had in. A new one is a function here, and its name."""

from __future__ import annotations

from collections.abc import Callable

from voorlichter.artefacts.training.cmi5 import render_cmi5
from voorlichter.artefacts.training.gift import render_gift
from voorlichter.artefacts.training.moodle_xml import render_moodle_xml
from voorlichter.artefacts.training.package import Course
from voorlichter.artefacts.training.scorm12 import render_scorm12
from voorlichter.artefacts.training.scorm2004 import render_scorm2004

Format = Callable[[Course], dict[str, bytes]]
"""From a course to the files that are handed out, by name: a package, or a file for each language."""

FORMATS: dict[str, Format] = {
    "scorm12": render_scorm12,
    "scorm2004": render_scorm2004,
    "cmi5": render_cmi5,
    "gift": render_gift,
    "moodle-xml": render_moodle_xml,
}
