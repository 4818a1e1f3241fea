"""What a cell takes from around it beyond its head and label: captions, group headings, the rows beside it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from boardmine.analysis import analyse

Read = Callable[..., list[str]]

TABLES = [
    pytest.param(
        "# Youth justice plan\n\nThe team was working with 133 children:\n\n"
        "| | Number | % |\n| --- | --- | --- |\n| Boys | 101 | 76% |\n| Children in care | 21 | 16% |\n",
        [
            "yjs.caseload 133",
            "yjs.caseload 101 gender=male",
            "yjs.caseload 76 percent gender=male",
            "yjs.caseload 21 looked_after=yes",
            "yjs.caseload 16 percent looked_after=yes",
        ],
        id="those-whom-the-sentence-above-counts",
    ),
    pytest.param(
        "Table 1: Care leavers NEET by reason and age\n\n"
        "| Reason | 17-18 | 19-21 | Total |\n"
        "| --- | --- | --- | --- |\n"
        "| In custody | 3 | 4 | 7 |\n",
        [
            "care_leavers.neet 3 age=17-18 reason=custody",
            "care_leavers.neet 4 age=19-21 reason=custody",
            "care_leavers.neet 7 reason=custody",
        ],
        id="heads-that-are-ages",
    ),
    pytest.param(
        "## Youth justice\n\n"
        "Table 1: caseload\n\n"
        "<table><tr><th></th><th>Number</th><th>%</th></tr>"
        '<tr><th colspan="3">Age</th></tr>'
        "<tr><td>14</td><td>11</td><td>33%</td></tr>"
        "<tr><td>15+</td><td>22</td><td>67%</td></tr>"
        '<tr><th colspan="3">Looked after child</th></tr>'
        "<tr><td>Yes</td><td>9</td><td>27%</td></tr>"
        "<tr><td>No</td><td>24</td><td>73%</td></tr></table>\n",
        [
            "yjs.caseload 11 age=14",
            "yjs.caseload 33 percent age=14",
            "yjs.caseload 22 age=15+",
            "yjs.caseload 67 percent age=15+",
            "yjs.caseload 9 looked_after=yes",
            "yjs.caseload 27 percent looked_after=yes",
            "yjs.caseload 24 looked_after=no",
            "yjs.caseload 73 percent looked_after=no",
        ],
        id="group-headings-that-are-marked-as-heads",
    ),
    pytest.param(
        "| Staff in post | March 2022 |\n"
        "| --- | --- |\n"
        "| Agency social workers | 21% |\n"
        "| Permanent social workers | 70% |\n"
        "| Vacant | 9% |\n"
        "| Turnover | 14% |\n",
        [
            "workforce.social_workers 21 percent contract=agency",
            "workforce.social_workers 70 percent contract=permanent",
            "workforce.social_workers 9 percent contract=vacant",
        ],
        id="a-member-beside-rows-that-name-the-metric",
    ),
    pytest.param(
        "Table 4: Looked after children per 10,000 population under 18\n\n"
        "| | 2019/20 | 2020/21 |\n"
        "| --- | --- | --- |\n"
        "| Wexcombe | 68 | 71 |\n"
        "| England | 65 | 67 |\n",
        [
            "cla.rate 68 per_10000",
            "cla.rate 71 per_10000",
            "cla.rate 65 per_10000 @england",
            "cla.rate 67 per_10000 @england",
        ],
        id="rates-by-the-caption",
    ),
    pytest.param(
        "| Indicator | 2021/22 |\n"
        "| --- | --- |\n"
        "| First time entrants to the youth justice system, rate per 100,000 | 171 |\n"
        "| First time entrants to the youth justice system, per 1,000 | 1.7 |\n"
        "| Average SDQ score of looked after children | 13.9 |\n",
        ["yjs.first_time_entrants 171 per_100000", "cla.sdq 13.9 score"],
        id="other-rates-and-scores",
    ),
    pytest.param(
        "| Stage | May 2023 | June 2023 |\n"
        "| --- | --- | --- |\n"
        "| Contacts | 611 | 640 |\n"
        "| Section 47 enquiries | 41 | 38 |\n",
        ["contact.count 611", "contact.count 640", "s47.count 41", "s47.count 38"],
        id="weak-words-backed-by-the-labels-beside-them",
    ),
    pytest.param(
        "| Measure | May 2023 |\n"
        "| --- | --- |\n"
        "| **Care leavers** | |\n"
        "| NEET (%) | 38 |\n"
        "| **Children in need** | |\n"
        "| Visits in timescale (%) | 90 |\n",
        ["care_leavers.neet 38 percent", "visit.timely 90 percent cohort=cin"],
        id="cohorts-by-the-group-heading",
    ),
    pytest.param(
        "## Corporate parenting scorecard\n\n| Measure | May 2023 |\n| --- | --- |\n| Visits in timescale (%) | 90 |\n",
        ["visit.timely 90 percent cohort=cla"],
        id="cohorts-of-a-corporate-parenting-scorecard",
    ),
    pytest.param(
        "| Indicator | 2021/22 |\n| --- | --- |\n| 16-17 year olds who are NEET (%) | 3.1 |\n",
        ["young_people.neet 3.1 percent age=16-17"],
        id="ages-of-young-people-of-the-area",
    ),
    pytest.param(
        "# Independent reviewing service\n\n"
        "| Legal status at 31 March 2020 | Male | Female |\n"
        "| --- | --- | --- |\n"
        "| Full care order | 51 | 44 |\n"
        "| Section 20 | 12 | 9 |\n",
        [
            "cla.count 51 gender=male legal_status=full_care_order",
            "cla.count 44 gender=female legal_status=full_care_order",
            "cla.count 12 gender=male legal_status=section_20",
            "cla.count 9 gender=female legal_status=section_20",
        ],
        id="legal-status-without-the-children",
    ),
    pytest.param(
        "| Source of referral | 2021/22 |\n| --- | --- |\n| Police | 300 |\n| Schools | 210 |\n| Other | 45 |\n",
        ["referral.count 300 source=police", "referral.count 210 source=school", "referral.count 45 source=other"],
        id="other-of-what-the-rows-are",
    ),
    pytest.param(
        "| Fostering | 2021/22 |\n"
        "| --- | --- |\n"
        "| Foster carer enquiries | 90 |\n"
        "| Mainstream foster carers approved | 8 |\n"
        "| Connected persons households approved | 5 |\n"
        "| Total approvals | 13 |\n",
        [
            "foster.enquiries 90",
            "foster.approved 8 care_type=mainstream",
            "foster.approved 5 care_type=connected",
            "foster.approved 13",
        ],
        id="approvals-and-their-total",
    ),
    pytest.param(
        "| Placed | 31 March 2020 |\n"
        "| --- | --- |\n"
        "| Children looked after placed inside Wexcombe | 140 |\n"
        "| Children looked after placed outside Wexcombe | 61 |\n",
        ["placement.in_area 140", "placement.out_of_area 61"],
        id="the-council-by-its-name",
    ),
    pytest.param(
        "Table 1: Looked after children\n\n"
        "| | Wexcombe | England |\n"
        "| --- | --- | --- |\n"
        "| Number | 402 | 78,150 |\n"
        "| Rate per 10,000 | 64 | 65 |\n",
        ["cla.count 402", "cla.count 78150 @england", "cla.rate 64 per_10000", "cla.rate 65 per_10000 @england"],
        id="a-rate-by-itself",
    ),
    pytest.param(
        "| Indicator | 2008/09 |\n"
        "| --- | --- |\n"
        "| NI 62 Stability of placements of looked after children: number of moves (%) | 11.2 |\n"
        "| NI 63 Stability of placements of looked after children: length of placement (%) | 66.1 |\n"
        "| NI 66 Looked after children cases which were reviewed within required timescales (%) | 97.0 |\n"
        "| NI 147 Care leavers at 19 in suitable accommodation (%) | 90.4 |\n",
        [
            "placement.moves_3plus 11.2 percent",
            "placement.stable_2years 66.1 percent",
            "review.timely 97 percent",
            "care_leavers.suitable_accommodation 90.4 percent age=19",
        ],
        id="national-indicators",
    ),
    pytest.param(
        "| Reviews | 2021/22 |\n"
        "| --- | --- |\n"
        "| Number of looked after reviews held | 1,020 |\n"
        "| Review minutes circulated within 20 working days | 71% |\n"
        "| Average days lost to sickness per FTE | 9.1 |\n",
        ["review.count 1020"],
        id="minutes-and-sickness-are-none",
    ),
    pytest.param(
        "How many children were looked after, and how many of them were UASC?\n\n"
        "| Year | Total looked after | Of which UASC | Placement spend |\n"
        "| --- | --- | --- | --- |\n"
        "| 2018/19 | 402 | 31 | £19.2m |\n"
        "| 2019/20 | 417 | 28 | £20.4m |\n",
        ["cla.count 402", "uasc.count 31", "cla.count 417", "uasc.count 28"],
        id="one-column-of-money",
    ),
    pytest.param(
        "| Length of time on a child protection plan | Children |\n"
        "| --- | --- |\n"
        "| Under 6 months | 61 |\n"
        "| Over 2 years | 3 |\n",
        ["cp.count 61 duration=under_6_months", "cp.count 3 duration=over_2_years"],
        id="lengths-of-time",
    ),
    pytest.param(
        "| Measure | 2023/24 |\n"
        "| --- | --- |\n"
        "| Number of children in care (excluding UASC) | 317 |\n"
        "| Children in care (incl. UASC) | 342 |\n",
        ["cla.count 317", "cla.count 342"],
        id="who-is-counted-in",
    ),
]


@pytest.mark.parametrize(("table", "expected"), TABLES)
def test_a_cell_takes_what_its_head_and_label_leave_unsaid(read: Read, table: str, expected: list[str]) -> None:
    assert read(table) == expected


def test_pupils_of_all_schools_are_not_the_children_looked_after(tmp_path: Path) -> None:
    path = tmp_path / "indicators.md"
    path.write_text(
        "# National indicators 2010/11\n\n"
        "| Indicator | 2009/10 |\n"
        "| --- | --- |\n"
        "| Secondary school persistent absence rate (%) | 5.1 |\n"
        "| Looked after children persistently absent (%) | 8.4 |\n",
        encoding="utf-8",
    )
    assert [o.value for o in analyse(path).observations] == [8.4]


def test_no_title_says_what_a_captioned_table_is_of(tmp_path: Path) -> None:
    path = tmp_path / "needs.md"
    path.write_text(
        "Children placed out of the area\n\n"
        "Children looked after at 31 March, rate per 10,000\n\n"
        "| Area | 2021 | 2022 |\n| --- | --- | --- |\n| Ashcombe | 61.4 | 63.1 |\n",
        encoding="utf-8",
    )
    facts = {"council": "Ashcombe Council", "body": "Health and Wellbeing Board", "date": "2022-10-04"}
    path.with_name("needs.meta.json").write_text(json.dumps(facts), encoding="utf-8")
    assert [(o.metric, o.value) for o in analyse(path).observations] == [("cla.rate", 61.4), ("cla.rate", 63.1)]
