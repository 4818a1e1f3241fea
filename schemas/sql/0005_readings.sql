-- What each run changed, and which parts are the same as another: a pack, the item of its own and the papers of the next
-- meeting may carry the same pages.

CREATE TABLE readings (
    run INTEGER NOT NULL CHECK (run > 0),
    document VARCHAR NOT NULL CHECK (document <> ''),
    state VARCHAR NOT NULL CHECK (state IN ('new', 'changed', 'stale')),
    rules VARCHAR NOT NULL CHECK (rules <> ''),
    observations INTEGER NOT NULL CHECK (observations >= 0),
    added INTEGER NOT NULL CHECK (added >= 0),
    gone INTEGER NOT NULL CHECK (gone >= 0),
    PRIMARY KEY (run, document)
);
COMMENT ON TABLE readings IS 'Each time that a document was read: what was found, and how that differs from the time before.';
COMMENT ON COLUMN readings.run IS 'The run: runs.id.';
COMMENT ON COLUMN readings.document IS 'The document: documents.id.';
COMMENT ON COLUMN readings.state IS 'new: for the first time; changed: the file had changed; stale: the rules had.';
COMMENT ON COLUMN readings.rules IS 'Fingerprint of the rules that read it, as in runs.rules.';
COMMENT ON COLUMN readings.observations IS 'How many observations it stated then.';
COMMENT ON COLUMN readings.added IS 'How many of them it did not state the time before; all, the first time.';
COMMENT ON COLUMN readings.gone IS 'How many it no longer stated.';

INSERT INTO readings SELECT run, id, 'new', rules, observations, observations, 0 FROM documents;

CREATE TABLE revisions (
    run INTEGER NOT NULL CHECK (run > 0),
    document VARCHAR NOT NULL CHECK (document <> ''),
    change VARCHAR NOT NULL CHECK (change IN ('added', 'gone')),
    metric VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    value DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    breakdown VARCHAR NOT NULL,
    area VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    bound VARCHAR NOT NULL,
    period_start DATE,
    period_end DATE,
    period_basis VARCHAR NOT NULL,
    baseline_start DATE,
    baseline_end DATE,
    quote VARCHAR NOT NULL,
    page INTEGER
);
COMMENT ON TABLE revisions IS 'What came and went when a document was read again: one row an observation that differs.';
COMMENT ON COLUMN revisions.run IS 'The run: runs.id.';
COMMENT ON COLUMN revisions.document IS 'The document: documents.id.';
COMMENT ON COLUMN revisions.change IS 'added: stated now and not before; gone: stated before and not now.';
COMMENT ON COLUMN revisions.metric IS 'As in observations.';
COMMENT ON COLUMN revisions.kind IS 'As in observations.';
COMMENT ON COLUMN revisions.value IS 'As in observations.';
COMMENT ON COLUMN revisions.unit IS 'As in observations.';
COMMENT ON COLUMN revisions.breakdown IS 'As in observations.';
COMMENT ON COLUMN revisions.area IS 'As in observations.';
COMMENT ON COLUMN revisions.role IS 'As in observations.';
COMMENT ON COLUMN revisions.bound IS 'As in observations.';
COMMENT ON COLUMN revisions.period_start IS 'As in observations.';
COMMENT ON COLUMN revisions.period_end IS 'As in observations.';
COMMENT ON COLUMN revisions.period_basis IS 'As in observations.';
COMMENT ON COLUMN revisions.baseline_start IS 'As in observations.';
COMMENT ON COLUMN revisions.baseline_end IS 'As in observations.';
COMMENT ON COLUMN revisions.quote IS 'As in observations.';
COMMENT ON COLUMN revisions.page IS 'As in observations.';

ALTER TABLE parts ADD COLUMN text_hash VARCHAR;
COMMENT ON COLUMN parts.text_hash IS 'What its text is known by: parts with the same letters and digits have the same. Empty for a few words.';

-- Of parts that are the same, the one that gives its date itself is the first; among several the earliest.
CREATE VIEW copies AS
SELECT document, part, first_document, first_part
FROM (
    SELECT
        p.document,
        p.number AS part,
        first_value(p.document) OVER same AS first_document,
        first_value(p.number) OVER same AS first_part,
        row_number() OVER same AS place
    FROM parts AS p
    JOIN owners AS w ON w.document = p.document AND w.part = p.number
    WHERE p.text_hash IS NOT NULL
    WINDOW same AS (
        PARTITION BY w.council_key, p.text_hash
        ORDER BY p.date_stated DESC, p.published NULLS LAST, p.document, p.number
    )
)
WHERE place > 1;
COMMENT ON VIEW copies IS 'Parts whose text stands word for word in another paper of the council, and where it stands first. Views count it there only.';
COMMENT ON COLUMN copies.document IS 'The document with the copy: documents.id.';
COMMENT ON COLUMN copies.part IS 'The copy: parts.number.';
COMMENT ON COLUMN copies.first_document IS 'The document with the part that counts: documents.id.';
COMMENT ON COLUMN copies.first_part IS 'The part that counts: parts.number.';

CREATE VIEW originals AS
SELECT o.* FROM observations AS o ANTI JOIN copies AS c ON c.document = o.document AND c.part = o.part;
COMMENT ON VIEW originals IS 'The observations without those of parts that are copies.';

