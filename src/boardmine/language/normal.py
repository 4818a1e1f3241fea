"""Words as they are matched: lower case, in the singular, inflected forms brought back to the word.

Articles, hyphens and quotation marks carry no meaning in a term and are passed over, so that `looked-after children`,
`the looked after child` and `“looked after” children` are one phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

PASSED_OVER = frozenset({"the", "a", "an", "-", "‐", "‑", "–", "—", "−", "­", "[", "]", "'", '"', "“", "”"})
"""Tokens that matching does not see (as they are after `normaliser`)."""

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_KEEP_S = ("ss", "us", "is", "'s")


def normaliser(inflections: Mapping[str, str]) -> Callable[[str], str]:
    """A function from a token to the form in which it is matched. `inflections` maps a form to its word."""

    def normal(word: str) -> str:
        form = word.lower().translate(_APOSTROPHES)
        if form in inflections:
            return inflections[form]
        if len(form) > 3 and form.endswith("s") and not form.endswith(_KEEP_S):
            if form.endswith("ies") and len(form) > 4:
                form = form[:-3] + "y"
            elif form.endswith(("ches", "shes", "xes", "sses")):
                form = form[:-2]
            else:
                form = form[:-1]
        return inflections.get(form, form)

    return normal
