"""How long tests of the app wait between keys."""

from textual import _wait

# Textual looks every 20 ms whether the process is idle; most of a test of keys was that sleep.
_wait.SLEEP_GRANULARITY = 1 / 250
_wait.SLEEP_IDLE = _wait.SLEEP_GRANULARITY / 10
