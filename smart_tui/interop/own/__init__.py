"""Our own document: everything as one JSON value."""
