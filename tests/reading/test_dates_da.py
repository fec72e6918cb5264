"""Deadlines and cadences in Danish goal sentences, by phenomenon; the sentences are made up for this."""

import pytest

from tests.reading.whenread import when

SPANS = [
    ("Tabe 10 kg i de første seks måneder af 2026", "2026-06-30 [i de første seks måneder af 2026]"),
    ("Være ædru i et år", "2027-01-15 [i et år]"),
    ("Blive forfremmet inden for 12-18 måneder", "2027-07-15 [inden for 12-18 måneder]"),
    ("Halvere madspildet fra nu og til påske", "2026-04-05 [fra nu og til påske]"),
    ("Bage brød hver lørdag resten af vinteren", "2026-02-28 [resten af vinteren]"),
    ("Aflevere opgaven fredag inden kl. 15", "2026-01-16 [fredag]"),
    ("Lægge nyt gulv inden for 3 måneder", "2026-04-15 [inden for 3 måneder]"),
    ("Lægge nyt gulv inden 3 måneder", "2026-04-15 [inden 3 måneder]"),
    ("Lægge nyt gulv om fjorten dage", "2026-01-29 [om fjorten dage]"),
    ("Lære 200 gloser i løbet af de næste seks uger", "2026-02-26 [i løbet af de næste seks uger]"),
    ("Tabe 4 kg på 10 uger", "2026-03-26 [på 10 uger]"),
    ("Tabe 4 kg på under 3 måneder", "2026-04-15 [på under 3 måneder]"),
    ("Intet slik i 30 dage", "2026-02-14 [i 30 dage]"),
    ("Blive gældfri i løbet af halvandet år", "2027-07-15 [i løbet af halvandet år]"),
    ("Blive gældfri om et par år", "2028-01-15 [om et par år]"),
    ("Blive gældfri inden for de kommende to år", "2028-01-15 [inden for de kommende to år]"),
    ("Blive gældfri på et halvt år", "2026-07-15 [på et halvt år]"),
    ("Blive gældfri indenfor et års tid", "2027-01-15 [indenfor et års tid]"),
    ("Blive gældfri om 18 mdr.", "2027-07-15 [om 18 mdr]"),
    ("Over de næste fem uger rydder vi loftet", "2026-02-19 [Over de næste fem uger]"),
]

UNITS = [
    ("Aflevere skemaet i morgen", "2026-01-16 [i morgen]"),
    ("Ordne vandhanen i denne uge", "2026-01-18 [i denne uge]"),
    ("Ordne vandhanen inden ugen er omme", "2026-01-18 [inden ugen er omme]"),
    ("Ordne vandhanen i næste uge", "2026-01-25 [i næste uge]"),
    ("Ordne vandhanen inden weekenden", "2026-01-18 [inden weekenden]"),
    ("Ansætte to kokke i indeværende kvartal", "2026-03-31 [i indeværende kvartal]"),
    ("Ansætte to kokke i dette kvartal", "2026-03-31 [i dette kvartal]"),
    ("Ansætte to kokke i næste kvartal", "2026-06-30 [i næste kvartal]"),
    ("Ansætte to kokke inden månedens udgang", "2026-01-31 [inden månedens udgang]"),
    ("Ansætte to kokke inden udgangen af måneden", "2026-01-31 [inden udgangen af måneden]"),
    ("Ansætte to kokke i slutningen af næste måned", "2026-02-28 [i slutningen af næste måned]"),
    ("Plante 12 træer i år", "2026-12-31 [i år]"),
    ("Plante 12 træer senere i år", "2026-12-31 [i år]"),
    ("Plante 12 træer inden årets udgang", "2026-12-31 [inden årets udgang]"),
    ("Plante 12 træer inden årsskiftet", "2026-12-31 [inden årsskiftet]"),
    ("Plante 12 træer inden året er omme", "2026-12-31 [inden året er omme]"),
    ("Plante 12 træer i løbet af året", "2026-12-31 [i løbet af året]"),
    ("Plante 12 træer i løbet af i år", "2026-12-31 [i løbet af i år]"),
    ("Plante 12 træer næste år", "2027-12-31 [næste år]"),
    ("Plante 12 træer til næste år", "2027-12-31 [til næste år]"),
    ("Plante 12 træer i det nye år", "2027-12-31 [i det nye år]"),
    ("Plante 12 træer i løbet af det kommende år", "2027-01-15 [i løbet af det kommende år]"),
    ("Plante 12 træer resten af måneden", "2026-01-31 [resten af måneden]"),
]