CREATE OR REPLACE VIEW statements AS
SELECT
    o.published,
    p.council,
    p.body,
    d.name AS document,
    coalesce(p.title, d.title) AS part,
    m.family,
    o.metric,
    m.label,
    o.breakdown,
    o.area,
    o.value,
    o.unit,
    o.kind,
    o.role,
    o.bound,
    o.period_start,
    o.period_end,
    o.period_basis,
    o.baseline_start,
    o.baseline_end,
    o.quote,
    o.page,
    o.certainty,
    o.members,
    d.path,
    o.document || '/' || o.position AS observation
FROM originals AS o
JOIN documents AS d ON d.id = o.document
JOIN parts AS p ON p.document = o.document AND p.number = o.part
LEFT JOIN metrics AS m ON m.id = o.metric;

CREATE OR REPLACE VIEW neet_breakdown AS
WITH stated AS (
    SELECT
        o.*,
        split_part(o.metric, '.', 1) AS cohort,
        split_part(o.metric, '.', 2) AS measure,
        o.members['age'] AS age,
        o.members['reason'] AS why
    FROM originals AS o
    WHERE o.metric IN (
        'care_leavers.count', 'care_leavers.eet', 'care_leavers.neet',
        'cla_16plus.count', 'cla_16plus.eet', 'cla_16plus.neet',
        'young_people.count', 'young_people.eet', 'young_people.neet'
    )
    AND o.kind = 'level' AND o.role = 'actual' AND list_has_all(['age', 'reason'], map_keys(o.members))
),
gathered AS (
    SELECT
        document, part, cohort, age, area, period_start, period_end,
        any_value(published) AS published,
        min(page) AS page,
        arg_min(value, position) FILTER (WHERE measure = 'count' AND unit = 'count' AND why IS NULL) AS cohort_size,
        arg_min(value, position) FILTER (WHERE measure = 'eet' AND unit = 'count' AND why IS NULL) AS eet_count,
        arg_min(value, position) FILTER (WHERE measure = 'eet' AND unit = 'percent' AND why IS NULL) AS eet_percent,
        arg_min(value, position) FILTER (WHERE measure = 'neet' AND unit = 'count' AND why IS NULL) AS neet_count,
        arg_min(value, position) FILTER (WHERE measure = 'neet' AND unit = 'percent' AND why IS NULL) AS neet_percent,
        arg_min(value, position) FILTER (WHERE unit = 'count' AND why = 'illness_disability') AS illness_disability,
        arg_min(value, position) FILTER (WHERE unit = 'count' AND why = 'pregnancy_parenting') AS pregnancy_parenting,
        arg_min(value, position) FILTER (WHERE unit = 'count' AND why = 'available_for_work') AS available_for_work,
        arg_min(value, position) FILTER (WHERE unit = 'count' AND why = 'caring_responsibilities') AS caring_responsibilities,
        arg_min(value, position) FILTER (WHERE unit = 'count' AND why = 'custody') AS custody,
        arg_min(value, position) FILTER (WHERE unit = 'count' AND why = 'mental_health') AS mental_health,
        arg_min(value, position) FILTER (WHERE unit = 'count' AND why = 'religious_traditions') AS religious_traditions,
        arg_min(value, position) FILTER (WHERE unit = 'count' AND why = 'substance_misuse') AS substance_misuse,
        arg_min(value, position) FILTER (WHERE unit = 'count' AND why = 'other') AS other,
        count(*) FILTER (WHERE measure <> 'count' OR why IS NOT NULL) AS figures
    FROM stated
    GROUP BY document, part, cohort, age, area, period_start, period_end
)
SELECT
    g.published,
    p.council,
    p.body,
    d.name AS document,
    coalesce(p.title, d.title) AS part,
    g.cohort,
    g.age,
    g.area,
    g.period_start,
    g.period_end,
    g.cohort_size,
    g.eet_count,
    g.eet_percent,
    g.neet_count,
    g.neet_percent,
    g.illness_disability,
    g.pregnancy_parenting,
    g.available_for_work,
    g.caring_responsibilities,
    g.custody,
    g.mental_health,
    g.religious_traditions,
    g.substance_misuse,
    g.other,
    g.page,
    d.path
FROM gathered AS g
JOIN documents AS d ON d.id = g.document
JOIN parts AS p ON p.document = g.document AND p.number = g.part
WHERE g.figures > 0;

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
FROM originals AS o
JOIN documents AS d ON d.id = o.document
JOIN parts AS p ON p.document = o.document AND p.number = o.part
JOIN owners AS w ON w.document = o.document AND w.part = o.part
LEFT JOIN metrics AS m ON m.id = o.metric
WHERE o.kind = 'level';

CREATE OR REPLACE VIEW coverage AS
WITH stated AS (
    SELECT w.council_key, p.council, o.metric, o.published
    FROM originals AS o
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

COMMENT ON VIEW statements IS 'Every observation of every family, with who published it, when and where it stands.';
COMMENT ON VIEW neet_breakdown IS 'One row a part, cohort, age, area and period: how many, how many EET and NEET, and how many NEET for each reason.';
COMMENT ON VIEW levels IS 'Statements of how many or how much, without changes, with what is needed to line them up.';
COMMENT ON COLUMN levels.council_key IS 'The council, however its name is written: owners.council_key.';
COMMENT ON COLUMN levels.type IS 'stock, flow or mean: metrics.type.';
COMMENT ON COLUMN levels.span IS 'How long a period it covers: values of one metric with the same span can be compared.';
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
COMMENT ON COLUMN coverage.first_reported IS 'The first of these dates.';
COMMENT ON COLUMN coverage.last_reported IS 'The last of these dates.';
COMMENT ON COLUMN coverage.statements IS 'How many numbers in all.';
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
