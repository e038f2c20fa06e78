"""Measurements, run by hand and never timed by a test."""
