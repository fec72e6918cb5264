"""Hands over to the command line; answers `--version` by itself, before anything else is loaded."""

import gc
import sys


def main() -> None:
    """Run smart-tui with the arguments of the process, and end the process."""
    # A short command makes little garbage and ends soon: collecting it costs more than it frees.
    gc.disable()
    if sys.argv[1:] in (["--version"], ["-V"]):
        from smart_tui import __version__
        from smart_tui.cli.output import finish

        finish(f"smart-tui {__version__}\n")
    from smart_tui.cli.main import run

    run(sys.argv[1:])


if __name__ == "__main__":
    main()
