"""Deadlines and cadences in English goal sentences, by phenomenon; the sentences are made up for this."""

import pytest

from tests.reading.whenread import when

SPANS = [
    ("Lose 20 pounds in the first six months of 2026", "2026-06-30 [in the first six months of 2026]"),
    ("Stay sober for one year", "2027-01-15 [for one year]"),
    ("Get promoted within the next 12-18 months", "2027-07-15 [within the next 12-18 months]"),
    ("Own a home by this time next year", "2027-01-15 [by this time next year]"),
    ("Halve food waste between now and Easter", "2026-04-05 [between now and Easter]"),
    ("Two posts a week for the whole of 2026", "2026-12-31 [for the whole of 2026]"),
    ("Finish the patio within 3 months", "2026-04-15 [within 3 months]"),
    ("Have the shed painted in ten days", "2026-01-25 [in ten days]"),
    ("Learn 200 signs over the next six weeks", "2026-02-26 [over the next six weeks]"),
    ("Swim without a float in two months' time", "2026-03-15 [in two months' time]"),
    ("Clear the loft in a couple of weeks", "2026-01-29 [in a couple of weeks]"),
    ("Pay it back over the course of the next two years", "2028-01-15 [over the course of the next two years]"),
    ("Lose 4 kg in under 3 months", "2026-04-15 [in under 3 months]"),
    ("Get certified in less than a year", "2027-01-15 [in less than a year]"),
    ("No sweets for 30 days", "2026-02-14 [for 30 days]"),
    ("Open a second shop in a year and a half", "2027-07-15 [in a year and a half]"),
    ("Have a prototype six weeks from now", "2026-02-26 [six weeks from now]"),
    ("Move house in the next half year", "2026-07-15 [in the next half year]"),
    ("Over the next 18 months, write the handbook", "2027-07-15 [Over the next 18 months]"),
    ("Cut defects by a third in one and a half years", "2027-07-15 [in one and a half years]"),
    ("A 30-day challenge: sketch a face", ""),
]

UNITS = [
    ("Hand in the form tomorrow", "2026-01-16 [tomorrow]"),
    ("Fix the tap this weekend", "2026-01-18 [this weekend]"),
    ("Ring the bank by the end of the week", "2026-01-18 [by the end of the week]"),
    ("Sort the cellar next week", "2026-01-25 [next week]"),
    ("Close the books by month end", "2026-01-31 [by month end]"),
    ("Close the books by the end of next month", "2026-02-28 [by the end of next month]"),
    ("Hire two cooks this quarter", "2026-03-31 [this quarter]"),
    ("Hire two cooks by the end of the quarter", "2026-03-31 [by the end of the quarter]"),
    ("Sign up 40 schools next quarter", "2026-06-30 [next quarter]"),
    ("Save 900 before the year is out", "2026-12-31 [before the year is out]"),
    ("Save 900 by the end of the year", "2026-12-31 [by the end of the year]"),
    ("Save 900 by year-end", "2026-12-31 [by year-end]"),
    ("Save 900 by EOY", "2026-12-31 [by EOY]"),
    ("Plant 12 trees in the course of this year", "2026-12-31 [in the course of this year]"),
    ("Go to Crete later this year", "2026-12-31 [later this year]"),
    ("Go to Crete next year", "2027-12-31 [next year]"),
    ("Go to Crete by the end of next year", "2027-12-31 [by the end of next year]"),
    ("See 5 plays during the rest of the year", "2026-12-31 [during the rest of the year]"),
    ("Knit a jumper during the coming year", "2027-01-15 [during the coming year]"),
    ("Have 3 dinners with friends this month", "2026-01-31 [this month]"),
]

