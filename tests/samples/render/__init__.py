"""Render the gold texts into the sample corpus, each in its real format.

`python -m tests.samples.render [SLUG…]` writes `corpus/`, its sidecars and, beside the gold
texts, what stands on each page. The same gold gives the same bytes on every run.
"""
