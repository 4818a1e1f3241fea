"""Cards of a scorecard: a caption, its latest value, and target, floor and earlier value beside it."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

CARDS = [
    pytest.param(
        "Children on a child protection plan\n\nLatest: 243  Target: 230  Previous: 271\n",
        ["cp.count 243", "cp.count 230 target", "cp.count 271"],
        id="latest-target-previous",
    ),
    pytest.param(
        "Care leavers in suitable accommodation\n\nActual: 91%  Target: 95%\n",
        ["care_leavers.suitable_accommodation 91 percent", "care_leavers.suitable_accommodation 95 percent target"],
        id="actual-and-target",
    ),
    pytest.param(
        "PEPs up to date: 94% (target 98%) GREEN", ["cla.pep 94 percent", "cla.pep 98 percent target"], id="one-line"
    ),
    pytest.param(
        "Children looked after with 3+ placements 11.2% AMBER Target 10%",
        ["placement.moves_3plus 11.2 percent", "placement.moves_3plus 10 percent target"],
        id="rating-between",
    ),
    pytest.param("57\n\nchildren live in children's homes\n", ["residential.count 57"], id="number-over-words"),
    pytest.param(
        "Initial child protection conferences in timescale\n\nLatest: 82%  Floor: 75%  Previous: 80%\n",
        ["icpc.timely 82 percent", "icpc.timely 75 percent floor", "icpc.timely 80 percent"],
        id="floor-alone",
    ),
    pytest.param(
        "Children looked after: 498\n\nTarget: 480\n",
        ["cla.count 498", "cla.count 480 target"],
        id="caption-with-number",
    ),
    pytest.param(
        "Review health assessments 91.4% | Dental checks 82.0% | Immunisations 88.6%",
        ["cla.health_assessment 91.4 percent", "cla.dental 82 percent", "cla.immunised 88.6 percent"],
        id="pipes",
    ),
    pytest.param(
        "Care leavers in EET\n\nLatest: 58%  Target: 60%  National: 55%\n",
        ["care_leavers.eet 58 percent", "care_leavers.eet 60 percent target", "care_leavers.eet 55 percent @england"],
        id="national-beside",
    ),
    pytest.param(
        "Foster carers approved\n\nYear to date: 7  Target: 16\n",
        ["foster.approved 7", "foster.approved 16 target"],
        id="value-with-year-to-date",
    ),
    pytest.param(
        "Children in care with an up to date health assessment\n\n95%\n",
        ["cla.health_assessment 95 percent"],
        id="share-under-its-words",
    ),
    pytest.param(
        "Rate of child protection plans per 10,000\n\nLatest: 63.4  Previous: 70.1\n",
        ["cp.rate 63.4 per_10000", "cp.rate 70.1 per_10000"],
        id="rate-card",
    ),
    pytest.param(
        "Care leavers EET: 61%\n\nTarget 66% ▲ 3% on last month\n",
        ["care_leavers.eet 61 percent", "care_leavers.eet 66 percent target", "care_leavers.eet 3 points change"],
        id="an-arrow-against-a-time",
    ),
    pytest.param(
        "Children in care\n\n512\n\nChange from March 2024: ▲ 14\n",
        ["cla.count 512", "cla.count 14 change"],
        id="change-with-an-arrow",
    ),
    pytest.param(
        "Placed out of borough\n\n38%\n\nChange from March 2024: ▼ 2%\n",
        ["placement.out_of_area 38 percent", "placement.out_of_area -2 points change"],
        id="share-that-fell",
    ),
    pytest.param(
        "Re-referrals within 12 months\n\n14.8%\n\nTarget 12%\n\nFloor 18%\n\nPrevious quarter 13.1%\n",
        [
            "rereferral.share 14.8 percent",
            "rereferral.share 12 percent target",
            "rereferral.share 18 percent floor",
            "rereferral.share 13.1 percent",
        ],
        id="lines-without-colons",
    ),
    pytest.param(
        "Children subject to a child protection plan\n\n288\n\nPrevious month 301\n",
        ["cp.count 288", "cp.count 301"],
        id="count-and-previous-month",
    ),
    pytest.param("CS12 Children in need: 1,310", ["cin.count 1310"], id="indicator-number"),
    pytest.param(
        "Children looked after\n\nLatest: 498  Previous: 512\n\nChildren in need\n\nLatest: 1,310  Previous: 1,402\n",
        ["cla.count 498", "cla.count 512", "cin.count 1310", "cin.count 1402"],
        id="two-cards",
    ),
]


@pytest.mark.parametrize("text, said", CARDS)
def test_cards_give_each_number_its_role(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
