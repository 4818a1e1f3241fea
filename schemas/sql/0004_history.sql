-- The history of figures. A figure is what a number is about: council, metric, breakdown, area, unit, role, period. A
-- paper states it; a later paper may state it again, or otherwise.

CREATE MACRO council_key(council) AS trim(regexp_replace(
    regexp_replace(replace(lower(coalesce(council, '')), '&', ' and '), '[^a-z0-9]+', ' ', 'g'),
    '\b(the|royal|london|borough|city|county|metropolitan|district|council|of|bc|mbc|cc)\b ?', '', 'g'
));
COMMENT ON MACRO council_key IS 'The name of a council without what is said or left out at will: Wexcombe Borough Council is wexcombe.';

CREATE MACRO basis_rank(basis) AS CASE basis WHEN 'stated' THEN 0 WHEN 'relative' THEN 1 WHEN 'document' THEN 2 ELSE 3 END;
COMMENT ON MACRO basis_rank IS 'How surely a period is known, 0 for a stated one: where a paper says a figure twice, the surer counts.';

CREATE VIEW owners AS
WITH named AS (
    SELECT document, number, council_key(council) AS council_key FROM parts
),
councils AS (
    SELECT count(DISTINCT council_key) AS many, min(council_key) AS first FROM named WHERE council_key <> ''
)
SELECT
    n.document,
    n.number AS part,
    CASE
        WHEN n.council_key <> '' THEN n.council_key
        WHEN c.many <= 1 THEN coalesce(c.first, '')
        ELSE n.document
    END AS council_key
FROM named AS n
CROSS JOIN councils AS c;
COMMENT ON VIEW owners IS 'Whose paper a part is. One that names no council is taken for the only council of the database, or else stands alone.';
COMMENT ON COLUMN owners.council_key IS 'council_key of the council, or the key of the document where it cannot be known.';

CREATE VIEW levels AS
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
    CASE
        WHEN m.type = 'stock' THEN 'moment'
        WHEN o.period_end - o.period_start < 31 THEN 'month'
        WHEN o.period_end - o.period_start BETWEEN 80 AND 99 THEN 'quarter'
        WHEN o.period_end - o.period_start BETWEEN 170 AND 190 THEN 'half'
        WHEN o.period_end - o.period_start BETWEEN 355 AND 375 THEN 'year'
        ELSE (o.period_end - o.period_start + 1) || ' days'
    END AS span,
    o.published,
    d.name AS document,
    o.page,
    o.quote,
    o.document || '/' || o.position AS observation
FROM observations AS o
JOIN documents AS d ON d.id = o.document
JOIN parts AS p ON p.document = o.document AND p.number = o.part
JOIN owners AS w ON w.document = o.document AND w.part = o.part
LEFT JOIN metrics AS m ON m.id = o.metric
WHERE o.kind = 'level';
COMMENT ON VIEW levels IS 'Statements of how many or how much, without changes, with what is needed to line them up.';
COMMENT ON COLUMN levels.council_key IS 'The council, however its name is written: owners.council_key.';
COMMENT ON COLUMN levels.type IS 'stock, flow or mean: metrics.type.';
COMMENT ON COLUMN levels.span IS 'How long a period it covers: values of one metric with the same span can be compared.';

CREATE MACRO as_known_on(day) AS TABLE
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
    figure ORDER BY published DESC, basis_rank(period_basis), document, observation
) = 1;
COMMENT ON MACRO TABLE as_known_on IS 'The series as it was known on a day: one row a figure, the newest statement published by then.';

CREATE VIEW series AS
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
    figure ORDER BY published DESC NULLS LAST, basis_rank(period_basis), document, observation
) = 1;
COMMENT ON VIEW series IS 'One row a figure (council, metric, breakdown, area, unit, role, period): its newest statement.';
COMMENT ON COLUMN series.statements IS 'How often the figure is stated in all papers.';
COMMENT ON COLUMN series.restated IS 'Whether papers of different dates state different values for it.';

