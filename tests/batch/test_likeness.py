"""Sketches find what is alike, and leave alone what is not."""

from functools import partial

from tests.growth import assert_linear

from afternote.batch.likeness import SIZE, bands, key, likeness, sketch

WORDS = " ".join(f"word{i}" for i in range(80))


def shared(count: int) -> tuple[bytes, bytes]:
    """Two texts of 80 words that share the first *count*."""
    other = " ".join(f"word{i}" if i < count else f"other{i}" for i in range(80))
    return sketch(WORDS), sketch(other)


def test_equal_texts_are_wholly_alike_and_others_not_at_all() -> None:
    assert likeness(*shared(80)) == 1.0
    assert likeness(*shared(0)) < 0.15
    assert len(sketch(WORDS)) == SIZE


def test_the_estimate_is_near_the_jaccard_likeness() -> None:
    for count in (20, 40, 60, 70, 76):
        same = count - 2
        true = same / (2 * 78 - same)
        assert abs(likeness(*shared(count)) - true) < 0.17


def test_alike_texts_share_a_band_and_unlike_ones_do_not() -> None:
    near, far = shared(77), shared(10)

    assert {*bands(near[0])} & {*bands(near[1])}
    assert not {*bands(far[0])} & {*bands(far[1])}


def test_case_and_punctuation_do_not_count() -> None:
    assert sketch("Thank you, Dana; it was kind!") == sketch(
        "thank you dana it was kind"
    )


def test_nothing_is_like_nothing() -> None:
    assert (sketch(""), bands(b"")) == (b"", ())
    assert likeness(b"", sketch(WORDS)) == 0.0
    assert sketch("one")


def test_a_key_fits_a_database_and_tells_its_parts_apart() -> None:
    assert -(2**63) <= key("a", "b") < 2**63
    assert key("a", "b") != key("ab")


def test_it_is_linear() -> None:
    assert_linear(lambda size: partial(sketch, " ".join(map(str, range(size)))))
