"""Step 1 of a sentence: which numbers are figures, what follows them, which restate each other, which are changes."""

from __future__ import annotations

import re

from itertools import pairwise

from boardmine.extractors.claims import Figure, Follow
from boardmine.extractors.sentence import Sentence
from boardmine.language.mentions import Direction, Mention, Number
from boardmine.records import Kind, Unit

_BOUND_WORDS = r"(?:(?:just|slightly|a\s+little)\s+)?(?:over|under|above|below|about|around|approximately|approx\.?|almost|nearly|more\s+than|less\s+than|fewer\s+than|at\s+least|up\s+to|only|just|some|circa|c\.?|an?|the|a\s+further|another)?\s*"
_CHANGE_NOUN = r"(?:reductions?|decreases?|falls?|drops?|declines?|dips?|increases?|rises?|growth|uplift|improvements?|deteriorations?|gains?)"
_DOWN = re.compile(r"reduc|decreas|fall|fell|drop|declin|dip|down|fewer|less|lower|below|deteriorat|worse|lost", re.I)

_NOUN_AFTER = re.compile(rf"^\s*(?:of\s+)?(?:(?!requir\w+\b|and\b|or\b|in\b|to\b|from\b|were\b|was\b|are\b|have\b|has\b)[\w-]+\s+){{0,2}}?(?P<word>{_CHANGE_NOUN})\b", re.I)
_COMPARATIVE_AFTER = re.compile(
    r"^\s*(?:(?:percentage\s+)?points?\s+)?(?P<word>more|fewer|less|higher|lower|up|down|above|below)\b(?=\s+(?:than|on|since|from|compared|over\s+the|in\s+(?:the\s+)?(?:last|past|year)|year|[a-z-]+\s+(?:than|did|on|compared)|[a-z-]+\s+[a-z-]+\s+than|the\s+(?:same|previous|year)|\d)|\s*[),.;]|\s*$)",
    re.I,
)
_NOUN_BEFORE = re.compile(rf"\b(?P<word>{_CHANGE_NOUN})\s+(?:of|by|was|is)\s+{_BOUND_WORDS}$", re.I)
_VERB_BY = re.compile(
    rf"\b(?P<word>increas\w+|reduc\w+|decreas\w+|ris\w+|rose|fall\w*|fell|dropp\w+|declin\w+|grow\w*|grew|grown|gone\s+(?:up|down)|went\s+(?:up|down)|improv\w+)\b[^.;:()]{{0,110}}?\bby\s+{_BOUND_WORDS}$",
    re.I,
)
_ADVERB_BEFORE = re.compile(rf"(?<!make\s)(?<!makes\s)(?<!made\s)(?<!making\s)(?<!set\s)(?<!open\s)(?<!follow\s)(?<!signed\s)(?<!taken\s)\b(?P<word>up|down|increased|decreased|reduced|risen|fallen|rose|fell|dropped|grew)\s+(?:overall\s+|further\s+|slightly\s+)?(?:by\s+)?{_BOUND_WORDS}$", re.I)
_FROM = re.compile(
    rf"\b(?:from|than)\s+(?:(?:a|the|its|an|our)\s+)?(?:(?:height|peak|high|low|level|total|figure|base|baseline|average|position|previous)\s+(?:point\s+)?(?:of\s+)?)?{_BOUND_WORDS}$",
    re.I,
)
_SINCE_THEN = re.compile(r"\b(?:since|from)\s+(?:the|a|its|our)\s+(?:[\w-]+\s+){0,3}(?:height|peak|high|low|level|figure|maximum)\s+(?:point\s+)?of\s+$|\bat\s+(?:the|its)\s+[^.;,]{0,40}\b(?:height|peak)\s*$", re.I)
_MOVED = re.compile(r"\b(?:increas\w*|reduc\w*|decreas\w*|ris\w*|rose|fall\w*|fell|dropp?\w*|declin\w*|gr[eo]w\w*|gone|went|c[ao]me|moved|mov\w+|improv\w*|up|down|chang\w*|higher|lower)\b", re.I)
_TO_NEXT = re.compile(r"\bto\b", re.I)
_GAP = re.compile(
    r"^\s*(?:(?:percentage\s+)?points?|days?|%|places?|[\w-]+)?\s*(?:[\w-]+\s+){0,3}?(?:than|above|below|over|under|short\s+of|away\s+from|behind|ahead\s+of|better|worse)\s+(?:than\s+)?(?:the\s+|our\s+|that\s+of\s+|that\s+for\s+|its\s+)*$",
    re.I,
)
_GAP_SUBJECT = re.compile(r"\b(?:gap|difference)\s+(?:to|between|with|from|against)\b", re.I)
_OF_WHOLE = re.compile(
    r"(?:^|[\s(\[–—-])(?:of\s+(?:(?:the|these|those|our|all|all\s+the|a\s+total\s+of|its|that|this)\s+)?(?:(?:total|current|remaining|overall)\s+)?|out\s+of\s+(?:the\s+|a\s+total\s+of\s+)?)$",
    re.I,
)
_MEASURE_OF = re.compile(
    r"\b(?:total|height|peak|rate|average|number|figure|level|high|low|target|threshold|score|mean|percentage|proportion|share|caseload|caseloads|population|cohort|performance|reduction|increase|rise|fall|decrease|drop|maximum|minimum|median|groups?|excess|outturn|length|estimate|capacity|ratio|consisting|comprising|consists|made\s+up|composed|case|region|because|instead|end|standard|absence|attendance|value|age)\s+of\s*$",
    re.I,
)
_LABELLED = re.compile(
    r"(?:\b(?:is|was|were|are|be|been|at|to|by|of|from|remains?|remained|reached|totalled|totals?|averaged|equals?|stands?|stood|sits?|reported|recorded|showing|than|through)(?:\s+(?:now|currently|still|only|just|at|as|around|about|already|over|under|approximately|almost|nearly|more\s+than|less\s+than|up\s+to|again|also))*|[:=]|\s[–—-])\s*\(?\s*$",
    re.I,
)
_EXISTENTIAL = re.compile(r"\bthere\s+(?:is|are|was|were|have\s+been|has\s+been|had\s+been|has|have|had|will\s+be)\b[^.;,]{0,30}$", re.I)
_SAME_FIGURE = re.compile(
    r"^\s*(?:children|young\s+people|people|yp|cases|families|individuals)?\s*[(\[,–-]?\s*(?:\(\s*)?(?:or|i\.e\.|ie|that\s+is|equating\s+to|equivalent\s+to|which\s+(?:is|equates\s+to|represents|equals)|representing|equal\s+to|a\s+rate\s+of|at\s+a\s+rate\s+of|rate\s+of)?[,:]?\s*(?:about|around|approximately|approx\.?|almost|nearly|just\s+(?:over|under)|over|under|some)?\s*$",
    re.I,
)
_EQUATES = re.compile(r"(?:which\s+(?:is|equates\s+to|represents|equals|was)|equating\s+to|equivalent\s+to|representing|equal\s+to|this\s+(?:is|equates\s+to|represents))\s*(?:about|around|approximately|over|almost|nearly)?\s*$", re.I)
_RATE_OF = re.compile(r"[(,]\s*(?:or\s+)?(?:this\s+is\s+|which\s+is\s+|equating\s+to\s+|equivalent\s+to\s+|equal\s+to\s+)?(?:a\s+rate\s+of\s*)?$|\b(?:a\s+rate\s+of|equal\s+to|or)\s*$", re.I)

