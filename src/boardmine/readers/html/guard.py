"""Bounds on a page before it is parsed.

The HTML standard makes a parser do quadratic work for some input: each block looks through all open elements, each
paragraph reopens the formatting elements left open, each attribute is compared with those before it. A hundred
kilobytes can so cost minutes and gigabytes. What drives the cost is counted here in one pass over the tags, never
too low and for real pages far below the limits.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from boardmine.errors import FileTooLarge
from boardmine.readers.html.nodes import tags
from boardmine.readers.source import Source

MAX_STEPS = 300_000_000
"""How many open elements the parser may look at: some three seconds. A page of a million tags takes a tenth."""

MAX_REOPENED = 1_000_000
"""How many elements the parser may have to open again, over and above ten for each tag."""

MAX_ATTRIBUTES = 5_000
"""How many words there may be in one tag."""

_TAG = re.compile(
    r"<!--(?:.*?-->|.*)"
    r"|<(?P<raw>script|style|textarea|title|xmp)\b.*?(?:</(?P=raw)|\Z)"
    # Stopping at the next angle bracket keeps the search linear where tags are never closed.
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9:-]{0,40})(?P<rest>[^<>]*)",
    re.IGNORECASE | re.DOTALL,
)
# Elements that the parser closes by itself when the next one begins, and those that have no end.
_NEVER_DEEP = tags(
    "p li dt dd tr td th tbody thead tfoot option optgroup caption colgroup body html head rt rp a nobr button "
    "area base br col embed hr img input link meta param source track wbr"
)
_FORMATTING = tags("b big code em font i s small strike strong tt u")
# End tags do not reach through these to what is open outside.
_BARRIERS = tags("table template object applet marquee select desc foreignobject annotation-xml mi mo mn ms mtext")


@dataclass(slots=True)
class _Scope:
    """What is open within a barrier: elements by name, and formatting elements that a paragraph would reopen."""

    barrier: str
    open: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)

    def start(self, name: str, rest: str) -> None:
        self.open[name] += 1
        if name in _FORMATTING:
            key = f"{name} {rest}"
            self.formats[key] = min(self.formats[key] + 1, 3)  # the standard keeps three equal ones at most

    def end(self, name: str) -> int:
        """Close an element; how many fewer are open."""
        if not self.open[name]:
            return 0
        self.open[name] -= 1
        if name in _FORMATTING:
            last = next((key for key in reversed(self.formats) if key.startswith(f"{name} ")), None)
            if last is not None:
                self.formats[last] -= 1
                if not self.formats[last]:
                    del self.formats[last]
        return 1


def check_markup(source: Source, markup: str) -> None:
    """Raise FileTooLarge where parsing the page would take time or memory out of proportion to its size."""
    scopes = [_Scope("")]
    deep = steps = reopened = tags = 0
    for tag in _TAG.finditer(markup):
        if tag["name"] is None:
            continue
        name, rest = tag["name"].lower(), tag["rest"]
        tags += 1
        if len(rest) > MAX_ATTRIBUTES and len(rest.split()) > MAX_ATTRIBUTES:
            raise FileTooLarge(source.path, f"has a tag with more than {MAX_ATTRIBUTES:,} attributes")
        if name in _BARRIERS:
            if not tag["end"]:
                scopes.append(_Scope(name))
                deep += 1
            elif scopes[-1].barrier == name:
                deep -= 1 + scopes.pop().open.total()
        elif tag["end"]:
            deep -= scopes[-1].end(name)
        elif name not in _NEVER_DEEP:
            scopes[-1].start(name, rest)
            deep += 1
        steps += deep
        reopened += scopes[-1].formats.total()
        if steps > MAX_STEPS or reopened > MAX_REOPENED + 10 * tags:
            raise FileTooLarge(source.path, "nests elements too deeply, or leaves too many of them open")
