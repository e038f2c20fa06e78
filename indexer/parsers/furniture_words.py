"""The words of site furniture in Finnish, Swedish and English, by what they are for.

``SURE`` words are furniture wherever they make up a line; ``LOOSE`` ones may head a section too, so
they count only among other furniture. A word stands under the reason that staff see.
"""

from __future__ import annotations

import re

from .reasons import (
    COMMENT_FORM,
    COOKIES,
    FOOTER,
    MENU,
    NAVIGATION,
    NEWSLETTER,
    PLAYER,
    RELATED,
    SHARING,
    SITE_CONTROLS,
    TAGS,
    WIDGET,
)

Words = dict[str, str]

SURE: Words = {
    NAVIGATION: r"(?:siirry|hyppää) (?:suoraan )?(?:\w*sisältöön|hakuun|valikkoon|navigaatioon)"
    r"|(?:hoppa|gå) (?:över |direkt )?till (?:huvud)?(?:innehåll(?:et)?|navigering(?:en)?)"
    r"|skip to (?:main )?(?:content|navigation)"
    r"|(?:takaisin|palaa) (?:sivun )?(?:ylös|alkuun)|sivun alkuun"
    r"|till (?:början av sidan|sidans början|(?:sidans )?toppen)|tillbaka till (?:början|toppen)"
    r"|back to top|to the top|(?:palaa|takaisin) (?:etusivulle|listaukseen|uutisiin)"
    r"|tillbaka till startsidan|edellinen(?: \d+)+ seuraava|föregående(?: \d+)+ nästa"
    r"|previous(?: \d+)+ next"
    r"|olet tässä:?|du är här:?|you are here:?",
    MENU: r"(?:avaa |sulje |näytä )?(?:pää)?valikko|(?:öppna|stäng|visa) (?:huvud)?meny(?:n)?"
    r"|huvudmeny|(?:open|close|main|toggle) (?:menu|navigation)|sivukartta|webbkarta|site ?map"
    r"|(?:hae|etsi) (?:sivustolta|sivuilta|sivustosta|palvelusta|arkistosta)|kirjoita hakusana"
    r"|sök (?:på (?:webbplatsen|sajten|sidan)|i arkivet)|search (?:this |the )?(?:web)?site"
    r"|search for:|kirjaudu(?: sisään| ulos)?|rekisteröidy|luo (?:tunnus|tili)"
    r"|unohditko salasanan?i?\??|logga (?:in|ut)|registrera dig|glömt lösenordet\??"
    r"|log ?(?:in|out)|sign (?:in|up|out)|forgot (?:your )?password\??|my account|oma tili"
    r"|på svenska|in english|suomeksi|på finska|in finnish|in swedish|vaihda kieltä|välj språk"
    r"|valitse kieli|byt språk|select language|change language",
    COOKIES: r"(?:hyväksyn?|salli|hallitse|hylkää|estä) (?:kaikki |vain )?(?:välttämättömät )?"
    r"evästeet"
    r"|evästeasetukset|evästekäytäntö|lue lisää evästeistä|evästeet(?: tällä sivustolla)?"
    r"|(?:godkänn|acceptera|tillåt|avvisa|neka) (?:alla )?(?:kakor|cookies)"
    r"|(?:kak|cookie)(?:or|s)?(?:-?inställningar| på webbplatsen)|läs mer om (?:kakor|cookies)"
    r"|(?:accept|allow|reject|manage) (?:all )?cookies|cookie (?:settings|policy|preferences)"
    r"|(?:vain|endast|bara|only) (?:välttämättömät|nödvändiga|necessary)"
    r"|yksityisyytesi on meille tärkeää?|vi värnar om din integritet|we value your privacy",
    SHARING: r"(?:jaa|dela|share)(?: (?:tämä|artikkeli|sivu|juttu|somessa|kaverille|this|med andra"
    r"|den här sidan|artikeln|inlägget|sidan|page|post)){0,3}"
    r"|twiittaa|tweet(?: this)?|tulosta(?: tämä)?(?: sivu| artikkeli| juttu)?"
    r"|skriv ut(?: sidan)?|print(?: this)?(?: page)?|kopioi linkki|kopiera länk(?:en)?|copy link"
    r"|lähetä (?:sähköpostilla|sähköpostitse|kaverille|linkki|juttuvinkki)"
    r"|tipsa (?:redaktionen|en vän|oss)|skicka (?:per|med|som) e-post|e-?mail this(?: page)?"
    r"|seuraa (?:meitä|blogia)(?: \w+| sosiaalisessa mediassa)?|följ oss(?: på \w+"
    r"| i sociala medier)?"
    r"|follow us(?: on \w+)?|tykkää tästä|gilla detta|like this|like loading(?:\.\.\.|…)?",
    COMMENT_FORM: r"(?:kommentit|kommentarer|comments) \(\d+\)|(?:\d+|ei|inga|no) (?:kommentt\w+"
    r"|kommentar(?:er)?|comments?)"
    r"|(?:lähetä|kirjoita|jätä|lisää) kommentti|(?:post|leave|add) a? ?(?:comment|reply)"
    r"|(?:skicka|skriv|lämna|publicera) (?:en )?(?:kommentar|ett svar)"
    r"|peruuta vastaus|avbryt svar|cancel reply",
    NEWSLETTER: r"lue koko juttu|läs hela artikeln|oletko jo tilaaja|tilaa (?:meidän |kunnan "
    r"|ilmainen )?(?:sähköinen )?uutiskirje(?:emme)?|uutiskirje"
    r"|(?:prenumerera|anmäl dig) (?:på|till) (?:vårt )?(?:nyhetsbrev(?:et)?|bloggen)|nyhetsbrev"
    r"|(?:subscribe|sign up) (?:to|for) (?:our |the )?(?:newsletter|blog)|newsletter"
    r"|tilaa (?:blogi|rss(?:-syöte)?|ilmoitukset)|liity postituslistalle|rss(?:-(?:syöte|flöde))?",
    FOOTER: r"(?:anna )?palautetta? (?:verkko)?sivu(?:sto)?sta|anna palautetta|lähetä palautetta"
    r"|ge (?:respons|feedback)(?: om webbplatsen)?|(?:give|send) feedback"
    r"|(?:saavutettavuus|tillgänglighets)(?:seloste|utlåtande|redogörelse)(?:t|n)?"
    r"|accessibility statement|tietosuojakäytäntö|integritetspolicy|privacy policy"
    r"|käyttöehdot|användarvillkor|terms of (?:use|service)|tietoa (?:verkko)?sivustosta"
    r"|om webbplatsen|about this site|kaikki oikeudet pidätetään|alla rättigheter förbehåll(?:na|s)"
    r"|all rights reserved|(?:powered|created) by \w+",
    WIDGET: r"ilmoita (?:asia)?virheestä|lataa sovellus|näytä (?:koko )?profiili|tietoja minusta"
    r"|visa (?:hela )?min (?:fullständiga )?profil|view my complete profile|sulje mainos"
    r"|mainos (?:alkaa|päättyy)|digilehti|lukijat \(\d+\)|(?:aloita|avaa|sulje) chat"
    r"|chat on (?:suljettu|auki|kiinni)|kysy chatiss[aä]"
    r"|chatta med oss|(?:start|open|close) chat|miten voin auttaa|hur kan jag hjälpa(?: dig| till)?"
    r"|how can (?:i|we) help(?: you)?|(?:oliko|onko) (?:tästä|tämä) sivu(?:sta)? "
    r"(?:hyötyä|hyödyllinen|apua)(?: sinulle)?|löysitkö etsimäsi"
    r"|hittade du (?:det|vad) du sökte|(?:hade du nytta av|var) den här sidan(?: till nytta)?"
    r"|was this page (?:helpful|useful)"
    r"|näytä kaikki (?:tapahtumat|uutiset|artikkelit)|(?:visa|se) alla (?:evenemang|nyheter)"
    r"|(?:see|view|show) all (?:events|news|posts)|artikkeli jatkuu mainoksen jälkeen",
    PLAYER: r"katso video(?: youtubessa)?|watch (?:on|later)(?: youtube)?|titta på youtube"
    r"|play video|toista video|spela upp(?: video)?|\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d",
    SITE_CONTROLS: r"(?:för )?\d+ (?:vuotta|kuukautta|viikkoa|päivää|år|månader|veckor|dagar|years?"
    r"|months?|weeks?|days?) (?:sitten|sedan|ago)|(?:luettu|läst|read) \d[\d ]* (?:kertaa|gånger"
    r"|times)|avaa tiedosto|öppna filen?|näytä viitetiedot|lisää suosikkeihin"
    r"|lägg till i favoriter|add to favou?rites|koko näyttö"
    r"|helskärm|full ?screen|(?:katseltu|ladattu|visad|nedladdad|viewed) \d[\d ]* (?:kertaa|gånger"
    r"|times)|(?:dokumentin|asiakirjan|dokumentets|document) (?:teksti|text|tiedot|info)"
    r"|(?:sivuja|diat|dioja|sidor|pages|slides): ?\d+|lataa (?:esitys|tiedosto|dokumentti|pdf)"
    r"|ladda ner (?:presentationen|filen)"
    r"|download (?:presentation|document|pdf|file|now)|embed size \(px\)|(?:embed|upota) koodi"
    r"|[\d., ]+ ?(?:näyttökertaa|katselukertaa|latausta|visningar|nedladdningar|views|downloads"
    r"|likes|tykkäystä)|(?:lataukset|latauskertoja|katselukerrat|katselukertoja|nedladdningar"
    r"|visningar|downloads|views):? ?[\d., ]*|\d+ ?(?:/|of|av) ?\d+ (?:diaa|dia|sivua|slides?"
    r"|pages?|sidor|bilder)|(?:slide|dia|bild) \d+ ?(?:of|/|av) ?\d+"
    r"|(?:presentaation|esityksen|presentation(?:ens)?) (?:kuvausteksti|transkriptio|teksti"
    r"|transcript|description|beskrivning)|(?:näytä|visa|show) (?:kaikki|suppeat|laajat|fullständig"
    r"|enkel|full|simple) (?:kuvailutiedot|post|item record)|aloita esitys sivulta|koko: px"
    r"|(?:uploaded|ladattu|uppladdad|lisätty)(?: on| palveluun)? (?:\w+ \d{1,2}, |\d{1,2}\. ?\w+"
    r" ?|\d{1,2}\.)\d{4}"
    r"|(?:(?:tiedostot|tiedosto|avaa|öppna|files?|open|view):? ?)?\S+\.(?:pdf|docx?|pptx?|odt)"
    r" \([\d.,]+ ?[kmg]i?(?:b|t)\)",
}

