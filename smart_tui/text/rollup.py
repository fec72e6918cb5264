"""What the goals below a parent say together, in words."""

from smart_tui.domain.goal import Status
from smart_tui.domain.rollup import RollUp
from smart_tui.i18n import Words
from smart_tui.text.labels import status_word


def rollup_sentence(rollup: RollUp, words: Words) -> str:
    """ "3 goals below: 42% of the way, the worst of them behind."; empty without any."""
    judged = rollup.status is not Status.NEEDS_BASELINE
    count, status = rollup.children, status_word(rollup.status, words) if judged else ""
    if not count:
        return ""
    if rollup.progress is None and not status:
        said = words.ngettext("{n} goal below, not judged yet.", "{n} goals below, not judged yet.", count)
    elif rollup.progress is None:
        said = words.ngettext("{n} goal below: {status}.", "{n} goals below, the worst of them {status}.", count)
    elif not status:
        said = words.ngettext(
            "{n} goal below: {percent} of the way.", "{n} goals below: {percent} of the way together.", count
        )
    else:
        said = words.ngettext(
            "{n} goal below: {percent} of the way, {status}.",
            "{n} goals below: {percent} of the way together, the worst of them {status}.",
            count,
        )
    percent = "" if rollup.progress is None else words.percent(rollup.progress * 100, decimals=0)
    return said.format(n=words.number(count), percent=percent, status=status)
