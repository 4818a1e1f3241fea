"""Finds numbers that may be values: in digits or words, with what is said of them at the spot.

words     when `one` is a number, when `no` is zero
units     per cent, points, rates, days
shares    `one in ten`, `4 out of 5 pupils`
bounds    about, at least, over; `350+`
find      digits, fractions and words in their order, completed by the rest; ranges
"""

from boardmine.language.numbers.find import find_numbers

__all__ = ["find_numbers"]
