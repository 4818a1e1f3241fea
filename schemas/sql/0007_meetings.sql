-- Meetings, as the sites of councils list them: `boardmine fetch` writes down what it found and what it got, and ingest
-- takes that over. So a meeting without minutes can be told from one whose minutes were not fetched.

ALTER TABLE documents ADD COLUMN released DATE;
ALTER TABLE documents ADD COLUMN committee_id VARCHAR;
ALTER TABLE documents ADD COLUMN meeting_id VARCHAR;
COMMENT ON COLUMN documents.released IS 'When the file was put on the council''s site, where its sidecar says so.';
COMMENT ON COLUMN documents.committee_id IS 'By what the council''s site knows the committee, by the sidecar.';
COMMENT ON COLUMN documents.meeting_id IS 'By what the council''s site knows the meeting, by the sidecar: meetings.id.';

CREATE TABLE meetings (
    site VARCHAR NOT NULL CHECK (site <> ''),
    id VARCHAR NOT NULL CHECK (id <> ''),
    committee_id VARCHAR NOT NULL,
    council VARCHAR,
    body VARCHAR NOT NULL,
    date DATE NOT NULL,
    time VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    called_off BOOLEAN NOT NULL,
    agenda_published BOOLEAN,
    minutes_published BOOLEAN,
    withheld INTEGER NOT NULL CHECK (withheld >= 0),
    page VARCHAR NOT NULL,
    asked DATE NOT NULL,
    complete BOOLEAN NOT NULL,
    PRIMARY KEY (site, id)
);
COMMENT ON TABLE meetings IS 'Meetings that boardmine fetch has looked at, whether or not there are papers of them.';
COMMENT ON COLUMN meetings.site IS 'Address of the site that lists it.';
COMMENT ON COLUMN meetings.id IS 'By what the site knows it.';
COMMENT ON COLUMN meetings.committee_id IS 'By what the site knows the committee.';
COMMENT ON COLUMN meetings.council IS 'The council, where the site or whoever fetched said so.';
COMMENT ON COLUMN meetings.body IS 'Title of the committee.';
COMMENT ON COLUMN meetings.date IS 'Day of the meeting.';
COMMENT ON COLUMN meetings.time IS 'Time of day, as the site writes it.';
COMMENT ON COLUMN meetings.status IS 'What the site says of it, in its words.';
COMMENT ON COLUMN meetings.called_off IS 'Whether it was cancelled or postponed.';
COMMENT ON COLUMN meetings.agenda_published IS 'Whether agenda or papers are on the site; empty where that could not be seen.';
COMMENT ON COLUMN meetings.minutes_published IS 'Whether minutes are on the site; empty where that could not be seen.';
COMMENT ON COLUMN meetings.withheld IS 'How many papers and items are not for everybody. They are never fetched.';
COMMENT ON COLUMN meetings.page IS 'Address of its page.';
COMMENT ON COLUMN meetings.asked IS 'When the site was asked last and said something else than before.';
COMMENT ON COLUMN meetings.complete IS 'Whether all that was wanted of it could be got.';

CREATE TABLE fetched_files (
    path VARCHAR NOT NULL PRIMARY KEY CHECK (path <> ''),
    site VARCHAR NOT NULL,
    meeting VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('packs', 'minutes', 'items', 'pages')),
    title VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('held', 'set aside', 'replaced')),
    reason VARCHAR NOT NULL,
    size BIGINT NOT NULL CHECK (size > 0),
    sha256 VARCHAR NOT NULL,
    released DATE,
    fetched DATE NOT NULL,
    versions INTEGER NOT NULL CHECK (versions > 0)
);
COMMENT ON TABLE fetched_files IS 'Files that boardmine fetch has got.';
COMMENT ON COLUMN fetched_files.path IS 'Resolved path: documents.path where it has been read.';
COMMENT ON COLUMN fetched_files.site IS 'Address of the site: meetings.site.';
COMMENT ON COLUMN fetched_files.meeting IS 'The meeting: meetings.id.';
COMMENT ON COLUMN fetched_files.kind IS 'packs, minutes, items or pages.';
COMMENT ON COLUMN fetched_files.title IS 'What the site calls it.';
COMMENT ON COLUMN fetched_files.address IS 'Where it was got.';
COMMENT ON COLUMN fetched_files.state IS 'held; set aside, as it says that it is not for everybody; replaced, by a paper that says the same.';
COMMENT ON COLUMN fetched_files.reason IS 'Why it was set aside or replaced.';
COMMENT ON COLUMN fetched_files.size IS 'Bytes.';
COMMENT ON COLUMN fetched_files.sha256 IS 'SHA-256 of its content.';
COMMENT ON COLUMN fetched_files.released IS 'When it was put on the site, where the site says so.';
COMMENT ON COLUMN fetched_files.fetched IS 'When it was got.';
COMMENT ON COLUMN fetched_files.versions IS 'How many versions of it there were: packs grow.';

CREATE MACRO standing(called_off, has_read, has_held, has_aside, published, complete) AS CASE
    WHEN has_read THEN 'read'
    WHEN has_held THEN 'not read'
    WHEN has_aside THEN 'set aside'
    WHEN called_off THEN 'called off'
    WHEN published THEN 'not fetched'
    WHEN published = false OR complete THEN 'not published'
    ELSE 'not known'
END;
COMMENT ON MACRO standing IS 'How it stands with the papers of a meeting, in the words of meeting_coverage.agenda.';

