#!/bin/sh
# Shows what boardmine does with the sample documents: reads them into demo.duckdb and asks it two questions.
# Run by `make demo`, which sets BIN to where boardmine is installed; without it, the boardmine on the PATH is taken.
set -eu

cd "$(dirname "$0")/.."
boardmine="${BIN:+$BIN/}boardmine"
db="${DEMO_DB:-demo.duckdb}"
rm -f "$db" "$db.wal"

# Prints a command as one would type it, and runs it.
run() {
    printf '\n$ boardmine'
    for word in "$@"; do
        case $word in
            *[!A-Za-z0-9_./:=-]*) printf ' "%s"' "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$boardmine" "$@"
}

say() { printf '\n== %s\n' "$1"; }

say "Four papers of a council that does not exist, as PDF, DOCX, HTML and Markdown"
run ingest sample_docs --db "$db"

say "One of them, without the database: each number with its words, and none lost"
run extract sample_docs/2024-04-16-minutes.html --family permanence

say "Why care leavers are not in education, employment or training, at two dates"
run sql --db "$db" "PIVOT (
    SELECT members['reason'] AS reason, period_end, value
    FROM neet
    WHERE metric = 'care_leavers.neet' AND unit = 'count' AND reason IS NOT NULL
      AND document LIKE '2024-01%'
) ON period_end USING any_value(value) ORDER BY reason"

say "Children with connected carers in August 2023: what was said in October, and in January"
run sql --db "$db" "SELECT document, page, value, quote
FROM permanence
WHERE metric = 'connected_care.count' AND kind = 'level' AND period_end = '2023-08-31'
ORDER BY document"

say "All of it is in $db; try: boardmine sql --db $db \"FROM demand LIMIT 3\""
