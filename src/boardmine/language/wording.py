"""Words that several patterns are made of. A pattern is composed of such named parts, never written as one string."""

from __future__ import annotations


def one_of(words: str) -> str:
    """A pattern for any of some phrases, set apart by commas. A blank in a phrase stands for any white space; all
    else in it is pattern."""
    phrases = (phrase.strip().replace(" ", r"\s+") for phrase in words.split(","))
    return f"(?:{'|'.join(phrases)})"


ABOUT = one_of(
    r"over, under, above, below, about, around, approximately, approx\.?, almost, nearly, more than, less than, "
    r"fewer than, at least, up to, only, just, some, circa, c\.?"
)
"""Words that stand before a number and bound it."""

TO_NUMBER = rf"(?:(?:just|slightly|a\s+little)\s+)?(?:{ABOUT}|{one_of('an?, the, a further, another')})?\s*"
"""What may stand between a word and the number that it leads to."""

UP_NOUNS = one_of("increases?, rises?, growth, uplift, gains?, improvements?")
DOWN_NOUNS = one_of("reductions?, decreases?, falls?, drops?, declines?, dips?, deteriorations?")
CHANGE_NOUN = f"(?:{UP_NOUNS}|{DOWN_NOUNS})"
"""Nouns for a change."""

LEVEL_NOUN = one_of("height, peak, high, low, level, total, figure, maximum")
"""Nouns for a value that others are measured against."""

CAUSE = one_of("due to, because, owing to, as a result, reflecting, driven by, attributed to, attributable to")
"""Words that lead to a reason."""

PEOPLE = frozenset(
    "youngster youngsters sibling siblings single child children people person persons yp cyp individuals individual "
    "families family cases "
    "pupils students adults boys girls males females ones households episodes occasions incidents them these those "
    "whom which you us cohort total others".split()
)
"""Words for those who are counted, which say nothing of what is true of them."""

VERBS = frozenset(
    "is are was were be been being has have had do does did live lives lived remain remained remains left leave "
    "leaving started start began become became ceased cease received receive moved move went go came come returned "
    "return require requires required got get gained achieved attended attend lost took take had need needed say "
    "said feel held subsequently also have will would can could should may might left".split()
)
"""Forms of the verbs that most often say something of those who are counted."""

TITLES_OF_A_YEAR = (
    "act",
    "regulations",
    "rules",
    "code of practice",
    "working together",
    "working together to safeguard children",
    "keeping children safe in education",
)
"""What laws and guidance are called; a year behind it is a part of the name."""

FUNCTION_WORDS = frozenset(
    "and or of the a an in on at to for from by with as is are was were be been has have had this that these those it "
    "its per than then but if so not no which who whom whose will would can could should may might must during over "
    "under between among within without before after since until also there their they we our you your he she his her "
    "compared against respectively each other s".split()
)
"""Words that name nothing."""
