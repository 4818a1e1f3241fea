"""What all tests share: properties draw the same examples in every run, and runs that need not load anything.

A change is judged by what it did, not by the luck of a draw. `BOARDMINE_SEARCH=1` draws anew, to look for cases that
nobody has thought of; each that is found becomes a line of a table.
"""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from warm_runs import WarmRuns

settings.register_profile("same", derandomize=True)
settings.register_profile("search", derandomize=False)
settings.load_profile("search" if os.environ.get("BOARDMINE_SEARCH") else "same")

# Little of what tests make is garbage that must be looked for, and much is alive that would be gone through each time.
gc.set_threshold(100_000, 50, 100)

LONGEST = ("test_batch_killed.py", "test_batch_cluster.py", "test_docs.py", "test_review_barriers.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first: at the end one process would be at them when the other has nothing left to do."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WarmRuns]:
    """Starts runs of the command line that have loaded everything before they begin."""
    with WarmRuns(tmp_path_factory.mktemp("runs")) as warm:
        yield warm
