"""Finds the numerals that are no values of a metric: money, ages, lengths of time, distances, references, contacts.

    parts        what their patterns are composed of
    everyday     contacts, times of day, money, distances
    references   laws, paragraphs, minutes, versions, school years, footnote marks
    ages         ages of people, with their reading
    lengths      lengths of time, with their reading
    find         all of these in their order

What stands inside such a phrase is accounted for in the ledger by its use; ages and lengths of time also have a
reading, from which a dimension takes its member.
"""

from boardmine.language.quantities.find import find_quantities

__all__ = ["find_quantities"]
