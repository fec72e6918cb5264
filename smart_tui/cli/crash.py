"""What is said and kept when the program itself fails."""

from datetime import datetime

from smart_tui.cli.context import Context


def report(error: BaseException, context: Context) -> str:
    """One sentence for the error output; writes a crash file of types and frames, without anybody's words."""
    from smart_tui.tui.process import write_crash

    words = context.words
    path = write_crash(context.paths.state, error, datetime.now())
    sentence = words.gettext("Something went wrong inside smart-tui ({kind}).").format(kind=type(error).__name__)
    if path:
        sentence += " " + words.gettext("Where it happened stands in {path}.").format(path=path)
    return f"smart-tui: {sentence}\n"
