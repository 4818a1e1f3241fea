"""How words of the catalogue are matched, on terms and places that every catalogue of children's services has."""

from itertools import pairwise

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "looked-after children",
        "the looked after child",
        "Looked After Children",
        "looked after children²",
        "“looked after” children",
        "‘looked after’ children",
        "'looked after' children",
        "looked\u2212after children",
    ],
)
def test_a_term_is_found_in_every_form(annotate, text):
    assert any(r.metric == "cla.count" for t in annotate(text).terms for r in t.readings)


def test_terms_do_not_overlap_unless_one_has_a_gap(annotate):
    text = "the rate of children looked after per 10,000 and children in care placed out of area"
    plain = [t for t in annotate(text).terms if len(t.segments) == 1]
    assert plain
    assert all(a.end <= b.start for a, b in pairwise(plain))


@pytest.mark.parametrize(
    ("text", "population"),
    [
        ("Corporate Parenting Board", "corporate_parenting"),
        ("the fostering service", "children_services"),
        ("Virtual School Team", "children_services"),
    ],
)
def test_a_population_is_found_at_either_end_of_a_name(annotate, text, population):
    found = annotate(text)
    assert found.names
    assert [p.population for p in found.populations] == [population]


def test_a_place_is_one_only_with_its_capital(annotate):
    assert [a.area for a in annotate("figures for Reading").areas] == ["Reading"]
    assert annotate("figures for reading").areas == ()


@pytest.mark.parametrize("home", ["Wexcombe", "Upper Wexcombe", "the", "-"])
def test_the_documents_own_place_may_have_any_name(annotate, home):
    assert annotate(f"{home} looked after 99 children", home=home).numbers
