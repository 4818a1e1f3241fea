"""What all tests share: properties draw the same examples in every run.

A change is judged by what it did, not by the luck of a draw. `BOARDMINE_SEARCH=1` draws anew, to look for cases that
nobody has thought of; each that is found becomes a line of a table.
"""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True)
settings.register_profile("search", derandomize=False)
settings.load_profile("search" if os.environ.get("BOARDMINE_SEARCH") else "same")
