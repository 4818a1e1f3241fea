-- The tables of the store.
--
-- A document is a file, known by its resolved path. It is read into parts, and each part states observations. The rows
-- of a document are written in one transaction and replaced in one transaction.
--
-- There are no foreign keys: DuckDB cannot delete and insert a row that others refer to within one transaction, and
-- replacing a document is just that. `boardmine.store.load` writes all rows of a document together, and a test holds
-- that none is left without its document.

CREATE TABLE migrations (
    number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    name VARCHAR NOT NULL UNIQUE CHECK (name <> ''),
    applied_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE migrations IS 'The steps by which this database was brought to its present form.';
COMMENT ON COLUMN migrations.number IS 'Number of the step; the highest is the version of the database.';
COMMENT ON COLUMN migrations.name IS 'File under schemas/sql that holds the step.';
COMMENT ON COLUMN migrations.applied_at IS 'When the step was made, in UTC.';

CREATE TABLE runs (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP CHECK (finished_at >= started_at),
    version VARCHAR NOT NULL CHECK (version <> ''),
    rules VARCHAR NOT NULL CHECK (rules <> ''),
    jobs INTEGER NOT NULL CHECK (jobs > 0),
    new INTEGER NOT NULL DEFAULT 0 CHECK (new >= 0),
    changed INTEGER NOT NULL DEFAULT 0 CHECK (changed >= 0),
    unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
    refused INTEGER NOT NULL DEFAULT 0 CHECK (refused >= 0),
    observations INTEGER NOT NULL DEFAULT 0 CHECK (observations >= 0)
);
COMMENT ON TABLE runs IS 'Each run of ingest that had something to do. A run that found nothing new leaves no row.';
COMMENT ON COLUMN runs.id IS 'Number of the run, counted from 1.';
COMMENT ON COLUMN runs.started_at IS 'When the run began to read, in UTC.';
COMMENT ON COLUMN runs.finished_at IS 'When it ended, in UTC; empty while it runs and where it was killed.';
COMMENT ON COLUMN runs.version IS 'Version of boardmine.';
COMMENT ON COLUMN runs.rules IS 'Fingerprint of the rules that read: the code of readers and extractors, and the catalogue.';
COMMENT ON COLUMN runs.jobs IS 'How many processes read at a time.';
COMMENT ON COLUMN runs.new IS 'Documents read for the first time.';
COMMENT ON COLUMN runs.changed IS 'Documents read again, because the file or the rules had changed.';
COMMENT ON COLUMN runs.unchanged IS 'Documents that were known and not read again.';
COMMENT ON COLUMN runs.refused IS 'Files that could not be read; table rejects says why.';
COMMENT ON COLUMN runs.observations IS 'Observations written.';

CREATE TABLE documents (
    id VARCHAR NOT NULL PRIMARY KEY CHECK (id <> ''),
    path VARCHAR NOT NULL UNIQUE CHECK (path <> ''),
    name VARCHAR NOT NULL,
    format VARCHAR NOT NULL CHECK (format IN ('pdf', 'docx', 'html', 'text')),
    council VARCHAR,
    body VARCHAR,
    title VARCHAR,
    published DATE,
    url VARCHAR,
    pages INTEGER CHECK (pages > 0),
    characters INTEGER NOT NULL CHECK (characters >= 0),
    observations INTEGER NOT NULL CHECK (observations >= 0),
    notes VARCHAR[] NOT NULL,
    content_hash VARCHAR NOT NULL CHECK (content_hash <> ''),
    rules VARCHAR NOT NULL CHECK (rules <> ''),
    run INTEGER NOT NULL CHECK (run > 0)
);
COMMENT ON TABLE documents IS 'One row a file that was read.';
COMMENT ON COLUMN documents.id IS 'Key: the first 16 hexadecimal digits of the SHA-256 of the path.';
COMMENT ON COLUMN documents.path IS 'Resolved path of the file: what makes it the same document when it is read again.';
COMMENT ON COLUMN documents.name IS 'File name without folder and ending.';
COMMENT ON COLUMN documents.format IS 'What the bytes are: pdf, docx, html or text.';
COMMENT ON COLUMN documents.council IS 'The council whose paper it is, where the file or its sidecar says so.';
COMMENT ON COLUMN documents.body IS 'Committee, panel or board that it went to.';
COMMENT ON COLUMN documents.title IS 'Title of the document.';
COMMENT ON COLUMN documents.published IS 'Date of the meeting or report; empty where nothing gives one.';
COMMENT ON COLUMN documents.url IS 'Where the sidecar says that it was published.';
COMMENT ON COLUMN documents.pages IS 'Number of pages, where the format has pages.';
COMMENT ON COLUMN documents.characters IS 'Length of its text, into which char_start and char_end of observations point.';
COMMENT ON COLUMN documents.observations IS 'How many observations it states.';
COMMENT ON COLUMN documents.notes IS 'What the reader had to say: pages without text, pages that could not be read.';
COMMENT ON COLUMN documents.content_hash IS 'SHA-256 of the bytes of the file and its sidecar.';
COMMENT ON COLUMN documents.rules IS 'Fingerprint of the rules that read it, as in runs.rules.';
COMMENT ON COLUMN documents.run IS 'The run that read it: runs.id.';

CREATE TABLE parts (
    document VARCHAR NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    kind VARCHAR NOT NULL CHECK (kind IN ('agenda', 'minutes', 'report', 'slides', 'appendix', 'page')),
    title VARCHAR,
    council VARCHAR,
    body VARCHAR,
    author VARCHAR,
    item VARCHAR,
    published DATE,
    date_stated BOOLEAN NOT NULL,
    first_page INTEGER CHECK (first_page > 0),
    last_page INTEGER CHECK (last_page >= first_page),
    PRIMARY KEY (document, number)
);
COMMENT ON TABLE parts IS 'The agenda, minutes and reports that a document is made of. A document that is no pack is one part.';
COMMENT ON COLUMN parts.document IS 'The document: documents.id.';
COMMENT ON COLUMN parts.number IS 'Place in the document, counted from 0.';
COMMENT ON COLUMN parts.kind IS 'What it is: agenda, minutes, report, slides, appendix or page.';
COMMENT ON COLUMN parts.title IS 'Title of the part.';
COMMENT ON COLUMN parts.council IS 'The council whose paper it is.';
COMMENT ON COLUMN parts.body IS 'Committee, panel or board.';
COMMENT ON COLUMN parts.author IS 'Who wrote it, where it says so.';
COMMENT ON COLUMN parts.item IS 'Number of the minute or agenda item, such as 21/18.';
COMMENT ON COLUMN parts.published IS 'Its own date, or else the date of the document; empty where neither is known.';
COMMENT ON COLUMN parts.date_stated IS 'Whether the part itself gives its date.';
COMMENT ON COLUMN parts.first_page IS 'First page, 1-based, where the format has pages.';
COMMENT ON COLUMN parts.last_page IS 'Last page, 1-based.';

CREATE TABLE observations (
    document VARCHAR NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    part INTEGER NOT NULL CHECK (part >= 0),
    metric VARCHAR NOT NULL CHECK (metric <> ''),
    kind VARCHAR NOT NULL CHECK (kind IN ('level', 'change')),
    value DOUBLE NOT NULL CHECK (value BETWEEN -1e300 AND 1e300),
    unit VARCHAR NOT NULL
        CHECK (unit IN ('count', 'percent', 'per_10000', 'per_100000', 'days', 'ratio', 'score', 'points')),
    members MAP(VARCHAR, VARCHAR) NOT NULL,
    breakdown VARCHAR NOT NULL,
    area VARCHAR NOT NULL CHECK (area <> ''),
    role VARCHAR NOT NULL CHECK (role IN ('actual', 'target', 'floor', 'forecast')),
    bound VARCHAR NOT NULL CHECK (bound IN ('exact', 'about', 'over', 'under', 'at_least', 'at_most')),
    published DATE,
    period_start DATE,
    period_end DATE,
    period_basis VARCHAR NOT NULL CHECK (period_basis IN ('stated', 'relative', 'context', 'document')),
    baseline_start DATE,
    baseline_end DATE,
    certainty VARCHAR NOT NULL CHECK (certainty IN ('high', 'medium', 'low')),
    reason VARCHAR NOT NULL,
    quote VARCHAR NOT NULL CHECK (quote <> ''),
    char_start INTEGER NOT NULL CHECK (char_start >= 0),
    char_end INTEGER NOT NULL CHECK (char_end > char_start),
    number VARCHAR NOT NULL CHECK (number <> ''),
    number_start INTEGER NOT NULL CHECK (number_start >= 0),
    number_end INTEGER NOT NULL CHECK (number_end > number_start),
    page INTEGER CHECK (page > 0),
    section VARCHAR,
    box_x0 DOUBLE,
    box_top DOUBLE,
    box_x1 DOUBLE,
    box_bottom DOUBLE,
    PRIMARY KEY (document, position),
    CHECK (period_start <= period_end),
    CHECK ((period_start IS NULL) = (period_end IS NULL)),
    CHECK ((baseline_start IS NULL) = (baseline_end IS NULL)),
    CHECK (kind = 'change' OR baseline_start IS NULL),
    CHECK (kind = 'change' OR unit <> 'points')
);
COMMENT ON TABLE observations IS 'One row a number that a document states about a metric, each time it is stated.';
COMMENT ON COLUMN observations.document IS 'The document that states it: documents.id.';
COMMENT ON COLUMN observations.position IS 'Place among the observations of the document in reading order, counted from 1.';
COMMENT ON COLUMN observations.part IS 'The part of the document that states it: parts.number.';
COMMENT ON COLUMN observations.metric IS 'What is measured: metrics.id.';
COMMENT ON COLUMN observations.kind IS 'level: how many or how much; change: by how much it rose or fell.';
COMMENT ON COLUMN observations.value IS 'The number as stated. A fall is negative.';
COMMENT ON COLUMN observations.unit IS 'count, percent, per_10000, per_100000, days, ratio, score; points (percentage points) for changes.';
COMMENT ON COLUMN observations.members IS 'Dimension to member for a value that is broken down, such as {gender=male}; empty for the whole.';
COMMENT ON COLUMN observations.breakdown IS 'The same as text in one fixed order, such as age=16-17, gender=male; empty for the whole. For joining.';
COMMENT ON COLUMN observations.area IS 'Whose number: authority (whose document it is), england, statistical_neighbours, region, or a name.';
COMMENT ON COLUMN observations.role IS 'actual, target, floor (the least that is tolerated) or forecast.';
COMMENT ON COLUMN observations.bound IS 'How exactly it is said: exact, about, over, under, at_least, at_most.';
COMMENT ON COLUMN observations.published IS 'Date of the part that states it, or else of the document; empty where neither is known.';
COMMENT ON COLUMN observations.period_start IS 'First day that the number is about; empty where it hangs on the date of a document that has none.';
COMMENT ON COLUMN observations.period_end IS 'Last day that the number is about.';
COMMENT ON COLUMN observations.period_basis IS 'stated in words; relative to the date of the document; context: from what stands above; document: its own date.';
COMMENT ON COLUMN observations.baseline_start IS 'For a change: first day of the period compared with, where the words give it.';
COMMENT ON COLUMN observations.baseline_end IS 'For a change: last day of the period compared with.';
COMMENT ON COLUMN observations.certainty IS 'How surely the number was joined to the metric: high, medium, low.';
COMMENT ON COLUMN observations.reason IS 'Why it was joined, in words.';
COMMENT ON COLUMN observations.quote IS 'The verbatim words that carry the number.';
COMMENT ON COLUMN observations.char_start IS 'First character of the quote in the text of the document, 0-based.';
COMMENT ON COLUMN observations.char_end IS 'Just behind the last character of the quote.';
COMMENT ON COLUMN observations.number IS 'The number as it is written, such as 1,022 or twenty-three.';
COMMENT ON COLUMN observations.number_start IS 'First character of the number in the text of the document, 0-based.';
COMMENT ON COLUMN observations.number_end IS 'Just behind the last character of the number.';
COMMENT ON COLUMN observations.page IS 'Page of the file, 1-based, where the format has pages.';
COMMENT ON COLUMN observations.section IS 'The headings above, outermost first, joined by >.';
COMMENT ON COLUMN observations.box_x0 IS 'Left edge of the quote on its page, in points from the left.';
COMMENT ON COLUMN observations.box_top IS 'Upper edge of the quote, in points from the top.';
COMMENT ON COLUMN observations.box_x1 IS 'Right edge of the quote, in points from the left.';
COMMENT ON COLUMN observations.box_bottom IS 'Lower edge of the quote, in points from the top.';

CREATE TABLE ledger (
    document VARCHAR NOT NULL,
    fate VARCHAR NOT NULL CHECK (fate <> ''),
    numerals INTEGER NOT NULL CHECK (numerals > 0),
    PRIMARY KEY (document, fate)
);
COMMENT ON TABLE ledger IS 'What became of the numbers that stand in a document: together they are all of them.';
COMMENT ON COLUMN ledger.document IS 'The document: documents.id.';
COMMENT ON COLUMN ledger.fate IS 'observation, date, money, reference and so on, or unexplained.';
COMMENT ON COLUMN ledger.numerals IS 'How many numbers of the document met that fate.';

CREATE TABLE rejects (
    path VARCHAR NOT NULL PRIMARY KEY CHECK (path <> ''),
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind <> ''),
    reason VARCHAR NOT NULL CHECK (reason <> ''),
    details VARCHAR NOT NULL,
    content_hash VARCHAR CHECK (content_hash <> ''),
    rules VARCHAR NOT NULL CHECK (rules <> ''),
    tries INTEGER NOT NULL CHECK (tries > 0),
    run INTEGER NOT NULL CHECK (run > 0)
);
COMMENT ON TABLE rejects IS 'Files that could not be read when they were last tried. A file that is read leaves this table.';
COMMENT ON COLUMN rejects.path IS 'Resolved path of the file. An earlier version that could be read stays in documents.';
COMMENT ON COLUMN rejects.name IS 'File name without folder and ending.';
COMMENT ON COLUMN rejects.kind IS 'What is wrong, as a word: EncryptedFile, DamagedFile, ...; Crash, TimeLimit or WorkerDied where boardmine failed.';
COMMENT ON COLUMN rejects.reason IS 'What is wrong, in a sentence.';
COMMENT ON COLUMN rejects.details IS 'For the developers: where the program failed; else empty.';
COMMENT ON COLUMN rejects.content_hash IS 'SHA-256 of the bytes of the file and its sidecar; empty where they could not be had.';
COMMENT ON COLUMN rejects.rules IS 'Fingerprint of the rules that tried, as in runs.rules.';
COMMENT ON COLUMN rejects.tries IS 'How often this version of the file was tried.';
COMMENT ON COLUMN rejects.run IS 'The run that tried last: runs.id.';