CALENDAR = [
    ("Halvere sukkeret inden midten af februar", "2026-02-15 [inden midten af februar]"),
    ("Fravær fra 6 % i 2025 til 4 % i 2026", "2026-12-31 [i 2026]"),
    ("Sende specialet senest den 3. juni", "2026-06-03 [senest den 3. juni]"),
    ("Sende specialet senest 3. juni 2027", "2027-06-03 [senest 3. juni 2027]"),
    ("Sende specialet d. 3/6", "2026-06-03 [d. 3/6]"),
    ("Sende specialet inden d. 3/6-27", "2027-06-03 [inden d. 3/6-27]"),
    ("Sende specialet inden 3.6.2026", "2026-06-03 [inden 3.6.2026]"),
    ("Sende specialet pr. 1. juli", "2026-07-01 [pr. 1. juli]"),
    ("Sende specialet onsdag den 3. juni", "2026-06-03 [onsdag den 3. juni]"),
    ("Sende specialet senest den 25.", "2026-01-25 [senest den 25.]"),
    ("Sende specialet senest den 10. i næste måned", "2026-02-10 [senest den 10. i næste måned]"),
    ("Sende specialet den 15. juli næste år", "2027-07-15 [den 15. juli næste år]"),
    ("Sende specialet i marts", "2026-03-31 [i marts]"),
    ("Sende specialet i marts næste år", "2027-03-31 [i marts næste år]"),
    ("Sende specialet medio marts", "2026-03-15 [medio marts]"),
    ("Sende specialet i midten af marts", "2026-03-15 [i midten af marts]"),
    ("Sende specialet ved udgangen af marts", "2026-03-31 [ved udgangen af marts]"),
    ("Sende specialet i slutningen af 2027", "2027-12-31 [i slutningen af 2027]"),
    ("Sende specialet i første halvdel af maj", "2026-05-15 [i første halvdel af maj]"),
    ("Sende specialet i uge 14", "2026-04-05 [i uge 14]"),
    ("Sende specialet i den første uge af maj", "2026-05-07 [i den første uge af maj]"),
    ("Sende specialet den sidste fredag i maj", "2026-05-29 [den sidste fredag i maj]"),
    ("Sende specialet i andet kvartal", "2026-06-30 [i andet kvartal]"),
    ("Sende specialet i 2. kvartal 2027", "2027-06-30 [i 2. kvartal 2027]"),
    ("Sende specialet i Q3", "2026-09-30 [i Q3]"),
    ("Sende specialet i andet halvår", "2026-12-31 [i andet halvår]"),
    ("Sende specialet i første halvår 2027", "2027-06-30 [i første halvår 2027]"),
    ("Sende specialet inden udgangen af 3. kvartal", "2026-09-30 [inden udgangen af 3. kvartal]"),
    ("Sende specialet i 2027", "2027-12-31 [i 2027]"),
    ("Sende specialet i løbet af 2027", "2027-12-31 [i løbet af 2027]"),
    ("Frem mod 2035 skal flåden være elektrisk", "2035-12-31 [Frem mod 2035]"),
    ("Flåden skal være elektrisk senest i 2035", "2035-12-31 [senest i 2035]"),
    ("Inden udgangen af 2027 er flåden elektrisk", "2027-12-31 [Inden udgangen af 2027]"),
    ("Pudse vinduer fra 2. til 9. maj", "2026-05-09 [fra 2. til 9. maj]"),
    ("Pudse vinduer mellem den 2. og 9. maj", "2026-05-09 [mellem den 2. og 9. maj]"),
    ("Pudse vinduer 2.-9. maj", "2026-05-09 [2.-9. maj]"),
    ("Pudse vinduer fra marts til maj", "2026-05-31 [fra marts til maj]"),
    ("Pudse vinduer fra 1. marts til 31. maj", "2026-05-31 [fra 1. marts til 31. maj]"),
]

WEEKDAYS = [
    ("Aflevere bøgerne på tirsdag", "2026-01-20 [på tirsdag]"),
    ("Aflevere bøgerne senest fredag", "2026-01-16 [senest fredag]"),
    ("Aflevere bøgerne næste onsdag", "2026-01-21 [næste onsdag]"),
    ("Aflevere bøgerne fredag i næste uge", "2026-01-23 [fredag i næste uge]"),
    ("Aflevere bøgerne på fredag om en uge", "2026-01-23 [på fredag om en uge]"),
]

