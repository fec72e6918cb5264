"""The command line in this process is run here as it is in its own tests."""

from tests.cli.conftest import here

__all__ = ["here"]
