-- What people decided about numbers. Decisions are only ever added: to undo one is a decision too. What a person decided
-- about a number counts in place of what was read there, for as long as the words stand in the paper.

ALTER TABLE documents ADD COLUMN text_hash VARCHAR;
COMMENT ON COLUMN documents.text_hash IS 'What its text is known by: while it is the same, offsets into it stay good. Empty where an older boardmine read it.';

CREATE TABLE unexplained (
    document VARCHAR NOT NULL,
    number_start INTEGER NOT NULL CHECK (number_start >= 0),
    number_end INTEGER NOT NULL CHECK (number_end > number_start),
    number VARCHAR NOT NULL CHECK (number <> ''),
    part INTEGER NOT NULL CHECK (part >= 0),
    page INTEGER CHECK (page > 0),
    before VARCHAR NOT NULL,
    after VARCHAR NOT NULL,
    PRIMARY KEY (document, number_start)
);
COMMENT ON TABLE unexplained IS 'Each number of a document that became no observation and that nothing explains.';
COMMENT ON COLUMN unexplained.document IS 'The document: documents.id.';
COMMENT ON COLUMN unexplained.number_start IS 'First character of the number in the text of the document, 0-based.';
COMMENT ON COLUMN unexplained.number_end IS 'Just behind its last character.';
COMMENT ON COLUMN unexplained.number IS 'The number as it is written.';
COMMENT ON COLUMN unexplained.part IS 'The part that it stands in: parts.number.';
COMMENT ON COLUMN unexplained.page IS 'Page of the file, 1-based, where the format has pages.';
COMMENT ON COLUMN unexplained.before IS 'The text before it.';
COMMENT ON COLUMN unexplained.after IS 'The text behind it.';

CREATE TABLE reviews (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    subject INTEGER NOT NULL CHECK (subject BETWEEN 1 AND id),
    document VARCHAR NOT NULL CHECK (document <> ''),
    decision VARCHAR NOT NULL CHECK (decision IN ('accept', 'reject', 'edit', 'add', 'undo')),
    undoes INTEGER CHECK (undoes < id),
    before STRUCT(
        metric VARCHAR, kind VARCHAR, value DOUBLE, unit VARCHAR, members MAP(VARCHAR, VARCHAR), area VARCHAR,
        role VARCHAR, bound VARCHAR, period_start DATE, period_end DATE, period_basis VARCHAR,
        baseline_start DATE, baseline_end DATE
    ),
    after STRUCT(
        metric VARCHAR, kind VARCHAR, value DOUBLE, unit VARCHAR, members MAP(VARCHAR, VARCHAR), area VARCHAR,
        role VARCHAR, bound VARCHAR, period_start DATE, period_end DATE, period_basis VARCHAR,
        baseline_start DATE, baseline_end DATE
    ),
    decided_at TIMESTAMP NOT NULL,
    reviewer VARCHAR NOT NULL CHECK (reviewer <> ''),
    why VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    number VARCHAR NOT NULL CHECK (number <> ''),
    quote VARCHAR NOT NULL CHECK (quote <> ''),
    CHECK ((decision = 'undo') = (undoes IS NOT NULL)),
    CHECK (decision <> 'reject' OR after IS NULL),
    CHECK (decision NOT IN ('edit', 'add') OR after IS NOT NULL)
);
COMMENT ON TABLE reviews IS 'What people decided about numbers, in order. No row is ever changed or taken out.';
COMMENT ON COLUMN reviews.id IS 'Number of the decision, counted from 1.';
COMMENT ON COLUMN reviews.subject IS 'The first decision about the same number of the same paper: reviews.id.';
COMMENT ON COLUMN reviews.document IS 'The document: documents.id.';
COMMENT ON COLUMN reviews.decision IS 'accept: it is as it was read; reject: it is no record; edit: it is another; add: it was missed; undo: a decision is taken back.';
COMMENT ON COLUMN reviews.undoes IS 'The decision that is taken back: reviews.id.';
COMMENT ON COLUMN reviews.before IS 'The record before the decision; empty where there was none.';
COMMENT ON COLUMN reviews.after IS 'The record after it; empty where there is none.';
COMMENT ON COLUMN reviews.decided_at IS 'When, in UTC.';
COMMENT ON COLUMN reviews.reviewer IS 'By whom.';
COMMENT ON COLUMN reviews.why IS 'Why, in their words; may be empty.';
COMMENT ON COLUMN reviews.reason IS 'How the number had been read: observations.reason; empty for one that had been missed.';
COMMENT ON COLUMN reviews.number IS 'The number as it is written.';
COMMENT ON COLUMN reviews.quote IS 'The verbatim words that carry it.';

