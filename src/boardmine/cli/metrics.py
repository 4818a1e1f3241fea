"""`boardmine metrics`: the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from boardmine.cli.options import ListFormat

if TYPE_CHECKING:
    from boardmine.catalogue import Metric


def metrics(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A metric, to be told everything of.")] = None,
    family: Annotated[str | None, typer.Option("--family", metavar="NAME", help="Only this family.")] = None,
    form: Annotated[ListFormat, typer.Option("--format", help="How to print.")] = ListFormat.TABLE,
) -> None:
    """List the metrics that boardmine knows, or describe one."""
    from boardmine.catalogue import catalogue
    from boardmine.cli.metric_sheets import show_list, show_one

    known = catalogue()
    wanted_family = known_family(family) if family else None
    if name is not None:
        found = known_metric(name, "NAME")
        if form is ListFormat.JSON:
            _print_json(described(found))
        else:
            show_one(known, found)
        return
    listed = [m for m in known.metrics.values() if wanted_family in (None, m.family)]
    if form is ListFormat.JSON:
        _print_json([described(m) for m in listed])
    else:
        show_list(known, listed)


def known_metric(name: str, where: str) -> Metric:
    """The metric of a name. Raises typer.BadParameter, which names similar ones, where there is none."""
    from boardmine.catalogue import catalogue

    metrics = catalogue().metrics
    if name not in metrics:
        raise typer.BadParameter(_unknown("metric", name, metrics), param_hint=where)
    return metrics[name]


def known_family(name: str) -> str:
    """The name of a family. Raises typer.BadParameter, which lists the known ones, for any other."""
    from boardmine.catalogue import catalogue

    families = catalogue().families
    if name not in families:
        raise typer.BadParameter(f"unknown family {name!r}; known are {', '.join(families)}", param_hint="--family")
    return name


def described(metric: Metric) -> dict[str, Any]:
    """A metric as one object of JSON values."""
    return {
        "id": metric.id,
        "family": metric.family,
        "label": metric.label,
        "definition": metric.definition,
        "type": metric.type,
        "units": [unit.value for unit in metric.units],
        "dimensions": list(metric.by),
        "calendar": metric.calendar,
        "rolling_months": metric.rolling_months,
        "source": metric.source,
        "terms": [
            {"term": t.text, "strength": "weak" if t.weak else "counted" if t.counted else "full", "by": dict(t.by)}
            for t in metric.terms
        ],
    }


def _unknown(what: str, name: str, known: Any) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "`boardmine metrics` lists them"
    return f"unknown {what} {name!r}; {hint}"


def _print_json(value: Any) -> None:
    import json

    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
