"""Text with stretches marked, as HTML: overlapping marks are merged, nothing nests."""

import difflib
import html
import re
from collections.abc import Iterable
from typing import NamedTuple


class Stretch(NamedTuple):
    """Where a mark stands, its HTML class ("" for an offence) and its label."""

    start: int
    end: int
    label: str
    kind: str = ""


def marked(text: str, stretches: Iterable[Stretch]) -> str:
    """Return *text* escaped, with its *stretches* marked.

    Offences that overlap become one mark with all their labels; where an offence
    stands, no other kind is shown.
    """
    inside = [s for s in stretches if 0 <= s.start < s.end <= len(text)]
    shown = _merged([s for s in inside if not s.kind])
    for other in (s for s in inside if s.kind):
        if all(other.end <= s.start or s.end <= other.start for s in shown):
            shown.append(other)
    out: list[str] = []
    position = 0
    for stretch in sorted(shown):
        out.append(html.escape(text[position : stretch.start]))
        piece = html.escape(text[stretch.start : stretch.end])
        title = html.escape(stretch.label, quote=True)
        if stretch.kind:
            out.append(f'<span class="{stretch.kind}" title="{title}">{piece}</span>')
        else:
            out.append(f'<mark title="{title}">{piece}<sup>{title}</sup></mark>')
        position = stretch.end
    return "".join([*out, html.escape(text[position:])])


def _merged(offences: list[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for one in sorted(offences):
        if merged and one.start < merged[-1].end:
            last = merged[-1]
            labels = dict.fromkeys([*last.label.split(", "), one.label])
            merged[-1] = Stretch(last.start, max(last.end, one.end), ", ".join(labels))
        else:
            merged.append(one)
    return merged


_TOKENS = re.compile(r"\s+|[^\s]+")
LONGEST = 4000
"""Characters up to which two texts are compared word by word: notes have under 1000."""


def changed(old: str, new: str) -> str:
    """Return *old* as HTML with the words that *new* lacks struck out."""
    if len(old) + len(new) > LONGEST:
        return html.escape(old)
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    out: list[str] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, a, b, _, _ in matcher.get_opcodes():
        piece = html.escape("".join(before[a:b]))
        out.append(f"<del>{piece}</del>" if piece and kind != "equal" else piece)
    return "".join(out)