LOOSE: Words = {
    MENU: r"asukkaalle|yrittäjälle|matkailijalle|för invånare|för företagare|avancerad sökning"
    r"|tarkennettu haku|advanced search|tidigare nummer|aiemmat numerot|etusivu|ajankohtaista"
    r"|uutiset|palvelut|yhteystiedot|ota yhteyttä|tietoa meistä|meistä"
    r"|asiointi|tapahtumat|blogi|blogit|galleria|kuvagalleria|työpaikat|avoimet työpaikat|medialle"
    r"|päätöksenteko|asuminen(?: ja ympäristö)?|vapaa-aika|kasvatus ja koulutus|hyvinvointi"
    r"|sosiaali- ja terveyspalvelut|kulttuuri|matkailu|urheilu|mielipide|kotimaa|ulkomaat|talous"
    r"|sää|näköislehti|asiakaspalvelu|tilaajille|mainostajille|mediatiedot|arkisto|linkit|palaute"
    r"|info|extranet|intranet|verkkokauppa|haku|hae|etsi|julkaisut|hem|startsidan?|aktuellt|nyheter"
    r"|tjänster|kontakt|kontakta oss|om oss|evenemang|blogg|sport|kultur|åsikter|lediga jobb"
    r"|boende och miljö|fostran och utbildning|beslutsfattande|fritid|sök|meny|home|news|services"
    r"|contact(?: us)?|about(?: us)?|events|blog|gallery|careers|search|menu|kirjasto"
    r"|suomi|svenska|english|finska|davvisámegillii|fi|sv|en|selaa(?: kokoelmia)?|bläddra|browse"
    r"|julkaisuajankohdan mukaan|tekijät|nimekkeet|asiasanat|lisää|näytä lisää|visa mer|show more",
    COOKIES: r"salli valitut|kiellä(?: kaikki)?|tillåt(?: alla| urval)?|allow(?: all| selection)?"
    r"|hyväksyn?(?: kaikki)?|hylkää(?: kaikki)?|salli(?: kaikki)?|asetukset|näytä tiedot"
    r"|(?:hallinnoi|muokkaa|hallitse) (?:asetuksia|valintoja)|ok!?|selvä|sulje|välttämättömät"
    r"|tilastot|markkinointi|mieltymykset|godkänn(?: alla)?|avvisa(?: alla)?|neka(?: alla)?"
    r"|inställningar|anpassa|jag förstår|stäng|nödvändiga|accept(?: all)?|reject(?: all)?|decline"
    r"|manage (?:preferences|settings)|settings|got it!?|necessary|i agree|close|lue lisää|läs mer"
    r"|read more|tallenna valinnat|spara val",
    COMMENT_FORM: r"(?:nimi|namn|name|sähköposti(?:osoite)?|e-post(?:adress)?|e-?mail(?: address)?)"
    r" ?\*?|kotisivu|verkkosivusto|webbplats|website|kommentti|kommentar|comment|kommentit"
    r"|kommentarer|comments|kommentoi|kommentera|reply|vastaa|svara",
    NEWSLETTER: r"tilaa(?: nyt)?|syötä osoitteesi|lähetä|skicka|send|submit|prenumerera|subscribe"
    r"|sähköpostiosoite(?:si)?|(?:din )?e-postadress"
    r"|(?:your )?email address",
    SHARING: r"facebook|twitter|linkedin|whatsapp|pinterest|instagram|telegram|reddit|x|youtube"
    r"|flickr|tiktok|snapchat|bluesky|mastodon|sähköposti|e-post|e-?mail|tykkää|gilla|like"
    r"|suosittele|kopioi",
    FOOTER: r"tietosuojaseloste(?:et|t)?|rekisteriseloste|tietosuoja|saavutettavuus|dataskydd"
    r"|dataskyddsbeskrivning|tillgänglighet|respons|privacy|accessibility|cookies|evästeet|kakor"
    r"|terms|disclaimer|vastuuvapaus",
    WIDGET: r"kyllä|ei|ja|nej|yes|no|hei!?|hej!?|hi!?|mainos|annons|advertisement|ilmoitus",
    PLAYER: r"toista|tauko|mykistä|play|pause|mute",
    NAVIGATION: r"edellinen|seuraava|föregående|nästa|previous|next",
    SITE_CONTROLS: r"transkriptio|transkription|transkript|transcript|avskrift|kokoteksti|fulltext"
    r"|full text|save|flag|follow|raportoi|tallenna|spara|rapportera|upota|embed|bädda in|report"
    r"|ilmoita|download|lataa|ladda ner|\d+ ?/ ?\d+|info"
    r"|protected|n/a",
}

