"""The Python of the documentation runs, and is so."""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(autouse=True)
def beside_the_papers(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(samples, tmp_path / "papers.duckdb")
    monkeypatch.chdir(tmp_path)


def test_the_python_of_the_pages_runs() -> None:
    found = [
        block
        for page in sorted(DOCS.glob("*.md"))
        for block in re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    ]
    assert found
    for block in found:
        exec(compile(block, "docs", "exec"), {})


def cell_value(source: str, names: dict[str, Any]) -> Any:
    """Run a cell; gives back what its last line is worth, as a notebook would show it."""
    body = ast.parse(source).body
    last = body.pop() if isinstance(body[-1], ast.Expr) else None
    exec(compile(ast.Module(body, []), "notebook", "exec"), names)
    return eval(compile(ast.Expression(last.value), "notebook", "eval"), names) if last else None


def test_the_notebook_runs(capsys: pytest.CaptureFixture[str]) -> None:
    notebook = json.loads((DOCS / "notebook.ipynb").read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    shown = [cell_value("".join(cell["source"]), names) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(shown) == 5
    assert list(shown[1][shown[1]["restated"]]["value"]) == [101]
    restated = shown[2][shown[2]["value_in_october"] != shown[2]["value_in_january"]]
    assert restated[["value_in_october", "value_in_january"]].values.tolist() == [[97, 101]]
    assert "97 in the paper of 10 Oct 2023" in capsys.readouterr().out
    assert shown[4].height > 3