CALENDAR = [
    ("Draft the budget by the second week of May", "2026-05-14 [by the second week of May]"),
    ("Cut my sugar in half by mid-February", "2026-02-15 [by mid-February]"),
    ("Get absences from 6% in 2025 to 4% in 2026", "2026-12-31 [in 2026]"),
    ("Send the thesis by 3 June", "2026-06-03 [by 3 June]"),
    ("Send the thesis by June 3rd", "2026-06-03 [by June 3rd]"),
    ("Send the thesis by the 3rd of June, 2027", "2027-06-03 [by the 3rd of June, 2027]"),
    ("Send the thesis on Wednesday, 3 June", "2026-06-03 [on Wednesday, 3 June]"),
    ("Send the thesis by 20260603", "2026-06-03 [by 20260603]"),
    ("Send the thesis by 2026-06-03", "2026-06-03 [by 2026-06-03]"),
    ("Send the thesis by 03.06.2026", "2026-06-03 [by 03.06.2026]"),
    ("Send the thesis by 6/23/2026", "2026-06-23 [by 6/23/2026]"),
    ("Send the thesis by 10 January", "2027-01-10 [by 10 January]"),
    ("Send the thesis by the 25th", "2026-01-25 [by the 25th]"),
    ("Send the thesis by the 10th of next month", "2026-02-10 [by the 10th of next month]"),
    ("Ship the app in March", "2026-03-31 [in March]"),
    ("Ship the app by the end of March 2027", "2027-03-31 [by the end of March 2027]"),
    ("Ship the app in early March", "2026-03-01 [in early March]"),
    ("Ship the app by mid-March", "2026-03-15 [by mid-March]"),
    ("Ship the app by March next year", "2027-03-31 [by March next year]"),
    ("Ship the app on 15 July next year", "2027-07-15 [on 15 July next year]"),
    ("Ship the app next March", "2026-03-31 [next March]"),
    ("Ship the app in week 14", "2026-04-05 [in week 14]"),
    ("Ship the app in the first week of May", "2026-05-07 [in the first week of May]"),
    ("Ship the app by the last Friday in May", "2026-05-29 [by the last Friday in May]"),
    ("Ship the app in the second half of May", "2026-05-31 [in the second half of May]"),
    ("Ship the app in 2027", "2027-12-31 [in 2027]"),
    ("Ship the app by the start of 2027", "2027-01-01 [by the start of 2027]"),
    ("Ship the app by late 2026", "2026-12-31 [by late 2026]"),
    ("Ship the app by mid-2027", "2027-06-30 [by mid-2027]"),
    ("Ship the app during 2028", "2028-12-31 [during 2028]"),
    ("Ship the app by the end of 2026", "2026-12-31 [by the end of 2026]"),
    ("Ship the app no later than June 2026", "2026-06-30 [no later than June 2026]"),
    ("Ship the app by Q2", "2026-06-30 [by Q2]"),
    ("Ship the app in Q4 2027", "2027-12-31 [in Q4 2027]"),
    ("Ship the app by the end of Q3", "2026-09-30 [by the end of Q3]"),
    ("Ship the app in the third quarter", "2026-09-30 [in the third quarter]"),
    ("Ship the app in H1 2026", "2026-06-30 [in H1 2026]"),
    ("Ship the app in the first half of 2027", "2027-06-30 [in the first half of 2027]"),
    ("Ship the app in the second half of the year", "2026-12-31 [in the second half of the year]"),
    ("Between 2 and 9 May, clean every window", "2026-05-09 [Between 2 and 9 May]"),
    ("Clean every window 2-9 May", "2026-05-09 [2-9 May]"),
    ("Clean every window from 2 March to 31 May", "2026-05-31 [from 2 March to 31 May]"),
    ("Clean every window from March to May", "2026-05-31 [from March to May]"),
    ("Complete the walk (deadline: 1 August)", "2026-08-01 [deadline: 1 August]"),
]

WEEKDAYS = [
    ("Return the books on Tuesday", "2026-01-20 [on Tuesday]"),
    ("Return the books by Friday", "2026-01-16 [by Friday]"),
    ("Return the books by Friday noon", "2026-01-16 [by Friday]"),
    ("Return the books by next Wednesday", "2026-01-21 [by next Wednesday]"),
    ("Return the books on Friday next week", "2026-01-23 [on Friday next week]"),
    ("Return the books a week on Friday", "2026-01-23 [a week on Friday]"),
    ("Return the books on Friday in two weeks", "2026-01-30 [on Friday in two weeks]"),
]

