"""From what a form says to a decision in the store."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from boardmine.catalogue import Catalogue
from boardmine.catalogue.model import Metric
from boardmine.checks.rules import rules
from boardmine.errors import QueryError
from boardmine.records import Basis, Evidence, Kind, Observation, Unit
from boardmine.review.desk import Desk
from boardmine.review.missed import number_at, standing_of
from boardmine.review.number import Number, look
from boardmine.store.findings import refresh_findings
from boardmine.store.meaning import Meaning
from boardmine.store.places import Standing
from boardmine.store.reviews import Decision, Word, decide, undo

BREAKDOWNS = 3
"""How many dimensions a form has room for."""

_FIELDS = ("metric", "kind", "value", "unit", "area", "role", "bound", "period_basis")
_DAYS = ("period_start", "period_end", "baseline_start", "baseline_end")
_WHY = 1_000


def form_of(meaning: Meaning | None) -> dict[str, str]:
    """What a form shows of a record; of none, what is usual."""
    said = {"kind": "level", "unit": "count", "area": "authority", "role": "actual", "bound": "exact"}
    said |= {"metric": "", "value": "", "period_basis": Basis.STATED.value} | dict.fromkeys(_DAYS, "")
    members: list[tuple[str, str]] = []
    if meaning is not None:
        said |= {name: str(getattr(meaning, name)) for name in _FIELDS}
        said["value"] = f"{meaning.value:.10g}"
        said |= {name: str(getattr(meaning, name) or "") for name in _DAYS}
        members = sorted(meaning.members.items())
    for i in range(BREAKDOWNS):
        said[f"dimension{i}"], said[f"member{i}"] = members[i] if i < len(members) else ("", "")
    return said


def units_for(metric: Metric, kind: Kind) -> tuple[Unit, ...]:
    """The units that a value of a metric may have: those of the catalogue, per cent for a share of its own population,
    points where a percentage moved."""
    units = dict.fromkeys([*metric.units, Unit.PERCENT])
    return (*units, Unit.POINTS) if kind is Kind.CHANGE else tuple(units)


def meaning_of(
    form: Mapping[str, str], catalogue: Catalogue, standing: Standing
) -> tuple[Meaning | None, dict[str, str]]:
    """The record that a form says, or what is wrong with it, by field."""
    faults: dict[str, str] = {}
    said: dict[str, Any] = {name: form.get(name, "").strip() for name in _FIELDS}
    said |= {name: form.get(name, "").strip() or None for name in _DAYS}
    metric = catalogue.metrics.get(said["metric"])
    if metric is None:
        faults["metric"] = "Choose what the number measures."
    said["value"] = _value(said["value"], faults)
    said["by"] = _breakdown(form, catalogue, metric, faults)
    if metric and not faults:
        kind = Kind.CHANGE if said["kind"] == "change" else Kind.LEVEL
        units = units_for(metric, kind)
        if said["unit"] not in units:
            faults["unit"] = f"{metric.label} is given in: {', '.join(u.value.replace('_', ' ') for u in units)}."
        lacking = [d for d in metric.needs if d not in said["by"]]
        if lacking:
            faults["dimension0"] = f"{metric.label} needs a breakdown by {', '.join(lacking)}."
    if not said["period_start"] or not said["period_end"]:
        faults.setdefault("period_start", "Give the first and the last day that the number is about.")
    if faults:
        return None, faults
    try:
        record = Observation(doc=standing.document, evidence=_evidence(standing), **said)
    except ValidationError as error:
        return None, _faults(error)
    return Meaning.of(record.model_dump(mode="python") | _plain(record)), {}


def standing_at(desk: Desk, number: Number) -> Standing:
    """Where a number stands: as the store says, or else as the paper does. Raises QueryError where there is no number,
    and InputError where the paper cannot be read any more."""
    if number.standing is not None and number.standing.text_hash:
        return number.standing
    read = desk.read(desk.paper(number.document))
    written = number_at(read.document, number.start)
    return standing_of(read.document, read.parts, number.document, written)


def record_decision(
    desk: Desk, document: str, start: int, word: Word, after: Meaning | None, reviewer: str, why: str, seen: int
) -> int:
    """Decide about a number; gives back the id of the review. What is accepted stays what it is, what is rejected is
    none. Findings follow. Raises DecidedMeanwhile, QueryError, InputError."""
    with desk.store() as connection:
        number = look(connection, document, start)
    standing = standing_at(desk, number)
    if word == "reject" and number.now is None:
        raise QueryError(f"{standing.number} is no record that could be rejected")
    if word == "accept":
        after = number.now
    decision = Decision(word, number.now, after, reviewer, " ".join(why.split())[:_WHY], number.reason)
    with desk.store() as connection:
        review = decide(connection, standing, decision, seen)
        if number.now != after:
            _check_anew(desk, document)
    return review


def take_back(desk: Desk, review: int, reviewer: str) -> tuple[str, int]:
    """Undo a decision; gives back the paper and the place of its number. Raises DecidedMeanwhile, QueryError."""
    with desk.store() as connection:
        undo(connection, review, reviewer)
        document, start = connection.execute(
            "SELECT p.document, p.number_start FROM review_places AS p JOIN reviews AS r ON r.subject = p.subject "
            "WHERE r.id = ?",
            [review],
        ).fetchall()[0]
        _check_anew(desk, document)
    return str(document), int(start)


def _check_anew(desk: Desk, document: str) -> None:
    with desk.store() as connection:
        keys = connection.execute("SELECT DISTINCT council_key FROM owners WHERE document = ?", [document]).fetchall()
        refresh_findings(connection, desk.catalogue, rules(), [key for (key,) in keys])


def _value(text: str, faults: dict[str, str]) -> float:
    try:
        return float(text.replace(",", "").rstrip("%"))
    except ValueError:
        faults["value"] = "Give a number, such as 1,022 or -12.5."
        return 0.0


def _breakdown(
    form: Mapping[str, str], catalogue: Catalogue, metric: Metric | None, faults: dict[str, str]
) -> dict[str, str]:
    by: dict[str, str] = {}
    for i in range(BREAKDOWNS):
        dimension, member = form.get(f"dimension{i}", "").strip(), form.get(f"member{i}", "").strip()
        if not dimension and not member:
            continue
        known = catalogue.dimensions.get(dimension)
        if known is None or (metric is not None and dimension not in metric.by):
            allowed = ", ".join(metric.by) if metric and metric.by else "nothing"
            faults[f"dimension{i}"] = f"This measure is broken down by: {allowed}."
        elif not member or (known.members and not known.form and member not in known.members):
            faults[f"member{i}"] = f"{known.label} is one of: {', '.join(known.members) or 'a span such as 16-17'}."
        elif dimension in by:
            faults[f"dimension{i}"] = "Each dimension is given once."
        else:
            by[dimension] = member
    return by


def _evidence(standing: Standing) -> Evidence:
    return Evidence(
        quote=standing.quote,
        char_start=standing.char_start,
        char_end=standing.char_end,
        number=standing.number,
        number_start=standing.number_start,
        number_end=standing.number_end,
    )


def _plain(record: Observation) -> dict[str, Any]:
    words = ("kind", "unit", "role", "bound", "period_basis")
    return {name: getattr(record, name).value for name in words} | {"members": dict(record.by)}


def _faults(error: ValidationError) -> dict[str, str]:
    """What a model finds wrong, by field; what concerns several is told of the period."""
    found = {}
    for fault in error.errors():
        field = str(fault["loc"][0]) if fault["loc"] else ""
        message = fault["msg"].removeprefix("Value error, ")
        found[field or "period_start"] = message[:1].upper() + message[1:] + "."
    return found