GENERIC = frozenset(
    "sibling siblings single child children people person persons yp cyp individuals individual families family cases pupils students "
    "adults boys girls males females ones households them these those whom which cohort total others".split()
)
_SKIPPED = frozenset(
    "further additional new other total overall different separate eligible current currently remaining the our all "
    "these those its their of local young looked older younger vulnerable such own more in full entire whole full-time - – extra of-age distinct "
    "individual actual confirmed school-age possible potential prospective formal open".split()
)
_STOPPERS = frozenset(
    "in at on since by during from for as over under after before between until within per and or but compared against "
    "with while whereas when where if than then to up down so because due although however again last this next "
    "respectively each annually overall nationally regionally locally currently now similar above below not also only out".split()
)
_VERBS = frozenset(
    "is are was were be been being has have had do does did live lives lived remain remained remains left leave leaving "
    "started start began become became ceased cease received receive moved move went go came come returned return "
    "require requires required got get gained achieved attended attend lost took take had need needed say said feel "
    "held subsequently also have will would can could should may might left".split()
)


def figures_of(sentence: Sentence) -> list[Figure]:
    """The figures of a sentence, in order. Gaps to a comparator or target (`56 days quicker than England`) are none."""
    figures: list[Figure] = []
    for number in sentence.numbers:
        if _is_gap(sentence, number) or _is_definition(sentence, number) or _GAP_SUBJECT.search(sentence.between(sentence.start, number.start)):
            continue
        figure = Figure(len(figures), number, follow=_follow(sentence, number))
        figures.append(figure)
    _put_labels_first(sentence, figures)
    for figure in figures:
        _read_lead(sentence, figure)
        _read_change(sentence, figures, figure)
    for figure in figures:
        _carry_change(sentence, figures, figure)
        figure.group = _group(sentence, figures, figure)
    return figures


