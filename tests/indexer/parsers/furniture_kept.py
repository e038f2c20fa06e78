"""Small pages of plain text whose own lines look like a site's: only what is marked goes."""

KEPT = {
    "contact of a project": """Metsäviikot-hanke

{fi}

Yhteystiedot
Hankekoordinaattori, Esimerkkilän kaupunki
puh. 012 345 6789
Torikatu 5, 12345 Esimerkkilä""",
    "more information in Swedish": """Veckor i skogen

{sv}

Mer information
Projektledaren, tfn 012 345 6789
Torggatan 5, 12345 Exempelstad""",
    "agenda": """Verkoston tapaaminen

Ohjelma
9.00 Kahvi
9.15 Avaus
10.00 Työpajat
11.30 Lounas
Ilmoittautuminen""",
    "list of municipalities": """Verkoston kunnat

{fi}

Kunnat
Forssa
Tammela
Jokioinen | Humppila | Ypäjä""",
    "materials": """Metsäviikot-hanke

{fi}

Materiaalit
Metsäpassi (tulostettava)
Retkipäiväkirjan pohja
Kortit leikin havainnointiin""",
    "sources": """Metsäviikot

{fi}

Lähteet
Varhaiskasvatuslaki 540/2018.
Lasten leikki ja luonto. Opas 2014.
Metsä oppimisympäristönä. Raportti 7/2016.""",
    "sentences about sharing": """Jaa hyvä käytäntö

{fi}

Jaa kokemuksesi muille ryhmille ja tulosta retkikortit kaikille. Palautetta kerättiin huoltajilta.

Jaa lapsille luupit ja lue myös ohje ääneen.""",
    "sentences about cookies": """Tietoturvan muistilista

Kysy huoltajilta lupa kuviin. Opettele, mitä evästeet ovat, ja puhu niistä lasten kanssa.""",
    "headings that are also menu words": """Hankkeen sivu

Ajankohtaista

{fi}

Palaute

{fi2}

Yhteystiedot

Ota yhteyttä päiväkodin johtajaan.""",
    "author and date": """Metsäviikot päiväkodissa
Julkaistu 4.5.2021
Teksti: päiväkodin väki

{fi}

Kirjoittaja on varhaiskasvatuksen opettaja Esimerkkilässä
[[Jaa Facebookissa]]""",
    "key words of a thesis": """Metsä oppimisympäristönä

{fi}

Asiasanat: metsä, leikki, varhaiskasvatus""",
    "key words of a Swedish thesis": """Skogen som lärmiljö

{sv}

Nyckelord: skog, lek, småbarnspedagogik
Språk: svenska""",
    "facts of a project": """Veckor i skogen

Projekttid: 2019–2021
Finansiering: Utbildningsstyrelsen
Partner: två yrkeshögskolor

{sv}""",
    "form": """Retkilupa

Lapsen nimi
Huoltajan puhelin
Päiväys ja allekirjoitus
Kyllä
Ei""",
    "slides of one's own": """Metsäviikot

Miksi?
• uteliaisuus
• liike

Miten?
• viikko kerrallaan
• kaikki mukaan

Kiitos!""",
    "table with lines": """Kysely huoltajille

{fi}

Kunta | 2010 | 2013
Kempele | 4,1 | 4,3
Liminka | 3,9 | 4,0""",
    "opening hours of a club": """Avoin päiväkoti

{fi}

Avoinna ma–pe 9–12
Torikatu 5""",
    "quotations": """Mitä lapset sanoivat

{fi}

– Tykkään!
– Seuraava!
– Katso, sisilisko""",
    "links that are the document's": """Metsäviikot-hanke

{fi}

Lue lisää hankkeesta:
Hankkeen loppuraportti
Hankkeen blogi""",
    "events of a network": """Verkoston kevät

{fi}

Tulevat tapaamiset
12.3. Leikki ja luonto
14.5. Kevään päätös""",
    "English contents": """Weeks in the forest

Contents
Background
Methods
Related work
Results

{en}""",
    "signature": """Metsäviikot

{fi}

Terveisin
Ketunpoikien väki""",
    "rights of a book": """Metsä oppimisympäristönä
Opas varhaiskasvatukseen
© Tekijät ja Esimerkkilän kaupunki
ISSN 0000-0000

{fi}

{fi2}""",
    "byline and sources below the buttons": """Metsäviikot päiväkodissa

{fi}

[[Jaa Facebookissa
Tulosta]]

Kirjoittaja työskentelee päiväkodissa
Julkaistu 4.5.2021

Lähteet
Varhaiskasvatuslaki 540/2018""",
    "title, author and date between the buttons": """[[Siirry sisältöön]]
Metsäviikot lasten leikissä ja arjessa
Teksti: päiväkodin väki
5.9.2019
[[Jaa: Facebook Twitter]]

{fi}""",
}
