"""Reads rough notes: facts that may be used, each with its source; and what may not.

read(notes, flags)        the brief, by rules alone
require_usable(notes)     InputError for what cannot be read
blanked(notes, brief)     the notes as the proposer may see them
accept(notes, brief, proposals)   the brief with the proposals that survive
briefs_for(brief, to)     the brief narrowed to each reader
QUESTIONS                 what to ask for each word in `Brief.missing`
"""

from afternote.reading.brief import blanked, read
from afternote.reading.proposals import Proposal, Proposals, accept
from afternote.reading.readers import QUESTIONS, briefs_for
from afternote.reading.usable import require_usable

__all__ = [
    "QUESTIONS",
    "Proposal",
    "Proposals",
    "accept",
    "blanked",
    "briefs_for",
    "read",
    "require_usable",
]
