-- Scorecards of millions of numbers in a few seconds: figures are gathered by what they are about, and carry only the
-- number of the place where they are stated; words are looked up for what is shown. Where a paper states a figure several
-- times and equally surely, the first counts.

CREATE MACRO span_of(type, first, last) AS CASE
    WHEN type = 'stock' THEN 'moment'
    WHEN last - first < 31 THEN 'month'
    WHEN last - first BETWEEN 80 AND 99 THEN 'quarter'
    WHEN last - first BETWEEN 170 AND 190 THEN 'half'
    WHEN last - first BETWEEN 355 AND 375 THEN 'year'
    ELSE (last - first + 1) || ' days'
END;
COMMENT ON MACRO span_of IS 'How long a period is, in classes: values of one metric with the same span can be compared.';

CREATE OR REPLACE VIEW levels AS
SELECT
    w.council_key,
    p.council,
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
JOIN parts AS p ON p.document = o.document AND p.number = o.part
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

CREATE OR REPLACE MACRO as_known_on(day) AS TABLE
SELECT
    council,
    family,
    metric,
    label,
    breakdown,
    area,
    unit,
    role,
    period_start,
    period_end,
    value,
    bound,
    count(*) OVER figure AS statements,
    min(value) OVER figure <> max(value) OVER figure AND min(published) OVER figure < max(published) OVER figure AS restated,
    published,
    document,
    page,
    quote,
    period_basis,
    span,
    council_key,
    observation
FROM levels
WHERE published <= day
WINDOW figure AS (PARTITION BY council_key, metric, breakdown, area, unit, role, period_start, period_end)
QUALIFY row_number() OVER (
    figure ORDER BY published DESC, basis_rank(period_basis), document, position, observation
) = 1;
COMMENT ON MACRO TABLE as_known_on IS 'The series as it was known on a day: one row a figure, the newest statement published by then.';

CREATE OR REPLACE VIEW series AS
SELECT
    council,
    family,
    metric,
    label,
    breakdown,
    area,
    unit,
    role,
    period_start,
    period_end,
    value,
    bound,
    count(*) OVER figure AS statements,
    min(value) OVER figure <> max(value) OVER figure AND min(published) OVER figure < max(published) OVER figure AS restated,
    published,
    document,
    page,
    quote,
    period_basis,
    span,
    council_key,
    observation
FROM levels
WINDOW figure AS (PARTITION BY council_key, metric, breakdown, area, unit, role, period_start, period_end)
QUALIFY row_number() OVER (
    figure ORDER BY published DESC NULLS LAST, basis_rank(period_basis), document, position, observation
) = 1;
COMMENT ON VIEW series IS 'One row a figure (council, metric, breakdown, area, unit, role, period): its newest statement.';
COMMENT ON COLUMN series.statements IS 'How often the figure is stated in all papers.';
COMMENT ON COLUMN series.restated IS 'Whether papers of different dates state different values for it.';
COMMENT ON COLUMN series.document IS 'Name of the file that states it, without folder and ending.';

CREATE OR REPLACE MACRO history_of(wanted) AS TABLE
SELECT
    council,
    metric,
    breakdown,
    area,
    unit,
    role,
    period_start,
    period_end,
    published,
    value,
    bound,
    lag(value) OVER figure AS value_before,
    coalesce(value <> lag(value) OVER figure, false) AS differs,
    document,
    page,
    quote,
    observation
FROM levels
WHERE metric = wanted
WINDOW figure AS (
    PARTITION BY council_key, metric, breakdown, area, unit, role, period_start, period_end
    ORDER BY published NULLS FIRST, document, position, observation
)
ORDER BY council, breakdown, area, unit, role, period_end, period_start, published NULLS FIRST, document, position, observation;
COMMENT ON MACRO TABLE history_of IS 'Every statement of every figure of a metric in order of publication, with the value stated before it.';