CREATE MACRO history_of(wanted) AS TABLE
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
    ORDER BY published NULLS FIRST, document, observation
)
ORDER BY council, breakdown, area, unit, role, period_end, period_start, published NULLS FIRST, document, observation;
COMMENT ON MACRO TABLE history_of IS 'Every statement of every figure of a metric in order of publication, with the value stated before it.';

CREATE MACRO scorecard(day) AS TABLE
WITH known AS (
    SELECT * FROM as_known_on(day)
    WHERE role = 'actual' AND period_end IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY council_key, metric, breakdown, area, unit, span, period_end
        ORDER BY published DESC, period_start DESC, observation
    ) = 1
),
meetings AS (
    SELECT council_key, max(published) AS meeting FROM known GROUP BY council_key
),
now AS (
    SELECT k.* FROM known AS k
    JOIN meetings AS m ON m.council_key = k.council_key AND m.meeting = k.published
    QUALIFY row_number() OVER (
        PARTITION BY k.council_key, k.metric, k.breakdown, k.area, k.unit
        ORDER BY k.period_end DESC, k.period_start DESC, k.observation
    ) = 1
),
-- Only a period that the words give is good enough to be compared with.
sure AS (
    SELECT * FROM known WHERE period_basis <> 'context'
),
earlier AS (
    SELECT n.*, l.value AS last_value, l.period_end AS last_period_end
    FROM now AS n
    ASOF LEFT JOIN sure AS l
        ON l.council_key = n.council_key AND l.metric = n.metric AND l.breakdown = n.breakdown AND l.area = n.area
        AND l.unit = n.unit AND l.span = n.span AND l.period_end < n.period_end
),
beside AS (
    SELECT e.*, y.value AS y_value, y.period_end AS y_period_end
    FROM earlier AS e
    ASOF LEFT JOIN sure AS y
        ON y.council_key = e.council_key AND y.metric = e.metric AND y.breakdown = e.breakdown AND y.area = e.area
        AND y.unit = e.unit AND y.span = e.span AND y.period_end <= e.period_end - 320
)
SELECT
    council,
    published AS meeting,
    family,
    metric,
    label,
    breakdown,
    area,
    unit,
    period_start,
    period_end,
    value,
    last_period_end,
    last_value,
    CASE sign(value - last_value) WHEN 1 THEN 'up' WHEN -1 THEN 'down' WHEN 0 THEN 'same' END AS direction,
    CASE WHEN y_period_end >= period_end - 410 THEN y_period_end END AS year_period_end,
    CASE WHEN y_period_end >= period_end - 410 THEN y_value END AS year_value,
    CASE WHEN y_period_end >= period_end - 410
        THEN CASE sign(value - y_value) WHEN 1 THEN 'up' WHEN -1 THEN 'down' WHEN 0 THEN 'same' END
    END AS year_direction,
    document,
    page,
    quote,
    observation
FROM beside
ORDER BY council, family, metric, breakdown, area, unit;
COMMENT ON MACRO TABLE scorecard IS 'What the newest papers on a day state, beside the value for the period before and a year before, as known then.';

CREATE VIEW coverage AS
WITH stated AS (
    SELECT w.council_key, p.council, o.metric, o.published
    FROM observations AS o
    JOIN parts AS p ON p.document = o.document AND p.number = o.part
    JOIN owners AS w ON w.document = o.document AND w.part = o.part
    WHERE o.published IS NOT NULL
),
meetings AS (
    SELECT council_key, published, row_number() OVER (PARTITION BY council_key ORDER BY published DESC) - 1 AS since
    FROM (SELECT DISTINCT council_key, published FROM stated)
),
reported AS (
    SELECT
        council_key,
        metric,
        any_value(council) AS council,
        list_sort(list(DISTINCT published)) AS reported_on,
        count(*) AS statements
    FROM stated
    GROUP BY ALL
)
SELECT
    r.council,
    d.family,
    r.metric,
    d.label,
    len(r.reported_on) AS meetings,
    r.reported_on[1] AS first_reported,
    r.reported_on[-1] AS last_reported,
    m.since AS meetings_since,
    CASE
        WHEN m.since = 0 THEN 'reported'
        WHEN len(r.reported_on) > 1 THEN 'stopped'
        ELSE 'once'
    END AS status,
    r.statements,
    r.reported_on
