-- A council has one name in the history of its figures, however papers write it: else what is grouped by name falls apart.

CREATE OR REPLACE VIEW owners AS
WITH named AS (
    SELECT document, number, council, council_key(council) AS council_key FROM parts
),
counted AS (
    SELECT council_key, council, count(*) AS many FROM named WHERE council_key <> '' GROUP BY ALL
),
names AS (
    SELECT council_key, arg_max(council, (many, council)) AS council FROM counted GROUP BY council_key
),
councils AS (
    SELECT count(*) AS many, min(council_key) AS first FROM names
),
owned AS (
    SELECT
        n.document,
        n.number,
        CASE
            WHEN n.council_key <> '' THEN n.council_key
            WHEN c.many <= 1 THEN coalesce(c.first, '')
            ELSE n.document
        END AS council_key
    FROM named AS n
    CROSS JOIN councils AS c
)
SELECT
    o.document,
    o.number AS part,
    o.council_key,
    s.council
FROM owned AS o
LEFT JOIN names AS s ON s.council_key = o.council_key;
COMMENT ON VIEW owners IS 'Whose paper a part is. One that names no council is taken for the only council of the database, or else stands alone.';
COMMENT ON COLUMN owners.council_key IS 'council_key of the council, or the key of the document where it cannot be known.';
COMMENT ON COLUMN owners.council IS 'The council as most parts of papers write it.';

CREATE OR REPLACE VIEW levels AS
SELECT
    w.council_key,
    w.council,
    m.family,
    o.metric,
    m.label,
    m.type,
    o.breakdown,
    o.area,
    o.unit,
    o.role,
    o.value,
    o.bound,
    o.period_start,
    o.period_end,
    o.period_basis,
    span_of(m.type, o.period_start, o.period_end) AS span,
    o.published,
    d.name AS document,
    o.position,
    o.page,
    o.quote,
    o.document || '/' || o.position AS observation
FROM originals AS o
JOIN documents AS d ON d.id = o.document
JOIN owners AS w ON w.document = o.document AND w.part = o.part
LEFT JOIN metrics AS m ON m.id = o.metric
WHERE o.kind = 'level';
COMMENT ON VIEW levels IS 'Statements of how many or how much, without changes, with what is needed to line them up.';
COMMENT ON COLUMN levels.council_key IS 'The council, however its name is written: owners.council_key.';
COMMENT ON COLUMN levels.type IS 'stock, flow or mean: metrics.type.';
COMMENT ON COLUMN levels.span IS 'How long a period it covers: values of one metric with the same span can be compared.';
COMMENT ON COLUMN levels.document IS 'Name of the file that states it, without folder and ending.';
COMMENT ON COLUMN levels.label IS 'The metric in words: metrics.label.';
COMMENT ON COLUMN levels.observation IS 'Name of the observation: document/position.';
COMMENT ON COLUMN levels.position IS 'Place among the observations of the document in reading order, counted from 1.';
COMMENT ON COLUMN levels.council IS 'The council as most parts of papers write it: owners.council.';