CREATE VIEW meeting_coverage AS
WITH got AS (
    SELECT
        f.site,
        f.meeting,
        f.kind = 'minutes' AS is_minutes,
        bool_or(f.state = 'held' AND d.id IS NOT NULL) AS has_read,
        bool_or(f.state = 'held') AS has_held,
        bool_or(f.state = 'set aside') AS has_aside,
        count(d.id) FILTER (WHERE f.state = 'held') AS documents,
        coalesce(sum(d.observations) FILTER (WHERE f.state = 'held'), 0)::INTEGER AS observations
    FROM fetched_files AS f
    LEFT JOIN documents AS d ON d.path = f.path
    GROUP BY ALL
),
named AS (
    SELECT count(DISTINCT council_key) AS many, min(council_key) AS first FROM owners
)
SELECT
    CASE WHEN council_key(m.council) = '' AND n.many = 1 THEN n.first ELSE council_key(m.council) END AS council_key,
    m.council,
    m.body,
    m.date,
    m.status,
    standing(m.called_off, p.has_read, p.has_held, p.has_aside, m.agenda_published, m.complete) AS agenda,
    standing(m.called_off, k.has_read, k.has_held, k.has_aside, m.minutes_published, m.complete) AS minutes,
    coalesce(p.documents, 0) + coalesce(k.documents, 0) AS documents,
    coalesce(p.observations, 0) + coalesce(k.observations, 0) AS observations,
    m.withheld,
    m.page,
    m.asked
FROM meetings AS m
CROSS JOIN named AS n
LEFT JOIN got AS p ON p.site = m.site AND p.meeting = m.id AND NOT p.is_minutes
LEFT JOIN got AS k ON k.site = m.site AND k.meeting = m.id AND k.is_minutes;
COMMENT ON VIEW meeting_coverage IS 'Every meeting that boardmine fetch has looked at, and how it stands with its agenda and its minutes.';
COMMENT ON COLUMN meeting_coverage.council_key IS 'council_key of the council.';
COMMENT ON COLUMN meeting_coverage.council IS 'meetings.council.';
COMMENT ON COLUMN meeting_coverage.body IS 'Title of the committee.';
COMMENT ON COLUMN meeting_coverage.date IS 'Day of the meeting.';
COMMENT ON COLUMN meeting_coverage.status IS 'What the site says of it.';
COMMENT ON COLUMN meeting_coverage.agenda IS 'Pack or papers of items: read; not read (fetched, but not or not yet in the database); set aside; called off; not fetched (published, but not here); not published; not known.';
COMMENT ON COLUMN meeting_coverage.minutes IS 'The same of its minutes.';
COMMENT ON COLUMN meeting_coverage.documents IS 'How many of its files have been read.';
COMMENT ON COLUMN meeting_coverage.observations IS 'How many numbers they state.';
COMMENT ON COLUMN meeting_coverage.withheld IS 'meetings.withheld.';
COMMENT ON COLUMN meeting_coverage.page IS 'Address of its page.';
COMMENT ON COLUMN meeting_coverage.asked IS 'meetings.asked.';

CREATE OR REPLACE VIEW coverage AS
WITH stated AS (
    SELECT w.council_key, p.council, o.metric, o.published
    FROM originals AS o
    JOIN parts AS p ON p.document = o.document AND p.number = o.part
    JOIN owners AS w ON w.document = o.document AND w.part = o.part
    WHERE o.published IS NOT NULL
),
dates AS (
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
),
lacking AS (
    SELECT
        council_key,
        coalesce(list(DISTINCT date) FILTER (WHERE minutes = 'not published'), []) AS no_minutes,
        coalesce(list(DISTINCT date) FILTER (WHERE 'not fetched' IN (agenda, minutes)), []) AS not_fetched
    FROM meeting_coverage
    GROUP BY council_key
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
    r.reported_on,
    list_sort(list_filter(coalesce(l.no_minutes, []), lambda day: NOT list_contains(r.reported_on, day))) AS without_minutes,
    list_sort(list_filter(coalesce(l.not_fetched, []), lambda day: NOT list_contains(r.reported_on, day))) AS not_fetched
FROM reported AS r
JOIN dates AS m ON m.council_key = r.council_key AND m.published = r.reported_on[-1]
LEFT JOIN metrics AS d ON d.id = r.metric
LEFT JOIN lacking AS l ON l.council_key = r.council_key;
COMMENT ON VIEW coverage IS 'Which metrics which meetings reported, which they stopped reporting, and of which meetings that cannot be known.';
COMMENT ON COLUMN coverage.meetings IS 'How many dates of meetings or reports have a number for it.';
COMMENT ON COLUMN coverage.first_reported IS 'The first of these dates.';
COMMENT ON COLUMN coverage.last_reported IS 'The last of these dates.';
COMMENT ON COLUMN coverage.meetings_since IS 'How many dates of the council came after the last that has a number for it.';
COMMENT ON COLUMN coverage.status IS 'reported: in the newest papers; stopped: in several, but not in the newest; once: in one, not the newest.';
COMMENT ON COLUMN coverage.statements IS 'How many numbers in all.';
COMMENT ON COLUMN coverage.reported_on IS 'The dates that have a number for it.';
COMMENT ON COLUMN coverage.without_minutes IS 'Dates of meetings that have no number for it and whose minutes are not published; by meeting_coverage.';
COMMENT ON COLUMN coverage.not_fetched IS 'Dates of meetings that have no number for it and whose papers are published, but were not fetched.';
