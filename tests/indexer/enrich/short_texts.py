"""Short texts in the languages of the field, and in others: titles, headings, a sentence."""

from __future__ import annotations

FINNISH = """
Lasten osallisuus arjessa
Metsäretki Nuuksiossa
Päiväkodin pihaleikit
Vasu 2022
Pedagoginen dokumentointi osana työtä
Inarin päiväkodit ja saamenkielinen varhaiskasvatus
Utsjoen kielipesä
Tampereen kaupunki, varhaiskasvatus
Lapsi leikkii ulkona.
Hankkeen tulokset
Johdanto
Yhteenveto
Leikki
Esiopetuksen tuki
Kansi
LOPPURAPORTTI 2012
Pirkanmaan verkosto kokoontui Nokialla
Paivakodin piha uudistui
Varhaiskasvatuksen kehittamisverkosto
Robotiikka ja ohjelmointi
Brainstorming-työpaja Espoossa
Workshop tiimeille Lappeenrannassa
Muumit mukana musiikissa
STEAM päiväkodissa
Henkilöstö kokosi kuvat ja videot portfolioon.
Tunnetaidot ja kaverit
Avoin päiväkoti Helsingissä
Saamelaisten kansallispäivä päiväkodissa
Digi-loikka
Perhepäivähoitajat Rovaniemellä
lahteet
Mitä opimme?
Kuva: lapset pihalla
Tavoitteet
Pilotti
Oulu
Miten meni?
äidit ja isät mukaan
Kiitos!
Porvoon päiväkotien yhteinen kevätretki
Pietarsaaren suomenkielinen varhaiskasvatus
Kielitietoisuus Vantaan päiväkodeissa
Hanko liikkuu
Draama ja improvisaatio
Sapere-menetelmä Jyväskylässä
Mediakasvatus
Ekaluokalle!
Kaste-hanke 2009-2012
Luontopolku
pienryhmät toimivat
Lapin verkosto
Karasjoki ja Utsjoki yhteistyössä
Saamenmaa
KASVATUSKUMPPANUUS
Huoltajat mukana
Nakymia arkeen
Tyohyvinvointi syntyy yhdessa
Montessori-pedagogiikka Kuopiossa
Lasten aani kuuluu
Ilo kasvaa liikkuen -ohjelma
Opas uusille työntekijöille
Tiimisopimus
Vuorohoito Raumalla
""".strip().splitlines()

SWEDISH = """
Barns delaktighet i vardagen
Utflykt till skogen
Daghemmets gård
Jakobstads småbarnspedagogik
Plan för småbarnspedagogik 2022
Sammandrag
Mål och syfte
Barnen leker ute.
Nätverket träffades i Vasa
Språkbad i Vörå
Pedagogisk dokumentation
Vad lärde vi oss?
Resultat
Inledning
Raseborgs stad
Stod for barnet i daghemmet
SLUTRAPPORT
Barnens rost hors
Familjedagvård på Åland
Helsingfors och Esbo samarbetar
Nylands nätverk för förskolan
Digitala verktyg i förskolan
Tack till alla!
Lek
Föräldrar och personal
Workshop om robotar
Källor
Kyrkslätt kommun
Rörelse varje dag
Så gjorde vi
Matro i daghemmet
Projektet i korthet
Vi gick ut
Bakgrund
Språkstöd i Borgå
Lekparken i Karis
Natur och miljö
Ett hållbart daghem
Kimitoöns kommun
Föräldramöte på distans
Välbefinnande i Oravais
Delat ledarskap
Vi lyssnar på barnen
Utvardering av smabarnspedagogiken
Pargas stad, bildningen
Barn och vuxna i Vanda och Kouvola
Närpes daghem
Handbok för nya anställda
Ute i alla väder
Stöd inom förskoleundervisningen
DELAKTIGHET
Småbarnspedagogiken i Kauniainen
Sagor och sång
Rapport om nätverket
""".strip().splitlines()

