"""Evals: suites of cases, targets, scorers, run files, comparisons and reports.

One import of it is cheap: scipy (statistics), inspect-ai and openai are imported only
inside the functions that need them.
"""
