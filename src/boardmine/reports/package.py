"""A Frictionless data package: CSV files, and `datapackage.json` that says what is in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from boardmine.records import Basis, Bound, Certainty, Kind, Role, Unit
from boardmine.reports.csv_files import SUPPRESSED, write_csv
from boardmine.reports.rows import COLUMNS, Source
from boardmine.store.dictionary import relations

LICENCES = {
    "OGL-UK-3.0": (
        "Open Government Licence v3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "CC-BY-4.0": ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "other-closed": ("Other (not open)", ""),
}
"""Licences that a package may be given: title and address by name."""

_ENUMS: dict[str, type[Kind | Role | Unit | Bound | Basis | Certainty]] = {
    "kind": Kind,
    "role": Role,
    "unit": Unit,
    "bound": Bound,
    "period_basis": Basis,
    "certainty": Certainty,
}
_TYPES = {"DATE": "date", "DOUBLE": "number", "INTEGER": "integer", "BIGINT": "integer", "BOOLEAN": "boolean"}
_REQUIRED = ("observation", "document", "metric", "area", "role", "kind", "unit", "bound", "certainty")


def write_package(source: Source, folder: Path, licence: str) -> list[Path]:
    """Write a data package into a new folder: what `write_csv` writes, with the types, units, constraints and relations
    of every column. `licence` is one of LICENCES."""
    written = write_csv(source, folder)
    title, address = LICENCES[licence]
    licences = [{"name": licence, "title": title} | ({"path": address} if address else {})]
    described = {
        "name": "boardmine",
        "title": "Numbers on children's services as council papers state them",
        "profile": "tabular-data-package",
        "licenses": licences,
        "resources": [
            _resource("statements", _statements(source), "observation"),
            _resource("findings", _fields("findings", source.findings().schema.names), "id"),
            _resource("metrics", _fields("metrics", source.metrics().schema.names), "id"),
            _resource("dimensions", _fields("dimensions", source.dimensions().schema.names), "id"),
        ],
    }
    path = folder / "datapackage.json"
    path.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return [*written, path]


def _resource(name: str, fields: list[dict[str, Any]], key: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": fields, "primaryKey": [key], "missingValues": ["", SUPPRESSED]}
    if name in ("statements", "findings"):
        metric = {"fields": ["metric"], "reference": {"resource": "metrics", "fields": ["id"]}}
        schema["foreignKeys"] = [metric]
    return {
        "name": name,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _statements(source: Source) -> list[dict[str, Any]]:
    fields = _fields("statements", COLUMNS)
    for described in fields:
        name = described["name"]
        constraints: dict[str, Any] = {"required": True} if name in _REQUIRED else {}
        if name in _ENUMS:
            constraints["enum"] = [member.value for member in _ENUMS[name]]
        if name == "page":
            constraints["minimum"] = 1
            described["unit"] = "page of the file"
        if name == "value":
            described["unit"] = "as the column unit says"
            if source.limit:
                described["description"] += (
                    f" `{SUPPRESSED}`: a count below {source.limit}, or what would give one away."
                )
        if constraints:
            described["constraints"] = constraints
    return fields


def _fields(relation: str, names: Any) -> list[dict[str, Any]]:
    columns = {c.name: c for r in relations() if r.name == relation for c in r.columns}
    return [
        {"name": name, "type": _TYPES.get(columns[name].type, "string"), "description": columns[name].about}
        for name in names
    ]