def _carry_change(sentence: Sentence, figures: list[Figure], figure: Figure) -> None:
    """`a 14% fall over the year and 28% overall`: the second percentage is a change too; `24 to 31`: from, to."""
    if figure.index == 0:
        return
    before = figures[figure.index - 1]
    between = sentence.between(before.number.end, figure.number.start)
    same_unit = before.number.unit is figure.number.unit is Unit.PERCENT
    if before.kind is Kind.CHANGE and same_unit and figure.kind is Kind.LEVEL and figure.follow is Follow.BARE:
        after = sentence.between(figure.number.end, figure.number.end + 30)
        if re.search(r"\band\s*$", between) and re.match(r"\s*(?:overall|since|from|over|in\s+(?:the\s+)?total)\b", after):
            figure.kind, figure.direction = Kind.CHANGE, before.direction
    if re.fullmatch(r"\s*to\s*", between) and before.number.unit is figure.number.unit and before.kind is Kind.LEVEL:
        before.from_baseline = True


def _put_labels_first(sentence: Sentence, figures: list[Figure]) -> None:
    """`NEET 23% Education 66% Training 5%`: what follows a number is the label of the next one."""
    if len(figures) < 2 or len({f.number.unit for f in figures}) > 1:
        return
    words = (*sentence.terms, *sentence.members)
    first, last = figures[0].number, figures[-1].number
    label = any(0 <= first.start - w.end <= 2 for w in words)
    tail = any(w.start >= last.end for w in words)
    between = [sentence.between(a.number.end, b.number.start) for a, b in pairwise(figures)]
    joined = any(re.match(r"\s*(?:of|at|in|for|were|are|is|was|have|has|aged|with|on|to|out)\b", b) for b in between)
    if label and not tail and not joined and all(re.fullmatch(r"[\s,|/-]*[\w'’/ -]{3,40}[\s:=-]*", b) for b in between):
        for figure in figures:
            figure.follow, figure.label_first = Follow.BARE, True


