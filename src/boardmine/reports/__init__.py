"""From the store to a person: files of figures, and a page that shows them.

- `suppress`: which numbers must not leave the council, because they or others give away a small count
- `rows`: what is exported, in batches, with what is suppressed taken out
- `csv_files`, `parquet_files`, `workbook`, `package`: the forms; `forms`: any of them
- `charts`, `facts`, `page`: the report
"""
