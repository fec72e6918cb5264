"""English goal sentences: what is counted, how much, how often, from where."""

import pytest

from tests.reading.goalreadings import measured


def measured_in_english(text: str) -> str:
    return measured(text, "en")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Practise the cello three times a week", "recurring 3 /week"),
        ("Go swimming twice a month", "recurring 2 /month"),
        ("Write 500 words every morning", "recurring 500 /day"),
        ("8 glasses of water per day", "recurring 8 /day"),
        ("Every Friday: call two old customers", "recurring 2 /week"),
        ("Call a friend every Sunday", "recurring 1 /week"),
        ("Lift weights on Mondays, Wednesdays and Fridays", "recurring 3 /week"),
        ("Walk 10k steps a day", "recurring 10000 /day"),
        ("Put aside £200 each month for a new kitchen", "recurring 200 /month"),
        ("12 newsletters a year", "recurring 12 /year"),
        ("Do yoga for 20 minutes every evening", "recurring 20 /day"),
        ("Jog 5 km three times per week", "recurring 3 /week"),
        ("30 minutes of guitar, 5 days a week", "recurring 5 /week"),
        ("Publish 2-3 posts per week", "recurring 2 /week"),
        ("Visit grandad two or three times a month", "recurring 2 /month"),
        ("Send 4 to 6 offers weekly", "recurring 4 /week"),
        ("A 30-minute walk every day", "recurring 30 /day"),
        ("Eat fish a couple of times a week", "recurring 2 /week"),
        ("Cycle to work at least 3 out of 5 days a week", "recurring 3 /week"),
        ("Ring my sister every Saturday at 10", "recurring 1 /week"),
        ("Get up at 6 every weekday", "recurring 1 /day"),
        ("Be in bed by 22:30 every night", "recurring 1 /day"),
        ("Read half a book a week", "recurring 0.5 /week"),
        ("Half a chapter a day", "recurring 0.5 /day"),
        ("Run a mile a day", "recurring 1 /day"),
        ("Row a mile every morning until June", "recurring 1 /day"),
        ("Read a book a week", "recurring 1 /week"),
    ],
)
def test_so_much_in_every_period(text: str, reading: str) -> None:
    assert measured_in_english(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Read 30 novels this year", "total 30"),
        ("Plant sixty trees before October", "total 60"),
        ("Save up $1,500 for the bike", "total 1500"),
        ("Put 2.500 euros in the holiday jar", "total 2500"),
        ("Earn €40k from the shop", "total 40000"),
        ("Raise £1.2m for the new hall", "total 1200000"),
        ("Sell 3 million tickets", "total 3000000"),
        ("Bake half a dozen cakes for the fair", "total 6"),
        ("Meet a hundred new people in 2026", "total 100"),
        ("Log 1,000 kilometres on the bike", "total 1000"),
        ("Win 10 new customers by May and keep 20 old ones", "total 10"),
        ("Visit 26 parks this year, one every other week", "total 26"),
        ("Get 300 more subscribers", "total 300"),
        ("Finish two 10Ks and a marathon", "total 2"),
        ("Sew twenty-five cushions", "total 25"),
        ("See the 7 wonders of the world", "total 7"),
        ("Upgrade 38 office computers to Windows 11", "total 38"),
        ("Watch 15 films from the 1960s", "total 15"),
    ],
)
def test_sums(text: str, reading: str) -> None:
    assert measured_in_english(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Run 5 km in 25 minutes", "reduce to 25"),
        ("Swim a mile in under 40 minutes", "reduce to 40"),
        ("Half marathon under 1:45", "reduce to 105"),
        ("Get my 5K below 24:30", "reduce to 24.5"),
        ("Marathon in 3 hours 45 minutes", "reduce to 3.75"),
        ("Finish the triathlon in under 6 hours 30", "reduce to 6.5"),
        ("Ride to the office in half an hour", "reduce to 0.5"),
        ("Bring my 10K time down from 58 to 52 minutes", "reduce to 52 from 58"),
        ("Hold a plank for three minutes", "reach 3"),
        ("Do 20 push-ups in a row", "reach 20"),
        ("Run 8 km without stopping", "reach 8"),
        ("Be able to play 6 songs by heart", "reach 6"),
        ("Write a 500-word essay", "reach 500"),
        ("Draft a novel of 60,000 words", "reach 60000"),
        ("Plank 2:30", "reach 2.5"),
        ("Row 2,000 m in 7:45", "reduce to 7.75"),
        ("Run a mile in 6:30", "reduce to 6.5"),
        ("Deadlift 140 kg by summer", "reach 140"),
    ],
)
def test_times_to_beat_and_feats(text: str, reading: str) -> None:
    assert measured_in_english(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Raise the open rate from 18% to 25%", "reach 25 from 18"),
        ("Get the open rate to 25 % from 18 %", "reach 25 from 18"),
        ("Cut screen time from 4 hours to 90 minutes a day", "reduce to 90 /day from 240"),
        ("Have 60 % of invoices paid on time", "reach 60"),
        ("Our market share should be above 30 percent", "reach 30"),
        ("Absence must stay below 4%", "reduce to 4"),
        ("Weigh 72 kilos", "reach 72"),
        ("Get down to 72 kilos", "reduce to 72"),
        ("I weigh 91 kg now and want to get to 82", "reduce to 82 from 91"),
        ("Two thirds of our members should vote", "reach 66.666667"),
        ("Move half of the customers to the new system", "reach 50"),
        ("Grow the fund to 20,000 dollars", "reach 20000"),
        ("Lower my resting heart rate to 55 bpm", "reduce to 55"),
        ("Raise satisfaction from 3.6 to 4.2 stars", "rating 4.2 from 3.6"),
        ("An average grade of 9", "rating 9"),
        ("NPS over 50", "rating 50"),
    ],
)
def test_levels(text: str, reading: str) -> None:
    assert measured_in_english(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Increase turnover by 12 percent", "change percent 12"),
        ("Cut the heating bill by a fifth", "change percent -20"),
        ("Reduce food waste 30% by June", "change percent -30"),
        ("5% fewer complaints", "change percent -5"),
        ("A 15% increase in sign-ups", "change percent 15"),
        ("Weekly visits up 10 %", "change percent 10"),
        ("Double the number of volunteers", "change percent 100"),
        ("Halve the queue at the till", "change percent -50"),
        ("Triple our sales in 3 years", "change percent 200"),
        ("Waste should be reduced by 40 %", "change percent -40"),
        ("Get sales up at least 8 percent over 2024", "change percent 8"),
        ("Visit 20 shops a month to grow sales by 5 %", "change percent 5"),
        ("Be 10 percent faster than last year", "change percent 10"),
        ("Lose 8 kilos", "reduce by -8"),
        ("Take 3 inches off my waist", "reduce by -3"),
        ("Drop two dress sizes", "reduce by -2"),
        ("Bring my pulse down by 6 beats", "reduce by -6"),
        ("Lose a stone and a half before the wedding", "reduce by -1.5"),
    ],
)
def test_changes_and_differences(text: str, reading: str) -> None:
    assert measured_in_english(text) == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("No more than 3 coffees a day", "reduce to 3 /day"),
        ("Only eat out once a week", "reduce to 1 /week"),
        ("Drink 1 beer a week instead of 5", "reduce to 1 /week from 5"),
        ("Spend at most $60 per week on lunch, and cook twice a week", "reduce to 60 /week"),
        ("Max 2 hours of television a day", "reduce to 2 /day"),
        ("Keep my phone use under 90 minutes a day", "reduce to 90 /day"),
    ],
)
def test_ceilings(text: str, reading: str) -> None:
    assert measured_in_english(text) == reading


@pytest.mark.parametrize(
    "text",
    [
        "Read a book of 200 pages",
        "Build a shed of 12 square metres",
        "Run my first 10K in May",
        "Finish Couch to 5K",
        "Pass the B2 exam",
        "Move to flat 34",
        "Read Catch-22 and Fahrenheit 451",
        "Buy an iPhone 17",
        "Learn to cook for my 3 children",
        "Climb the Matterhorn (4478 metres)",
        "Join the under-25s team",
        "Open a shop one day",
        "Ring 20 18 44 91",
        "Finish the 30-day yoga challenge",
        "Complete level 3 of the course",
        "Every classroom should have water within 50 metres",
        "Get my usual 8 miles done with less pain",
        "Come 3rd in the league",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert measured_in_english(text) in ("", "milestone")
