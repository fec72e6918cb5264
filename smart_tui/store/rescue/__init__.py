"""What is done when a file is not as it was: checks, what differs, restoring a backup, salvage."""
