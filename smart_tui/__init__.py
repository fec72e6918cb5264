"""smart-tui: write SMART goals, track them, review them every week."""

__version__ = "0.1.0"
