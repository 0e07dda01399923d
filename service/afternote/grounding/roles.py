"""The role: what a draft calls the job, and whom it says holds which title."""

from collections.abc import Iterator, Sequence

from afternote.grounding.fault import Fault
from afternote.grounding.support import Support, number
from afternote.grounding.tokens import Text, Token, tokenise, tokens
from afternote.grounding.words import FUNCTION
from afternote.text import stem

_HEADS = frozenset("role post position job vacancy seat spot opening gig".split())
_DEFINITE = frozenset("the your this that".split())
_HARMLESS = frozenset(
    """new open vacant advertised permanent temporary same other actual whole final
    particular lovely great dream nice good real current recent entire""".split()
)
_STOPS = frozenset("a an another any some future next other similar no my".split())
_JOB_NOUNS = frozenset(
    """manager director officer assistant associate analyst engineer developer designer
    researcher scientist consultant coordinator administrator supervisor foreman lead
    leader head chef cook driver nurse teacher tutor lecturer editor writer curator
    archivist librarian technician mechanic fitter electrician clerk cashier
    accountant auditor lawyer solicitor paralegal planner buyer specialist executive
    principal senior junior deputy chief apprentice trainee intern graduate partner
    architect producer presenter handler keeper warden housekeeper receptionist
    secretary representative agent advisor adviser counsellor worker operator
    operative porter conductor registrar bookkeeper controller strategist marketer
    recruiter trainer coach owner president founder professor""".split()
)


def role(text: Text, held: Support) -> Iterator[Fault]:
    """Yield what a draft calls the job where the brief calls it otherwise.

    Where the brief names no role, a job that the notes do not hold is unsupported.
    """
    wanted = held.job
    says = f"the notes say {wanted.value!r}" if wanted else "the notes name no such job"
    for sentence in text.sentences:
        if sentence[0].part in ("greeting", "sign_off"):
            continue
        for at, token in enumerate(sentence):
            if token.plain not in _HEADS or token.text[0].isupper():
                continue
            if text.text[token.end : token.end + 1] == "-":
                continue
            for named in (
                _before(sentence, at, text.text),
                _after(sentence, at, text.text),
            ):
                strange = [t for t in named if _strange(t, held)]
                strange = strange or _raised(named, held)
                if wanted is None and not any(_job(t) for t in strange):
                    continue
                strange = strange or _cut(named, held)
                if strange and _phrase(named, held):
                    continue
                strange = strange or _beside(named, held)
                if strange:
                    start, end = named[0].start, named[-1].end
                    yield Fault(
                        "role-misnamed",
                        f"calls the role {text.text[start:end]!r}; {says}",
                        start,
                        end,
                        wanted is not None
                        and any(_strange(t, held) and _job(t) for t in strange),
                    )


def _job(token: Token) -> bool:
    return token.plain in _JOB_NOUNS


REACH = 6
"""A role's words stand this near each other in the notes ("contract data analyst")."""


def _phrase(named: list[Token], held: Support) -> bool:
    """Tell whether the notes hold the words together, and not as the reader's title.

    Reading may have taken another job for the role, unless a label or a flag says it.
    """
    if held.job is not None and held.job.how in ("label", "flag"):
        return False
    wanted = {t.stem for t in named if t.plain not in FUNCTION}
    reader = held.brief.reader
    title = tokens(reader.title) if reader is not None and reader.title else ()
    if wanted <= {t.stem for t in title}:
        return False
    for fact in held.brief.rest:
        stems = [t.stem for t in tokens(fact.quote)]
        for at, one in enumerate(stems):
            if one in wanted and wanted <= set(stems[at : at + REACH]):
                return True
    return False


def _beside(named: list[Token], held: Support) -> list[Token]:
    """Return the words of a job that the notes hold, but nowhere near the role.

    "The ticket office job" where the talk was in the ticket office.
    """
    own = {t.stem for t in held.role_words} | held.company_words
    words = [t for t in named if t.plain not in FUNCTION and t.plain not in _HARMLESS]
    if not own or not words or len(words) != len(named):
        return []
    if any(
        t.stem in own or t.plain in own or _job(t) or held.role.hold(t) for t in words
    ):
        return []
    for fact in held.brief.rest:
        stems = [t.stem for t in tokens(fact.quote)]
        for at, one in enumerate(stems):
            if one in own and any(
                t.stem in stems[max(0, at - REACH) : at + REACH] for t in words
            ):
                return []
    return words


_UNDER = frozenset(
    stem(w) for w in "assistant asst deputy junior jr associate trainee vice".split()
)


def _raised(named: list[Token], held: Support) -> list[Token]:
    """Return the job noun that lost its "assistant" or "deputy" on the way."""
    under = [t for t in held.role_words if t.stem in _UNDER]
    nouns = [t for t in named if t.plain in _JOB_NOUNS and t.stem not in _UNDER]
    if not under or not nouns or any(t.stem in _UNDER for t in named):
        return []
    return nouns


def _cut(named: list[Token], held: Support) -> list[Token]:
    """Return the job noun that lost what makes it another job on the way.

    "The play tester job" where the notes say "play tester coordinator".
    """
    nouns = [t for t in held.role_words if t.plain in _JOB_NOUNS]
    if not nouns or not named or any(t.stem == nouns[-1].stem for t in named):
        return []
    last = named[-1]
    own = {t.stem for t in held.role_words} - {t.stem for t in nouns}
    agent = last.plain.endswith(("er", "or")) and len(last.plain) > 5
    return [last] if last.stem in own and agent else []


def _strange(token: Token, held: Support) -> bool:
    plain = token.plain
    if plain in FUNCTION or plain in _HARMLESS or number(plain) is not None:
        return False
    if plain in _JOB_NOUNS or token.stem in _JOB_STEMS:
        words = held.role if held.job is not None else held
        return token.start not in held.granted and not words.hold(token)
    return not held.holds(token)


_JOB_STEMS = frozenset(t.stem for t in tokenise(" ".join(sorted(_JOB_NOUNS))))


def _before(sentence: Sequence[Token], at: int, whole: str) -> list[Token]:
    """Return the words between "the" or "your" and the head, or nothing."""
    found: list[Token] = []
    for back in range(at - 1, max(-1, at - 7), -1):
        token = sentence[back]
        gap = whole[token.end : sentence[back + 1].start]
        if gap.strip(" -’'/&"):
            return []
        if token.plain in _DEFINITE:
            return found[::-1]
        if token.plain in _STOPS or token.plain in _ENDS:
            return []
        found.append(token)
    return []


_ENDS = frozenset("about for on of in at with to and or is was were as".split()) - {
    "of",
    "and",
    "in",
    "at",
}


def _after(sentence: Sequence[Token], at: int, whole: str) -> list[Token]:
    """Return the title in "the post of Head Housekeeper"."""
    following = sentence[at + 1 : at + 2]
    if not following or following[0].plain not in ("of", "as"):
        return []
    found: list[Token] = []
    for token in sentence[at + 2 : at + 7]:
        previous = found[-1] if found else following[0]
        if whole[previous.end : token.start].strip(" -’'/&"):
            break
        if token.plain in FUNCTION and token.plain != "of":
            break
        found.append(token)
    while found and found[-1].plain == "of":
        found.pop()
    return found if any(t.plain in _JOB_NOUNS for t in found) else []