LOOSE_LINES: tuple[tuple[str, str], ...] = (
    (
        NAVIGATION,
        r"(?:(?:edellinen|seuraava) (?:artikkeli|kirjoitus|sivu|juttu)"
        r"|(?:föregående|nästa) (?:inlägg|sida|artikel)|(?:previous|next) (?:post|page|article))"
        r"(?:: .{1,100})?",
    ),
    (
        TAGS,
        r"(?:avainsanat|kategoria|aihe|aiheet|teemat|kategori|ämnen?|topics?|keywords): .{1,150}",
    ),
    (
        SITE_CONTROLS,
        r"(?:(?:julkaisun )?pysyvä osoite|permalänk|permanent link|uri|url|kokoelmat|samlingar"
        r"|collections)\b.{0,120}|(?:julkaissut|published by|uploaded by|upplagd av|lisännyt"
        r"|lataaja:|modified|muokattu)"
        r" .{1,60}",
    ),
)
"""Whole lines with a free part, that count only among other furniture."""

HEADS = (
    r"(?:lue|katso) myös|(?:aiheeseen|tähän|artikkeliin|uutiseen|sivuun) liittyv(?:ää|ät?)"
    r"(?: (?:sisältöä?|sisällöt|artikkelit|uutiset|sivut|linkit|julkaisut|blogit|tapahtumat))?"
    r"|samankaltais(?:et|ia) (?:tiedosto(?:t|ja)|esityks(?:et|iä)|julkaisu(?:t|ja)"
    r"|asiakirj(?:at|oja)|artikkeli(?:t|eita))|lisää (?:aiheesta|samasta aiheesta|uutisia"
    r"|artikkeleita|kirjoituksia)|muita (?:uutisia|artikkeleita|kirjoituksia|blogikirjoituksia"
    r"|juttuja)|(?:uusimmat|viimeisimmät|tuoreimmat|luetuimmat|suosituimmat|suositut)"
    r"(?: (?:uutiset|artikkelit|kirjoitukset|jutut|kommentit|blogikirjoitukset))?"
    r"|saatat olla kiinnostunut(?: myös)?|sinua (?:saattaisi|voisi) kiinnostaa(?: myös)?"
    r"|blog(?:iarkisto|in arkisto)|(?:läs|se|kolla) (?:också|även)|mer om (?:ämnet|detta|temat)"
    r"|läs mer om ämnet"
    r"|relatera(?:t|de(?: (?:artiklar|nyheter|dokument|innehåll|sidor|inlägg))?)"
    r"|relevanta dokument|liknande (?:filer|dokument|artiklar|presentationer|inlägg)"
    r"|(?:senaste|mest lästa|populära)(?: (?:inlägg(?:en)?|nytt|nyheter(?:na)?|artiklar"
    r"|kommentarer))?|fler (?:nyheter|artiklar|inlägg)|bloggarkiv|arkiv"
    r"|(?:read|see) also|(?:related|similar|recommended|popular|recent|latest|more)"
    r"(?: (?:posts?|articles?|news|stories|documents?|presentations?|content|pages|links|comments"
    r"|reading))|related|you (?:may|might) also (?:like|be interested in)|most read|blog archive"
    r"|(?:samankaltais\w+|vastaav\w+|muita|muut|lisää|suositel\w+|uusimm\w+"
    r"|(?:aiheeseen )?liittyv\w+)"
    r"(?: \w+)? (?:opinnäyt\w+|julkaisu\w+|jutu\w+|juttuj?a|kirjoituk\w+|teksti?\w*|esityk\w+"
    r"|diaesityk\w+|dokument\w+|aineisto\w+|teoks\w+)|lue seuraavaksi|läs härnäst|read next"
    r"|(?:liknande|andra|fler|rekommenderade|relaterade|tidigare)(?: \w+)? (?:arbeten|uppsatser"
    r"|examensarbeten|avhandlingar|publikationer|dokument|filer|presentationer|artiklar|texter"
    r"|inlägg)"
    r"|(?:related|similar|other|more|recommended)(?: \w+)? (?:theses|papers|works|publications"
    r"|items"
    r"|documents|presentations|articles|files)|(?:andra|muut|others) (?:läste|lukivat|read)"
    r"(?: också| myös| also)?"
    r"|tapahtumakalenteri|evenemangskalender|calendar of events|event calendar"
)
"""What heads a list of other pages."""

