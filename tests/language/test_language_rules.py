import pytest

from boardmine.language.mentions import Mention
from boardmine.language.rules import DIGIT, Rules, Taken, lower_case, plain, rule


def spans(match):
    return Mention(match.start(), match.end())


def test_the_first_rule_claims_what_it_reads():
    rules = Rules((rule(r"two\s\w+", spans, "two"), rule(r"\w+", spans)))
    text = "one TWO three four"
    assert [text[m.start : m.end] for m in rules.find(text, Taken(len(text)))] == ["one", "TWO three", "four"]


def test_what_is_taken_is_not_read():
    rules = Rules((rule(r"\w+", spans),))
    taken = Taken(7)
    taken.take(0, 3)
    assert rules.find("one two", taken) == [Mention(4, 7)]
    assert not taken.is_free(4, 7)


def test_a_rule_is_due_only_with_a_sign_of_each_group():
    month = rule(r"\d month", spans, DIGIT, "month year")
    rules = Rules((month,))
    assert rules.due("3 month") == (month,)
    assert rules.due("a month") == ()
    assert rules.due("3 weeks") == ()


def test_a_rule_as_written_sees_capitals():
    rules = Rules((rule(r"[A-Z]+\d", spans, as_written=True),))
    assert rules.find("a1 B2", Taken(5)) == [Mention(3, 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014¹²", "2014  "),
        ("2014−15 and 2015–16", "2014-15 and 2015-16"),
        ("post‑16", "post-16"),
        ("1 − 2 but −5 and 7 −5", "1 - 2 but −5 and 7 −5"),
        ("a pause – then", "a pause – then"),
        ("12\u00a0345 and 1\u2009022\u202f333", "12,345 and 1,022,333"),
        ("21\u00a02023", "21\u00a02023"),
    ],
)
def test_a_text_as_rules_read_it(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize("text", ["İstanbul", "ÀÉ", "2014¹²", "12\u00a0345−6"])
def test_every_character_keeps_its_place(text):
    assert len(lower_case(text)) == len(text)
    assert len(plain(text)) == len(text)