CREATE TABLE review_places (
    subject INTEGER NOT NULL PRIMARY KEY CHECK (subject > 0),
    document VARCHAR NOT NULL CHECK (document <> ''),
    stands BOOLEAN NOT NULL,
    text_hash VARCHAR NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    page INTEGER CHECK (page > 0),
    section VARCHAR,
    char_start INTEGER NOT NULL CHECK (char_start >= 0),
    char_end INTEGER NOT NULL CHECK (char_end > char_start),
    number_start INTEGER NOT NULL CHECK (number_start >= 0),
    number_end INTEGER NOT NULL CHECK (number_end > number_start),
    box_x0 DOUBLE,
    box_top DOUBLE,
    box_x1 DOUBLE,
    box_bottom DOUBLE
);
COMMENT ON TABLE review_places IS 'Where the numbers that were decided about stand now. Found anew when a paper is read again and its text has changed.';
COMMENT ON COLUMN review_places.subject IS 'The number: reviews.subject.';
COMMENT ON COLUMN review_places.document IS 'The document: documents.id.';
COMMENT ON COLUMN review_places.stands IS 'Whether the words still stand in the paper: only then do decisions about the number count.';
COMMENT ON COLUMN review_places.text_hash IS 'The text that was looked at last: documents.text_hash.';
COMMENT ON COLUMN review_places.part IS 'The part of the document: parts.number.';
COMMENT ON COLUMN review_places.page IS 'Page of the file, 1-based, where the format has pages.';
COMMENT ON COLUMN review_places.section IS 'The headings above, outermost first, joined by >.';
COMMENT ON COLUMN review_places.char_start IS 'First character of the quote in the text of the document, 0-based.';
COMMENT ON COLUMN review_places.char_end IS 'Just behind the last character of the quote.';
COMMENT ON COLUMN review_places.number_start IS 'First character of the number in the text of the document, 0-based.';
COMMENT ON COLUMN review_places.number_end IS 'Just behind the last character of the number.';
COMMENT ON COLUMN review_places.box_x0 IS 'Left edge of the quote on its page, in points from the left.';
COMMENT ON COLUMN review_places.box_top IS 'Upper edge of the quote, in points from the top.';
COMMENT ON COLUMN review_places.box_x1 IS 'Right edge of the quote, in points from the left.';
COMMENT ON COLUMN review_places.box_bottom IS 'Lower edge of the quote, in points from the top.';

CREATE VIEW decisions AS
SELECT
    r.id AS review, r.subject, r.decision, r.before, r.after, r.decided_at, r.reviewer, r.why, r.reason, r.number, r.quote,
    p.* EXCLUDE (subject)
FROM reviews AS r
JOIN review_places AS p ON p.subject = r.subject
WHERE r.decision <> 'undo' AND r.id NOT IN (SELECT undoes FROM reviews WHERE undoes IS NOT NULL)
QUALIFY row_number() OVER (PARTITION BY r.subject ORDER BY r.id DESC) = 1;
COMMENT ON VIEW decisions IS 'The decision in force about each number: the last that was not taken back.';
COMMENT ON COLUMN decisions.review IS 'The decision: reviews.id.';
COMMENT ON COLUMN decisions.subject IS 'The number: reviews.subject.';
COMMENT ON COLUMN decisions.decision IS 'accept, reject, edit or add, as in reviews.';
COMMENT ON COLUMN decisions.before IS 'The record before the decision; empty where there was none.';
COMMENT ON COLUMN decisions.after IS 'The record after it; empty where there is none.';
COMMENT ON COLUMN decisions.decided_at IS 'When, in UTC.';
COMMENT ON COLUMN decisions.reviewer IS 'By whom.';
COMMENT ON COLUMN decisions.why IS 'Why, in their words; may be empty.';
COMMENT ON COLUMN decisions.reason IS 'How the number had been read; empty for one that had been missed.';
COMMENT ON COLUMN decisions.stands IS 'Whether the words still stand in the paper: only then does the decision count.';
COMMENT ON COLUMN decisions.text_hash IS 'The text that was looked at last: documents.text_hash.';
COMMENT ON COLUMN decisions.document IS 'The document: documents.id.';

-- A record that a person decided on has the place of the observation that was read there; where nothing was read it has
-- a position behind all that are.
CREATE VIEW reviewed AS
WITH counting AS (
    SELECT d.* FROM decisions AS d JOIN documents AS w ON w.id = d.document WHERE d.stands
)
SELECT o.*
FROM observations AS o
ANTI JOIN counting AS d ON d.document = o.document AND d.number_start = o.number_start AND d.number_end = o.number_end
UNION ALL BY NAME
SELECT
    d.document,
    coalesce(o.position, 1000000 + d.subject) AS position,
    p.number AS part,
    d.after.metric AS metric,
    d.after.kind AS kind,
    d.after.value AS value,
    d.after.unit AS unit,
    d.after.members AS members,
    array_to_string(list_transform(list_sort(map_keys(d.after.members)), lambda k: k || '=' || d.after.members[k]), ', ')
        AS breakdown,
    d.after.area AS area,
    d.after.role AS role,
    d.after.bound AS bound,
    p.published,
    d.after.period_start AS period_start,
    d.after.period_end AS period_end,
    d.after.period_basis AS period_basis,
    d.after.baseline_start AS baseline_start,
    d.after.baseline_end AS baseline_end,
    'high' AS certainty,
    concat_ws(
        '; ',
        nullif(coalesce(o.reason, d.reason), ''),
        CASE d.decision WHEN 'accept' THEN 'accepted by ' WHEN 'edit' THEN 'corrected by ' ELSE 'added by ' END || d.reviewer
    ) AS reason,
    d.quote,
    d.char_start,
    d.char_end,
    d.number,
    d.number_start,
    d.number_end,
    d.page,
    d.section,
    d.box_x0,
    d.box_top,
    d.box_x1,
    d.box_bottom
FROM counting AS d
LEFT JOIN observations AS o
    ON o.document = d.document AND o.number_start = d.number_start AND o.number_end = d.number_end
JOIN (SELECT document, max(number) AS number FROM parts GROUP BY document) AS l ON l.document = d.document
JOIN parts AS p ON p.document = d.document AND p.number = least(coalesce(o.part, d.part), l.number)
WHERE d.after IS NOT NULL;
COMMENT ON VIEW reviewed IS 'The observations, with what people decided: rejected ones are out, corrected ones corrected, missed ones in (position from 1000001).';

CREATE OR REPLACE VIEW originals AS
SELECT o.* FROM reviewed AS o ANTI JOIN copies AS c ON c.document = o.document AND c.part = o.part;
COMMENT ON VIEW originals IS 'The observations with what people decided, without those of parts that are copies.';
