"""Numbers that are no value of a metric stay out, also beside words of the field."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[str]]

FURNITURE = [
    pytest.param("The meeting closed at 12.45 p.m. and 14 members were present.", id="time-of-day"),
    pytest.param("Minute 45/24 on children looked after refers.", id="minute-number"),
    pytest.param("See paragraph 3.12 of the report CS/2024/117 on care leavers.", id="reference"),
    pytest.param("Agenda Item 7: Children looked after", id="agenda-item"),
    pytest.param("Corporate Parenting Strategy, page 14 of 52", id="page"),
    pytest.param("For questions about fostering ring 01632 960 480.", id="telephone"),
    pytest.param("The fostering service was inspected on 14 May 2024.", id="date"),
    pytest.param("The Board will consider care leavers on 12 December 2024 at 2.00 p.m.", id="date-of-meeting"),
    pytest.param("Section 20 of the Children Act 1989 was explained to members.", id="section-of-an-act"),
    pytest.param("Regulation 33 and Standard 12 apply to foster carers.", id="regulation"),
    pytest.param("Care Leavers Local Offer v2.3, 2024-2027", id="version"),
]


@pytest.mark.parametrize("text", FURNITURE)
def test_furniture_is_left_alone(read: Read, text: str) -> None:
    assert read(text) == []


COMMITTEE_BUSINESS = [
    pytest.param("11 of 14 members of the Corporate Parenting Board were present.", id="members-present"),
    pytest.param("The motion on children in care was carried by 23 votes to 19.", id="votes"),
    pytest.param("The Corporate Parenting Board met six times in the year.", id="meetings"),
    pytest.param("23 social workers attended training on 3 May 2024.", id="training"),
    pytest.param("18 councillors were trained in corporate parenting.", id="training-of-members"),
    pytest.param("Members visited two children's homes.", id="visits-of-members"),
    pytest.param("One of the judges spoke highly of the service for children looked after.", id="judges"),
    pytest.param("Fostering is one of the three priorities of the strategy.", id="one-of"),
    pytest.param("This was the first report on care leavers in two years.", id="first"),
    pytest.param("Members asked three questions about child protection.", id="three-questions"),
    pytest.param("Apologies were received from 3 members.", id="apologies"),
]


@pytest.mark.parametrize("text", COMMITTEE_BUSINESS)
def test_committee_business_is_left_alone(read: Read, text: str) -> None:
    assert read(text) == []


OTHER_BUSINESS = [
    pytest.param("The council spent £4.5m on placements for looked after children.", id="money"),
    pytest.param("A residential placement costs £5,200 a week.", id="money-each"),
    pytest.param("The children in care budget is overspent by 12%.", id="overspend"),
    pytest.param("A total of 120 homes were built in the year.", id="housing"),
    pytest.param("74% of council homes meet the standard.", id="council-homes"),
    pytest.param("The team repaired 1,204 potholes and 92% were on time.", id="highways"),
    pytest.param("There are 14 schools in the borough and 3 nurseries.", id="schools"),
    pytest.param("Of the 52 Year 11 leavers, 47 had an offer for September.", id="school-leavers"),
    pytest.param("498 trees were planted in the county's parks.", id="trees"),
    pytest.param("Council tax collection stood at 97.2%.", id="council-tax"),
    pytest.param("Library visits rose by 14% to 61,200.", id="library-visits"),
    pytest.param("362 adults receive a direct payment.", id="adult-care"),
    pytest.param("38% of household waste was recycled against a target of 45%.", id="bins"),
]


@pytest.mark.parametrize("text", OTHER_BUSINESS)
def test_other_business_is_left_alone(read: Read, text: str) -> None:
    assert read(text) == []


DESCRIPTIONS = [
    pytest.param("A 15 year old looked after child told her story.", id="age-of-a-child"),
    pytest.param("The service works with care leavers aged 16 to 25.", id="age-range-of-a-service"),
    pytest.param("Foster carers should live within 20 miles of the child's school.", id="distance"),
    pytest.param("Initial health assessments should be completed within 20 working days.", id="timescale"),
    pytest.param("Care leavers are supported until they are 25.", id="statutory-age"),
    pytest.param("An assessment must be completed within 45 working days.", id="limit"),
    pytest.param("Looked after children in years 10 and 11 visited the college.", id="year-groups"),
    pytest.param("Key Stage 2 results of looked after children will follow in December.", id="key-stage"),
    pytest.param("Stability is measured by three or more placements in 12 months.", id="placements-as-a-definition"),
    pytest.param("Looked after children should have 25 hours of education a week.", id="hours"),
    pytest.param("Sam came into care aged 6 and has lived with his foster carers for 4 years.", id="case-story"),
    pytest.param("Child protection plans are reviewed after 3 months and then every 6 months.", id="duration"),
    pytest.param("87% of foster carers were satisfied with their support.", id="satisfaction"),
    pytest.param("91% of care leavers agreed that their adviser listens to them.", id="agreed"),
    pytest.param("The number of children looked after is unchanged.", id="unchanged"),
    pytest.param("All of the children on a child protection plan have a social worker.", id="all-of-whom"),
    pytest.param("The fostering team won 2 awards.", id="award"),
    pytest.param(
        "## Children in care\n\nIn 12% (2 reviews in the sample) it was found that the carer needed help.", id="finding"
    ),
    pytest.param("The looked after child was seen; one was visited daily.", id="how-often-visited"),
    pytest.param("The three year trend for children looked after is downwards.", id="trend"),
    pytest.param("The five-year sufficiency plan for foster care was agreed.", id="five-year-plan"),
    pytest.param("Foster carers take a 12 week course.", id="weeks-of-a-course"),
    pytest.param("Fostering Fortnight drew 1,400 views online.", id="week-of-a-campaign"),
    pytest.param("The Virtual School has a team of nine.", id="number-of-staff-in-a-team"),
    pytest.param("Attainment 8 for children looked after was 22.3 and Progress 8 was -1.1.", id="attainment-scores"),
    pytest.param("Social worker turnover was 15.2%.", id="turnover"),
    pytest.param(
        "Officers toured 4 children's homes in the quarter and 6 foster carers attended training.", id="deeds"
    ),
    pytest.param("12 care leavers had been to the theatre and 5 foster carers went to the coast.", id="outings"),
    pytest.param(
        "The number of children aged four and under rose by 36% between 2003 and 2013.", id="all-children-of-an-age"
    ),
    pytest.param("Caseloads range from 12 to 25.", id="ends-of-a-range"),
    pytest.param("97% of foster carer reviews were completed in timescale.", id="reviews-of-foster-carers"),
    pytest.param("94% of foster carers had their annual review on time.", id="a-share-of-foster-carers"),
    pytest.param("In two of the five teams caseloads remain above 25.", id="a-limit-is-no-mean"),
    pytest.param("72.4% of young offenders were in education, training or employment.", id="another-cohort"),
    pytest.param("31% of our looked after children achieved five or more GCSEs at A*-C.", id="so-many-or-more-gcses"),
    pytest.param("We plan to place 36 children with their brothers and sisters.", id="to-place-is-no-place"),
]


@pytest.mark.parametrize("text", DESCRIPTIONS)
def test_descriptions_are_left_alone(read: Read, text: str) -> None:
    assert read(text) == []


MARKS = [
    pytest.param("In the year 12 children were adopted.", ["adoption.orders 12"], id="in-the-year-so-many"),
    pytest.param("Of the Year 11 children in care 9 have a PEP.", ["cla.pep 9"], id="a-school-year"),
    pytest.param("If Wexcombe were a village of 100, 3 children would be in our care.", [], id="an-imagined-village"),
    pytest.param(
        "- Missed 25 days of school\n- Missed 40 sessions at school", [], id="days-that-make-out-who-is-counted"
    ),
    pytest.param("Children subject to child protection plans (CPP rate per 1,000)", [], id="rate-per-1000"),
    pytest.param(
        "64 children in care have an EHC plan. 11 children started reception in schools outside the borough.",
        ["cla.ehcp 64"],
        id="starting-school-beside",
    ),
    pytest.param(
        "There were 498 children looked after at 31 March 2014¹².",
        ["cla.count 498 2014-03-31"],
        id="footnote-on-a-year",
    ),
    pytest.param("Re-referrals² fell to 19%.", ["rereferral.share 19 percent"], id="footnote-on-a-word"),
    pytest.param("4.2 There were 243 children on a child protection plan.", ["cp.count 243"], id="numbered-paragraph"),
    pytest.param("(3) 498 children were looked after.", ["cla.count 498"], id="lettered-item"),
    pytest.param("The council spent £4.5m on 23 residential placements.", ["residential.count 23"], id="money-beside"),
    pytest.param(
        "The 36 young people in supported accommodation are aged 16 and 17.",
        ["semi_independent.count 36"],
        id="ages-beside",
    ),
    pytest.param(
        "74% of looked after children live within 20 miles of home.",
        ["placement.within_20_miles 74 percent"],
        id="miles-beside",
    ),
    pytest.param(
        "The mean caseload was 21, with a range from 9 to 36.", ["caseload.mean 21"], id="a-mean-and-its-range"
    ),
    pytest.param(
        "The agency approved 82 adopter households, 6 fewer than planned.", ["adopter.approved 82"], id="than-planned"
    ),
    pytest.param(
        "Average IRO caseloads are 66, which is within the recommended 50-70.",
        ["caseload.mean 66 role=iro"],
        id="what-is-recommended",
    ),
    pytest.param(
        "The in-house fostering service has 108 households caring for 149 children.",
        ["foster.children 149"],
        id="households-are-no-children",
    ),
]


@pytest.mark.parametrize("text, said", MARKS)
def test_marks_do_not_become_values(read: Read, text: str, said: list[str]) -> None:
    assert read(text, periods=True) == said


CONTENTS = [
    pytest.param("1 Introduction 3\n2 Looked after children 5\n3 Care leavers 12\n", [], id="numbered-sections"),
    pytest.param(
        "## Contents\n\nIntroduction 3\n\nLooked after children 5\n\nCare leavers 12\n\n"
        "## Introduction\n\nThere are 405 children in care.\n",
        ["cla.count 405"],
        id="lines-under-a-heading",
    ),
    pytest.param(
        "Contents\n\nIntroduction 3\n\nChildren in care 5\n\nChildren in care numbered 405 on that day.\n",
        ["cla.count 405"],
        id="lines-under-a-line",
    ),
    pytest.param(
        "Contents\n\nIntroduction 3\n\nHow the service has worked with its partners, foster carers and\n\n"
        "looked after children 18\n\nCare leavers 25\n",
        [],
        id="an-entry-of-two-lines",
    ),
    pytest.param(
        "Contents\n\nIntroduction 3\n\nThe journey of children in our care\n\nLooked after children 405\n",
        ["cla.count 405"],
        id="a-heading-behind-the-last-entry",
    ),
    pytest.param(
        "Looked after children 405\nCare leavers 198\nChildren in need 1,240\n",
        ["cla.count 405", "care_leavers.count 198", "cin.count 1240"],
        id="labels-with-values-are-none",
    ),
]


@pytest.mark.parametrize("text, said", CONTENTS)
def test_pages_of_a_table_of_contents_are_left_alone(read: Read, text: str, said: list[str]) -> None:
    assert read(text) == said
