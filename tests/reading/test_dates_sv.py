"""Deadlines and cadences in Swedish goal sentences, by phenomenon; the sentences are made up for this."""

import pytest

from tests.reading.whenread import when

SPANS = [
    ("Gå ner 10 kg under de första sex månaderna av 2026", "2026-06-30 [under de första sex månaderna av 2026]"),
    ("Vara nykter i ett år", "2027-01-15 [i ett år]"),
    ("Bli befordrad inom 12–18 månader", "2027-07-15 [inom 12–18 månader]"),
    ("Halvera matsvinnet från nu till påsk", "2026-04-05 [från nu till påsk]"),
    ("Klippa gräset hela sommaren", "2026-08-31 [hela sommaren]"),
    ("Innan jag blir 30 vill jag ha sett Japan", "? Innan jag blir 30"),
    ("Lägga nytt golv inom 3 månader", "2026-04-15 [inom 3 månader]"),
    ("Lägga nytt golv om fjorton dagar", "2026-01-29 [om fjorton dagar]"),
    ("Lära mig 200 glosor under de kommande sex veckorna", "2026-02-26 [under de kommande sex veckorna]"),
    ("Gå ner 4 kg på 10 veckor", "2026-03-26 [på 10 veckor]"),
    ("Gå ner 4 kg på mindre än 3 månader", "2026-04-15 [på mindre än 3 månader]"),
    ("Inget godis i 30 dagar", "2026-02-14 [i 30 dagar]"),
    ("Bli skuldfri inom ett och ett halvt år", "2027-07-15 [inom ett och ett halvt år]"),
    ("Bli skuldfri om ett par år", "2028-01-15 [om ett par år]"),
    ("Bli skuldfri inom de närmaste två åren", "2028-01-15 [inom de närmaste två åren]"),
    ("Bli skuldfri på ett halvår", "2026-07-15 [på ett halvår]"),
    ("Bli skuldfri inom loppet av ett år", "2027-01-15 [inom loppet av ett år]"),
    ("Bli skuldfri inom 18 mån", "2027-07-15 [inom 18 mån]"),
    ("De närmaste fem veckorna rensar vi vinden", "2026-02-19 [De närmaste fem veckorna]"),
    ("Bli skuldfri inom ett års tid", "2027-01-15 [inom ett års tid]"),
]

UNITS = [
    ("Lämna in blanketten i morgon", "2026-01-16 [i morgon]"),
    ("Laga kranen den här veckan", "2026-01-18 [den här veckan]"),
    ("Laga kranen före veckans slut", "2026-01-18 [före veckans slut]"),
    ("Laga kranen i helgen", "2026-01-18 [i helgen]"),
    ("Laga kranen nästa vecka", "2026-01-25 [nästa vecka]"),
    ("Anställa två kockar detta kvartal", "2026-03-31 [detta kvartal]"),
    ("Anställa två kockar under nästa kvartal", "2026-06-30 [under nästa kvartal]"),
    ("Anställa två kockar före månadsskiftet", "2026-01-31 [före månadsskiftet]"),
    ("Anställa två kockar i slutet av nästa månad", "2026-02-28 [i slutet av nästa månad]"),
    ("Plantera 12 träd i år", "2026-12-31 [i år]"),
    ("Plantera 12 träd senare i år", "2026-12-31 [i år]"),
    ("Plantera 12 träd före årsskiftet", "2026-12-31 [före årsskiftet]"),
    ("Plantera 12 träd innan året är slut", "2026-12-31 [innan året är slut]"),
    ("Plantera 12 träd innan årets slut", "2026-12-31 [innan årets slut]"),
    ("Plantera 12 träd vid årets slut", "2026-12-31 [vid årets slut]"),
    ("Plantera 12 träd under året", "2026-12-31 [under året]"),
    ("Plantera 12 träd nästa år", "2027-12-31 [nästa år]"),
    ("Plantera 12 träd till nästa år", "2027-12-31 [till nästa år]"),
    ("Plantera 12 träd under det kommande året", "2027-01-15 [under det kommande året]"),
    ("Plantera 12 träd under resten av månaden", "2026-01-31 [under resten av månaden]"),
    ("Plantera 12 träd den här månaden", "2026-01-31 [den här månaden]"),
]

