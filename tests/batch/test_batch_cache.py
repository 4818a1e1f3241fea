"""Parsed documents are kept, found again, and never anything else."""

from __future__ import annotations

import os
import pickle
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from boardmine.batch.cache import Cache, key_of
from boardmine.document import Document
from boardmine.errors import EncryptedFile
from boardmine.readers.limits import Limits
from boardmine.readers.reading import load_source, read
from boardmine.readers.source import Source

SAMPLES = Path(__file__).resolve().parents[2] / "sample_docs"
PAPERS = sorted(path for path in SAMPLES.glob("20*") if path.suffix != ".json")


def never(source: Source) -> Document:
    raise AssertionError("read again")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.suffix)
def test_what_comes_back_is_what_was_read(paper: Path, tmp_path: Path) -> None:
    source = load_source(paper)
    first = Cache(tmp_path).reader(read)(source)
    assert Cache(tmp_path).reader(never)(source) == first == read(source)


def test_another_name_content_or_limit_is_another_document() -> None:
    source = load_source(PAPERS[0])
    others = (
        replace(source, name="other"),
        replace(source, data=source.data + b" "),
        replace(source, limits=Limits(max_pages=3)),
        replace(source, facts=replace(source.facts, council="Wexcombe")),
    )
    assert len({key_of(source), *map(key_of, others)}) == 5


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("false",)


@pytest.mark.parametrize(
    "content", [b"", b"rubbish", zlib.compress(pickle.dumps(Evil())), zlib.compress(pickle.dumps([1]))]
)
def test_what_is_no_document_is_read_again(content: bytes, tmp_path: Path) -> None:
    source = load_source(PAPERS[0])
    (tmp_path / f"{key_of(source)}.document").write_bytes(content)
    document = Cache(tmp_path).reader(read)(source)
    assert document == Cache(tmp_path).reader(never)(source)


def test_it_holds_no_more_than_it_may_and_drops_what_was_not_used(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    sources = [load_source(paper) for paper in PAPERS]
    for i, source in enumerate(sources):
        cache.reader(read)(source)
        os.utime(tmp_path / f"{key_of(source)}.document", (i, i))
    cache.reader(never)(sources[0])
    sizes = [(tmp_path / f"{key_of(source)}.document").stat().st_size for source in sources]
    assert Cache(tmp_path, sizes[0] + sizes[-1]).trim() == sizes[0] + sizes[-1]
    assert [(tmp_path / f"{key_of(source)}.document").exists() for source in sources] == [True, False, False, True]
    assert Cache(tmp_path, 0).trim() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    def refuse(source: Source) -> Document:
        raise EncryptedFile(source.path, "needs a password")

    with pytest.raises(EncryptedFile):
        Cache(tmp_path).reader(refuse)(load_source(PAPERS[0]))
    assert list(tmp_path.iterdir()) == []
