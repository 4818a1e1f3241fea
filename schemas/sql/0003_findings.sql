-- What the checks found. Findings are made anew from all papers of a council whenever one of them changes, so they hang
-- on no run; a finding goes when one of its observations goes.

CREATE TABLE findings (
    id VARCHAR NOT NULL PRIMARY KEY CHECK (id <> ''),
    kind VARCHAR NOT NULL CHECK (kind <> ''),
    severity VARCHAR NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
    council_key VARCHAR NOT NULL,
    council VARCHAR,
    metric VARCHAR NOT NULL CHECK (metric <> ''),
    published DATE,
    message VARCHAR NOT NULL CHECK (message <> ''),
    observations VARCHAR[] NOT NULL CHECK (len(observations) > 0)
);
COMMENT ON TABLE findings IS 'What does not fit together in what papers say, and what they said otherwise later.';
COMMENT ON COLUMN findings.id IS 'Key: 12 hexadecimal digits, the same whenever the same is found in the same statements.';
COMMENT ON COLUMN findings.kind IS 'Which check: change, parts, complement, share, rate, balance, cumulative, range, jump, unit, contradiction, restatement.';
COMMENT ON COLUMN findings.severity IS 'error: the statements cannot all be right; warning: probably not; note: worth knowing.';
COMMENT ON COLUMN findings.council_key IS 'The council as a key: owners.council_key.';
COMMENT ON COLUMN findings.council IS 'The council whose papers they are.';
COMMENT ON COLUMN findings.metric IS 'The metric that it is about: metrics.id.';
COMMENT ON COLUMN findings.published IS 'When the newest of the statements was published.';
COMMENT ON COLUMN findings.message IS 'One sentence that says what is wrong, with all values concerned.';
COMMENT ON COLUMN findings.observations IS 'The statements concerned, each as document/position: statements.observation. The one in question comes first.';

CREATE VIEW finding_statements AS
SELECT
    f.id AS finding,
    f.severity,
    f.kind,
    f.message,
    c.place,
    s.document,
    s.page,
    s.published,
    s.metric,
    s.breakdown,
    s.value,
    s.unit,
    s.period_start,
    s.period_end,
    s.quote,
    s.observation
FROM findings AS f
CROSS JOIN LATERAL (SELECT unnest(f.observations) AS observation, generate_subscripts(f.observations, 1) AS place) AS c
JOIN statements AS s ON s.observation = c.observation;
COMMENT ON VIEW finding_statements IS 'One row a finding and statement that it concerns, with the quote of each.';
COMMENT ON COLUMN finding_statements.place IS 'Which of the statements of the finding it is, counted from 1.';