SEASONS = [
    ("Male hegnet til foråret", "2026-05-31 [til foråret]"),
    ("Male hegnet til sommer", "2026-08-31 [til sommer]"),
    ("Male hegnet i sommer", "2026-08-31 [i sommer]"),
    ("Male hegnet inden sommeren er forbi", "2026-08-31 [inden sommeren er forbi]"),
    ("Male hegnet inden sommeren", "2026-06-01 [inden sommeren]"),
    ("Male hegnet før oktober", "2026-10-01 [før oktober]"),
    ("Male hegnet i efteråret 2027", "2027-11-30 [i efteråret 2027]"),
    ("Male hegnet til foråret næste år", "2027-05-31 [til foråret næste år]"),
    ("Male hegnet i løbet af efteråret", "2026-11-30 [i løbet af efteråret]"),
]

HOLIDAYS = [
    ("Sælge 40 kranse inden jul", "2026-12-24 [inden jul]"),
    ("Sælge 40 kranse før juleaften", "2026-12-24 [før juleaften]"),
    ("Sælge 40 kranse til påske", "2026-04-05 [til påske]"),
    ("Sælge 40 kranse inden påske 2027", "2027-03-28 [inden påske 2027]"),
    ("Sælge 40 kranse inden pinse", "2026-05-24 [inden pinse]"),
    ("Sælge 40 kranse inden Kristi himmelfart", "2026-05-14 [inden Kristi himmelfart]"),
    ("Sælge 40 kranse inden Sankt Hans", "2026-06-23 [inden Sankt Hans]"),
    ("Sælge 40 kranse inden nytår", "2026-12-31 [inden nytår]"),
    ("Sælge 40 kranse inden fastelavn", "2026-02-15 [inden fastelavn]"),
    ("Sælge 40 kranse inden Mortensaften", "2026-11-10 [inden Mortensaften]"),
]

EVENTS = [
    ("Sælge båden ved sæsonens slutning", "? ved sæsonens slutning"),
    ("Holde op med at ryge, inden min datter bliver født", "? inden min datter bliver født"),
    ("Tage to fag i efterårssemesteret", "? i efterårssemesteret"),
    ("Indrette børneværelset, før babyen kommer", "? før babyen kommer"),
    ("Løbe 5 km inden min fødselsdag", "? inden min fødselsdag"),
    ("Løbe 5 km inden min fødselsdag i oktober", "2026-10-31 [inden min fødselsdag i oktober]"),
    ("Besøge alle ti regioner, inden jeg fylder 40", "? inden jeg fylder 40"),
    ("Besøge alle ti regioner, når jeg fylder 40", "? når jeg fylder 40"),
    ("Lære at bestille mad på græsk inden ferien", "? inden ferien"),
    ("Læse pensum før eksamen", "? før eksamen"),
    ("Få taget ordnet før brylluppet den 6. juni", "2026-06-06 [før brylluppet den 6. juni]"),
    ("Bestå matematik dette semester", "? dette semester"),
    ("Have en ny folder klar til næste messe", "? til næste messe"),
    ("Score 80 ved næste måling", "? ved næste måling"),
    ("Holde 90 % fremmøde i løbet af sæsonen", "? i løbet af sæsonen"),
    ("Tabe 5 kg inden Berlin Marathon", "? inden Berlin Marathon"),
    ("Skrive 3 kapitler inden min orlov slutter", "? inden min orlov slutter"),
    ("Løbe 3 gange om ugen frem til løbet", "? frem til løbet"),
    ("Mindske overarbejdet de kommende måneder", "? de kommende måneder"),
    ("Sænke sygefraværet i overenskomstperioden", "? i overenskomstperioden"),
]

