"""Decisions go along with a paper whose file was moved.

A document is a file under its path, and so are the decisions about its numbers. When the file is not there any more,
what was decided goes to a document with the same text, or one that was read from the same bytes.
"""

from __future__ import annotations

from collections.abc import Collection

import duckdb

from boardmine.store.transaction import transaction


def paths_decided_on(connection: duckdb.DuckDBPyConnection) -> list[str | None]:
    """The resolved path of each document that something was decided about; None for one that the store has no more."""
    rows = connection.execute(
        "SELECT DISTINCT p.document, w.path FROM review_places AS p LEFT JOIN documents AS w ON w.id = p.document"
    ).fetchall()
    return [path for _, path in rows]


def document_paths(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The resolved paths of all documents."""
    return [path for (path,) in connection.execute("SELECT path FROM documents").fetchall()]


def follow(connection: duckdb.DuckDBPyConnection, gone: Collection[str]) -> int:
    """Take decisions from documents that the store has no more, or whose files (by resolved path) are gone, to where
    the same stands; gives back how many numbers went along.

    Where the text is the same they count at once; where only the bytes are, their words are to be sought. They stay
    where the document counts to which they belong, and give way to what was decided at the new place.
    """
    with transaction(connection):
        taken = set()
        moving = []
        for subject, stands, start, document, same in connection.execute(_THERE, [list(gone)]).fetchall():
            if stands and same:
                if (document, start) in taken:
                    continue
                taken.add((document, start))
            moving.append((document, same, subject))
        for document, same, subject in moving:
            connection.execute(
                "UPDATE review_places SET document = $1, stands = stands AND $2, "
                "text_hash = CASE WHEN $2 THEN text_hash ELSE '' END WHERE subject = $3",
                [document, same, subject],
            )
    return len(moving)


_THERE = """
WITH lost AS (
    SELECT p.*, w.id IS NOT NULL AS kept, w.content_hash
    FROM review_places AS p LEFT JOIN documents AS w ON w.id = p.document
    WHERE w.id IS NULL OR w.path IN (SELECT unnest($1::VARCHAR[]))
),
there AS (SELECT * FROM documents WHERE path NOT IN (SELECT unnest($1::VARCHAR[])))
SELECT l.subject, l.stands, l.number_start, t.id, t.text_hash IS NOT DISTINCT FROM l.text_hash AS same
FROM lost AS l
JOIN there AS t ON t.text_hash = l.text_hash OR t.content_hash = l.content_hash
LEFT JOIN copies AS c ON c.document = t.id AND c.part = l.part
WHERE (c.document IS NULL OR NOT l.kept)
    AND NOT EXISTS (FROM review_places AS o WHERE o.stands AND o.document = t.id AND o.number_start = l.number_start)
QUALIFY row_number() OVER (PARTITION BY l.subject ORDER BY same DESC, c.document IS NOT NULL, t.path) = 1
ORDER BY (SELECT max(id) FROM reviews WHERE reviews.subject = l.subject) DESC
"""
"""By number, the newest decision first: the document to which it goes. Of several that are the same, the one that views
count."""
