"""What the demo's person wrote in weekly reviews and in the journal, in Swedish."""

from smart_tui.demo.reviewtext import ReviewText, Written

WRITTEN = Written(
    if_then="Om {situation}, så {action}",
    dated="{day} {month} {year}",
    months=(
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ),
    reviews={
        41: ReviewText(
            well="Första boken är utläst, i soffan och inte på telefonen.",
            hindered="Regn tre morgnar, och jag tog bussen.",
            change="Skorna vid dörren kvällen innan.",
            promises=(("Hämta de två böckerna som är reserverade", ""), ("Gå av en hållplats tidigare tre dagar", "")),
        ),
        40: ReviewText(
            well="Gick av en hållplats tidigare, även när det regnade.",
            hindered="Kvällarna gick till bokföringen.",
            change="Datorn stannar på jobbet två kvällar i veckan.",
            promises=(
                ("Lägg ett kort om nyhetsbrevet i varje paket", ""),
                ("Läs före nio tre kvällar", "en serie vann"),
            ),
        ),
        37: ReviewText(
            well="Första brevet är skickat, och folk svarade.",
            hindered="Tre veckor utan att se tillbaka: jag visste inte längre vad jag hade tänkt.",
            change="Söndag efter middagen, med eller utan kaffe.",
            relevant="Ja, allihop.",
            promises=(("Spring med Kim på torsdag", ""), ("Skriv två brev i förväg", "det ena")),
        ),
        33: ReviewText(
            well="Omsättningen ligger där den ska, utan en enda rea.",
            hindered="Få anmäler sig till brevet: formuläret på sidan gör nästan ingenting.",
            change="Fråga folk i stället för att vänta på formuläret.",
            relevant="Listan mer än någonsin. Spanskan mindre än jag trodde.",
            promises=(
                ("Fråga alla i kassan en hel dag", ""),
                ("Skriv inlägget på onsdagen, inte natten till lördag", ""),
            ),
        ),
        26: ReviewText(
            well="Två veckor borta, telefonen i en låda. Listan växte ändå.",
            hindered="En hög med mejl, och inget inlägg sedan före semestern.",
            change="Första dagen hemma utan möten.",
            relevant="Spanskan: resan är inställd, så nej. Resten ja.",
            promises=(
                ("Ett hårt pass på tid", ""),
                ("Skriv två korta inlägg på en gång", "mejlen kom först"),
            ),
            plans={"posts": ("det är onsdag klockan tio", "skriver jag en halvtimme före allt annat")},
        ),
        21: ReviewText(
            well="Åtta möten eller fler i veckan sedan starten. Det är samtalen före mejlen.",
            hindered="Löpningen: två pass i veckan gör mig inte snabbare längre.",
            change="Läs mer, när det ändå går av sig självt: 24 böcker i stället för 20.",
            relevant="Ja. Fast det hade räckt att springa för nöjes skull.",
            accepted="Mira tycker att åtta möten är mycket och bokar dem ändå.",
            promises=(("Ring tio från mässan", ""), ("Lär mig den andra låten utantill", "")),
        ),
        16: ReviewText(
            well="Nio möten på en vecka, och bandet kan spela två låtar till slutet.",
            hindered="En förkylning tog tre dagar, och benen är fortfarande trötta.",
            change="Sömn före ambition.",
            relevant="Inläggen: jag skriver dem för ingen. Tänk på saken.",
            promises=(
                ("Två lugna pass utan klocka", "det ena"),
                ("Be tre kunder om varsitt namn", ""),
                ("Skicka brevet om det nya brödet", ""),
            ),
        ),
        13: ReviewText(
            well="Stängde inläggen med lätt hjärta. Lanseringen har en plan.",
            hindered="Bara fem möten: två blev inställda, och jag bokade inget i stället.",
            change="Boka nio för att hålla åtta.",
            accepted="Bo är glad att inläggen är borta.",
            promises=(
                ("Be två fotografer om pris", ""),
                ("Boka nio möten", "sju"),
                ("Räkna var folk lämnar kassan", ""),
            ),
        ),
        9: ReviewText(
            well="Priset på den nya produkten är bestämt, av mig, på en eftermiddag.",
            hindered="Teg på tre möten i rad. En bok på fyra veckor.",
            change="Be om hjälp med talandet; modet kommer inte av sig självt.",
            relevant="Att tala: ja, fast jag hellre skulle säga nej.",
            promises=(
                ("Be Kim lyssna i fem minuter", ""),
                ("Boka fotografen", ""),
                ("Lägg upp den månatliga överföringen", ""),
            ),
            plans={"books": ("jag sätter mig på tåget", "öppnar jag boken före telefonen")},
        ),
        7: ReviewText(
            well="Fler besök för tredje månaden, och kassan har en sida mindre.",
            hindered="Sena paket: kunderna säger det, i poäng.",
            change="Ring fraktbolaget själv.",
            promises=(
                ("Tio sidor innan jag släcker", ""),
                ("Ring fraktbolaget om de sena paketen", "ingen svarade"),
                ("Ta bort tre fält ur formuläret", ""),
            ),
            notes={"speaking": "ingen bad mig"},
        ),
        5: ReviewText(
            well="Bilderna är tagna, och de är bra.",
            hindered="Bara fem möten, och för mycket bil för stegen.",
            change="Boka på måndagar, innan Mira behöver fråga.",
            relevant="Ja. Det är lanseringen som gäller nu.",
            accepted="Fotografen vill ha betalt snabbare. Rimligt.",
            promises=(
                ("Boka åtta möten före tisdag kväll", ""),
                ("Hitta någon till den svenska texten", "inget svar från byrån"),
                ("Skicka brevet senast torsdag", ""),
                ("Läs på tåget, båda vägarna", "bara på vägen hem"),
            ),
        ),
        4: ReviewText(
            well="Nio möten, och brevet är skickat.",
            hindered="Bandet: en är på turné, en har fått barn. Vi vilar tills de är tillbaka.",
            change="Börja på texten nu, ensam om det behövs.",
            promises=(
                ("Be fraktbolaget om en fast dag", ""),
                ("Säg två meningar på mötet", ""),
                ("Skriv den engelska texten", "hälften"),
                ("En lång promenad med Kim på söndag", ""),
            ),
        ),
        3: ReviewText(
            well="Sa något på mötet, och ingen dog. Kunderna märkte av paketen.",
            hindered="En långsam vecka: alla var borta, och jag läste bara nyheter.",
            promises=(
                ("Gör klart den engelska texten", "två dagar i butiken i stället"),
                ("Boka åtta möten", "fem"),
                ("Lägg en bok i varje väska", ""),
                ("Kort och mobilbetalning sida vid sida", ""),
            ),
        ),
        2: ReviewText(
            well="Cykel till jobbet hela veckan. Kunderna är nöjdare än någonsin.",
            hindered="Texten till lanseringen väntar, och bara fem möten igen.",
            change="En timme på lanseringen varje morgon, innan butiken öppnar.",
            relevant="Ja. Konverteringen når inte 8 % i tid, och det är i sin ordning.",
            promises=(
                ("Fråga Mira vem som kan skriva den svenska texten", ""),
                ("Ring alla som sa ”senare”", ""),
                ("Publicera artikeln om rågbröd", ""),
                ("Prova det korta formuläret på telefonen", ""),
                ("Gå hem från jobbet två dagar", ""),
            ),
            plans={"books": ("bordet är avdukat efter middagen", "läser jag tjugo sidor före skärmen")},
            notes={"conversion": "den sista biten är svårast"},
        ),
    },
    journal={
        "beginning": """# Varför jag skriver ner det

Mira frågade vad jag vill ha hunnit om ett år. Jag sa: mer av allt. Hon skrattade.

Alltså, i ordning:

- en butik som inte behöver mig varje lördag
- kvällar utan skärm
- en kropp som tar trapporna utan kommentarer""",
        "library": (
            "Biblioteket har en hylla med böcker som är *återlämnade i dag*. "
            "Jag letar inte längre, jag tar en därifrån. Tre hittills, ingen av dem dålig."
        ),
        "till": """Frågade i kassan hela dagen. Så här sa folk:

- ”Ja, om det inte är varje vecka.”
- ”Får man rabatt?” (fyra gånger)
- ”Jag trodde att jag redan var med.”

Fler adresser på en dag än formuläret ger på två veckor.""",
        "packing": (
            "Semester från i morgon. Alla mål vilar, även de som jag lätt skulle klara. "
            "Bo har nycklarna och numret till han som lagar ugnen."
        ),
        "back": (
            "Hemma igen. Sprang före frukost och fick gå sista biten. "
            "Det märkliga: jag saknade listorna mindre än jag befarade, och promenaderna mer."
        ),
        "rehearsal": """## I källaren

Alla fem kom i tid, för en gångs skull. Vi kan spela den första låten till slutet och den andra till bryggan.

Kim vet ännu inte att vi övar till bröllopet.""",
        "customers": """Läste alla svaren i stället för siffran. De som ger en 5:a eller 6:a säger nästan samma sak:

1. paketet kom för sent
2. ingen sa något
3. brödet var gott

Det är nummer tre som är sorglig.""",
        "reached": (
            "Listan är där jag ville ha den. Jag trodde att jag skulle vara stoltare. "
            "Det jag tar med mig: fråga folk, öga mot öga, med en penna i handen."
        ),
        "cold": "Febern är borta. Tre dagar i sängen, och veckan räknas som det den var. Bra att man kan säga det.",
        "race": (
            "57 minuter, platt, ingen vind. Det blir inte 55 på två pass i veckan, och tre vill jag inte. "
            "Avslutat. Kim säger att 57 är ett utmärkt tempo att prata i."
        ),
        "silence": """# Det jag inte sa

På mötet om mässan hade jag svaret och behöll det. Bo sa det tio minuter senare, och alla nickade.

Nästa gång: **säg det dåligt, men först.**""",
        "no": (
            "Tittade på cyklar. Den bra kostar mindre än jag befarade och mer än jag har. "
            "Med den kunde jag ta mig till jobbet hela vintern utan att titta på busstidtabellen."
        ),
        "parcels": """Ringde fem kunder vars paket kom för sent. Ingen var arg efter andra meningen.

Läste på kvällen hur andra gör: https://example.org/late-parcels (säg det dagen *innan* det är sent).""",
        "pictures": """Bilderna är klara. Till nästa gång:

- smulor ser bättre ut än skivor
- dagsljus till klockan två, sedan hem
- betala samma dag""",
        "quiet": (
            "En stilla kväll. Läste igenom veckorna från den första. Det som kom i vägen heter nästan alltid tid. "
            "Oftast var det något annat, som jag inte ville titta på."
        ),
        "sentences": (
            "Hälsade talaren välkommen. Nervös den första minuten, sedan nyfiken. "
            "Konsten är att ha den första meningen på ett kort och inte behöva det."
        ),
        "calls": """Varför fem och inte åtta? Räknade samtalen förra veckan:

- måndag 5, tisdag 4
- onsdag till fredag: 2

Veckan är avgjord tisdag lunch.""",
    },
)