CREATE TABLE families (
    id VARCHAR NOT NULL PRIMARY KEY CHECK (id <> ''),
    title VARCHAR NOT NULL,
    about VARCHAR NOT NULL
);
COMMENT ON TABLE families IS 'The families of the catalogue of metrics, as it was when the database was last written.';
COMMENT ON COLUMN families.id IS 'Key of the family, such as demand.';
COMMENT ON COLUMN families.title IS 'Its title.';
COMMENT ON COLUMN families.about IS 'What it is about.';

CREATE TABLE metrics (
    id VARCHAR NOT NULL PRIMARY KEY CHECK (id <> ''),
    family VARCHAR NOT NULL CHECK (family <> ''),
    label VARCHAR NOT NULL,
    definition VARCHAR NOT NULL,
    type VARCHAR NOT NULL CHECK (type IN ('stock', 'flow', 'mean')),
    units VARCHAR[] NOT NULL,
    dimensions VARCHAR[] NOT NULL,
    calendar VARCHAR NOT NULL CHECK (calendar IN ('financial', 'academic')),
    rolling_months INTEGER CHECK (rolling_months > 0),
    source VARCHAR
);
COMMENT ON TABLE metrics IS 'The metrics of the catalogue, as it was when the database was last written.';
COMMENT ON COLUMN metrics.id IS 'Key of the metric, such as cla.count.';
COMMENT ON COLUMN metrics.family IS 'Its family: families.id.';
COMMENT ON COLUMN metrics.label IS 'Its name in words.';
COMMENT ON COLUMN metrics.definition IS 'What is counted or measured.';
COMMENT ON COLUMN metrics.type IS 'stock: true at a moment; flow: counted over a period; mean: an average or a length of time.';
COMMENT ON COLUMN metrics.units IS 'Units that its levels are given in.';
COMMENT ON COLUMN metrics.dimensions IS 'Dimensions that it may be broken down by: dimensions.id.';
COMMENT ON COLUMN metrics.calendar IS 'Which year `2020/21` means: financial or academic.';
COMMENT ON COLUMN metrics.rolling_months IS 'How many months to the stated moment a value covers, where it is a rolling measure.';
COMMENT ON COLUMN metrics.source IS 'Where the definition comes from.';

CREATE TABLE dimensions (
    id VARCHAR NOT NULL PRIMARY KEY CHECK (id <> ''),
    label VARCHAR NOT NULL,
    form VARCHAR,
    members VARCHAR[] NOT NULL
);
COMMENT ON TABLE dimensions IS 'The dimensions that metrics are broken down by, as they were when the database was last written.';
COMMENT ON COLUMN dimensions.id IS 'Key of the dimension, such as gender.';
COMMENT ON COLUMN dimensions.label IS 'Its name in words.';
COMMENT ON COLUMN dimensions.form IS 'What its members are read from where they are numbers: age, duration, band, sibling_group, stage; else empty.';
COMMENT ON COLUMN dimensions.members IS 'Its members where they are fixed.';