CALENDAR = [
    ("Halvera sockret till mitten av februari", "2026-02-15 [till mitten av februari]"),
    ("Frånvaro från 6 % 2025 till 4 % 2026", "2026-12-31 [2026]"),
    ("2026 vill jag läsa 30 böcker", "2026-12-31 [2026]"),
    ("Skicka uppsatsen senast den 3 juni", "2026-06-03 [senast den 3 juni]"),
    ("Skicka uppsatsen senast 3 juni 2027", "2027-06-03 [senast 3 juni 2027]"),
    ("Skicka uppsatsen den 3/6", "2026-06-03 [den 3/6]"),
    ("Skicka uppsatsen före den 3:e juni", "2026-06-03 [före den 3:e juni]"),
    ("Skicka uppsatsen till och med 20260603", "2026-06-03 [till och med 20260603]"),
    ("Skicka uppsatsen t.o.m. 3 juni", "2026-06-03 [t.o.m. 3 juni]"),
    ("Skicka uppsatsen per den 30 juni", "2026-06-30 [per den 30 juni]"),
    ("Skicka uppsatsen onsdagen den 3 juni", "2026-06-03 [onsdagen den 3 juni]"),
    ("Skicka uppsatsen senast den 25:e", "2026-01-25 [senast den 25:e]"),
    ("Skicka uppsatsen senast den 10 nästa månad", "2026-02-10 [senast den 10 nästa månad]"),
    ("Skicka uppsatsen 15 juli nästa år", "2027-07-15 [15 juli nästa år]"),
    ("Skicka uppsatsen i mars", "2026-03-31 [i mars]"),
    ("Skicka uppsatsen i mars nästa år", "2027-03-31 [i mars nästa år]"),
    ("Skicka uppsatsen under mars månad", "2026-03-31 [under mars månad]"),
    ("Skicka uppsatsen i mitten av mars", "2026-03-15 [i mitten av mars]"),
    ("Skicka uppsatsen vid utgången av mars", "2026-03-31 [vid utgången av mars]"),
    ("Skicka uppsatsen i slutet av 2027", "2027-12-31 [i slutet av 2027]"),
    ("Skicka uppsatsen första halvan av maj", "2026-05-15 [första halvan av maj]"),
    ("Skicka uppsatsen vecka 14", "2026-04-05 [vecka 14]"),
    ("Skicka uppsatsen v.14", "2026-04-05 [v.14]"),
    ("Skicka uppsatsen första veckan i maj", "2026-05-07 [första veckan i maj]"),
    ("Skicka uppsatsen sista fredagen i maj", "2026-05-29 [sista fredagen i maj]"),
    ("Skicka uppsatsen under andra kvartalet", "2026-06-30 [under andra kvartalet]"),
    ("Skicka uppsatsen i Q3", "2026-09-30 [i Q3]"),
    ("Skicka uppsatsen under andra halvåret", "2026-12-31 [under andra halvåret]"),
    ("Skicka uppsatsen under första halvåret 2027", "2027-06-30 [under första halvåret 2027]"),
    ("Skicka uppsatsen i slutet av tredje kvartalet", "2026-09-30 [i slutet av tredje kvartalet]"),
    ("Skicka uppsatsen under 2027", "2027-12-31 [under 2027]"),
    ("Senast år 2035 är alla bussar elektriska", "2035-12-31 [Senast år 2035]"),
    ("Fram till 2035 byter vi alla bussar", "2035-12-31 [Fram till 2035]"),
    ("Före utgången av 2027 är alla bussar elektriska", "2027-12-31 [Före utgången av 2027]"),
    ("Putsa fönster från 2 till 9 maj", "2026-05-09 [från 2 till 9 maj]"),
    ("Putsa fönster mellan den 2 och 9 maj", "2026-05-09 [mellan den 2 och 9 maj]"),
    ("Putsa fönster 2–9 maj", "2026-05-09 [2–9 maj]"),
    ("Putsa fönster från mars till maj", "2026-05-31 [från mars till maj]"),
    ("Putsa fönster mars–maj", "2026-05-31 [mars–maj]"),
]