SEASONS = [
    ("Paint the fence this spring", "2026-05-31 [this spring]"),
    ("Paint the fence by the summer", "2026-08-31 [by the summer]"),
    ("Paint the fence before summer ends", "2026-08-31 [before summer ends]"),
    ("Paint the fence before summer", "2026-06-01 [before summer]"),
    ("Paint the fence before October", "2026-10-01 [before October]"),
    ("Paint the fence before 2027", "2027-01-01 [before 2027]"),
    ("Paint the fence before next week", "2026-01-19 [before next week]"),
    ("Paint the fence in the autumn of 2027", "2027-11-30 [in the autumn of 2027]"),
    ("Paint the fence by spring next year", "2027-05-31 [by spring next year]"),
    ("Paint the fence by the end of the summer", "2026-08-31 [by the end of the summer]"),
    ("Make it a summer project to paint the fence", "2026-08-31 [summer]"),
]

HOLIDAYS = [
    ("Sell 40 wreaths before Christmas", "2026-12-24 [before Christmas]"),
    ("Sell 40 wreaths by Easter", "2026-04-05 [by Easter]"),
    ("Sell 40 wreaths by Easter 2027", "2027-03-28 [by Easter 2027]"),
    ("Sell 40 wreaths by Whitsun", "2026-05-24 [by Whitsun]"),
    ("Sell 40 wreaths by Halloween", "2026-10-31 [by Halloween]"),
    ("Sell 40 wreaths by Thanksgiving", "2026-11-26 [by Thanksgiving]"),
    ("Sell 40 wreaths by Valentine's Day", "2026-02-14 [by Valentine's Day]"),
    ("Sell 40 wreaths by New Year's Eve", "2026-12-31 [by New Year's Eve]"),
    ("Sell 40 wreaths by midsummer", "2026-06-24 [by midsummer]"),
]

EVENTS = [
    ("Recruit 25 helpers ahead of the summer festival", "? ahead of the summer festival"),
    ("Win the regional title next season", "? next season"),
    ("Quit vaping before my daughter is born", "? before my daughter is born"),
    ("Decorate the nursery before the baby comes", "? before the baby comes"),
    ("Run 5 km by my birthday", "? by my birthday"),
    ("Run 5 km by my birthday in October", "2026-10-31 [by my birthday in October]"),
    ("Read the set books before the end of term", "? before the end of term"),
    ("Visit all ten regions before I turn 40", "? before I turn 40"),
    ("Visit all ten regions by the time I turn 40", "? by the time I turn 40"),
    ("Visit all ten regions by the age of 40", "? by the age of 40"),
    ("Speak enough Greek to order food before our holiday", "? before our holiday"),
    ("Get the roof mended before the wedding", "? before the wedding"),
    ("Get the roof mended before our wedding on 6 June", "2026-06-06 [before our wedding on 6 June]"),
    ("Pass maths this semester", "? this semester"),
    ("Have a new leaflet ready for the next fair", "? for the next fair"),
    ("Score 80 at the next review", "? at the next review"),
    ("Keep 90 % attendance during the season", "? during the season"),
    ("Lose 5 kg before the Berlin marathon", "? before the Berlin marathon"),
    ("Cut overtime over the coming months", "? over the coming months"),
    ("Write 3 chapters before my leave is over", "? before my leave is over"),
    ("Clear the desk when the project ends", "? when the project ends"),
    ("Run 3 times a week until the race", "? until the race"),
]

