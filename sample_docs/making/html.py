"""Writes minutes as a committee system shows them: a table of items, Word's leavings inside, menus around."""

from __future__ import annotations

from html import escape
from textwrap import fill

from making import april
from making.april import MinutedItem
from making.blocks import Block, Items, Para
from making.facts import runs

_STYLE = """\
body { font-family: Arial, Helvetica, sans-serif; font-size: 0.9em; margin: 0; color: #222; }
.wxHeader { background: #17455c; color: #fff; padding: 12px 24px; }
.wxHeader a { color: #fff; }
.wxMenu { float: left; width: 190px; padding: 16px 24px; }
.wxMenu ul { list-style: none; padding: 0; line-height: 1.9; }
.mgMainTxt { margin-left: 250px; max-width: 780px; padding: 8px 24px; }
.mgItemTable { border-collapse: collapse; width: 100%; }
.mgItemTable td { border-top: 1px solid #bbb; padding: 8px 6px; vertical-align: top; }
.mgAiTitleTxt { font-weight: bold; margin: 0 0 4px 0; }
.mgSubItmTitleTxt { font-weight: bold; margin: 8px 0 4px 0; }
.mgBulletTxt { margin: 0 0 4px 36px; text-indent: -14px; }
.wxFooter { clear: both; background: #eee; padding: 12px 24px; margin-top: 24px; }"""

_SCRIPT = """\
var mgSettings = { meetingId: 2417, committeeId: 138, itemsPerPage: 25, refreshSeconds: 300 };
function mgToggle(id) {
  var box = document.getElementById(id);
  if (box) { box.style.display = box.style.display === "none" ? "block" : "none"; }
  return 388 > 405;
}"""

_MENU = (
    ("Home", "index"),
    ("Councillors (48)", "councillors"),
    ("Committees", "committees"),
    ("Meetings this month", "calendar"),
    ("Forward plan", "plan"),
    ("Outside bodies", "bodies"),
    ("Search documents", "search"),
)


def _inline(text: str) -> str:
    tags = {"plain": "{}", "bold": "<strong>{}</strong>", "high": "<sup>{}</sup>"}
    return "".join(tags[style].format(escape(part, quote=False)) for part, style in runs(text))


def _folded(text: str) -> str:
    """Lines broken in the midst of sentences, as an export leaves them."""
    return fill(_inline(text), 88, break_long_words=False, break_on_hyphens=False)


def _paragraph(text: str) -> str:
    return (
        f"<p class=\"MsoNormal\" style='text-align:justify'><span style='font-family:Arial'>{_folded(text)}</span></p>"
    )


def _bullet(text: str) -> str:
    dot = "<span style='font-family:Symbol'>·<span style='font:7.0pt Times'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span>"
    return f'<p class="mgBulletTxt">{dot}<span>{_folded(text)}</span></p>'


def _block(block: Block) -> str:
    match block:
        case Para():
            return _paragraph(block.text)
        case Items():
            return "\n".join(_bullet(bullet.text) for bullet in block.items)
        case _:
            raise ValueError(f"the page cannot show {block}")


def _file(item: MinutedItem, number: int) -> str:
    if not item.file:
        return ""
    name, _, size = item.file.partition(" PDF ")
    link = f'<a href="documents/s{41870 + number}/item.pdf" title="Link to document {escape(name)}">{escape(name)}</a>'
    return f'\n<ul class="mgDocs"><li>{link} <span class="mgFileSize">PDF {size}</span></li></ul>'


def _row(number: int, item: MinutedItem) -> str:
    blurb = f'\n<div class="mgWordPara"><p class="MsoNormal">{_folded(item.blurb)}</p></div>' if item.blurb else ""
    minuted = "\n".join(_block(block) for block in item.blocks)
    if item.resolved:
        minuted += "\n" + _paragraph(f"**RESOLVED** &nbsp;{item.resolved}".replace("&nbsp;", "\N{NO-BREAK SPACE}"))
    return f"""\
<tr>
<td class="mgItemNumberCell"><a name="AI{number}"></a><p>{number}.</p></td>
<td>
<p class="mgAiTitleTxt">{escape(item.title, quote=False)}</p>{blurb}{_file(item, number)}
<p class="mgSubItmTitleTxt">Minutes:</p>
<div class="mgWordPara"><div class="WordSection1">
{minuted}
</div></div>
</td>
</tr>"""


def html() -> bytes:
    """The April minutes."""
    title = f"{april.BODY} - {april.WHEN}"
    menu = "\n".join(f'<li><a href="{page}.aspx">{name}</a></li>' for name, page in _MENU)
    rows = "\n".join(_row(number, item) for number, item in enumerate(april.ITEMS, 1))
    return f"""\
<!DOCTYPE html>
<html lang="en-gb">
<head>
<meta charset="utf-8">
<title>Agenda and minutes: {title} | Wexcombe Borough Council</title>
<style>
{_STYLE}
</style>
<script>
{_SCRIPT}
</script>
</head>
<body>
<div class="wxHeader"><strong>Wexcombe Borough Council</strong> <a href="#content">Skip to main content</a></div>
<nav class="wxMenu" id="mgNonContentBlock">
<h2>Council and democracy</h2>
<ul>
{menu}
</ul>
</nav>
<div class="mgMainTxt" id="content">
<p class="mgBreadcrumb"><a href="index.aspx">Home</a> &gt; <a href="committees.aspx">Committees</a> &gt; Agenda and
minutes</p>
<h1>Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">{title}</h2>
<div class="mgLinks"><a href="mgAgenda.aspx">Agenda frontsheet PDF 187 KB</a> |
<a href="mgPack.aspx">Agenda reports pack PDF 4 MB</a> | <a href="mgPrint.aspx">Printed minutes PDF 203 KB</a></div>
<p><strong>Venue:</strong> Council Chamber, The Guildhall, Market Street, Wexcombe</p>
<p><strong>Contact:</strong> Beth Amory &nbsp;Tel: 01632 960147 Email: democratic.services@example.org</p>
<p class="mgSubItmTitleTxt">Attendance</p>
<p>Councillors A Pellow (Chair), J Tarrant (Vice-Chair), D Coombe, M Okonjo-Reid and R Sadiq</p>
<p class="mgSubItmTitleTxt">Items</p>
<table class="mgItemTable" summary="Table of agenda items">
<tr><th scope="col">No.</th><th scope="col">Item</th></tr>
{rows}
</table>
</div>
<div class="wxFooter">
<p>Wexcombe Borough Council, The Guildhall, Market Street, Wexcombe. Customer services: 01632 960100,
Monday to Friday, 8.45 am to 5.15 pm.</p>
<p>Page last updated 24/04/2024 09:12 · 1,386 visits to this page</p>
</div>
</body>
</html>
""".encode()
