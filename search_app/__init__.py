"""Loistohaku on the web and in the terminal: pages, JSON, commands."""