FROM reported AS r
JOIN meetings AS m ON m.council_key = r.council_key AND m.published = r.reported_on[-1]
LEFT JOIN metrics AS d ON d.id = r.metric;
COMMENT ON VIEW coverage IS 'Which metrics which meetings reported, and which they stopped reporting.';
COMMENT ON COLUMN coverage.meetings IS 'How many dates of meetings or reports have a number for it.';
COMMENT ON COLUMN coverage.meetings_since IS 'How many dates of the council came after the last that has a number for it.';
COMMENT ON COLUMN coverage.status IS 'reported: in the newest papers; stopped: in several, but not in the newest; once: in one, not the newest.';
COMMENT ON COLUMN coverage.reported_on IS 'The dates that have a number for it.';

COMMENT ON COLUMN statements.document IS 'Name of the file that states it, without folder and ending.';
COMMENT ON COLUMN statements.part IS 'Title of the part that states it, or else of the document.';
COMMENT ON COLUMN statements.label IS 'The metric in words: metrics.label.';
COMMENT ON COLUMN statements.observation IS 'Name of the observation: document/position.';
COMMENT ON COLUMN levels.document IS 'Name of the file that states it, without folder and ending.';
COMMENT ON COLUMN levels.label IS 'The metric in words: metrics.label.';
COMMENT ON COLUMN levels.observation IS 'Name of the observation: document/position.';
COMMENT ON COLUMN series.document IS 'Name of the file that states it, without folder and ending.';
COMMENT ON COLUMN finding_statements.finding IS 'The finding: findings.id.';
COMMENT ON COLUMN finding_statements.severity IS 'findings.severity.';
COMMENT ON COLUMN finding_statements.kind IS 'findings.kind.';
COMMENT ON COLUMN finding_statements.message IS 'findings.message.';
COMMENT ON COLUMN finding_statements.document IS 'Name of the file that states it, without folder and ending.';
COMMENT ON COLUMN coverage.first_reported IS 'The first of these dates.';
COMMENT ON COLUMN coverage.last_reported IS 'The last of these dates.';
COMMENT ON COLUMN coverage.statements IS 'How many numbers in all.';
COMMENT ON COLUMN owners.part IS 'parts.number.';
COMMENT ON COLUMN permanence.route IS 'The way to permanence: guardianship, adoption, connected_care, parents.';
COMMENT ON COLUMN neet_breakdown.cohort IS 'care_leavers, cla_16plus or young_people.';
COMMENT ON COLUMN neet_breakdown.age IS 'Age band of the cohort, where the numbers are of one band.';
COMMENT ON COLUMN neet_breakdown.cohort_size IS 'How many the cohort is.';
COMMENT ON COLUMN neet_breakdown.eet_count IS 'How many are in education, employment or training.';
COMMENT ON COLUMN neet_breakdown.eet_percent IS 'The same in percent of the cohort.';
COMMENT ON COLUMN neet_breakdown.neet_count IS 'How many are not.';
COMMENT ON COLUMN neet_breakdown.neet_percent IS 'The same in percent of the cohort.';
COMMENT ON COLUMN neet_breakdown.illness_disability IS 'How many of these for illness or disability.';
COMMENT ON COLUMN neet_breakdown.pregnancy_parenting IS 'How many for pregnancy or parenting.';
COMMENT ON COLUMN neet_breakdown.available_for_work IS 'How many are available for work.';
COMMENT ON COLUMN neet_breakdown.caring_responsibilities IS 'How many care for others.';
COMMENT ON COLUMN neet_breakdown.custody IS 'How many are in custody.';
COMMENT ON COLUMN neet_breakdown.mental_health IS 'How many for their mental or emotional health.';
COMMENT ON COLUMN neet_breakdown.religious_traditions IS 'How many for religious traditions.';
COMMENT ON COLUMN neet_breakdown.substance_misuse IS 'How many for substance misuse.';
COMMENT ON COLUMN neet_breakdown.other IS 'How many for other reasons.';
