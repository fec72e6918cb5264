"""Taskwarrior, jrnl and calendars: read and written."""
