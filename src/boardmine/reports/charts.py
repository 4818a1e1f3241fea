"""Charts as SVG, drawn by Altair and vl-convert without a browser or a network.

Each statement is a mark with a name of its own, so that it can be reached with the keyboard, heard, and pointed at.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import altair as alt
import vl_convert

from boardmine.reports.facts import Reasons, Trend

_WIDTH, _HEIGHT = 420, 230
_INK, _BLUE, _RUST, _GRID = "#1b2430", "#0b4f8a", "#a84300", "#dfe4ea"
_SVG = "http://www.w3.org/2000/svg"
_MARKS = re.compile(r"point|bar")
_QUOTED = 280
"""Characters of a quote that a mark tells."""

ElementTree.register_namespace("", _SVG)
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")


def trend_svg(trend: Trend, name: str) -> str:
    """A metric over time: a line through the newest statements, a filled point for each, a hollow one for each that was
    restated. `name` begins the ids in the SVG, which must be the only ones of the page."""
    rows = [
        {
            "end": point.end.isoformat(),
            "value": point.value,
            "standing": point.standing,
            "said": _said(point.period, point.shown, point.published, point.document, point.page, point.quote),
        }
        for point in trend.points
    ]
    data = alt.Data(values=rows)  # type: ignore[no-untyped-call]
    x = alt.X(
        "end:T",
        title=None,
        axis=alt.Axis(format="%b %Y", labelAngle=0, tickCount=4, labelOverlap="greedy", labelSeparation=8, grid=False),
    )
    y = alt.Y("value:Q", title=None, scale=alt.Scale(zero=True), axis=alt.Axis(tickCount=5))
    line = (
        alt.Chart(data)
        .mark_line(color=_BLUE, strokeWidth=2, aria=False)
        .encode(x=x, y=y)
        .transform_filter("datum.standing == 'newest'")
    )
    earlier = (
        alt.Chart(data)
        .mark_point(color=_RUST, size=90, strokeWidth=2, fill="white")
        .encode(x=x, y=y, description="said:N")
        .transform_filter("datum.standing == 'earlier'")
    )
    newest = (
        alt.Chart(data)
        .mark_point(color=_BLUE, size=70, filled=True, opacity=1)
        .encode(x=x, y=y, description="said:N")
        .transform_filter("datum.standing != 'earlier'")
    )
    return _drawn(line + earlier + newest, name, f"{trend.label} over time")


def reasons_svg(reasons: Reasons, name: str) -> str:
    """Reasons as bars, most first."""
    rows = [{"reason": reason, "young people": n, "said": f"{reason}: {n:g}"} for reason, n in reasons.counts]
    y = alt.Y("reason:N", sort=None, title=None, axis=alt.Axis(labelLimit=220, minExtent=190))
    x = alt.X("young people:Q", title="young people", axis=alt.Axis(tickMinStep=1))
    base = alt.Chart(alt.Data(values=rows)).encode(y=y, x=x)  # type: ignore[no-untyped-call]
    bars = base.mark_bar(color=_BLUE).encode(description="said:N")
    labels = base.mark_text(align="left", dx=4, color=_INK, fontSize=13, aria=False).encode(text="young people:Q")
    return _drawn(bars + labels, name, f"Why {reasons.cohort} are not in education, employment or training")


def _said(period: str, shown: str, published: str, document: str, page: int | None, quote: str) -> str:
    words = " ".join(quote.split())
    words = words if len(words) <= _QUOTED else words[: _QUOTED - 1] + "…"
    where = f"{document}, page {page}" if page else document
    return f"{period}: {shown}. “{words}” {where}, {published}"


def _drawn(chart: alt.LayerChart, name: str, title: str) -> str:
    shape: dict[str, Any] = {"width": _WIDTH, "height": _HEIGHT, "background": "transparent"}
    styled = (
        chart.properties(**{k: v for k, v in shape.items() if k != "background"})
        .configure(background=shape["background"], font="sans-serif")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=_INK, titleColor=_INK, labelFontSize=13, titleFontSize=13, gridColor=_GRID, domainColor=_INK
        )
    )
    return _accessible(vl_convert.vegalite_to_svg(styled.to_dict()), name, title)


def _accessible(svg: str, name: str, title: str) -> str:
    """The drawing with a name, with marks that can be focused, with ids of its own, and of any width."""
    root = ElementTree.fromstring(svg)  # noqa: S314 -- our own drawing
    ids = {element.get("id") for element in root.iter() if element.get("id")}
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, f"{name}-{value}")
            elif value.startswith("url(#") and value[5:-1] in ids:
                element.set(key, f"url(#{name}-{value[5:-1]})")
        if _MARKS.fullmatch(element.get("aria-roledescription", "")) and element.get("aria-label"):
            element.set("tabindex", "0")
            element.set("role", "img")
            element.set("class", "mark")
            ElementTree.SubElement(element, f"{{{_SVG}}}title").text = element.get("aria-label")
        elif element.get("role") == "graphics-symbol" or element.get("role") == "graphics-object":
            # Axes and groups are said by the table below the chart.
            for attribute in ("role", "aria-roledescription", "aria-label"):
                element.attrib.pop(attribute, None)
    root.attrib.pop("width", None)
    root.attrib.pop("height", None)
    root.set("role", "group")
    root.set("aria-label", title)
    return ElementTree.tostring(root, encoding="unicode")
