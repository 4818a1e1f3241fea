"""Draws a page as it was read: blocks in their order, cells, words left out of both, observations.

A misreading that a list of blocks hides is seen at once in the picture: a column read across, two cells in one, a
number joined to the wrong row.
"""

from boardmine.drawing.page import draw_page

__all__ = ["draw_page"]
