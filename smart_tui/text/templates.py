"""What the typical goals are called, and what they bring along, in words."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from smart_tui.domain.goal import Measure
from smart_tui.domain.templates import Group, Template
from smart_tui.i18n import N_, Words

GROUPS: Mapping[str, str] = {
    Group.OWN: N_("Home and health"),
    Group.CAMPAIGN: N_("Campaigns"),
    Group.SALES: N_("Sales"),
    Group.AUDIENCE: N_("Audience"),
    Group.BRAND: N_("Brand and satisfaction"),
    Group.SEARCH: N_("Search and traffic"),
    Group.PROJECT: N_("Projects"),
}


class TemplateText(NamedTuple):
    """The words of a typical goal; `parts` are the five levels of a rating or the milestones, in order."""

    title: str
    unit: str = ""
    what_counts: str = ""
    parts: tuple[str, ...] = ()


TEXTS: Mapping[str, TemplateText] = {
    "books": TemplateText(N_("Read 24 books"), N_("books"), N_("Read to the last page; listening counts.")),
    "distance": TemplateText(N_("Cycle 3,000 km"), N_("km"), N_("What the odometer of the bicycle shows.")),
    "steps": TemplateText(N_("Walk 70,000 steps a week"), N_("steps"), N_("What the watch says at bedtime.")),
    "practice": TemplateText(
        N_("Practise an instrument on weekdays"), N_("min"), N_("Time with the instrument in hand.")
    ),
    "coffee": TemplateText(N_("Drink less coffee"), N_("cups"), N_("Every cup, at home and out.")),
    "weight": TemplateText(N_("Bring my weight down"), N_("kg"), N_("In the morning, on the same scales.")),
    "pulse": TemplateText(N_("Keep the resting pulse steady"), N_("beats"), N_("In the morning, before getting up.")),
    "speaking": TemplateText(
        N_("Be at ease speaking in public"),
        parts=(
            N_("I say no when I am asked."),
            N_("I read from the page and want it to be over."),
            N_("I speak freely from notes and look people in the eye."),
            N_("I enjoy it and take questions gladly."),
            N_("I ask for the chance to speak."),
        ),
    ),
    "sleep": TemplateText(N_("Keep an eye on my sleep"), N_("h"), N_("Hours asleep, as the watch says.")),
    "signups": TemplateText(N_("Win 500 sign-ups with a campaign"), N_("sign-ups"), N_("Confirmed, not only begun.")),
    "leads": TemplateText(
        N_("Bring in 40 leads a month"), N_("leads"), N_("Someone with a need, a budget and a name.")
    ),
    "revenue": TemplateText(N_("Raise revenue by 10% in a year"), N_("kr."), N_("Invoiced, without VAT.")),
    "meetings": TemplateText(
        N_("Hold 8 customer meetings a week"),
        N_("meetings"),
        N_("At least 30 minutes, in person or on video, with a customer or someone who may become one."),
    ),
    "quarter": TemplateText(N_("Sign 12 new customers a quarter"), N_("customers"), N_("A signed contract.")),
    "subscribers": TemplateText(
        N_("Win 15% more newsletter readers"), N_("subscribers"), N_("Active addresses on the last day of the month.")
    ),
    "followers": TemplateText(N_("Win 10,000 new followers"), N_("followers"), N_("What the profile shows.")),
    "recommend": TemplateText(
        N_("Raise the score our customers give us"),
        N_("points"),
        N_("“How likely are you to recommend us?”: 9 or 10 promotes, 0 to 6 detracts."),
    ),
    "satisfaction": TemplateText(
        N_("Raise customer satisfaction"), N_("points"), N_("The mean of the answers to the monthly question.")
    ),
    "visits": TemplateText(
        N_("Increase visits to our site by 20%"), N_("visits"), N_("Sessions in the web statistics, without our own.")
    ),
    "conversion": TemplateText(N_("Raise the conversion rate"), "%", N_("Orders for every hundred visits.")),
    "position": TemplateText(
        N_("Be found among the first three"),
        N_("position"),
        N_("The mean position of our ten most important searches."),
    ),
    "launch": TemplateText(
        N_("Launch the new product"),
        what_counts=N_("Anybody can order it."),
        parts=(
            N_("Agree on what it must be able to do"),
            N_("Try it with ten customers"),
            N_("Set price and date"),
            N_("Open for orders"),
        ),
    ),
}


def template_title(template: Template, words: Words) -> str:
    """What the typical goal is called."""
    return words.gettext(TEXTS[template.id].title)


def template_parts(template: Template, words: Words) -> tuple[str, ...]:
    """The milestones the typical goal brings, in order; a rating's levels belong to its measure."""
    return () if template.measure.kind == "rating" else _parts(template, words)


def template_measure(template: Template, today: date, words: Words) -> Measure:
    """The template's measure from `today` on, with unit, what counts and levels in words."""
    text = TEXTS[template.id]
    return template.measure._replace(
        valid_from=today,
        unit=words.gettext(text.unit) if text.unit else "",
        what_counts=words.gettext(text.what_counts) if text.what_counts else "",
        levels=_parts(template, words) if template.measure.kind == "rating" else (),
    )


def _parts(template: Template, words: Words) -> tuple[str, ...]:
    return tuple(words.gettext(part) for part in TEXTS[template.id].parts)
