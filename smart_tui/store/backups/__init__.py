"""Backups of the file: made, listed, verified, thinned, and copied into a second folder."""