CADENCES = [
    ("Ringe til 20 kunder fra mandag til torsdag", "~ fra mandag til torsdag"),
    ("Ringe til en ven hver anden torsdag", "~ hver anden torsdag"),
    ("Højst 2 fejl pr. sælger og måned", "~ pr. sælger og måned"),
    ("Hver uge 5 km på cykel", "~ Hver uge"),
    ("Dyrke yoga hver anden dag", "~ hver anden dag"),
    ("Dyrke yoga hver 14. dag", "~ hver 14. dag"),
    ("Dyrke yoga hver tredje uge", "~ hver tredje uge"),
    ("Dyrke yoga mandag og torsdag", "~ mandag og torsdag"),
    ("Dyrke yoga mandag til fredag", "~ mandag til fredag"),
    ("Dyrke yoga om mandagen", "~ om mandagen"),
    ("Dyrke yoga hver mandag aften", "~ hver mandag aften"),
    ("Dyrke yoga hver weekend", "~ hver weekend"),
    ("Dyrke yoga 3 x pr uge", "~ pr uge"),
    ("Dyrke yoga 3 gange ugentligt", "~ ugentligt"),
    ("Dyrke yoga en gang i kvartalet", "~ i kvartalet"),
    ("Dyrke yoga hver eneste morgen", "~ hver eneste morgen"),
    ("Dyrke yoga på alle hverdage", "~ på alle hverdage"),
    ("Sove 8 timer om natten", "~ om natten"),
    ("Sætte 50 kr. ind den 1. i hver måned", "~ den 1. i hver måned"),
    ("Gå til tandlæge hvert halve år", "~ hvert halve år"),
    ("Læse 2 artikler pr. semester", "~ pr. semester"),
    ("Gå en daglig tur", "~ daglig"),
    ("Skrive et indlæg om ugen indtil 1. juni", "2026-06-01 [indtil 1. juni]"),
    ("Månedlig omsætning skal over 40.000 kr.", "~ Månedlig"),
]

NO_TIME = [
    "Slå vores salgstal fra december 2025",
    "Skrive over 2000 ord",
    "Være hjemme inden mørkets frembrud",
    "Stå op inden kl. 7",
    "Spare op til seks måneders udgifter",
    "Nå det næste niveau i fransk",
    "Tage en dag ad gangen",
    "Slå min tid fra sidste sommer",
    "Tabe de kilo, jeg tog på sidste år",
    "Gå tidligt på pension",
    "Deltage i et motionsløb",
    "Få ros på mødet",
    "Læse til eksamen",
    "Træne op til et maraton",
    "Skrive en dagsorden før hvert møde",
    "Købe gaver til fødselsdage i god tid",
    "Øge den månedlige trafik med 15 %",
    "Løfte den årlige omsætning med 10 %",
    "Udsende den ugentlige rapport",
    "Skære udledningen med 40 % i forhold til 2019",
    "Skære udledningen med 40 % ift. 2019",
    "Skære udledningen med 40 % sammenlignet med 2019",
    "Komme ned på 2019-niveau",
    "Slå sidste års resultat",
    "Sælge flere end i 2024",
    "Begynde at løbe efter påske",
    "Begynde at løbe efter ferien",
    "Holde planken i 90 sekunder",
    "Bage brød en dag",
    "Læse i 20 minutter inden sengetid",
    "Spise morgenmad før arbejde",
    "Besvare mails inden for 2 dage",
    "Skære udgifterne ned med 1/3",
    "Få ventetiden under 3 dage",
    "Læse bogen 1984",
    "Være mere til stede for børnene om et øjeblik",
    "Hver man skal bidrage",
    "Spare tre måneders løn op",
    "Tage en dag fri",
]


@pytest.mark.parametrize(("text", "expected"), [*SPANS, *UNITS])
def test_spans_and_units_of_time(text: str, expected: str) -> None:
    assert when(text, "da") == expected


@pytest.mark.parametrize(("text", "expected"), [*CALENDAR, *WEEKDAYS])
def test_calendar_dates_and_weekdays(text: str, expected: str) -> None:
    assert when(text, "da") == expected


@pytest.mark.parametrize(("text", "expected"), [*SEASONS, *HOLIDAYS])
def test_seasons_and_holidays(text: str, expected: str) -> None:
    assert when(text, "da") == expected


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_what_has_no_known_date_is_kept_as_words(text: str, expected: str) -> None:
    assert when(text, "da") == expected


@pytest.mark.parametrize(("text", "expected"), CADENCES)
def test_how_often_is_a_cadence_unless_an_end_stands_beside_it(text: str, expected: str) -> None:
    assert when(text, "da") == expected


@pytest.mark.parametrize("text", NO_TIME)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert when(text, "da") == ""
