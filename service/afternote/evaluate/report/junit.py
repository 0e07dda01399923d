"""A run as JUnit XML: a test suite a scorer, a test case a sample."""

import re
import xml.etree.ElementTree as ET

from afternote.evaluate.record import Run

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(run: Run) -> str:
    """Return *run* as JUnit XML. Only counted scorers fail; others are told as text.

    A sample that ended in an error is an error of every scorer; what could not be
    scored is skipped. Every failure has a message: some readers take one without for
    a pass.
    """
    root = ET.Element("testsuites", name=f"afternote eval {run.header.suite}")
    totals = {"tests": 0, "failures": 0, "errors": 0}
    for scorer in run.header.scorers:
        counts = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
        suite = ET.SubElement(root, "testsuite", name=f"{run.header.suite}.{scorer}")
        for sample in run.samples:
            score = sample.scores.get(scorer)
            if score is None and sample.error is None:
                continue
            counts["tests"] += 1
            epoch = f"#{sample.epoch}" if run.header.epochs > 1 else ""
            case = ET.SubElement(
                suite,
                "testcase",
                classname=f"{run.header.suite}.{scorer}",
                name=f"{sample.id}{epoch}",
            )
            if sample.error is not None:
                counts["errors"] += 1
                ET.SubElement(case, "error", message=_clean(sample.error))
            elif score is not None and score.ok is None:
                counts["skipped"] += 1
                ET.SubElement(case, "skipped", message=_clean(score.reason))
            elif score is not None and not score.ok:
                message = _clean(score.reason) or "failed"
                text = _clean(sample.output.text if sample.output else "")
                if scorer in run.header.counted:
                    counts["failures"] += 1
                    ET.SubElement(case, "failure", message=message).text = text
                else:
                    ET.SubElement(case, "system-out").text = f"soft: {message}\n{text}"
        for name, count in counts.items():
            suite.set(name, str(count))
        totals = {name: totals[name] + counts[name] for name in totals}
    for name, count in totals.items():
        root.set(name, str(count))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _clean(text: str) -> str:
    return _NOT_XML.sub("�", text)
