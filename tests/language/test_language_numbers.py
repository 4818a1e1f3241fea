"""What numbers and quantities are read as: tables of (text, expected lines); `<...>` are quantities."""

import pytest

COUNTS = [
    ("Of this number: 214 (or 58%) live elsewhere", ["214", "58 percent"]),
    ("the total number 214 was higher", ["214"]),
    ("reference number: 12345", ["<reference «reference number: 12345»>"]),
    ("as minute number 32 says", ["<reference «minute number 32»>"]),
    ("see report no. 14", ["<reference «report no. 14»>"]),
    ("sections 17, 20 and 47 apply", ["<reference «sections 17, 20 and 47»>"]),
    ("30 out of 354 children", ["30", "354"]),
    ("95% (408 out of 429)", ["95 percent", "408", "429"]),
    ("473 | 513 | 492", ["473", "513", "492"]),
    ("316 67%", ["316", "67 percent"]),
    ("1,022 and then 1,022,333", ["1022", "1.02233e+06"]),
    ("Forty-three, then one hundred and fifty-five", ["43", "155"]),
    ("two dozen children and a dozen pupils", ["24", "12"]),
    ("one of the children, this one, another one", []),
    ("no children were excluded, none of whom moved", ["0", "0"]),
    ("no homes for 3 of them", ["3"]),
    ("paragraph 3.4.12 and 8.6.1", ["<reference «paragraph 3.4.12 and 8.6.1»>"]),
]

SHARES = [
    ("1 in 5 children", ["20 percent"]),
    ("one in ten pupils", ["10 percent"]),
    ("one in 4 care leavers", ["25 percent"]),
    ("nearly 1 in 3 young people", ["33.3 percent about"]),
    ("4 out of 5 pupils", ["80 percent"]),
    ("4 out of the 5 pupils", ["4", "5"]),
    ("62 of 100 children", ["62 percent"]),
    ("1 in 2023, 12 in 4 homes, 2 in 10 days", ["1", "12", "4", "2", "10 days"]),
    ("two thirds of them, a quarter of pupils", ["66.7 percent", "25 percent"]),
    ("a fall to two-thirds", ["66.7 percent"]),
    ("three quarters of the children", ["75 percent"]),
    ("it took three quarters to mend", ["<duration «three quarters»>"]),
    ("half were seen, more than half of them twice", ["50 percent", "50 percent over"]),
    ("half a million people", []),
    ("in the second half of the list", []),
    ("twice as many, double the number, a third person, ½", []),
]

SIGNS_AND_SCALES = [
    ("120 in comparison to 143 (-23)", ["120", "143", "-23"]),
    ("96.1% (+1.1%)", ["96.1 percent", "+1.1 percent"]),
    ("+3 and \u22125", ["+3", "-5"]),
    ("12-15", ["12 at_least", "15 at_most"]),
    ("12\u221215 homes", ["12 at_least", "15 at_most"]),
    ("12\u00a0345 and 1\u2009022 and 12 345", ["12345", "1022", "12", "345"]),
    ("7.5k visits", ["7500"]),
    ("1.2 million people and 1.2m children", ["1.2e+06", "1.2e+06"]),
    ("£4.2m or £1.2 million", ["<money «£4.2m»>", "<money «£1.2 million»>"]),
    ("2½ places for 2½ years", ["2.5", "<duration «for 2½ years»>"]),
    ("n/a, -, *, [x]", []),
    ("14.9% ↑ and ▼3, Amber 45%, 45 (Red)", ["14.9 percent", "3", "45 percent", "45"]),
]

BOUNDS = [
    ("c.350, c. 350, ca. 350, circa 350, ~350", ["350 about"] * 5),
    ("nearly 350 or just under 350", ["350 about", "350 about"]),
    ("<5, < 5, less than 5", ["5 under"] * 3),
    (">95% or ≤5", ["95 percent over", "5 at_most"]),
    ("350+ or 350 or more, at least 350", ["350 at_least"] * 3),
]

UNITS = [
    ("83days and 83 days", ["83 days", "83 days"]),
    ("12.5%of them", ["12.5 percent"]),
    ("20miles", ["<distance «20miles»>"]),
    ("45 per cent, 45 percentage points, 1.5pp", ["45 percent", "45 points", "1.5 points"]),
    ("115 per 10,000 children, 115 per 10k, 115/10,000", ["115 per_10000"] * 3),
    ("five per 10,000, five per ten thousand children", ["5 per_10000"] * 2),
    ("five per 10,000 children under 18", ["5 per_10000", "<age under_18>"]),
    ("4.1 per 1,000 births", ["<definition «4.1 per 1,000»>"]),
]

AGES = [
    ("16 and 17 year olds", ["<age 16-17>"]),
    ("16- and 17-year-olds", ["<age 16-17>"]),
    ("16/17 year olds", ["<age 16-17>"]),
    ("sixteen and seventeen year olds", ["<age 16-17>"]),
    ("aged 16-17", ["<age 16-17>"]),
    ("for those aged 16 or 17", ["<age 16-17>"]),
    ("plans of 16-17s", ["<age 16-17>"]),
    (
        "82% of 17- to 18-year-olds, 65% of 19- to 21-year-olds",
        ["82 percent", "<age 17-18>", "65 percent", "<age 19-21>"],
    ),
    ("27 16 and 17 year olds were homeless", ["27", "<age 16-17>"]),
    ("of those aged 18 and 36% of the others", ["<age 18>", "36 percent"]),
    ("31 young people aged 17 and 12 aged 18", ["31", "<age 17>", "12", "<age 18>"]),
    ("children under 5, aged 16 and over, 16+", ["<age under_5>", "<age 16+>", "<age 16+>"]),
]

