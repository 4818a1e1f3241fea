"""From figures to metrics: what a figure sees, what stands beside it, what was said before, and the order to look."""

from boardmine.extractors.prose.joining.behind import from_behind
from boardmine.extractors.prose.joining.join import Joiner
from boardmine.extractors.prose.joining.view import Attachment, View

__all__ = ["Attachment", "Joiner", "View", "from_behind"]