_TAGGED = (
    r"(?:kategoriat|tunnisteet|tagit|kategorier|etiketter|taggar|categories|tags|labels"
    r"|posted in|filed under)"
)

LINES: tuple[tuple[str, str], ...] = (
    (
        COOKIES,
        r"käyt\w+ (?:[\wåäö]+ ){0,3}evästeitä|evästeitä (?:ja|käytetään)"
        r"|använd\w+ (?:\w+ ){0,3}(?:kakor|cookies)|us(?:es|e|ing) cookies"
        r"|käsittelemme henkilötieto\w+ .*(?:mainon|kohden)|personal data .* advertis"
        r"|(?:muuttaa|perua|vaihtaa) (?:suostumu\w+|valinto\w+|evästevalinto\w+) (?:milloin|koska)"
        r"|ändra (?:dina val|ditt samtycke)|change your (?:settings|consent|preferences)",
    ),
    (
        COMMENT_FORM,
        r"sähköpostiosoitettasi ei julkaista|din e-postadress (?:kommer inte|publiceras inte)"
        r"|your email address will not be published|akismet|tallenna nimeni.*(?:selai|kommen)"
        r"|spara mitt namn.*(?:webbläs|komment)|save my name.*browser|bloggaa tästä",
    ),
    (
        NEWSLETTER,
        r"(?:uutis\w+|viestit|ilmoitukset|kirjeen?) (?:\w+ ){0,2}sähköpostiisi"
        r"|nyheter(?:na)? (?:\w+ ){0,2}(?:till din e-post|i din inkorg)"
        r"|(?:news|updates|posts) (?:\w+ ){0,2}(?:by email|to your inbox)",
    ),
    (
        WIDGET,
        r"selaimesi ei tue|din webbläsare (?:stöder|stödjer) inte|your browser does not support"
        r"|(?:ota|kytke) javascript|enable javascript|aktivera javascript|vaatii javascriptin",
    ),
    (
        FOOTER,
        r"^(?:©|\(c\)|copyright\b).*(?:rights reserved|oikeudet pidätetään|förbehåll)"
        r"|^(?:palvelun tarjoaa|sivuston ylläpito|webbplatsen upprätthålls av|powered by) .{1,60}$",
    ),
    (NEWSLETTER, r"^(?:lue koko (?:juttu|artikkeli)|läs hela artikeln|read the full) .{1,60}$"),
    (TAGS, rf"^{_TAGGED}: .{{1,150}}$"),
    (RELATED, rf"^(?:{HEADS}): .{{1,200}}$"),
    (SITE_CONTROLS, r'^(?:download|lataa|ladda ner) ["”“].*["”“]$'),
)
"""Sentences and lines with free parts, looked for in a line; a sentence about the matter itself,
that pages tell of to their readers, is in other words."""

