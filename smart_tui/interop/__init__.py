"""Formats of other programs and our own document, in and out; one module for each."""
