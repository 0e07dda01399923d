"""The candidate's own draft: which of its moves stay, and how they join the rest."""

from afternote import scoring
from afternote.check import blocking, check, parse
from afternote.schema import MOVES, Brief, Draft, Move, Moves, Options, Problem
from afternote.text import Piece


def kept_moves(own: str, brief: Brief, options: Options) -> dict[Move, str]:
    """Return the moves of *own* that may stay as they are written.

    A sentence with a blocking problem goes; a move stays when at least one clean
    sentence of it is left. Sentences that make no move stay with the move before.
    """
    drafted = parse(own, options)
    problems = blocking(check(drafted, brief, strict=False))
    broken = [p for p in problems if _local(p, drafted)]
    clean = [
        s
        for s in drafted.sentences
        if not any(p.start < s.end and s.start < p.end for p in broken)
    ]
    kept: dict[Move, list[str]] = {}
    current: Move = "acknowledge"
    for sentence in clean:
        current = _move(sentence, current)
        kept.setdefault(current, []).append(sentence.text)
    return {
        move: " ".join(kept[move])
        for move in MOVES
        if any(scoring.flags(text, move) for text in kept.get(move, ()))
    }


def _local(problem: Problem, drafted: Draft) -> bool:
    """A problem that spans the whole body says nothing about one sentence."""
    whole = problem.end - problem.start >= len(drafted.body.text)
    return not whole or len(drafted.sentences) == 1


def _move(sentence: Piece, current: Move) -> Move:
    """Return the likeliest move of *sentence*, never one before the *current*."""
    scores = scoring.scores(sentence.text)
    likely = max(MOVES, key=lambda move: scores.get(move, 0.0))
    if not scoring.flags(sentence.text, likely):
        return current
    return likely if MOVES.index(likely) >= MOVES.index(current) else current


def overlay(moves: Moves, kept: dict[Move, str]) -> Moves:
    """Return *moves* with those of *kept* in place of its own."""
    update: dict[str, str] = {str(move): text for move, text in kept.items()}
    return moves.model_copy(update=update) if kept else moves