SITE_TALK = re.compile(
    r"kävijöi|sivustom|kiell|tilaaja|tilaamalla|tilaus|uutiskirj|käyttöehdo|kirjaudu|sähköpost"
    r"|käyttäjätunnu|salasana|selaime|tunnukse|nyhetsbrev|prenumer|logga in|e-post|lösenord"
    r"|webbläsare|användarvillkor|newsletter|subscri|log in|sign in|e-?mail|password|browser"
    r"|terms of|eväst|suostumu|valinto|kävijä|kohdennet|mainon|tilasto|välttämättöm|hyväksy"
    r"|hylätä|asetuk"
    r"|yksityisyy|selaam|verkkosiv|sivusto|kumppan|kakor|cookie|samtyck|webbplats|godkänn"
    r"|nödvändig|besökar|annons|integritet|inställning|consent|website|browsing|privacy|partners"
    r"|preferences|necessary|advertis",
    re.IGNORECASE,
)
"""What a site says of itself to its reader, of consent above all; one such word alone is no
notice, nor is such a sentence that stands by itself."""

CONTACT = re.compile(
    r"(?:(?:puh(?:elin)?|tel|tfn|vaihde|växel|faksi|fax|phone)\b\.?:? ?)?[+(]?\d[\d ()-]{6,}"
    r"|[\w .:-]{0,40}(?:katu|tie|kuja|polku|tori|aukio|ranta|raitti|gatan?|vägen|stigen|torget"
    r"|gränden|street|road) \d{1,4} ?\w?(?:, .{2,40})?|(?:.{3,50}, )?\d{5} [A-ZÅÄÖ][\w -]{2,30}"
    r"|(?:pl|pb|po box) \d+.{0,50}|(?:[\w.+-]+@|[\w.+-]+\(at\))[\w.-]+|www\.\S+"
    r"|(?:avoinna|aukiolo(?:ajat)?|öppet(?:tider)?|open(?:ing hours)?)\b.{0,60}"
    r"|(?:ma|må|mån|mon)(?:\.| ?[–-] ?)\S+ .{3,30}|(?:y-tunnus|fo-nummer|business id)\b.{0,30}"
    r"|[A-ZÅÄÖ][\w -]{2,40}(?:kaupunki|kunta|stad|kommun|hyvinvointialue|city| ry| rf| oy| ab)"
    r"|(?:©|\(c\)|copyright\b).{0,120}",
    re.IGNORECASE,
)
"""Lines of an address, and the mark of rights: furniture where they stand in a site's footer."""
