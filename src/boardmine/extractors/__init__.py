"""From a document's parts to observations: prose, lists, tables and cards, each read for the claims it makes."""

from boardmine.extractors.extract import Extraction, extract

__all__ = ["Extraction", "extract"]
