"""Contacts, dates that are no period, times of day, money and distances."""

from __future__ import annotations

from boardmine.language.mentions import Quantity, Use
from boardmine.language.quantities.parts import AMOUNT, used_as
from boardmine.language.rules import DIGIT, Rule, rule
from boardmine.language.wording import one_of

_PHONE = one_of("tel, telephone, phone, fax, mobile, textphone, call")
_STREETS = one_of("road, street, lane, avenue, terrace, crescent")
_MONEY_WORDS = one_of("overspend, underspend, budget, savings?, pressure, grant, funding")
_MONEY_SIGNS = "spend budget saving pressure grant funding"
_DISTANCES = one_of("miles?, km, kilometres?, metres?, square, sq, acres?, hectares?, mph")

CONTACT_RULES: tuple[Rule[Quantity], ...] = (
    # addresses of pages and mail
    rule(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", used_as(Use.CONTACT), "http www. @"),
    # Telephone: 01234 567890
    rule(rf"\b{_PHONE}\b[\s.:]*(?:no\.?|number)?[\s.:]*[+(]?\d[\d\s()-]{{6,}}\d", used_as(Use.CONTACT), DIGIT),
    rule(r"(?<![\d.,])\(?0\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}\b", used_as(Use.CONTACT), "0"),
    # 14 Mill Lane
    rule(rf"\b\d{{1,3}}[a-z]?\s+(?:[a-z][\w’'-]+\s+){{1,2}}{_STREETS}\b", used_as(Use.CONTACT), DIGIT),
    # postcodes
    rule(r"\b[a-z]{1,2}\d[a-z\d]?\s+\d[a-z]{2}\b", used_as(Use.CONTACT), DIGIT),
)

TIME_RULES: tuple[Rule[Quantity], ...] = (
    # 2pm; 10.30 a.m.
    rule(r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])", used_as(Use.TIME), "am pm a.m p.m"),
    # 14:00, unless it is a ratio of staff
    rule(r"\b\d{1,2}:\d\d\b(?!\s*(?:ratio|support))|\b\d{1,2}\.\d\d\s?hrs\b", used_as(Use.TIME), ": hrs"),
)

MONEY_RULES: tuple[Rule[Quantity], ...] = (
    # £4.2m; £45,000; 50 pence
    rule(
        rf"[£$€]\s?{AMOUNT}(?:\s?(?:million|billion|bn|m|k|thousand)\b)?|\b{AMOUNT}\s?(?:pence|pounds|p/w)\b",
        used_as(Use.MONEY),
        "£ $ € pence pounds p/w",
    ),
    # 4.2m overspend
    rule(rf"(?:£\s?)?\b{AMOUNT}\s?(?:m|k)\b(?=\s+{_MONEY_WORDS})", used_as(Use.MONEY), DIGIT, _MONEY_SIGNS),
)

DATE_RULES: tuple[Rule[Quantity], ...] = (
    # 2020/2, a year whose end is lost
    rule(r"(?<![\d/])20\d\d/\d(?![\d/%])", used_as(Use.DATE), "/"),
    # the 1990s; autumn 2022, whose days nobody has set
    rule(r"\b(?:19|20)\d0['’]?s\b", used_as(Use.DATE), "0"),
    rule(
        r"\b(?:autumn|winter|spring|summer)\s+(?:of\s+)?(?:19|20)\d\d\b",
        used_as(Use.DATE),
        "autumn winter spring summer",
    ),
)

DISTANCE_RULES: tuple[Rule[Quantity], ...] = (
    # 20 miles
    rule(
        rf"\b{AMOUNT}[\s-]*{_DISTANCES}\b",
        used_as(Use.DISTANCE),
        "mile km metre sq acre hectare mph",
    ),
)
