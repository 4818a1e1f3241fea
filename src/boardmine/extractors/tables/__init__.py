"""Claims from tables: the shape of a table, what its heads and labels mean, and the cells read under them."""

from boardmine.extractors.tables.reading import claims_of_table
from boardmine.extractors.tables.shape import Shape, continued, shape_of
from boardmine.extractors.tables.stacked import sections

__all__ = ["Shape", "claims_of_table", "continued", "sections", "shape_of"]