WEEKDAYS = [
    ("Lämna tillbaka böckerna på tisdag", "2026-01-20 [på tisdag]"),
    ("Lämna tillbaka böckerna senast på fredag", "2026-01-16 [senast på fredag]"),
    ("Lämna tillbaka böckerna nästa onsdag", "2026-01-21 [nästa onsdag]"),
    ("Lämna tillbaka böckerna fredag nästa vecka", "2026-01-23 [fredag nästa vecka]"),
    ("Lämna tillbaka böckerna fredag om en vecka", "2026-01-23 [fredag om en vecka]"),
]

SEASONS = [
    ("Måla staketet i vår", "2026-05-31 [i vår]"),
    ("Måla staketet till sommaren", "2026-08-31 [till sommaren]"),
    ("Måla staketet i sommar", "2026-08-31 [i sommar]"),
    ("Måla staketet innan sommaren är över", "2026-08-31 [innan sommaren är över]"),
    ("Måla staketet hösten 2027", "2027-11-30 [hösten 2027]"),
    ("Måla staketet till våren nästa år", "2027-05-31 [till våren nästa år]"),
    ("Måla staketet under hösten", "2026-11-30 [under hösten]"),
    ("Måla staketet i slutet av sommaren", "2026-08-31 [i slutet av sommaren]"),
]

HOLIDAYS = [
    ("Sälja 40 kransar före jul", "2026-12-24 [före jul]"),
    ("Sälja 40 kransar innan julafton", "2026-12-24 [innan julafton]"),
    ("Sälja 40 kransar till påsk", "2026-04-05 [till påsk]"),
    ("Sälja 40 kransar före påsk 2027", "2027-03-28 [före påsk 2027]"),
    ("Sälja 40 kransar före pingst", "2026-05-24 [före pingst]"),
    ("Sälja 40 kransar före midsommar", "2026-06-19 [före midsommar]"),
    ("Sälja 40 kransar till lucia", "2026-12-13 [till lucia]"),
    ("Sälja 40 kransar före nyår", "2026-12-31 [före nyår]"),
    ("Sälja 40 kransar före valborg", "2026-04-30 [före valborg]"),
    ("Sälja 40 kransar före första advent", "2026-11-29 [före första advent]"),
    ("Sälja 40 kransar före nationaldagen", "2026-06-06 [före nationaldagen]"),
]

EVENTS = [
    ("Sälja båten vid säsongens slut", "? vid säsongens slut"),
    ("Sluta röka innan min dotter föds", "? innan min dotter föds"),
    ("Byta alla lampor inom några dagar", "? inom några dagar"),
    ("Inreda barnrummet innan bebisen kommer", "? innan bebisen kommer"),
    ("Springa 5 km till min födelsedag", "? till min födelsedag"),
    ("Springa 5 km till min födelsedag i oktober", "2026-10-31 [till min födelsedag i oktober]"),
    ("Besöka alla tio regioner innan jag fyller 40", "? innan jag fyller 40"),
    ("Besöka alla tio regioner när jag fyller 40", "? när jag fyller 40"),
    ("Kunna beställa mat på grekiska före semestern", "? före semestern"),
    ("Läsa kurslitteraturen före tentan", "? före tentan"),
    ("Laga taket före bröllopet den 6 juni", "2026-06-06 [före bröllopet den 6 juni]"),
    ("Klara matten den här terminen", "? den här terminen"),
    ("Ha en ny broschyr klar till nästa mässa", "? till nästa mässa"),
    ("Få 80 vid nästa mätning", "? vid nästa mätning"),
    ("Hålla 90 % närvaro under säsongen", "? under säsongen"),
    ("Gå ner 5 kg före Göteborgsvarvet", "? före Göteborgsvarvet"),
    ("Skriva 3 kapitel innan min föräldraledighet tar slut", "? innan min föräldraledighet tar slut"),
    ("Springa 3 gånger i veckan fram till loppet", "? fram till loppet"),
    ("Minska övertiden de kommande månaderna", "? de kommande månaderna"),
    ("Sänka frånvaron under mandatperioden", "? under mandatperioden"),
    ("Bli klar innan sommarlovet", "? innan sommarlovet"),
]

