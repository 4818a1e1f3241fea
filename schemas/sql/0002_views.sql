-- The views: observations as an analyst would want to read them.

CREATE VIEW statements AS
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
FROM observations AS o
JOIN documents AS d ON d.id = o.document
JOIN parts AS p ON p.document = o.document AND p.number = o.part
LEFT JOIN metrics AS m ON m.id = o.metric;
COMMENT ON VIEW statements IS 'Every observation of every family, with who published it, when and where it stands.';

CREATE VIEW demand AS
SELECT * EXCLUDE (family) FROM statements WHERE family = 'demand';
COMMENT ON VIEW demand IS 'Statements about demand: children looked after, child protection, the front door.';

CREATE VIEW permanence AS
SELECT
    CASE split_part(metric, '.', 1)
        WHEN 'sgo' THEN 'guardianship'
        WHEN 'cao' THEN 'guardianship'
        WHEN 'sgo_cao' THEN 'guardianship'
        WHEN 'adoption' THEN 'adoption'
        WHEN 'adopter' THEN 'adoption'
        WHEN 'early_permanence' THEN 'adoption'
        WHEN 'connected_care' THEN 'connected_care'
        WHEN 'placed_with_parents' THEN 'parents'
        WHEN 'reunified' THEN 'parents'
    END AS route,
    * EXCLUDE (family)
FROM statements
WHERE family = 'permanence';
COMMENT ON VIEW permanence IS 'Statements about permanence, with the route: guardianship, adoption, connected_care, parents.';

CREATE VIEW neet AS
SELECT * EXCLUDE (family) FROM statements WHERE family = 'neet';
COMMENT ON VIEW neet IS 'Statements about care leavers and young people: what they do, where they live, who keeps in touch.';

-- Counts and percentages as stated, never derived. Where a part states a figure twice, the first statement stands:
-- the same as boardmine.records.NeetBreakdown.gather.
CREATE VIEW neet_breakdown AS
WITH stated AS (
    SELECT
        o.*,
        split_part(o.metric, '.', 1) AS cohort,
        split_part(o.metric, '.', 2) AS measure,
        o.members['age'] AS age,
        o.members['reason'] AS why
    FROM observations AS o
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
COMMENT ON VIEW neet_breakdown IS 'One row a part, cohort, age, area and period: how many, how many EET and NEET, and how many NEET for each reason.';
