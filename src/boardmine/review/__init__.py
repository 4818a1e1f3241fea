"""Reviewing in the browser: what deserves a look, the page with the number marked on it, and what people decide.

    desk       what one server has open: the store, documents, pictures
    queue      what deserves a look, worst first
    number     one number: what it was read as, what was found about it, what people decided
    evidence   what on the page carries the reading: the number, its words, its heads, what governs it
    sheet      a page or a stretch of text, ready to be shown with its marks
    missed     the numbers of a page that are no records, and where they stand
    decisions  from what a form says to a decision in the store
    gold       reviewed records as reference records
    papers     documents, meetings and metrics, to browse
    chart      small charts as SVG
    apart      a process of its own for whatever opens a paper
    rereading  a paper, read again to be shown
    pictures   pages as pictures, made on demand
    web        the pages: routes, security, rendering
    serve      the server

Everything but `web` and `serve` is plain functions, tested without a browser.
"""
