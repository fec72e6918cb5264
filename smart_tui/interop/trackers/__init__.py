"""Habit trackers and Beeminder: their exports and backups, read."""