COMING_OF_AGE = [
    ("support beyond 18 and a post-21 offer", ["<age «beyond 18»>", "<age «post-21»>"]),
    ("post-sixteen study, coming up to 19", ["<age «post-sixteen»>", "<age «coming up to 19»>"]),
    ("34 had turned 18", ["34", "<age «turned 18»>"]),
    ("as they approach 21", ["<age «they approach 21»>"]),
    ("those who have reached 16", ["<age «who have reached 16»>"]),
    ("the count is to reach 16 by May", ["16"]),
    ("I’m 24", ["<age «I’m 24»>"]),
    ("until they are 25", ["<age «until they are 25»>"]),
    ("when they are 25 in number", ["25"]),
    ("children under one, and in care under five", ["<age under_1>", "<age under_5>"]),
    ("in care under five months", ["<duration under_5_months>"]),
    ("a 0\u22125 scheme", ["<age 0-5>"]),
    ("0-5 days", ["0 days at_least", "5 days at_most"]),
    (
        "year six and year eleven, years 7 to 11",
        ["<reference «year six and year eleven»>", "<reference «years 7 to 11»>"],
    ),
    ("this year eleven moved", ["11"]),
]

NAMES_AND_LAWS = [
    ("the Children Act 1989", ["<reference «Act 1989»>"]),
    ("Fostering Regulations 2011", ["<reference «Regulations 2011»>"]),
    ("a Care Act (2014)", ["<reference «Act (2014)»>"]),
    ("the 2014 Act", ["<reference «2014 Act»>"]),
    ("Working Together 2023", ["<reference «Working Together 2023»>"]),
    ("section 25B (1)", ["<reference «section 25B (1)»>"]),
    ("section 31 (2) of it", ["<reference «section 31 (2)»>"]),
    ("section 47 (12)", ["<reference «section 47»>", "12"]),
    ("Key Stages 1\u22122", ["<reference «Key Stages 1\u22122»>"]),
    ("Bullet point 3, Table 9.5", ["<reference «Bullet point 3»>", "<reference «Table 9.5»>"]),
    ("Our homes ........ 4", ["<reference «........ 4»>"]),
    ("Our homes …… 4", ["<reference «…… 4»>"]),
    (
        "CHR 12, BASE 78 and NI 62 12%",
        ["<reference «CHR 12»>", "<reference «BASE 78»>", "<reference «NI 62»>", "12 percent"],
    ),
]

TIMES_AND_LENGTHS = [
    ("for two and a half years", ["<duration «two and a half years»>"]),
    ("two-and-a-half", ["<duration «two-and-a-half»>"]),
    ("twelve and a half per cent", ["12.5 percent"]),
    ("three times a year", ["<definition «three times a year»>"]),
    ("moved nine times", ["<definition «nine times»>"]),
    ("four times as many", ["<reference «four times»>"]),
]

MARKS = [
    ("354 children¹ and 12.5%²", ["354", "12.5 percent"]),
    ("schools12 have 7 pupils", ["<reference «12»>", "7"]),
    ("in 201412 there was a change", ["<reference «in 201412»>"]),
    ("the 1990s", ["<date «1990s»>"]),
    ("by autumn 2022", ["<date «autumn 2022»>"]),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *COUNTS,
        *SHARES,
        *SIGNS_AND_SCALES,
        *BOUNDS,
        *UNITS,
        *AGES,
        *COMING_OF_AGE,
        *NAMES_AND_LAWS,
        *TIMES_AND_LENGTHS,
        *MARKS,
    ],
)
def test_numbers_and_quantities(numbers, text, expected):
    assert numbers(text) == expected


def test_a_share_spans_its_words(annotate):
    text = "Nearly 1 in 3 young people"
    (number,) = annotate(text).numbers
    assert text[number.start : number.end] == "1 in 3"


@pytest.mark.parametrize(
    ("text", "role", "areas"),
    [
        ("a national threshold of 487 days", "target", ["england"]),
        ("the national target of 95%", "target", ["england"]),
        ("our target of 95%", "target", []),
        ("the threshold of 20%", "floor", []),
        ("the forecast is 40", "forecast", []),
        ("it is predicted to be 40", "forecast", []),
        ("the total will reach 40", "forecast", []),
        ("this will fall to about 40", "forecast", []),
    ],
)
def test_roles_and_their_areas(annotate, text, role, areas):
    found = annotate(text)
    assert [r.role.value for r in found.roles] == [role]
    assert [a.area for a in found.areas] == areas


@pytest.mark.parametrize(
    "text", ["the expected standard", "this will be reviewed", "the threshold for need", "work within tolerance"]
)
def test_words_that_only_look_like_a_role(annotate, text):
    assert annotate(text).roles == ()