CADENCES = [
    ("Make 20 cold calls from Monday to Thursday", "~ from Monday to Thursday"),
    ("Eat meat at most every third day", "~ every third day"),
    ("Sleep 8 hours on weeknights", "~ on weeknights"),
    ("Every week 5 km by bike", "~ Every week"),
    ("Do yoga every other day", "~ every other day"),
    ("Do yoga every two weeks", "~ every two weeks"),
    ("Do yoga twice weekly", "~ weekly"),
    ("Do yoga on Mondays and Thursdays", "~ on Mondays and Thursdays"),
    ("Do yoga Monday to Friday", "~ Monday to Friday"),
    ("Do yoga each weekday morning", "~ each weekday morning"),
    ("Do yoga on a daily basis", "~ on a daily basis"),
    ("Do yoga 3x/week", "~ /week"),
    ("Do yoga 4 times per wk", "~ per wk"),
    ("Do yoga on weekends", "~ on weekends"),
    ("Do yoga every weekend", "~ every weekend"),
    ("Do yoga in the evenings", "~ in the evenings"),
    ("Do yoga every first Sunday of the month", "~ every first Sunday of the month"),
    ("Pay in 50 on the 1st of every month", "~ on the 1st of every month"),
    ("Do yoga fortnightly", "~ fortnightly"),
    ("Do yoga once a fortnight", "~ a fortnight"),
    ("Do yoga every 3rd day", "~ every 3rd day"),
    ("Do yoga every night before bed", "~ every night"),
    ("Host a monthly dinner", "~ monthly"),
    ("Take a daily walk", "~ daily"),
    ("Read 2 papers per term", "~ per term"),
    ("Visit the dentist every six months", "~ every six months"),
    ("Write one post a week until 1 June", "2026-06-01 [until 1 June]"),
    ("Weekly revenue must reach 4,000", "~ Weekly"),
    ("Get monthly revenue up to 40,000", "~ monthly"),
]

NO_TIME = [
    "Beat our December 2025 sales figures",
    "Cut Q3 costs by 8%",
    "Become a better listener during meetings",
    "Run a 5K without stopping",
    "Write over 2000 words",
    "Watch 2001: A Space Odyssey",
    "Live in the moment",
    "Finish the Q3 report",
    "Sell 300 winter coats",
    "Answer the phone within three rings",
    "Be home before dark",
    "Leave work before 5",
    "Save 6 months of expenses",
    "Become the next manager",
    "Get to the next level in French",
    "Take it one day at a time",
    "Beat my 10k time from last summer",
    "Grow by 20% since 2020",
    "Write an agenda before each meeting",
    "Stop buying clothes until I have sorted my wardrobe",
    "Get the error rate back to where it was in 2023",
    "Grow monthly visitors by 15 %",
    "Raise our annual revenue by 10 %",
    "Send out the weekly report",
    "Cut emissions by 40 % compared with 2019",
    "Get back to 2019 levels of sickness absence",
    "Beat last year's result",
    "Sell more than in 2024",
    "Start running after Easter",
    "Hold a plank for 90 seconds",
    "Bake bread one day",
    "Take a day off",
    "Spend a week in Rome",
    "Build an emergency fund of 3 months' pay",
    "Read for 20 minutes before bed",
    "Eat a proper breakfast before work",
    "Answer customer emails within 2 days",
    "Cut costs by 1/3",
    "Finish reading 1984",
    "I may march with the band",
    "Improve by adding two exercises",
    "Cut down on coffee since it keeps me up",
    "Watch Blade Runner 2049",
    "Stop smoking by using patches",
    "Be a calmer parent in the second half of life",
    "Keep in touch with the class of 2012",
    "Get around by bike",
    "Beat my 2019 best",
]


@pytest.mark.parametrize(("text", "expected"), [*SPANS, *UNITS])
def test_spans_and_units_of_time(text: str, expected: str) -> None:
    assert when(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), [*CALENDAR, *WEEKDAYS])
def test_calendar_dates_and_weekdays(text: str, expected: str) -> None:
    assert when(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), [*SEASONS, *HOLIDAYS])
def test_seasons_and_holidays(text: str, expected: str) -> None:
    assert when(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_what_has_no_known_date_is_kept_as_words(text: str, expected: str) -> None:
    assert when(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), CADENCES)
def test_how_often_is_a_cadence_unless_an_end_stands_beside_it(text: str, expected: str) -> None:
    assert when(text, "en") == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert when(text, "en") == ""
