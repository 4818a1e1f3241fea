"""The JSON Schemas of the records, generated from the models, in `schemas/records/`.

python -m boardmine.schema_files           # writes them
python -m boardmine.schema_files --check   # exits 1 if they are not what the models say
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from pydantic import BaseModel

from boardmine.records import DemandRecord, Evidence, NeetBreakdown, Observation, PermanenceRecord
from boardmine.resources import folder

RECORDS: tuple[type[BaseModel], ...] = (Evidence, Observation, DemandRecord, PermanenceRecord, NeetBreakdown)
"""The models that have a schema."""


def schema_files() -> dict[str, str]:
    """The text of each schema by the name of its file, such as `demand_record.json`."""
    return {_file_name(model): _text(model) for model in RECORDS}


def main() -> None:
    """Write the schemas, or see whether they are up to date."""
    target = folder("schemas") / "records"
    if sys.argv[1:] == ["--check"]:
        sys.exit(_check(target))
    target.mkdir(exist_ok=True)
    for name, text in schema_files().items():
        (target / name).write_text(text, encoding="utf-8")


def differing(target: Path) -> list[str]:
    """The names of files in a folder that are not what the models say: changed, missing, or of no model."""
    wanted = schema_files()
    found = {path.name: path.read_text(encoding="utf-8") for path in target.glob("*.json")}
    return sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))


def _check(target: Path) -> str | int:
    wrong = differing(target)
    return f"not what the models say: {', '.join(wrong)}; run python -m boardmine.schema_files" if wrong else 0


def _file_name(model: type[BaseModel]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower() + ".json"


def _text(model: type[BaseModel]) -> str:
    # As records are written, so with what is computed of them (`route`).
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema(mode="serialization")
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    main()
