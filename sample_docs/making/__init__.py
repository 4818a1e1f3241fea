"""How the sample documents are made: what the papers say (`july`, `october_*`, `january`, `april`), and the writers."""