CREATE OR REPLACE MACRO scorecard(day) AS TABLE
-- A number for each place at which something is stated, by which equal statements are in order too.
WITH files AS (
    SELECT id, name, row_number() OVER (ORDER BY name, id) * 10000000 AS number FROM documents
),
-- One row a period: the newest statement of it, of those of one day the one with the surest period.
known AS (
    SELECT
        w.council_key,
        o.metric,
        o.breakdown,
        o.area,
        o.unit,
        span_of(m.type, o.period_start, o.period_end) AS span,
        o.period_end,
        arg_min(
            {place: f.number + o.position, published: o.published, period_start: o.period_start, value: o.value,
             basis: basis_rank(o.period_basis)},
            {later: day - o.published, shorter: o.period_end - o.period_start, basis: basis_rank(o.period_basis),
             place: f.number + o.position}
        ) AS newest
    FROM originals AS o
    JOIN files AS f ON f.id = o.document
    JOIN owners AS w ON w.document = o.document AND w.part = o.part
    LEFT JOIN metrics AS m ON m.id = o.metric
    WHERE o.kind = 'level' AND o.role = 'actual' AND o.published <= day AND o.period_end IS NOT NULL
    GROUP BY ALL
),
meetings AS (
    SELECT council_key, max(newest.published) AS meeting FROM known GROUP BY council_key
),
now AS (
    SELECT k.* FROM known AS k
    JOIN meetings AS m ON m.council_key = k.council_key AND m.meeting = k.newest.published
    QUALIFY row_number() OVER (
        PARTITION BY k.council_key, k.metric, k.breakdown, k.area, k.unit
        ORDER BY k.period_end DESC, k.newest.period_start DESC, k.newest.place
    ) = 1
),
-- Only a period that the words give is good enough to be compared with.
sure AS (
    SELECT k.* EXCLUDE newest, newest.value AS value FROM known AS k
    SEMI JOIN now AS n
        ON n.council_key = k.council_key AND n.metric = k.metric AND n.breakdown = k.breakdown AND n.area = k.area
        AND n.unit = k.unit AND n.span = k.span
    WHERE k.newest.basis < 3
),
earlier AS (
    SELECT n.*, l.value AS last_value, l.period_end AS last_period_end
    FROM now AS n
    ASOF LEFT JOIN sure AS l
        ON l.council_key = n.council_key AND l.metric = n.metric AND l.breakdown = n.breakdown AND l.area = n.area
        AND l.unit = n.unit AND l.span = n.span AND l.period_end < n.period_end
),
beside AS (
    SELECT
        e.*,
        CASE WHEN y.period_end >= e.period_end - 410 THEN y.period_end END AS year_period_end,
        CASE WHEN y.period_end >= e.period_end - 410 THEN y.value END AS year_value
    FROM earlier AS e
    ASOF LEFT JOIN sure AS y
        ON y.council_key = e.council_key AND y.metric = e.metric AND y.breakdown = e.breakdown AND y.area = e.area
        AND y.unit = e.unit AND y.span = e.span AND y.period_end <= e.period_end - 320
)
SELECT
    p.council,
    o.published AS meeting,
    m.family,
    o.metric,
    m.label,
    o.breakdown,
    o.area,
    o.unit,
    o.period_start,
    o.period_end,
    o.value,
    b.last_period_end,
    b.last_value,
    CASE sign(o.value - b.last_value) WHEN 1 THEN 'up' WHEN -1 THEN 'down' WHEN 0 THEN 'same' END AS direction,
    b.year_period_end,
    b.year_value,
    CASE sign(o.value - b.year_value) WHEN 1 THEN 'up' WHEN -1 THEN 'down' WHEN 0 THEN 'same' END AS year_direction,
    f.name AS document,
    o.page,
    o.quote,
    o.document || '/' || o.position AS observation
FROM beside AS b
JOIN files AS f ON f.number = b.newest.place - b.newest.place % 10000000
JOIN originals AS o ON o.document = f.id AND o.position = b.newest.place % 10000000
JOIN parts AS p ON p.document = o.document AND p.number = o.part
LEFT JOIN metrics AS m ON m.id = o.metric
ORDER BY p.council, m.family, o.metric, o.breakdown, o.area, o.unit;
COMMENT ON MACRO TABLE scorecard IS 'What the newest papers on a day state, beside the value for the period before and a year before, as known then.';
