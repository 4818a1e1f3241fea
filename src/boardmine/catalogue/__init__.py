"""The metrics as data: read from `schemas/`, cross-checked, frozen.

`load` reads a folder; `catalogue` gives the one that comes with boardmine.
"""

from boardmine.catalogue.load import catalogue, load
from boardmine.catalogue.model import Catalogue, Dimension, Metric, Term

__all__ = ["Catalogue", "Dimension", "Metric", "Term", "catalogue", "load"]
