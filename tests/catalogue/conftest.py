"""A small catalogue in a folder, to be spoilt by the tests."""

from __future__ import annotations

from pathlib import Path

import pytest

FILES = {
    "vocabulary.yaml": """\
inflections:
  child: [children]
groups:
  child: [child, young-person]
names: []
events:
  fell: [fell, dropped]
populations:
  carers: ["{child} carer"]
""",
    "dimensions.yaml": """\
dimensions:
  colour:
    label: Colour
    members:
      red: [red, scarlet]
      blue: [blue]
  age:
    label: Age
    form: age
""",
    "areas.yaml": """\
comparators:
  england: [England]
regions: [North East]
others: [London]
authorities: [Wexcombe]
""",
    "metrics/kites.yaml": """\
family: kites
title: Kites
about: Kites flown by children.
metrics:
  kite.count:
    label: Kites
    definition: Kites in the air.
    type: stock
    units: [count, percent]
    by: [colour, age]
    counts: kites
    terms:
      - kite
      - {term: red kite flag, by: {colour: red}}
    weak: [flown]
  kite.lost:
    label: Kites lost
    definition: Kites lost in a period.
    type: flow
    units: [count]
    of: [kites]
    composed_of: [kite.count, fell]
    terms: ["(lost|missing) kite", "kite ... lost"]
    counted: [loss]
""",
}


@pytest.fixture
def schemas(tmp_path: Path) -> Path:
    """The folder of a catalogue without a fault."""
    folder = tmp_path / "schemas"
    (folder / "metrics").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