def _follow(sentence: Sentence, number: Number) -> Follow:
    """What stands behind a number. Adjectives and `of the` are passed over, not more than five words."""
    at = number.end
    restated = re.match(r"\s*\([^()]{0,30}\d[^()]{0,30}\)", sentence.between(at, at + 70))
    if restated:
        at += restated.end()
    tokens = sentence.tokens_after(at, 9)
    passed = 0
    for token in tokens:
        if passed > 5:
            break
        if _starts_at(sentence.terms, token.start) or _starts_at(sentence.populations, token.start):
            return Follow.TERM
        member = next((m for m in sentence.members if m.start == token.start), None)
        if member is not None and token.lower not in GENERIC:
            return Follow.MEMBER
        if any(q.start == token.start and q.reading for q in sentence.quantities):
            return Follow.MEMBER
        if any(p.start <= token.start < p.end for p in sentence.periods):
            return Follow.BARE
        if token.lower in ("%", "per", "cent", "percent") and not passed:
            continue
        if token.lower in ("which", "whom"):
            return Follow.BARE
        if token.lower in GENERIC or token.lower == "young":
            return Follow.GENERIC
        if token.lower in _VERBS or (token.lower.endswith("ed") and len(token.lower) > 4):
            return Follow.VERB
        if token.lower in _SKIPPED:
            passed += 1
            continue
        if passed and token.lower[0].isdigit():
            return Follow.GENERIC
        if not token.lower[0].isalpha() or token.lower in _STOPPERS:
            return Follow.BARE
        if passed <= 2 and _term_soon(sentence, token.end):
            passed += 1
            continue
        return Follow.FOREIGN
    return Follow.BARE if not tokens else Follow.GENERIC if passed else Follow.BARE


def _starts_at(mentions: tuple[Mention, ...] | tuple[object, ...], at: int) -> bool:
    return any(m.start == at for m in mentions)  # type: ignore[attr-defined]


def _term_soon(sentence: Sentence, at: int) -> bool:
    """Whether a term begins within the next two words, with no stop between: an adjective was not known."""
    soon = sentence.tokens_after(at, 2)
    for token in soon:
        if _starts_at(sentence.terms, token.start):
            return True
        if not token.lower[0].isalpha():
            return False
    return False


def _read_lead(sentence: Sentence, figure: Figure) -> None:
    number = figure.number
    lead = sentence.between(number.start - 90, number.start)
    bare_lead = re.sub(
        r"(?:over|under|about|around|approximately|approx\.?|almost|nearly|more\s+than|less\s+than|fewer\s+than|at\s+least|up\s+to|just|only|some)\s*$",
        "",
        lead,
        flags=re.I,
    )
    figure.bracketed = lead.rstrip().endswith(("(", "["))
    figure.enclosed = lead.rfind("(") > lead.rfind(")")
    if _OF_WHOLE.search(lead) and not _MEASURE_OF.search(bare_lead):
        figure.whole = number.unit is None
    existential = _EXISTENTIAL.search(lead) is not None
    figure.labelled = bool(_LABELLED.search(lead)) and not existential and not figure.whole
    if figure.labelled and figure.follow in (Follow.TERM, Follow.GENERIC, Follow.MEMBER, Follow.VERB):
        # `were 46 adoptions` counts adoptions; `Dental: 91 children` is labelled all the same.
        figure.labelled = lead.rstrip().endswith((":", "=")) and figure.follow is not Follow.TERM


def _read_change(sentence: Sentence, figures: list[Figure], figure: Figure) -> None:
    number = figure.number
    before = sentence.between(number.start - 90, number.start)
    after = sentence.between(number.end, number.end + 60)
    figure.since_then = bool(_SINCE_THEN.search(before) or re.match(r"\s*since\s*(?:[.,;)]|$)", after))
    if _FROM.search(before) and (_MOVED.search(sentence.between(sentence.start, number.start)) or _TO_NEXT.search(after)):
        figure.from_baseline = True
        return
    if number.signed:
        _as_change(figure, Direction.UP if number.signed > 0 else Direction.DOWN)
        return
    for pattern, text in (
        (_NOUN_AFTER, after),
        (_COMPARATIVE_AFTER, after),
        (_NOUN_BEFORE, before),
        (_VERB_BY, before),
        (_ADVERB_BEFORE, before),
    ):
        match = pattern.search(text)
        if match is None:
            continue
        if pattern is _NOUN_AFTER and number.unit is None and not re.match(r"\s*(?:of\s+)?\S+$", match[0]):
            continue
        if pattern is _ADVERB_BEFORE and match["word"].lower() == "up" and re.search(r"\bup\s+to\s*$", before, re.I):
            continue
        _as_change(figure, Direction.DOWN if _DOWN.search(match["word"]) else Direction.UP)
        return


