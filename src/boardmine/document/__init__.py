"""What a reader makes of a file: one text, and the blocks, tables, pages and words in it.

Conventions, for every offset in boardmine:

- Offsets count characters (Unicode code points), are 0-based, and the end is exclusive.
- `Document.text` is the one text that offsets of evidence point into. For plain text and Markdown it is the
  decoded file itself (line ends normalised to a line feed, byte order mark removed), so that the file can be
  opened at an offset; for PDF, DOCX and HTML the reader builds it.
- A `Passage` is text made fit for reading (wrapped lines joined, markup gone). It knows for each of its
  characters where that stands in `Document.text`.
- Pages are 1-based. Boxes are in PDF points, origin at the top left corner of the page as it is displayed.

Everything here is frozen; readers build it, all others only read it.
"""

from boardmine.document.blocks import Block, BlockKind, Cell, Table
from boardmine.document.layout import Box, Page, Place, Word, Words
from boardmine.document.passage import Passage, Piece
from boardmine.document.whole import Document, Facts, Format, Part, PartKind

__all__ = [
    "Block",
    "BlockKind",
    "Box",
    "Cell",
    "Document",
    "Facts",
    "Format",
    "Page",
    "Part",
    "PartKind",
    "Passage",
    "Piece",
    "Place",
    "Table",
    "Word",
    "Words",
]