CADENCES = [
    ("Ringa 20 kunder från måndag till torsdag", "~ från måndag till torsdag"),
    ("Ringa en vän varannan torsdag", "~ varannan torsdag"),
    ("Högst 2 fel per säljare och månad", "~ per säljare och månad"),
    ("Varje vecka 5 km på cykel", "~ Varje vecka"),
    ("Träna yoga varannan dag", "~ varannan dag"),
    ("Träna yoga varannan vecka", "~ varannan vecka"),
    ("Träna yoga var tredje dag", "~ var tredje dag"),
    ("Träna yoga var 14:e dag", "~ var 14:e dag"),
    ("Träna yoga måndag och torsdag", "~ måndag och torsdag"),
    ("Träna yoga måndag till fredag", "~ måndag till fredag"),
    ("Träna yoga på måndagar", "~ på måndagar"),
    ("Träna yoga varje måndag kväll", "~ varje måndag kväll"),
    ("Träna yoga varje helg", "~ varje helg"),
    ("Träna yoga 3 ggr/vecka", "~ /vecka"),
    ("Träna yoga tre gånger per vecka", "~ per vecka"),
    ("Träna yoga en gång i kvartalet", "~ i kvartalet"),
    ("Träna yoga dagligen", "~ dagligen"),
    ("Träna yoga på vardagar", "~ på vardagar"),
    ("Sova 8 timmar per natt", "~ per natt"),
    ("Sätta in 50 kr den 1:a varje månad", "~ den 1:a varje månad"),
    ("Gå till tandläkaren en gång per halvår", "~ per halvår"),
    ("Läsa 2 artiklar per termin", "~ per termin"),
    ("Ta en daglig promenad", "~ daglig"),
    ("Skriva ett inlägg i veckan till 1 juni", "2026-06-01 [till 1 juni]"),
    ("Månatlig omsättning ska passera 40 000 kr", "~ Månatlig"),
]

NO_TIME = [
    "Slå våra försäljningssiffror från december 2025",
    "Skriva över 2000 ord",
    "Vara hemma före mörkrets inbrott",
    "Gå upp före kl. 7",
    "Spara ihop sex månaders utgifter",
    "Nå nästa nivå i franska",
    "Ta en dag i taget",
    "Slå min tid från förra sommaren",
    "Gå ner kilona jag gick upp förra året",
    "Gå i pension tidigt",
    "Delta i ett motionslopp",
    "Få beröm på mötet",
    "Läsa till tentan",
    "Träna inför ett maraton",
    "Skriva en dagordning före varje möte",
    "Stärka vår kultur",
    "Öka den månatliga trafiken med 15 %",
    "Höja den årliga omsättningen med 10 %",
    "Skicka ut veckans rapport",
    "Minska utsläppen med 40 % jämfört med 2019",
    "Minska utsläppen med 40 % mot 2019 års nivå",
    "Minska utsläppen med 40 % i förhållande till 2019",
    "Komma ner till 2019 års nivå",
    "Slå förra årets resultat",
    "Sälja fler än under 2024",
    "Börja springa efter påsk",
    "Börja springa efter semestern",
    "Hålla plankan i 90 sekunder",
    "Baka bröd en dag",
    "Läsa i 20 minuter före läggdags",
    "Äta frukost före jobbet",
    "Besvara mejl inom 2 dagar",
    "Minska utgifterna med 1/3",
    "Få ner väntetiden under 3 dagar",
    "Läsa boken 1984",
    "Mindre stress i vardagen",
    "Spara ihop tre månaders lön",
    "Ta en dag ledigt",
    "Sälja mer i vår butik",
]


@pytest.mark.parametrize(("text", "expected"), [*SPANS, *UNITS])
def test_spans_and_units_of_time(text: str, expected: str) -> None:
    assert when(text, "sv") == expected


@pytest.mark.parametrize(("text", "expected"), [*CALENDAR, *WEEKDAYS])
def test_calendar_dates_and_weekdays(text: str, expected: str) -> None:
    assert when(text, "sv") == expected


@pytest.mark.parametrize(("text", "expected"), [*SEASONS, *HOLIDAYS])
def test_seasons_and_holidays(text: str, expected: str) -> None:
    assert when(text, "sv") == expected


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_what_has_no_known_date_is_kept_as_words(text: str, expected: str) -> None:
    assert when(text, "sv") == expected


@pytest.mark.parametrize(("text", "expected"), CADENCES)
def test_how_often_is_a_cadence_unless_an_end_stands_beside_it(text: str, expected: str) -> None:
    assert when(text, "sv") == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert when(text, "sv") == ""
