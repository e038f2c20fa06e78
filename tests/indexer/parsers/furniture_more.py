"""Further small pages, written after the first rules to see whether they hold for other words."""

MORE = {
    "tail of a blog": """Metsäviikot päiväkodissa

{fi}

[[Kommentit (0)
Seuraa blogia Bloglovinissa
Blogin arkisto
syyskuu (3)
elokuu (1)
Blogia tukee Blogialusta]]""",
    "document of an unknown site": """Metsäviikot päiväkodissa
[[Lataa PDF
Sivuja: 24
Kieli: suomi
Lisää suosikkeihin
Katseltu 312 kertaa
Dokumentin teksti]]
{fi}""",
    "banner of consent in other words": """[[Sivustomme käyttää evästeitä
Osa on välttämättömiä sivuston toiminnalle, osalla mittaamme kävijöitä. Valitse itse.
Salli valitut
Kiellä kaikki]]
Metsäviikot päiväkodissa

{fi}""",
    "newsletter in sentences": """Metsäviikot päiväkodissa

{fi}

[[Tilaa uutiskirje
Tilaamalla uutiskirjeen hyväksyt sivuston käyttöehdot.
Syötä osoitteesi
Lähetä]]""",
    "journal in Swedish": """[[Bibliotek X
Logga in
Avancerad sökning
Prenumerera
Tidigare nummer]]
Veckor i skogen

{sv}""",
    "site of a town": """[[Esimerkkilä.fi
Hyppää sisältöön
FI SV EN
Asukkaalle
Yrittäjälle
Hae]]
Metsäviikot metsäryhmässä

{fi}""",
    "paywall": """Metsäviikot päiväkodissa

{fi}

[[Lue koko juttu tilaamalla Esimerkkilehti
Oletko jo tilaaja? Kirjaudu sisään
Tilaa nyt 1 €/kk]]""",
    "Swedish tail": """Veckor i skogen

{sv}

[[Föregående inlägg
Nästa inlägg
Arkiv
maj 2019
april 2019
Om bloggen]]""",
    "similar works": """Veckor i skogen
[[Ladda ner
Läst 31 gånger
Liknande examensarbeten
Rörelse i skolan, Karleby 2011
Att leka i snö
Fulltext]]

{sv}""",
    "others read": """Metsäviikot päiväkodissa

{fi}

[[Muut lukivat myös
Koulun remontti viivästyy
Ilmoita asiavirheestä
Lataa sovellus]]""",
}
