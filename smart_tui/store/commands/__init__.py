"""Writes: plain functions that `Store.run` calls with a unit of work; each call is one step of undo.

They import no SQLModel, so that screens can name them before the database thread has loaded it.
"""
