"""`smart-tui show GOAL`: everything about one goal, as plain text or as JSON."""

from typing import NoReturn

from smart_tui.cli.context import Context
from smart_tui.cli.json import Json, dumps
from smart_tui.cli.list import damaged
from smart_tui.cli.output import finish
from smart_tui.cli.standing import Standing, amount, as_json, iso, standing
from smart_tui.domain.goal import Entry, Measure
from smart_tui.domain.measure import default_combine
from smart_tui.store import queries
from smart_tui.store.connection import open_reader


def run_show(context: Context) -> NoReturn:
    """Print the goal that the words name and end the process; raises StoreError not_found or ambiguous."""
    reader = open_reader(context.paths.db)
    settings = queries.settings(reader)
    today = context.today(settings)
    goal = queries.find(reader, " ".join(context.arguments.words))
    each = standing(goal, queries.entries(reader, goal.id), today, settings)
    words = context.words
    error = damaged(len(reader.damaged), words)
    if context.arguments.json:
        whole = {**as_json(each, today, words, settings), **details(each)}
        finish(dumps(whole) + "\n", error=error)
    from smart_tui.cli.page import page

    finish(page(each, today, words, settings, context.config.accepted_label), error=error)


def details(each: Standing) -> Json:
    """What `show --json` adds to the fields of the list; `entries` becomes the entries themselves."""
    goal = each.goal
    return {
        "answers": {id: text for id, text in goal.answers.items() if not id.startswith("raw.")},
        "measures": [_measure(version) for version in goal.measures],
        "entries": [_entry(entry) for entry in each.entries],
        "milestones": [
            {
                "uuid": milestone.uuid,
                "title": milestone.title,
                "due": iso(milestone.due),
                "weight": milestone.weight,
                "done_on": iso(milestone.done_on),
            }
            for milestone in goal.milestones
        ],
        "activities": [
            {
                "uuid": activity.uuid,
                "what": activity.what,
                "when": activity.when,
                "where": activity.where,
                "due": iso(activity.due),
                "horizon": activity.horizon.value,
                "done_on": iso(activity.done_on),
            }
            for activity in goal.activities
        ],
    }


def _entry(entry: Entry) -> Json:
    return {
        "uuid": entry.uuid,
        "on": iso(entry.on),
        "state": entry.state.value,
        "value": amount(entry.value),
        "note": entry.note,
    }


def _measure(version: Measure) -> Json:
    return {
        "valid_from": iso(version.valid_from),
        "kind": version.kind.value,
        "unit": version.unit,
        "baseline": amount(version.baseline),
        "baseline_on": iso(version.baseline_on),
        "baseline_period": version.baseline_period.value if version.baseline_period else None,
        "target": amount(version.goal_value),
        "change_percent": amount(version.change_percent),
        "reading": version.reading.value if version.reading else None,
        "period": version.period.value if version.period else None,
        "direction": version.direction.value if version.direction else None,
        "share_wanted": version.share_wanted,
        "weekdays": [day for day in range(1, 8) if version.weekdays >> (day - 1) & 1],
        "combine": (version.combine or default_combine(version)).value,
        "running": version.running,
        "silence_is_zero": version.silence_is_zero,
        "keep_line": version.keep_line,
        "low": amount(version.low),
        "high": amount(version.high),
        "levels": list(version.levels),
        "step": amount(version.step),
        "what_counts": version.what_counts,
        "untargeted": version.untargeted,
        "reason": version.reason,
    }