ENGLISH = """
Children's participation in everyday life
A trip to the forest
The yard of the day-care centre
Abstract
Summary
Play outdoors
Pedagogical documentation
ECEC in Helsinki
Early childhood education in Tampere and Oulu
What did we learn?
Results and discussion
FINAL REPORT
Support for the child
The children play outside.
Networks in Lapland
Digital tools for kindergartens
Introduction
Inari Sámi language nest in Inari
Saami children in Utsjoki
Jyväskylä model for teams
Keywords
Aims of the project
Thank you
How we did it
Trial in Kajaani
Learning environment
Literature
Well-being at work
Staff and parents
Background
Leadership in Finnish ECEC
Outdoor learning in Rovaniemi
The Oulu model
A guide for new staff
Language awareness in Vantaa
Wellbeing
Children as researchers
Transition to school in Joensuu
Sustainable kindergartens
Food education
Kainuu network report
Teachers and families together
Learning by playing
Forest school
What works in Kuopio?
Digital portfolios
""".strip().splitlines()

SAMI = """
Sámegielat árabajásgeassin
Mánáid oassálastin árgabeaivvis
Giellabeassi Ohcejogas
Mánát stohket olgun.
Árabajásgeassin
Čoahkkáigeassu
Sámi mánáidgárdi Anáris
Ruovttueatnan
Sámegiella ja kultuvra
Bearrašat ja mánát
Mánáidgárdi
Mii leat ožžon ollu
Sami manaidgardi
Oahpaheaddji ja mánná
Buorre idja
Ohcejoga gielda
Giella lea min árbi
Boazodoallu ja luondu
Sámediggi
Sámi álbmotbeaivi
Bures boahtin!
Mánáid giella ja identitehta
Ealáhusat ja dáiddat
Sámi giellabeassi doaibmá beaivválaččat
Dán raporttas muitalit fidnus
Vuođđu
Ulbmilat
Gárkat, gáhkut ja juoigan
Giellabeasi doaibma
Gulahallan váhnemiiguin
Eadnigiella
Ođđa oahppoplána
Giitu!
Boares muitalusat
SÁMEGIELAT ÁRABAJÁSGEASSIN
Mánáid stoahkan olgun
Anára gielda
Giellabeassi Soađegilis
Vuohčču skuvla ja mánáidgárdi
Beaivválaš doaibma
Sámegiela oahpaheapmi
Lávlagat ja hoahkamat
Mánát ja luondu
Oahppat stoagadettiin
Giellabeassebargi giehtagirji
Eanodaga gielda
Vásáhusat ja boađusat
mánáid vuoigatvuođat
Raporta 2019
Sami giella manaidgarddis
Váhnemat leat mielde
Beaiveruoktu
Ovttasbargu gielddain
Mii stohkat
Áhči ja eadni
""".strip().splitlines()

# Inari Sámi, Skolt Sámi, Estonian, Russian, German
NONE_OF_THEM = """
Anarâškielâ kielâpiervâl
Párnáá kielâ já kulttuur
Sämitigge
Anarâškielâlâš pärnipeivikode
Kielâpiervâl lii tehálâš párnáid
Puorijd pääihijd vaanhimáid
Párnááh spelih olgon
Anarâš servi
Sääʹmǩiõl ǩiõllpieʹss
Päärnai ǩiõll da kulttuur
Nuõrttsääʹm ǩiõll
Pieʹcc da päärna
Sääʹmteʹǧǧ
Mij päärna siʹrre åålǥen
Laste osalus igapäevaelus
Lasteaia õuemängud
Alusharidus Tallinnas
Õppekava ja hindamine
Lapsed mängivad õues.
Eesti lasteaiad
Projekti tulemused ja järeldused
Õpetajate koolitus
Kokkuvõte
Дети играют на улице
Дошкольное образование
Kinder spielen draußen
Die Beteiligung der Kinder im Alltag
""".strip().splitlines()
