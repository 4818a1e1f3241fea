"""Claims from tables: the shape of a table, what its heads and labels mean, and the cells read under them."""

from boardmine.extractors.tables.reading import claims_of_table

__all__ = ["claims_of_table"]
