/** What German phrases threaten with a court or an authority, in the notation of pattern.ts. */
export const legalOrRegulator: readonly string[] = [
  '! wecker/nicht_beklagen/kann_nicht_klagen/nicht_meckern/stellenanzeige/zeitungsanzeige',
  // A lawyer.
  '{lawyer} hören/hör/melden/meldet/schreiben/schreibt/schreib/einschalten/eingeschaltet/' +
    'einzuschalten/nehmen/nehme/nehm/beauftragen/beauftragt/beauftrage/rät/übergeben/übergebe/' +
    'kontakt/gesprochen/weitergeben/klagen/brief/post/wenden/informieren/informiert/kümmer*/' +
    'übernimmt/regelt/regeln/freut/freuen/=anders/vertreten/fordert/droht/macht/machen/setzt/' +
    'kontaktieren/kontaktiert/besprechen/bekommen/erklären/sieht/prüfen_lassen/dran/vorbereiten/' +
    'bereiten/bereitet/entscheiden/=klären/=klärt/antworten/antwortet/weiß/gehen/geht/gehe/geh/' +
    'einen/anrufen/ruft ! entwurf/anmerkung/anmerkungen/klausel/freigabe/freigegeben/' +
    'durchgesehen/gegengelesen/liest/prüft_den/prüft_noch/prüft_gerade/in_ordnung/okay/passt/' +
    'av-vertrag/datenschutzvertrag/vertragsentwurf/fassung/vertrag_prüfen/seminar/drucker/' +
    'unterlagen ! empfohlen/empfehlung/notar ! arbeite/arbeiten ! =sind_eine/=bin ! von_beruf/' +
    'kostet/kosten/kennt_das/kunde ! =wenn_ein',
  'hören/hör/post/brief/schreiben/einschalten/schalte/schalt/nehmen/nehme/nehm/beauftragen/' +
    'beauftrage/wenden/wende/gehen/gehe/geh/geht/übergebe/übergeben/gebe/geb/spreche/rede/red/' +
    'hole/hol/holen/ruf/rufe/kontaktiere/schicke/schick/lasse/lass/landet/liegt/liegen/kommt/' +
    'frage/frag/sehen/sitze/sitzt/melden/meldet/steht {lawyer} ! entwurf/anmerkung/anmerkungen/' +
    'klausel/freigabe/gegengelesen/passt/in_ordnung/seminar/notar/empfohlen ! kostet/kosten/' +
    'unterlagen/beruf ! muss_ich_noch/vertrag_vorlegen/muss_erst',
  '{lawyer} =ein/=einschalten/=her & schalte/schalt/schalten/muss/nehme/nehm',
  'kanzlei/anwalt/anwälte meldet/melden/post/brief/schreiben',
  '{own} {lawyer} wird/werden/dann/jetzt/soll/sagt ! entwurf/anmerkung/anmerkungen/klausel/' +
    'freigabe/liest/durchgesehen/passt/okay/unterlagen/prüft/vertrag_noch/drucker ! {own}_eltern',
  '{own} rechtsschutz/rechtsschutzversicherung ! kostet/kosten/abschließen/laufzeit/=verlängern/' +
    'tarif/beitrag/wechseln',
  'anwaltlich/anwaltliche/anwaltlichen/anwaltsschreiben/anwaltskosten ! anwaltliche_tätigkeit/' +
    'empfohlen/berufs*',
  // A court.
  '=vor/=vors/=zum/=beim/=ans =gericht/=kadi ! gerichtshof/schmeckt/lecker/essen/heißes/kantine',
  '=gericht/gerichte/amtsgericht/landgericht/arbeitsgericht/=richter/=richterin sehen/wieder/' +
    'ziehen/landen/treffen/=klären/entscheiden/durchsetzen/gehen/erklären ! essen/kantine/straße/' +
    'ecke/gegenüber',
  'sehen/seh/treffen/=klären/ziehen/wieder =vor/=beim/=dem =gericht/=richter',
  'gerichtlich/gerichtliche/gerichtlichen/gerichtsverfahren/gerichtstermin ! zugestellt_bekommen',
  'verklage/verklagen/verklag/einklagen/einklage/klage_ein/sammelklage ! meinen/meine/mein ! ' +
    'nicht ! uns_verklagt',
  '=eine/=ne/=die/=zur/=mit/=einer/=unsere klage ! klagelied',
  '=ich/=wir/=dann/werde/werden/=würde/will/notfalls klage/klagen ! über/rücken/schmerzen/nicht/' +
    'niemand/leute/mitarbeiter*/kunden_klagen ! kann',
  'durch =alle instanzen',
  'erstatte/erstatten/stelle/stellen/stell/mache/mach/gibt/kommt/folgt/kriegen/bekommen/raus/' +
    'droht anzeige/strafanzeige ! stellenanzeige/display/bildschirm/zeitung/facebook/gestohlen/' +
    'geklaut/gestohlene ! {own}_anzeige ! laptop/handy/geldbeutel/portemonnaie/karte ! schalten/' +
    'schalte ! habe_=schon',
  'strafanzeige/strafantrag/betrugsanzeige ! gestohlen/geklaut/laptop/handy/karte',
  'zeige/zeig/zeigen an ! ihnen_an_wie/bildschirm/tabelle/display/=muster/wie',
  '=sie/=euch/=dich/=das/=den/=laden =anzeigen ! bildschirm/spalte/liste/karte/=kalender/' +
    'lassen_sie',
  'anzeigen/anzeige polizei/staatsanwalt* ! gestohlen/geklaut/laptop/handy/karte/konto/' +
    '{own}_anzeige',
  '=zur/=mit/=die/=der polizei =geh/=gehe/=gehen/=damit/=einschalten/=melden/=hole/=rufe ! ' +
    'gestohlen/geklaut/laptop/handy/karte/konto/arbeite/gehackt/einbruch/=war',
  'geh/gehe/gehen/ruf/rufe/hole =zur/=die/=damit polizei ! gestohlen/geklaut/laptop/handy/karte/' +
    'konto/gehackt/einbruch',
  // An authority.
  '{weak_regulator} melden/melde/meld/beschwer*/wende/wenden/einschalten/informieren/informiere/' +
    'anzeigen/anzeige/schreiben/schreibe/anschauen/interessiert/interessieren/freuen/freut/liegt/' +
    'landet/erfahren/prüfen ! {own}_datenschutzbeauftrag* ! müssen_wir/wir_müssen/meldepflicht*/' +
    'gestohlen/geklaut/betriebs* ! frage !2 =unser/=unsere/=unserem/=interner',
  'melde/melden/meld/beschwer*/wende/wenden/schalte/schicke/schick/gehe/geh/geht/liegt/landet/' +
    'informiere/gebe/sage/hetze {weak_regulator} ! müssen_wir/wir_müssen/meldepflicht*/gestohlen/' +
    'geklaut/gehackt/frage ! urlaub !2 =unser/=unsere/=unserem/=unseren',
  'beschwerde/beschweren/beschwere landesbeauf*/datenschutz*/aufsicht*/behörde/amt/ministerium/' +
    'kammer/verband/stelle_für',
  // The law.
  'rechtlich/rechtliche/rechtlichen/juristisch/juristische/juristischen schritt/schritte/' +
    'schritten/vorgehen/konsequenzen/mittel/mitteln/=wege/=weg/wehren/handhabe/geltend/folgen/' +
    'durchsetzen/nachspiel/beistand/prüfen/=klären/verfolgen ! abgesichert/' +
    'rechtliche_prüfung_ihrer/produkt/beraten ! =wie_ist',
  'juristisch/rechtlich =gegen/=dagegen sie/euch/vorgehen/vor',
  'rechtsweg/rechtsmittel/einstweilige/abmahnung/abmahnen/abgemahnt/unterlassungs*/schadenersatz/' +
    'schadensersatz/schadenersatz*/schadensersatz*/schmerzensgeld/mahnbescheid/rechtsverletzung ' +
    '! hatten/damals/mal_einen/versicherung_deckt/abgedeckt/mitversichert ! haben_wir_bekommen/' +
    'gegen_uns',
  'rechtsstreit ! hatten/hatte/damals/mal/einmal/lieferant*',
  'rechtswidrig/gesetzwidrig/gesetzeswidrig/strafbar/sittenwidrig/vertragsbruch/' +
    'vertragsverletzung/arglistig*/ordnungswidrig ! =wäre_das/=ist_es ! damit_wir',
  'illegal ! =wäre_das/=ist_das_illegal/=ist_das_nicht/download*/streaming ! damit_wir_nicht',
  '=das/=reiner/=glatter/=klarer/=schlicht/=einfach/=doch/=ja =ist/=nenne/=grenzt/=an/=nenn ' +
    '=doch/=ja/=schlicht/=glatter/=reiner/=einfach/=klarer/=für/=an/=nur/=mich/=ich/=betrug ' +
    '=betrug/nötigung/=wucher/diebstahl/erpressung/arglist/abzocke_und ! mail/klicken/klickt/' +
    'absender/karte/konto/hacker/anruf/paket/nachricht/sms',
  'verstoß/verstößt/verstoßen/verstoßt =gegen =gesetz/=gesetze/dsgvo/datenschutz/vertrag/=recht/' +
    'vereinbarung/vorschrift/vorschriften/bdsg/agb/paragraf* ! =damit/=nicht',
  'dsgvo beschwerde/verstoß/verletzt/bußgeld/verletzung/auskunft/verstöße ! vermeiden/schutz_vor/' +
    'schulung',
  'gesetzlich/=gesetz/=gesetze/=recht verboten/brechen/gebrochen/verletzt/verstoß/untersagt ! ' +
    'damit',
  'verboten =ist/=das/=per/=laut =gesetz/gesetzlich ! =ist_das_verboten',
  'haftbar/haftung/verantwortlich/regresspflichtig/regress machen/ziehen/nehmen/genommen/mache/' +
    'halte/stelle ! wer_ist/ansprechpartner ! begrenzt',
  'machen/mache/mach/halten/nehmen/nehme haftbar/haftung/regress',
  '=sie/=ihr haften/haftet =mir/=uns/=für/=dafür/=persönlich ! =wie/=bis',
  'beschwerde =offiziell/=förmlich/=formell einreichen/einlegen/offiziell/förmlich/formell ! ' +
    'intern',
  'offizielle/förmliche/formelle beschwerde',
  'frist/fristen/nachfrist =gesetzt/=setze/=verstrichen/=abgelaufen/=letzte gesetzt/setze/' +
    'verstrichen ! test*/{own}_frist ! widerruf*',
  'setze/=setz/setzen/gesetzt frist/nachfrist',
  'rechtliche/rechtlichen/weitere schritte vorbehalten/vor/einleiten/einzuleiten ! planen/' +
    '=nächste_woche ! wir_sehen',
  '{own} =gutes =recht/=rechte durchsetzen/pochen/geltend/einfordern/wahrnehmen',
  // The press.
  '=zur/=an/=die/=der/=den/=ans/=zum/=bei presse/medien/zeitung/fernsehen/öffentlichkeit/' +
    'journalist*/redaktion gehen/gehe/geh/wenden/informieren/einschalten/geben/gebe/geb/' +
    'interessier*/schicken/freuen/freut/stecke/erzähle ! pressemitteilung/presseabteilung/' +
    'anzeige/werbung/gelesen',
  'gehe/geh/gehen/geb/gebe/wende/erzähle/schicke/stecke/melde presse/medien/zeitung/fernsehen/' +
    'öffentlichkeit/redaktion/rtl ! pressemitteilung/anzeige',
  // More ways of saying it.
  '=klären/=klärt/regeln/regelt/entscheiden/machen/macht {lawyer} ! entwurf/klausel',
  'muss/soll/wird/werden/sollen/lasse/lass =richter/=gericht ! gekocht/essen',
  'kriegen/kriegt/kriegst/bekommen/bekommt =sie/=ihr/=du =bald/=dann/=noch/=von/=demnächst post/' +
    'schreiben ! paket/newsletter/katalog/karte/einladung ! =wann',
  '~=ist/=is =doch/=ja/=wohl/=so/=gar/=sicher/=nicht/=das =nicht + erlaubt/zulässig/=rechtens/' +
    'legal/gesetzeskonform ! =damit/parken/hunde/kinder/grillen ! =wenn',
  '=sie/=ihr/=das/=ja/=ist/=wie/=schon nötigung/erpressung/=wucher/täuschung/=betrug/' +
    'unterschlagung ! mail/klick*/absender/karte/konto/anruf/paket/sms/schutz/versicherung/kein/' +
    'erkennt/=wenn',
  'fristsetzung',
  '=dafür/=sie/=ihr/=da haften/haftet ! kleb*/farbe',
  'bring/bringe/geh/gehe/trage =fernsehen/=presse/=zeitung/=öffentlichkeit/=radio/=medien',
  'tochter/sohn/schwager/schwägerin/bruder/schwester/frau/mann/freund/freundin/nachbar/onkel/' +
    'cousin ist anwalt/anwältin/jurist/juristin/=richter/richterin/rechtsanwalt/rechtsanwältin ! ' +
    'drucker/urlaub/zufrieden/spitze & kümmert/macht/schaut/angeschaut/angesehen/sagt/=meint/' +
    'regelt/übernimmt/wird/dann/gesagt',
  '=sehen/=sieht =wir/=man =uns/=dann =in/=vor/=beim karlsruhe/strasbourg/=gericht/=richter',
  // In passing, and shorter.
  '{lawyer} & =dann/=eben/=halt/=damit/=ihnen/=euch/=jetzt/=sofort/klage*/brief/frist/=notfalls/' +
    '=bereits/=schon/=weiter/=übergeben/informiert/eingeschaltet ! entwurf/anmerkung*/klausel/' +
    'freigabe/freigegeben/durchgesehen/gegengelesen/liest/=prüft/in_ordnung/=okay/=passt/' +
    'datenschutzvertrag/seminar/drucker/unterlagen/empfohlen/empfehlung/notar/arbeite/arbeiten/' +
    'beruf/=kostet/=kosten/kunde/=bin/=sind/studiert/{own}_tochter/termin_bei/software/akten/' +
    'anwaltszimmer/lizenz/mandanten/vertrag_an/vertrag_noch/vertrag_schon',
  '=mach/=mache/=machen/=bring/=bringe/=stelle =publik/=öffentlich/=online ! website/kalender/' +
    'profil/dokument/freigabe',
  '=bei/=dem/=den/=der/=beim/=zum mieterbund/mieterverein/verbraucherbund/datenschutz/' +
    'ministerium/stiftung_warentest/landratsamt/gesundheitsamt/bürgermeister melden/meld/melde/' +
    'beschwer*/gehen/geh/weiß/wenden/anzeigen ! pflicht/{own}',
  'meld/melde/melden/beschwer*/gehe/geh/wende .. mieterbund/mieterverein/verbraucherbund/' +
    'datenschutz/ministerium/landratsamt/amt ! pflicht/umzug/urlaub/{own}',
  'mieterbund/mieterverein/verbraucherbund weiß/meldet/bescheid/schreibt/eingeschaltet/sagt',
  '*rechtswidrig/*wettbewerbswidrig/*vertragswidrig/*gesetzeswidrig/*sittenwidrig/*rechtswidrige/' +
    '*wettbewerbswidrige ! damit',
  'mahnverfahren/klageverfahren/schlichtungsverfahren/gerichtsverfahren/ermittlungsverfahren/' +
    'bußgeldverfahren/beweisverfahren ! software/automatisch',
  '=hol/=hole/=bekomme/=krieg/=kriege/=verlange/=fordere .. =mein/=unser + =recht',
  '=sie/=ihr =brechen/=brecht/=verletzen/=verletzt/=verstoßen/=verstoßt .. vertrag/=recht/' +
    '=gesetz/vereinbarung/=gegen',
  '~=steht/=stehts/=sagt/=laut =im/=das/=so/=nicht .. =gesetz/bgb/=gesetzbuch & =sie/=ihr/' +
    '=wissen/=anders/=genau/=mir/=zu ! aufbewahrung ! was',
  '=lass/=lasse/=lassen =ich/=wir/=das .. =prüfen ! =mal_intern/gerät/auto/heizung/it_abteilung ' +
    '& =dann/ärger/rechtlich/juristisch/anwalt & =sie/=ärger/rechtlich/juristisch',
  'amt/behörde/gericht/ministerium =hat/=gibt =mir/=uns .. =recht/bestätigt',
  '=dann =droht/=gibt/=kommt .. klage/anzeige/verfahren/strafe ! geldstrafe_für_mich',
  '~=rechtlich/=juristisch =nicht/=nie/=höchst/=mehr/=überhaupt + haltbar/fragwürdig/zulässig/' +
    'tragbar/sauber/=okay/=in_ordnung',
];