def _as_change(figure: Figure, direction: Direction) -> None:
    figure.kind = Kind.CHANGE
    figure.direction = direction


def _group(sentence: Sentence, figures: list[Figure], figure: Figure) -> int:
    """The earlier figure that this one restates in another unit, or its own index."""
    if figure.index == 0:
        return figure.index
    before = figures[figure.index - 1]
    if figure.number.range_with < 0 and before.number.range_with > 0:
        return before.group
    between = sentence.between(before.number.end, figure.number.start)
    if before.kind is not figure.kind or figure.kind is Kind.CHANGE:
        return figure.index
    units = {before.number.unit, figure.number.unit}
    if figure.number.unit is Unit.PER_10000 and before.number.unit is None:
        return before.group if _RATE_OF.search(between) else figure.index
    if before.number.unit is Unit.PER_10000 and figure.number.unit is None and _SAME_FIGURE.match(between):
        return before.group
    if units == {None} and figure.enclosed and re.match(r"\s*(?:children|young\s+people)\s*\)", sentence.between(figure.number.end, figure.number.end + 20)):
        return before.group if between.strip() == "(" and sentence.rates else figure.index
    if units != {None, Unit.PERCENT}:
        return figure.index
    if _SAME_FIGURE.match(between) and (figure.bracketed or "or" in between.split() or "," not in between):
        return before.group if between.strip() else figure.index
    near = len(between) < 110 and not re.search(r"[,;:–]", between)
    if (figure.bracketed and near) or (figure.number.unit is Unit.PERCENT and _EQUATES.search(between)):
        inside = sentence.between(figure.number.end, figure.number.end + 30)
        alone = re.match(r"\s*(?:children|young\s+people|people|cases|families)?\s*(?:\)|of\b)", inside) is not None
        named = any(a.start >= before.number.end and a.end <= figure.number.start for a in sentence.areas)
        if alone and not named and not sentence.has_hard_stop(before.number.end, figure.number.start):
            return before.group
    return figure.index


_DEFINED_AS = re.compile(r"\b(?:considered|defined|deemed|classed|regarded|described)\s+(?:to\s+be|as)\s+(?:[\w-]+\s+){0,4}$", re.I)
_FOREIGN_SUBJECT = re.compile(r"\b(?:increase|decrease|reduction|rise|fall|drop|change|growth)\s+in\s+(?:the\s+)?(?:number\s+of\s+)?(?P<what>[\w-]+)\s+(?:to|from|by|of)\s+$", re.I)


def _is_definition(sentence: Sentence, number: Number) -> bool:
    """Whether a number only defines a word (`good is considered to be above 95%`), or counts what is changed and
    unknown (`an increase in beds to 5`)."""
    lead = sentence.between(number.start - 90, number.start)
    if _DEFINED_AS.search(re.sub(_BOUND_WORDS + "$", "", lead)):
        return True
    subject = _FOREIGN_SUBJECT.search(lead)
    if subject is None or subject["what"].lower() in GENERIC:
        return False
    at = number.start - len(lead) + subject.start("what")
    known = (*sentence.terms, *sentence.members, *sentence.events)
    return not any(m.start <= at < m.end for m in known)


def _is_gap(sentence: Sentence, number: Number) -> bool:
    """Whether a number is the distance to a comparator or a target."""
    for mention in (*sentence.areas, *sentence.roles):
        if mention.start < number.end:
            continue
        between = sentence.between(number.end, mention.start)
        if len(between) < 60 and _GAP.match(between):
            return True
    return False
