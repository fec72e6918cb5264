"""What the demo's person wrote in weekly reviews and in the journal, in English."""

from smart_tui.demo.reviewtext import ReviewText, Written

WRITTEN = Written(
    if_then="If {situation}, then {action}",
    dated="{day} {month} {year}",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    reviews={
        41: ReviewText(
            well="The first book is read, on the sofa and not on the phone.",
            hindered="Rain on three mornings, and I took the bus.",
            change="Shoes by the door the evening before.",
            promises=(("Fetch the two books that are reserved", ""), ("Get off one stop early on three days", "")),
        ),
        40: ReviewText(
            well="Got off one stop early, also when it rained.",
            hindered="Evenings went to the accounts.",
            change="The laptop stays at work on two evenings.",
            promises=(
                ("Put a card about the letter in every parcel", ""),
                ("Read before nine on three evenings", "a series won"),
            ),
        ),
        37: ReviewText(
            well="The first letter is out, and people wrote back.",
            hindered="Three weeks without a review: I no longer knew what I had meant to do.",
            change="Sunday after supper, coffee or not.",
            relevant="Yes, all of it.",
            promises=(("Run with Kim on Thursday", ""), ("Write two letters ahead", "one of them")),
        ),
        33: ReviewText(
            well="Revenue is where it should be, without a sale.",
            hindered="Few sign up for the letter: the form on the site does next to nothing.",
            change="Ask people instead of waiting for the form.",
            relevant="The list, more than ever. Spanish less than I thought.",
            promises=(
                ("Ask everybody at the till for one day", ""),
                ("Write the post on Wednesday, not on Friday night", ""),
            ),
        ),
        26: ReviewText(
            well="Two weeks away, the phone in a drawer. The list grew all the same.",
            hindered="A pile of mail, and no post since before the holiday.",
            change="The first day back without meetings.",
            relevant="Spanish: the trip is cancelled, so no. The rest yes.",
            promises=(
                ("One hard run, by the clock", ""),
                ("Write two short posts in one sitting", "the mail came first"),
            ),
            plans={"posts": ("it is Wednesday at ten", "I write for half an hour before anything else")},
        ),
        21: ReviewText(
            well="Eight or more meetings a week since the start. The calls before mail do it.",
            hindered="The runs: two a week do not make me faster any more.",
            change="Read more, since it costs nothing: 24 books instead of 20.",
            relevant="Yes. Running for fun would be enough, though.",
            accepted="Mira finds eight meetings a lot, and books them anyway.",
            promises=(("Call ten from the fair", ""), ("Learn the second song by heart", "")),
        ),
        16: ReviewText(
            well="Nine meetings in a week, and the band can play two songs to the end.",
            hindered="A cold took three days, and the legs are still tired.",
            change="Sleep before ambition.",
            relevant="The posts: I write them for nobody. Think about it.",
            promises=(
                ("Two easy runs, no watch", "one of them"),
                ("Ask three customers for a name each", ""),
                ("Send the letter about the new bread", ""),
            ),
        ),
        13: ReviewText(
            well="Closed the posts with a light heart. The launch has a plan.",
            hindered="Only five meetings: two cancelled, and I booked nothing in their place.",
            change="Book nine to hold eight.",
            accepted="Bo is glad that the posts are gone.",
            promises=(
                ("Ask two photographers for a price", ""),
                ("Book nine meetings", "seven"),
                ("Count where people leave the check-out", ""),
            ),
        ),
        9: ReviewText(
            well="The price of the new product is decided, by me, in an afternoon.",
            hindered="Kept quiet at three meetings in a row. One book in four weeks.",
            change="Ask for help with the speaking; courage does not come by itself.",
            relevant="Speaking: yes, even though I would rather say no.",
            promises=(
                ("Ask Kim to listen to five minutes", ""),
                ("Book the photographer", ""),
                ("Set up the monthly transfer", ""),
            ),
            plans={"books": ("I sit down on the train", "I open the book before the phone")},
        ),
        7: ReviewText(
            well="More visits for the third month, and the check-out has one page fewer.",
            hindered="Late parcels: the customers say so, in points.",
            change="Call the carrier myself.",
            promises=(
                ("Ten pages before the light goes out", ""),
                ("Call the carrier about the late parcels", "nobody picked up"),
                ("Take three fields out of the form", ""),
            ),
            notes={"speaking": "nobody asked me to"},
        ),
        5: ReviewText(
            well="The pictures are taken, and they are good.",
            hindered="Only five meetings, and too much car for the steps.",
            change="Do the booking on Mondays, before Mira has to ask.",
            relevant="Yes. The launch is the one that counts now.",
            accepted="The photographer wants to be paid sooner. Fair.",
            promises=(
                ("Book eight meetings by Tuesday", ""),
                ("Find somebody for the Swedish text", "no answer from the agency"),
                ("Send the letter by Thursday", ""),
                ("Read on the train, both ways", "only on the way home"),
            ),
        ),
        4: ReviewText(
            well="Nine meetings, and the letter is out.",
            hindered="The band: one is on tour, one has a baby. We rest until they are back.",
            change="Start the text now, alone if need be.",
            promises=(
                ("Ask the carrier for a fixed day", ""),
                ("Say two sentences at the meeting", ""),
                ("Write the English text", "half of it"),
                ("A long walk with Kim on Sunday", ""),
            ),
        ),
        3: ReviewText(
            well="Spoke at the meeting and nobody died. Customers noticed the parcels.",
            hindered="A slow week: everybody away, and I read nothing but the news.",
            promises=(
                ("Finish the English text", "two days in the shop instead"),
                ("Book eight meetings", "five"),
                ("Put a book in every bag", ""),
                ("Card and phone payment side by side", ""),
            ),
        ),
        2: ReviewText(
            well="On the bicycle to work all week. Satisfaction at its best so far.",
            hindered="The text for the launch waits, and five meetings again.",
            change="One hour on the launch every morning, before the shop opens.",
            relevant="Yes. Conversion will not reach 8% in time, and that is all right.",
            promises=(
                ("Ask Mira who can do the Swedish text", ""),
                ("Call everybody who said “later”", ""),
                ("Publish the article about rye", ""),
                ("Try the short form on the phone", ""),
                ("Walk home from work on two days", ""),
            ),
            plans={"books": ("the supper table is cleared", "I read twenty pages before the screen")},
            notes={"conversion": "the last bit is the hardest"},
        ),
    },
    journal={
        "beginning": """# Why I write this down

Mira asked what I want a year from now. I said: more of everything. She laughed.

So, in order:

- a shop that does not need me every Saturday
- evenings that are not a screen
- a body that climbs the stairs without comment""",
        "library": (
            "The library has a shelf for books that were *returned today*. "
            "I no longer search; I take one of those. Three so far, none of them bad."
        ),
        "till": """Asked at the till all day. What people said:

- “Yes, if it is not every week.”
- “Is there a discount?” (four times)
- “I thought I was on it already.”

More addresses in a day than the form brings in a fortnight.""",
        "packing": (
            "Holiday from tomorrow. Every goal rests, also the ones I could easily do. "
            "Bo has the keys and the number of the man for the oven."
        ),
        "back": (
            "Back. Ran before breakfast and had to walk the last bit. "
            "The odd thing: I missed the lists less than I feared, and the walking more."
        ),
        "rehearsal": """## In the cellar

All five on time, for once. We can play the first song to the end and the second to the bridge.

Kim does not know yet that we practise for the wedding.""",
        "customers": """Read all the answers instead of the number. Those who give a 5 or a 6 say nearly the same:

1. the parcel came late
2. nobody told me
3. the bread was good

Number three is the sad part.""",
        "reached": (
            "The mailing list is where I wanted it. I thought I would be prouder. "
            "What I keep from it: ask people, in person, with a pen in the hand."
        ),
        "cold": "Fever is gone. Three days in bed, and the week counts as what it was. Good that it can say so.",
        "race": (
            "57 minutes, flat, no wind. It will not be 55 on two runs a week, and I do not want three. "
            "Closed it. Kim says 57 is a very good pace for talking."
        ),
        "silence": """# What I did not say

At the meeting about the fair I had the answer and kept it. Bo said it ten minutes later, and everybody nodded.

Next time: **say it badly, but first.**""",
        "no": (
            "Wrote down what three months' rent come to. It is less than I feared and more than I have. "
            "With it I could say no to the two jobs that eat my weekends."
        ),
        "parcels": """Called five customers whose parcel was late. Nobody was angry after the second sentence.

Read in the evening how others do it: https://example.org/late-parcels (say the day *before* it is late).""",
        "pictures": """The pictures are done. For next time:

- crumbs look better than slices
- daylight until two, then go home
- pay on the day""",
        "quiet": (
            "A quiet evening. Read the reviews from the first one on. What got in the way is nearly always time. "
            "Mostly it was something else that I did not want to look at."
        ),
        "sentences": (
            "Introduced the speaker. Nervous for the first minute, then curious. "
            "The trick is to have the first sentence on a card and not to need it."
        ),
        "calls": """Why five and not eight? Counted last week's calls:

- Monday 5, Tuesday 4
- Wednesday to Friday: 2

The week is decided by Tuesday noon.""",
    },
)
