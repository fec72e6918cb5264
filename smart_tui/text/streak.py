"""How many periods in a row were met, in words."""

from smart_tui.domain.goal import Period
from smart_tui.domain.streak import Streak
from smart_tui.i18n import Words
from smart_tui.text.labels import periods_counted


def streak_sentence(streak: Streak, period: Period, words: Words) -> str:
    """ "6 weeks in a row (best 11)."; empty before two in a row were ever met."""
    if streak.best < 2:
        return ""
    best = periods_counted(streak.best, period, words)
    if streak.now < 2:
        return words.gettext("Best so far: {periods} in a row.").format(periods=best)
    now = periods_counted(streak.now, period, words)
    if streak.now >= streak.best:
        return words.gettext("{periods} in a row, the best so far.").format(periods=now)
    said = words.gettext("{periods} in a row (best {best}).")
    return said.format(periods=now, best=words.number(streak.best))
