"""What must not change what is read: how a number is written, what stands around a claim, where its lines break."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardmine.records import Observation

Read = Callable[..., list[str]]
Observe = Callable[..., list[Observation]]

# The fixtures write the paper anew for each example.
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
papers = settings(quick, max_examples=8)

ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(n: int) -> str:
    """A number from 1 to 999 as it is spelt."""
    if n < 20:
        return ONES[n - 1]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10 - 1]}" if n % 10 else "")
    rest = f" and {in_words(n % 100)}" if n % 100 else ""
    return f"{ONES[n // 100 - 1]} hundred{rest}"


CLAIMS = [
    "There were 512 cared for children at the end of October 2024.",
    "Children looked after reduced from 560 in May 2023 to 498 in May 2024 (an 11.1% reduction).",
    "The number of children on a CPP has reduced to 243 from 271 in July.",
    "Care leavers in suitable accommodation 91 per cent (target 95 per cent); in touch 94 per cent (target 96).",
    "19% of referrals were re-referrals against a regional average of 21%.",
    "14 special guardianship orders were granted in 2023/24, compared with 21 in 2022/23.",
    "Neglect accounts for 54% of child protection plans and emotional abuse for 38%.",
    "88 Section 47 enquiries were started and 71 initial child protection conferences were held.",
    "There were 31 first time entrants to the youth justice system.",
    "The overall absence rate for CLA was 7.9% (authorised 5.1%, unauthorised 2.8%).",
]
UNRELATED = [
    "Apologies were received from two members.",
    "The Chair thanked the officers for their work.",
    "A new car park with 120 spaces will open on 3 May.",
    "The minutes of the last meeting were agreed as a correct record.",
    "The council tax was set at £1,842 for a band D property.",
]
ITEMS = [
    "88 live with connected carers",
    "41 are placed with their parents",
    "57 live in children's homes",
    "36 live in supported accommodation",
    "61 are unaccompanied asylum seeking children",
]


@quick
@given(st.integers(1, 1800))
def test_thousands_may_be_parted_by_a_comma(read: Read, n: int) -> None:
    assert read(f"Children in need: {n:,}") == read(f"Children in need: {n}") == [f"cin.count {n}"]


@quick
@given(st.integers(2, 999))
def test_a_number_in_words_is_the_number(read: Read, n: int) -> None:
    assert read(f"{in_words(n).capitalize()} children were adopted.") == [f"adoption.orders {n}"]


@quick
@given(st.integers(1, 99), st.sampled_from(["%", " %", " per cent", " percent"]))
def test_percent_may_be_written_in_many_ways(read: Read, share: int, percent: str) -> None:
    said = read(f"{share}{percent} of care leavers were in suitable accommodation.")
    assert said == [f"care_leavers.suitable_accommodation {share} percent"]


@quick
@given(st.decimals("0.1", "99.9", places=1))
def test_a_decimal_is_kept(read: Read, share: object) -> None:
    assert read(f"The re-referral rate was {share}%.") == [f"rereferral.share {float(str(share)):g} percent"]


@quick
@given(st.sampled_from(CLAIMS), st.sampled_from(UNRELATED), st.booleans(), st.sampled_from([" ", "\n\n"]))
def test_unrelated_sentences_change_nothing(read: Read, claim: str, other: str, before: bool, gap: str) -> None:
    alone = read(claim, periods=True)
    assert alone
    assert read(f"{other}{gap}{claim}" if before else f"{claim}{gap}{other}", periods=True) == alone


@quick
@given(st.sampled_from(CLAIMS), st.data())
def test_a_line_may_break_at_any_space(read: Read, claim: str, data: st.DataObject) -> None:
    spaces = [i for i, c in enumerate(claim) if c == " "]
    at = data.draw(st.sampled_from(spaces))
    assert read(f"{claim[:at]}\n{claim[at + 1 :]}", periods=True) == read(claim, periods=True)


@quick
@given(st.permutations(ITEMS))
def test_the_order_of_items_does_not_matter(read: Read, items: list[str]) -> None:
    intro = "At 30 September 2024 there were 498 children looked after. Of these:\n\n"
    said = read(intro + "".join(f"- {item}\n" for item in items), periods=True)
    assert sorted(said) == [
        "cla.count 498 2024-09-30",
        "connected_care.count 88 2024-09-30",
        "placed_with_parents.count 41 2024-09-30",
        "residential.count 57 2024-09-30",
        "semi_independent.count 36 2024-09-30",
        "uasc.count 61 2024-09-30",
    ]


@papers
@given(st.permutations(CLAIMS))
def test_quotes_are_verbatim_and_hold_their_number(observe: Observe, claims: list[str]) -> None:
    text = "\n\n".join(claims)
    observations = observe(text)
    assert len(observations) >= len(claims)
    for o in observations:
        said = o.evidence
        assert said.quote in text
        assert said.number in said.quote
        assert said.char_start <= said.number_start < said.number_end <= said.char_end


@papers
@given(st.permutations(CLAIMS))
def test_paragraphs_of_their_own_are_read_as_if_alone(read: Read, claims: list[str]) -> None:
    together = read("\n\n".join(claims), periods=True)
    assert together == [line for claim in claims for line in read(claim, periods=True)]
