"""Whose schooling the values of a table are of: that of children looked after, or of all pupils."""

from __future__ import annotations

import re

from boardmine.catalogue.model import Metric
from boardmine.extractors.support import ALL_CHILDREN
from boardmine.extractors.tables.around import Around
from boardmine.extractors.tables.meaning import Meaning

_SCHOOLS = re.compile(r"\b(?:primary|secondary|special|all)\s+schools?\b|\ball\s+pupils\b", re.I)
_ALL_PUPILS = re.compile(r"\ball\s+(?:pupils|children|schools|state[\s-]funded\s+schools)\b", re.I)
_PUPILS = re.compile(r"\bpupils\b(?!\s+premium)", re.I)
_IN_CARE = re.compile(r"\b(?:looked[\s-]after|in\s+(?:our\s+)?care|cla|lac|cic|virtual|pep)\b", re.I)


def _over(around: Around) -> list[Meaning]:
    return [around.label, around.head, *([around.group] if around.group else []), *around.above]


def is_of_all_pupils(around: Around, metric: Metric) -> bool:
    """Whether label or head tell of the pupils of all schools and not of children looked after, or stand under words
    for pupils and nothing anywhere over them tells of those looked after."""
    if "cla" not in metric.of:
        return False
    beside = [around.label, around.head]
    if any(_tells_of_all(m) for m in beside) and not any(_tells_of_some(m) for m in beside):
        return True
    over = _over(around)
    told = _SCHOOLS.search(around.label.text) or any(_PUPILS.search(m.text) or _tells_of_all(m) for m in over)
    return bool(told) and not any(map(_tells_of_some, over))


def _tells_of_all(meaning: Meaning) -> bool:
    return _ALL_PUPILS.search(meaning.text) is not None or any(
        p.population == ALL_CHILDREN for p in meaning.passage.populations
    )


def _tells_of_some(meaning: Meaning) -> bool:
    """Whether words tell of children looked after, or of others whom services for children know."""
    metric = None if meaning.weak else meaning.metric
    of_them = metric is not None and metric.counts == "cla"
    return of_them or any(p.population != ALL_CHILDREN for p in meaning.passage.populations)


def names_in_care(meaning: Meaning) -> bool:
    """Whether words tell of children looked after, or name what is only theirs."""
    return _tells_of_some(meaning) or _IN_CARE.search(meaning.text) is not None


def is_of_nobody(around: Around, metric: Metric) -> bool:
    """Whether a metric of the schooling of children looked after stands where nothing tells whose schooling it is, or
    what stands nearest tells of pupils, or other rows name those looked after and this one does not."""
    if metric.family != "education" or "cla" not in metric.of:
        return False
    over = [(m, names_in_care(m)) for m in _over(around)]
    if around.others_in_care and not over[0][1]:
        return True
    first = next((told for m, told in over if told or _PUPILS.search(m.text)), False)
    return not first
