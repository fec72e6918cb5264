"""Tables of text: our own table of entries, and any other with its columns guessed."""
