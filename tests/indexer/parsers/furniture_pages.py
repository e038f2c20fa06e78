"""Small pages of plain text with what a site put around them between ``[[`` and ``]]``.

Written before the rules, to say what they are for. ``{fi}``, ``{sv}``, ``{en}`` are paragraphs.
"""

PARAGRAPHS = {
    "fi": "Ryhmä kävi metsässä joka viikko. Lapset rakensivat majoja, ja aikuiset kirjasivat, "
    "mitä leikeissä tapahtui ja kuka pääsi mukaan.",
    "fi2": "Keväällä huoltajat kutsuttiin mukaan. Moni yllättyi siitä, miten pitkään lapset "
    "jaksoivat leikkiä samaa leikkiä.",
    "sv": "Gruppen gick till skogen varje vecka. Barnen byggde kojor och de vuxna skrev ned vad "
    "som hände i leken och vem som fick vara med.",
    "en": "The group went to the forest every week. The children built huts, and the adults wrote "
    "down what happened in the play and who was let in.",
}

FURNITURE = {
    "way and menu above the title": """[[Etusivu > Palvelut > Varhaiskasvatus
Asuminen ja ympäristö | Kasvatus | Hyvinvointi | Yhteystiedot
Avaa valikko
Haku]]
Metsäviikot päiväkodissa

{fi}""",
    "skip link, language, login": """[[Siirry suoraan sisältöön
Suomi Svenska English
Kirjaudu sisään]]
Metsäviikot päiväkodissa

{fi}""",
    "menu a word a line": """[[Etusivu
Ajankohtaista
Palvelut
Tietoa meistä
Yhteystiedot
Hae]]

Metsäviikot päiväkodissa

{fi}""",
    "cookies in sentences": """[[Evästeet tällä sivustolla
Käytämme evästeitä sivuston toiminnan varmistamiseen ja kävijämäärien seurantaan. \
Osa evästeistä on välttämättömiä. Voit hyväksyä tai hylätä muut evästeet.
Lue lisää evästeistä
Hyväksy kaikki
Hylkää
Näytä tiedot]]
Metsäviikot päiväkodissa

{fi}""",
    "choices of a consent, without the word": """[[Yksityisyytesi on meille tärkeää
Me ja kumppanimme tallennamme tietoja laitteelle ja käsittelemme henkilötietoja mainonnan \
kohdentamiseksi. Voit muuttaa suostumustasi milloin tahansa.
Hyväksyn
Hallinnoi asetuksia]]
Metsäviikot päiväkodissa

{fi}""",
    "cookies in Swedish": """[[Vi använder kakor för att webbplatsen ska fungera. \
Du kan själv välja vilka kakor du godkänner.
Godkänn alla
Endast nödvändiga
Inställningar]]
Veckor i skogen

{sv}""",
    "cookies in English": """[[We value your privacy
This website uses cookies to improve your experience. You can change your settings at any time.
Accept all | Reject all | Manage preferences]]
Weeks in the forest

{en}""",
    "share buttons in the middle": """Metsäviikot päiväkodissa
4.5.2021

[[Jaa Facebookissa
Twiittaa
Lähetä sähköpostilla
Tulosta sivu]]

{fi}""",
    "share buttons and tags below": """Metsäviikot päiväkodissa

{fi}

[[Jaa artikkeli: Facebook Twitter LinkedIn
Avainsanat: metsä, leikki
Kategoriat: Blogi, Yleinen]]""",
    "read also, in the middle": """Metsäviikot päiväkodissa

{fi}

[[Lue myös:
Päiväkodin piha sai uuden ilmeen
Näin syntyi kunnan liikuntasuunnitelma]]

{fi2}""",
    "read also, on one line": """Metsäviikot päiväkodissa

{fi}

[[Lue myös: Päiväkodin piha sai uuden ilmeen]]

{fi2}""",
    "related, a paragraph each": """Metsäviikot päiväkodissa

{fi}

[[Aiheeseen liittyvää

Päiväkodin piha sai uuden ilmeen

Näin syntyi kunnan liikuntasuunnitelma 2017

Tilaa uutiskirje]]""",
    "related in the middle, before a heading": """Metsäviikot päiväkodissa

{fi}

[[Aiheeseen liittyvät sisällöt

Päiväkodin piha sai uuden ilmeen]]

Mitä opimme

{fi2}""",
    "most read and newest": """Metsäviikot päiväkodissa

{fi}

[[Luetuimmat
1. Sähkökatko pimensi keskustan
2. Jäähalli aukeaa lauantaina
Uusimmat
Kirjaston aukiolo muuttuu 12.8.
Uimaranta sai laiturin]]""",
    "newsletter": """Metsäviikot päiväkodissa

{fi}

[[Tilaa uutiskirjeemme
Saat tuoreimmat uutiset suoraan sähköpostiisi.
Sähköpostiosoite
Tilaa]]""",
    "footer with address": """Metsäviikot päiväkodissa

{fi}

[[Esimerkkilän kaupunki
Torikatu 5, 12345 ESIMERKKILÄ
Vaihde 012 345 6789
Avoinna ma–pe 9–15
Palaute sivustosta | Tietosuojaseloste | Saavutettavuusseloste
© Esimerkkilän kaupunki 2024
Takaisin ylös]]""",
    "footer in Swedish": """Veckor i skogen

{sv}

[[Exempelstads kommun
Torggatan 5, 12345 EXEMPELSTAD
Tfn 012 345 6789
Ge respons | Dataskydd | Tillgänglighetsutlåtande
Till början av sidan]]""",
    "footer in English": """Weeks in the forest

{en}

[[Privacy policy | Terms of use | Accessibility statement
© 2023 Example City. All rights reserved.
Follow us: Facebook Instagram YouTube]]""",
    "follow us, newsletter, rights": """Metsäviikot päiväkodissa

{fi}

[[Seuraa meitä somessa
Instagram
YouTube
Kaikki oikeudet pidätetään.]]""",
    "comment form": """Metsäviikot päiväkodissa

{fi}

[[Jätä kommentti
Sähköpostiosoitettasi ei julkaista. Pakolliset kentät on merkitty *
Nimi *
Sähköposti *
Kotisivu
Lähetä kommentti]]""",
    "comment form in English": """Weeks in the forest

{en}

[[Leave a Reply
Your email address will not be published. Required fields are marked *
Name *
Email *
Website
Post Comment
This site uses Akismet to reduce spam. Learn how your comment data is processed.]]""",
    "under a blog post": """Metsäviikot päiväkodissa

{fi}

[[2 kommenttia
Tykkää
Jaa
Edellinen artikkeli
Seuraava artikkeli: Syksyn satu]]""",
    "under a blog post in Swedish": """Veckor i skogen

{sv}

[[Gilla
Dela
Skriv ut
Kategorier: Okategoriserade
Etiketter: skog, lek
Läs också
Vi bygger en koja
Så blev hösten 2018
Lämna en kommentar]]""",
    "slides": """Metsäviikot päiväkodissa
[[Lataa esitys
Julkaissut esimerkki-käyttäjä
Ladattu 4. toukokuuta 2016
12 näyttökertaa
Upota
1 / 14]]
{fi}""",
    "slides in English": """Weeks in the forest
[[Download presentation
Uploaded by example-user
Uploaded on May 4, 2016
1,204 views
Embed
Slide 1 of 14
Related presentations: Outdoor play 2009 | Maths in kindergarten | Report 2012
Presentation transcript:]]
{en}""",
    "repository of theses": """[[Theseus
Etusivu | Selaa kokoelmia | Kirjaudu | Suomeksi | In English
Näytä kaikki kuvailutiedot
Tiedostot: metsa_valmis.pdf (2.1Mt)
Lataukset: 51]]
Metsäviikot päiväkodissa

{fi}""",
    "repository in Swedish": """[[Logga in | Suomeksi | In English
Sök i arkivet
Visa fullständig post
Öppna: skog.pdf (1.3Mb)]]
Veckor i skogen

{sv}""",
    "news site": """[[Tilaajille
Kirjaudu | Tilaa | Asiakaspalvelu
Uutiset Urheilu Kulttuuri Mielipide]]
Metsäviikot alkoivat päiväkodissa
5.9.2019 klo 10.15

{fi}

[[Jaa | Tulosta | Lähetä juttuvinkki
Lisää aiheesta
Koulun remontti viivästyy
Mainos]]""",
    "chat": """Metsäviikot päiväkodissa

{fi}

[[Hei! Miten voin auttaa?
Aloita chat
Chat on suljettu]]""",
    "was this page of use": """Metsäviikot päiväkodissa

{fi}

[[Oliko tästä sivusta hyötyä?
Kyllä
Ei
Anna palautetta]]""",
    "was it of use in Swedish": """Veckor i skogen

{sv}

[[Hade du nytta av den här sidan?
Ja
Nej
Dela på Facebook]]""",
    "calendar of events": """Metsäviikot päiväkodissa

{fi}

[[Tapahtumakalenteri
12.3. Konsertti kirjastossa
14.3. Valtuuston kokous
Näytä kaikki tapahtumat]]""",
    "player": """Metsäviikot päiväkodissa

{fi}

[[Katso video YouTubessa
Toista
0:00 / 3:15]]""",
    "in the middle of an English text": """Weeks in the forest

{en}

[[Share this: Twitter Facebook
Like this:
Like Loading...
Related]]

What we learned

{en}""",
    "old browser": """[[Selaimesi ei tue JavaScriptiä. Kaikki toiminnot eivät ole käytössä.]]
Metsäviikot päiväkodissa

{fi}""",
    "title between furniture stays": """[[Etusivu » Blogi]]
Metsäviikot
[[Jaa Facebookissa]]
5.9.2019

{fi}""",
    "page of many": """Metsäviikot päiväkodissa

{fi}

[[« Edellinen 1 2 3 Seuraava »]]""",
    "way in Swedish": """[[Hem / Tjänster / Småbarnspedagogik
Hoppa till innehåll
Meny
Sök]]
Veckor i skogen

{sv}""",
}
