"""The page of a week, as one reads it a year later: lines to draw, and Markdown to take along."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from smart_tui.domain.calendar import FirstWeekday, week_number
from smart_tui.domain.review import Review
from smart_tui.domain.settings import Settings
from smart_tui.domain.weekfigures import GoalWeek
from smart_tui.i18n import Words
from smart_tui.text.markdown import front_matter, name_in_markdown, one_line, words_in_markdown
from smart_tui.text.review import span_title
from smart_tui.text.reviewparts import DIM, TEXT, GoalPart, Seen, goal_part, page_parts

Weeks = Mapping[int, GoalWeek]

TITLE, HEAD, GOAL, BLANK = "title", "head", "goal", "blank"
"""The styles of lines beside TEXT and DIM: what the page is about, a part of it, a goal's own line, and nothing."""

REVIEW_TYPE, WEEK_TYPE = "weekly-review", "goal-week"
"""What a page is, for note apps; the same in every language, so that their queries find all of them."""
WIDEST_LABEL = 16


class Line(NamedTuple):
    """One line of a page; `end` stands at the right edge where there is room, else behind the text."""

    style: str
    text: str = ""
    end: str = ""


def page(
    review: Review,
    weeks: Sequence[GoalWeek],
    now: Weeks | None,
    settings: Settings,
    words: Words,
    *,
    earlier: Weeks | None = None,
    asked: Sequence[str] | None = None,
) -> tuple[Line, ...]:
    """The page of a review as lines to draw. `weeks` are its goals as it saw them, in the order they are shown.

    `now` are the same by the figures of today, to tell what changed afterwards; `earlier` those of the review
    before, to tell what moved. `asked` are the prompts it asked, else those of the settings. A review that was
    never started, of a week without one, says so.
    """
    seen = Seen(review, now or {}, earlier or {}, settings, words, one_line, one_line)
    found = page_parts(seen, weeks, asked)
    lines = [Line(TITLE, found.title), Line(BLANK)]
    lines += [Line(style, text) for style, text in found.summary]
    lines.append(Line(BLANK))
    for goal in found.goals:
        lines.append(Line(GOAL, f"{goal.sign or ' '} {goal.name}", goal.stands))
        lines += [Line(style, f"    {text}") for style, text in goal.below]
    if found.lines:
        lines.append(Line(BLANK))
    wide = min(max((len(label) for label, _ in found.lines), default=0), WIDEST_LABEL)
    for label, text in found.lines:
        style, said = (TEXT, text) if text else (DIM, words.gettext("not answered"))
        lines.append(Line(style, f"{label.ljust(wide)}  {said}"))
    return tuple(lines)


def markdown(
    review: Review,
    weeks: Sequence[GoalWeek],
    now: Weeks | None,
    settings: Settings,
    words: Words,
    *,
    earlier: Weeks | None = None,
    asked: Sequence[str] | None = None,
) -> str:
    """The same page as Markdown with front matter for note apps; the arguments are those of `page`."""
    seen = Seen(review, now or {}, earlier or {}, settings, words, name_in_markdown, words_in_markdown)
    found = page_parts(seen, weeks, asked)
    lines = [f"# {found.title}", ""]
    lines += [text for _, text in found.summary]
    lines.append("")
    for goal in found.goals:
        lines.append("- " + _heading(goal))
        lines += [f"  - {text}" for _, text in goal.below]
    for label, text in found.lines:
        label = label if label[-1:] in "?!:.…" else words.gettext("{label}:").format(label=label)
        lines += ["", f"**{label}** {text or words.gettext('not answered')}"]
    titles = tuple(week.title for week in weeks if week.title)
    return _front(found.title, review, REVIEW_TYPE, titles, settings) + "\n".join(lines) + "\n"


def goal_week_markdown(
    review: Review,
    week: GoalWeek,
    now: Weeks | None,
    settings: Settings,
    words: Words,
    *,
    earlier: Weeks | None = None,
) -> str:
    """One goal's week as Markdown with front matter; the arguments are those of `page`, for one goal."""
    seen = Seen(review, now or {}, earlier or {}, settings, words, name_in_markdown, words_in_markdown)
    goal = goal_part(seen, week)
    weeks = span_title(review, settings, words)
    stands = f"{goal.sign} {goal.stands}".strip()
    lines = [f"# {goal.name}", "", " · ".join(part for part in (weeks, stands) if part), ""]
    lines += [f"- {text}" for _, text in goal.below]
    titles = (week.title,) if week.title else ()
    title = words.gettext("{title}: {weeks}").format(title=week.title, weeks=weeks)
    return _front(title, review, WEEK_TYPE, titles, settings) + "\n".join(lines) + "\n"


def _heading(goal: GoalPart) -> str:
    name = f"**{goal.name}** {goal.sign}".rstrip()
    return f"{name} {goal.stands}".rstrip()


def _front(title: str, review: Review, kind: str, titles: Sequence[str], settings: Settings) -> str:
    weekday = settings.first_weekday
    if isinstance(weekday, FirstWeekday):
        weekday = weekday.on(review.week)
    year, number = week_number(review.week, weekday)
    week = f"{year}-W{number:02d}" if weekday == 0 else review.week.isoformat()
    return front_matter(
        {
            "title": title,
            "date": review.last,
            "week": week,
            "type": kind,
            "tags": (kind,),
            "goals": titles,
        }
    )


__all__ = ["BLANK", "DIM", "GOAL", "HEAD", "TEXT", "TITLE", "Line", "goal_week_markdown", "markdown", "page"]
