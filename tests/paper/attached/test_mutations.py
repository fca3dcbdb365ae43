"""Good files with bytes turned, cut out and put in: taken or refused, and never anything else."""

import random

import pikepdf
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from paper.attached.examination import Inspected
from paper.attached.refusals import Refused
from tests.paper.attached.cases import outcome
from tests.paper.attached.pdfs import report, saved

PACKED = saved(report(), object_stream_mode=pikepdf.ObjectStreamMode.generate)
WHOLE = [report(), PACKED, saved(report(), linearize=True)]


def damaged(content: bytes, seed: int, count: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311  # the same damage for the same seed
    out = bytearray(content)
    for _ in range(count):
        place, length = chance.randrange(len(out)), chance.randrange(1, 40)
        match chance.randrange(4):
            case 0:
                out[place] ^= 1 << chance.randrange(8)
            case 1:
                del out[place : place + length]
            case 2:
                out[place:place] = chance.choice((b" ", b"/", b"<<", b"[", b"0 0 R", b"null", b"\0")) * length
            case _:
                other = chance.randrange(len(out))
                out[place : place + length] = out[other : other + length]
    return bytes(out)


@examples(max_examples=300)
@given(st.sampled_from(WHOLE), st.integers(0, 2**32), st.integers(1, 12))
def test_damage_is_taken_or_refused(content: bytes, seed: int, count: int) -> None:
    is_whole(outcome(damaged(content, seed, count)))


@examples(max_examples=100)
@given(st.binary(max_size=300))
def test_so_is_anything_between_the_ends_of_a_pdf(noise: bytes) -> None:
    is_whole(outcome(b"%PDF-1.7\n" + noise + b"\n%%EOF"))


def is_whole(found: Inspected | Refused) -> None:
    if isinstance(found, Refused):
        assert found.sentence.endswith("ください。")
    else:
        assert all(0 < side <= 14_400 for sheet in found.sheets for side in (sheet.width, sheet.height))
        assert found.pages > 0
