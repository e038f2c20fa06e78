"""The embedded engine: Whoosh holds the postings, NumPy columns beside it everything else."""
