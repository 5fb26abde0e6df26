/** What German phrases say that the customer is about to leave, in the notation of pattern.ts. */
export const threatensToCancel: readonly string[] = [
  '! termin/buchungstermin/abendessen/präsentation/arzt/telefonat',
  // To give notice.
  'kündige/kündigen/kündigung/gekündigt fristlos/sofort/schriftlich/bestätigen/bestätigt/raus/' +
    'vorliegen/eingereicht/einreichen/abgeschickt/geschickt ! alten/alte/altem ! mitarbeiter*/' +
    'kolleg* ! selbst_machen',
  'fristlos/fristgerecht/hiermit/vorzeitig/außerordentlich kündige/kündigen/kündigung ! ' +
    'mitarbeiter*/kolleg* ! alten',
  '=die/=meine/=unsere/=eine kündigung =ist/=geht/=liegt/=kommt/=schicke/=schick/=kriegen/' +
    '=bekommen/=haben/=schon/=fertig/=heute/=morgen/=raus/=schreibe raus/=schon/heute/morgen/' +
    'fertig/post/sie/ihnen/ihr/tisch/schrank/rein ! mitarbeiter*/kolleg* ! alten/altem ! =wie',
  'schicke/schick/schicken/schreibe/schreib/brauche/brauch/möchte/will/einreichen/akzeptieren/' +
    'nehmen/bestätigen/bestätigung/formular kündigung/kündigungsformular/kündigungsschreiben/' +
    'kündigungsbestätigung/kündigungsadresse/sonderkündigung ! mitarbeiter*/kolleg* ! alten/altem',
  'kündigungsformular/kündigungsschreiben/kündigungsbestätigung/sonderkündigungsrecht/' +
    'sonderkündigung ! alten',
  '=wie/=wo/=wohin kann/komme/muss/müsste/kündige/kündigen =ich/=wir/=man kündigen/kündige/' +
    'kündigung/raus/rauskommen/aussteigen ! alten/gebäude/parkhaus/menü/ansicht/hof',
  'kündige/kündigen/kündigung {bond}/ihnen/euch !3 =nicht ! alten/alte/altem/stromanbieter ! ' +
    'wie_ist/wie_sind/wie_=lange ! mitarbeiter* ! müssten_wir/nachbar*',
  '{bond} kündige/kündigen/gekündigt/kündigung !3 =nicht ! alten/alte/altem/stromanbieter/' +
    'vorherigen ! wie_ist/wie_sind/wie_=lange/jederzeit ! nachbar*',
  // To end the agreement.
  '{finish}/beendigung {bond} ! alten/altem/alte/stromanbieter/teillieferung ! nachbar*',
  'lasse/lassen/lass {bond} auslaufen',
  '{bond} auslaufen lassen/lasse',
  '{bond}/konto/account/kundenkonto/profil löschen/gelöscht/schließen/geschlossen/dichtmachen/zu/' +
    'zumachen =und/=ich/=will/=bitte/=sofort/=komplett/=machen & will/möchte/bitte/sofort/sie/' +
    'nichts_mehr ! alte/alten/doppelte/dublette/adresse/testkonto/=muster ! =offen',
  'löschen/schließen sie =bitte/=mal mein/meinen/unser/unseren/das konto/account/kundenkonto/' +
    'zugang/profil ! alte/alten/testkonto',
  'aus =dem/=diesem/=unserem/=der/=eurem/=ihrem vertrag/verträgen/abo/vereinbarung/lizenz/nummer/' +
    'sache/=geschichte/laden raus/aussteigen/rauskommen/herauskommen/heraus ! klausel/zitat/seite',
  'raus/aussteigen/rauskommen/herauskommen aus =dem/=diesem/=unserem/=der/=eurem/=ihrem vertrag/' +
    'verträgen/abo/vereinbarung/nummer/sache',
  'komme/komm/kommen =ich/=wir raus/wieder_raus/heraus ! parkhaus/menü/ansicht/fenster/gebäude',
  // Not to go on.
  'nicht/keine/kein/nie/nimmer =verlängern/=verlängert/=verlängerung/weiterführen/fortführen/' +
    'fortzuführen/fortsetzen/fortgesetzt/fortzusetzen/weiterzuführen/erneuern/=verlängere/' +
    'zu_verlängern ! automatisch/problem/sorge/garantie/akku/arbeitszeit/frist_nicht',
  '{bond} =verlängern/=verlängere/=verlängert/fortsetzen/weiterführen nicht/nimmer ! =sicher/' +
    'automatisch',
  '=verlängern/=verlängere/fortsetzen/=verlängerung =nicht/=nimmer/=definitiv ! =sicher/' +
    'automatisch',
  'nicht/so =mit/=so =ihnen/=euch/=nicht/=nicht_mehr weitermachen/weiterarbeiten/weitergehen/' +
    'zusammenarbeiten ! heute/telefon',
  '=so =mache/=machen/=arbeite/=arbeiten =ich/=wir =nicht/=nimmer weiter/mit',
  '=so/=das =hat/=macht/=sehe/=sehen =ich/=keinen/=keine/=die/=für/=uns/=wir sinn/zukunft/' +
    'grundlage/perspektive !2 =dir/=mir =zu_reden & zusammenarbeit/ihnen/euch/mehr/zukunft/' +
    'grundlage',
  'keine/=ohne grundlage/zukunft/basis/perspektive =mehr/=für/=gemeinsame zusammenarbeit/mehr/' +
    'ihnen/euch/uns ! rechtsgrundlage/datenbasis',
  // To go elsewhere.
  'wechseln/wechsle/wechsel/wechsele/umsteigen/abwandern/abspringen/weggehen/gehen/gehe/geh/' +
    'umziehen/umzuziehen/ziehen/wandern/versuchen/kaufen/kaufe/kauf/bestellen/bestelle/hole/' +
    'holen/suche/suchen/unterschreiben/unterschreibe/probieren {elsewhere} ! daten/' +
    'system_zu_system/termin/tisch/essen/raum/leitung',
  '{elsewhere} wechseln/wechsle/wechsel/umsteigen/gehen/gehe/kaufen/kaufe/bestellen/bestelle/' +
    'hole/holen/suche/suchen/umsehen/umschauen/vergeben/umgesehen/umziehen/umzuziehen/' +
    'unterschreiben/abschließen/versuchen ! essen/raum/leitung/tisch',
  'dann/=halt/eben/lieber/künftig/zukünftig/=nächstes_mal/=nächste_mal woanders/anderswo/' +
    'anderweitig/woandershin/jemand_=anders/zur_konkurrenz ! liegt/steht/parke*/essen/termin',
  'auftrag/aufträge/projekt/auftragsvergabe =kriegt/=bekommt/=geht/=vergeben/=geben =dann/=wir/' +
    '=jemand/=an/=wer/=ein {elsewhere}/=anders/=andere/=anderen',
  'anbieter/lieferanten/dienstleister/versicherung/hausbank/partner/händler/werkstatt wechseln/' +
    'wechsle/wechsel/gewechselt ! vom_alten/alten/hatten/damals/{own}_kunden',
  'wechsel/wechseln/wechsle anbieter/lieferanten/dienstleister/versicherung/bank/partner/' +
    'anbieters ! alten/hatten/damals',
  'gehe/gehen/geh/wechseln/wechsle/wechsel/umsteigen/zurück =zu/=zur/=zum {brand} ! einkaufen/' +
    'termin',
  '=zu/=zur/=zum {brand} gehe/gehen/geh/wechseln/wechsle/wechsel/zurück/umsteigen ! einkaufen/' +
    'termin',
  'dann/sonst/auch/da geh/gehe/gehen hin/rüber/drüben/woanders/=denen ! kantine/messe/termin/' +
    'laden',
  'schauen/schaue/schau/sehen/sehe/seh/suchen/suche/such/gucken/gucke/guck =uns/=mich/=wir/=ich/' +
    '=gerade/=schon/=nach/=jetzt/=mal/=woanders/=bereits =nach/=woanders/=anderweitig/=um/' +
    '=anderen/=anderem/=etwas/=was/=einem/=ihr/=mich/=uns/=neuen um/umzusehen/alternative/' +
    'alternativen/woanders/anderweitig/anderswo/anbieter/=anderem/=anderen ! seite/webseite/' +
    'website/laden/shop/wohnung/=haus/katalog/kollegen/mitarbeiter*/sortiment/farbe/büro/' +
    'ausstellung',
  'umschauen/umsehen/umgucken/umgeschaut/umgesehen/umzusehen/umzuschauen & =anderen/=anderem/' +
    '=andere/woanders/anderweitig/alternative/alternativen/anbieter/partner/lieferant*/' +
    'dienstleister/markt/=neuen ! wohnung/=haus/kollegen/mitarbeiter*/farbe/büro',
  'suchen/suche/sucht/such =anderen/=anderem/=anderes/ersatz/alternative/alternativen/' +
    '=neuen_anbieter/=neuen_partner/=neuen_lieferanten ! kollegen/mitarbeiter*/farbe/ersatzteil*/' +
    'termin/=weg/namen',
  'alles/komplett/daten/verträge/konten/nummer/rufnummer umziehen/umzuziehen/rüberziehen/rüber/' +
    'mitnehmen/um & konkurrenz/=anderen/anbieter/dienstleister/{brand}',
  'ziehen/ziehe/zieh =anderen/konkurrenz/{brand} um/rüber',
  // To be gone.
  '=ich/=i/=wir/=dann/=mich/=uns =bin/=sind/=wäre/=wären/=dann/=definitiv/=auch/=endgültig =wir/' +
    '=ich/=dann/=zum/=ab/=weg/=raus =weg/raus/draußen ! urlaub/gleich/kurz/übermorgen/=haus/büro/' +
    'tür/zug/platz/feierabend/wochenende/mittag/alter/pause/unterwegs ! =weg_vom !2 =muss/müssen',
  '=bin/=sind =ich/=wir =weg/=raus/=fort ! urlaub/gleich/kurz/=haus/büro/feierabend/wochenende/' +
    'mittag/pause',
  'steigen/steige/steig =wir/=ich aus/um ! papier/digital/excel/aufzug/zug/bus/auto/haltestelle/' +
    'fahrrad',
  '=wir/=ich + =steigen/=steige/=steig + =aus ! =wo/zug/bus/auto/hier_aus',
  'springen/springe/spring =wir/=ich =dann ab',
  'absprung/rückzieher/reißleine/schlussstrich ! mitarbeiter*',
  'aussteigen/abspringen/abwandern/auszusteigen/abzuspringen ! =wo/hier_aussteigen/zug/bus/auto/' +
    'aufzug/fahrrad',
  'trennen/trenne/verabschieden/trennt/getrennt von/ihnen/ihrer/euch/eurem/=wege ! daten/tabelle/' +
    'leitung/frau/mann/müll/netz/leitung',
  '=von ihnen/euch trennen/zu_trennen/verabschieden',
  '=wars/=war =mit/=das/=für uns/ihnen/euch/zusammenarbeit/geschäft/kunde ! ' +
    'letzte_mal_mit_ihnen_telefoniert',
  '=wars/=war =das/=es =dann/=jetzt =mit/=für uns/ihnen/euch/mich ! problem/frage/thema',
  'letzte/letztes mal bestellt/gekauft/bestelle/kaufe/kunde/auftrag/gebucht/geschäft/=gewesen/' +
    'zusammenarbeit & =dass/=das/=war/=wars ! habe_ich_letztes',
  'nie/nimmer wieder/mehr bestelle/bestell/kaufe/kauf/buche/kunde/ihnen/euch/dem_laden/auftrag/' +
    'geschäft',
  'keinen/nicht weiteren/=länger/mehr auftrag/aufträge/kunde/kunden/geschäft/geschäfte uns/mir/' +
    'ihnen/euch ! haben_wir ! muss',
  'kunde/kundin/kunden die_=längste_zeit/=gewesen/verloren/=los/weniger ! {own}_kunden/' +
    'wir_verlieren/haben_wir',
  'verlieren/verlieren_sie/verliert/=los/verloren als_kunden/als_kunde/als_kundin/' +
    'als_kunden_=los/=guten_kunden/treuen_kunden/stammkunden/kunden ! wir_verlieren/haben_wir/' +
    '{own}',
  '=mich/=uns =als kunde/kunden/kundin =los/verloren/verlieren/gesehen/=weg',
  '=ohne =sie/=euch planen/weiter/weitermachen/weiterarbeiten/stattfinden ! hätte/geschafft ! ' +
    'ging_es_nicht',
  'planen/geht_es/weiter/machen =wir/=ab/=nächstes/=es ohne_sie/ohne_euch',
  'fertig/durch =mit ihnen/euch/diesem_laden/dem_laden/ihrer_firma/dem_verein/ihrem_laden/' +
    'eurem_laden ! gespräch',
  '=mit ihnen/euch =bin/=sind =ich/=wir fertig/durch',
  'genug/schnauze_voll/nase_voll/satt =von/=ihnen/=euch/=diesem/=ihrem ihnen/euch/laden/verein/' +
    'firma/saftladen/service',
  'nichts mehr zu_tun =haben/=mit ! adresse/abteilung',
  // It is over.
  'ist/=wäre/=war/mache/machen/gibt/dann schluss =mit/=für/=jetzt/=dann/=ist/=bei ! für_heute/' +
    'am_schluss/feierabend/uhr/gleich/schule/langsam/müssen_wir/prozent/mir_schluss ! ' +
    'mache_ich_schluss_für',
  '=ist schluss ! für_heute/feierabend/uhr/gleich/schule/prozent ! bei_mir',
  '*ende/jahresende/quartalsende/monatsende/januar/ersten schluss ! für_heute',
  'schluss =ist/=wäre/=machen/=für/=jetzt =mit/=für/=uns ihnen/euch/uns/zusammenarbeit/vertrag ! ' +
    'für_heute',
  'machen/mache/ist schluss =mit/=für/=jetzt ihnen/uns/mich/zusammenarbeit/euch ! für_heute',
  'endgültig/definitiv vorbei/raus/gelaufen/erledigt/schluss ! problem',
  'ziehen/ziehe/zieht/zieh reißleine/schlussstrich/konsequenzen ! aus_der_=dose/router/gerät/' +
    'steckdose',
  'letzte tropfen',
  'fass überlaufen/zum_überlaufen',
  'vertrauen verloren/=weg/dahin/zerstört/futsch',
  // Their things and their money back.
  '=sie/=ihr/=können/=könnt =ihren/=ihr/=ihre/=euren/=euer/=eure/=den/=das/=die behalten ! ' +
    'können_wir/darf/kann_ich/können_wir_das',
  'holen/holt/hol =sie/=ihr/=mal ihren/ihr/ihre/euren/euer/eure/den/das/die wieder/zurück/ab & ' +
    'ab/zurück/wieder & =nicht_mehr/=nimmer/will/brauche/sofort/behalten ! paket/lieferung_abholen',
  'zahlungen/zahlung/lastschrift/lastschriften/einzugsermächtigung/dauerauftrag/sepa/abbuchung/' +
    'abbuchungen/beitrag einstellen/stoppen/widerrufen/zurückbuchen/entziehen/entziehe/widerrufe/' +
    'stornieren/zurückholen/stoppe ! falsche/nicht_ich',
  'keinen/nicht/nichts =cent/=mehr/=einen/=euro mehr zahlen/zahle/abbuchen/überweise/bezahle/' +
    'kriegen/sehen',
  'zahle/zahlen/bezahle/überweise =ich/=wir/=nicht/=ihnen/=keinen/=nichts keinen/nicht/nichts/' +
    'cent mehr/cent ! muss',
  'widerrufe/widerrufen/widerruf =ich/=hiermit/=den/=meine/=einlegen/=vom/=das vertrag/' +
    'bestellung/auftrag/kauf/einlegen/gebrauch/hiermit/ich ! =wie_=lange',
  'gebrauch =davon/=machen/=vom/=von widerruf*/sonderkündigung*/kündigungsrecht/machen & dann/' +
    'davon',
  // Not wanted any more.
  'nicht/nimmer =länger/mehr kunde/kunden/bei_ihnen/mit_ihnen/bei_euch/mit_euch ! telefonieren ! ' +
    'anrufen ! gut_aufgehoben ! muss ! red/rede/reden',
  'brauchen/brauche/brauch/wollen/will/möchte/möchten/nutzen/nutze/behalten/behalte ihr/ihre/' +
    'ihren/euren/euer/eure/dienst/produkt/vertrag/abo/euch/service/sie/ihr_zeug nicht_mehr/' +
    'nimmer/nicht_=länger ! =warten/telefonieren/hören/anrufen/stören ! batterie/papier',
  'fliegen/fliegt/werfen/werfe/schmeißen/schmeiße raus ! rechnung/papier/müll',
  'adieu/auf_nimmerwiedersehen/tschüss_vertrag/lebewohl',
  'melde/melden =ab/=komplett ab ! newsletter/urlaub/verteiler',
  'austreten/austritt/deinstallieren/deinstalliere ! =neu_installieren/flüssigkeit/wasser/update',
  // More ways of saying it.
  'seht/sehen nie/nicht/nimmer wieder/mehr ! kamera/bild/telefonieren',
  'nachfolger/ersatz/alternative =für =sie/=euch/=ihr',
  'nachfolger/ersatz/=neuen/=anderen gefunden & =sie/=euch/anbieter/partner/dienstleister ! ' +
    'kollegen/mitarbeiter*',
  'bestelle/bestell/kaufe/kauf/hole/hol .. {brand}/online/internet/euch_nicht ! gekauft/gesehen ' +
    '! nachher',
  'macht/machen/übernimmt/kümmert =anderer/=anderes/=anders/=andere ! kollege/abteilung/=schicht/' +
    'alten & =ab/dann/künftig/=nächstes/januar/demnächst/uns',
  '~überlege/überlegen/überlegung =ob/=ernsthaft/=gerade/=ich/=wir =ob/=ich/=wir/=nicht/' +
    '=überhaupt/=noch/=zu .. weitermachen/bleiben/=verlängern/wechseln/wechsel/kündigen/aufhören/' +
    'geh/gehe/gehen ! urlaub/kino/messe/schulung/kollegen',
  '{bond}/euch/sie/ihr_produkt =werden/=wir/=ich/=nicht/=die nicht_mehr/nimmer brauchen/nutzen/' +
    'behalten/wollen ! batterie/papier',
  '=könnt/=können =ihr/=sie =den/=das/=die/=euren/=ihren .. wieder/zurück abholen/haben/' +
    'mitnehmen/nehmen/zurückhaben/zurücknehmen ! können_sie_bitte_einen',
  'bestätigen/bestätigung/schriftlich beendigung/kündigung/beendet/vertragsende ! alten',
  '=das =war =es/=jetzt/=dann =endgültig/=jetzt_endgültig/=mit',
  '=mir/=uns reicht/=langt/=langts/reichts =es/=jetzt/=ich .. =weg/raus/kündige/kündigen/ende/' +
    'schluss/fertig ! platz/menge',
  '=nächstes/=nächste/kommendes jahr =nicht/=ohne/=nimmer =mehr/=sie/=mit =mit/=bei/=mehr/=ihnen ' +
    '! urlaub',
  'machen/mach/macht =mein/=meinen/=den/=das/=bitte {bond}/konto/account =bitte/=jetzt =zu/' +
    '=dicht ! fertig',
  'überlegen/überlege/denken/denke/spielen =dem/=den/=gedanken/=nach/=zu/=wechsel/=den_anbieter ' +
    '.. wechseln/wechsel/trennen/kündigen/=weg/gehen/auszusteigen ! tarif/farbe/größere',
  'ende/quartalsende/jahresende/monatsende =ist =schluss',
  'quartalsende/jahresende/monatsende/dann/uns/intern/entschieden =schluss =ist ! für_heute',
  // In passing, and shorter.
  '=ich/=wir =bin/=sind/=wäre/=wären =weg/=raus/=draußen/=fort ! urlaub/gleich/kurz/übermorgen/' +
    'haus/büro/tür/zug/platz/feierabend/wochenende/mittag/pause/=muss ! woche/tage',
  '=muss/=müssen/=kann/=könnte/=damit/=wie/=will .. rauskomme/rauskommen/=raus ! parkhaus/müll/' +
    'menü/haus/tür/hund/heute/kurz/essen/ausgang & vorzeitig/vertrag/vorher/früher/tun/=wieder/=da',
  '{own}/=die/=eure schnauze/nase/faxen =voll/=dicke =von/=ich/=mit/=jetzt ! laufende',
  'vertrag/abo/zusammenarbeit/thema/sache/kapitel =ist =für =mich/=uns =erledigt/=gelaufen/' +
    '=vorbei/=durch/=gestorben/=beendet ! {own}_problem',
  '=dann =nehm/=nehme/=nehmen/=pack/=packe =ich/=wir =mein/=meine/=unsere .. =und =geh/=gehe/' +
    '=gehen/=weg',
  '=müssen/=wollen/=werden/=sollten/=möchten =wir/=uns .. =trennen/=verabschieden ! müll/daten/' +
    'netz',
  'stornierung/beendigung/auflösung/löschung/aufhebung =meiner/=meines/=unserer/=unseres/=der/' +
    '=des/=vom ! termin/adresse/alten/bildschirm/bild/hotel',
  'nachfolger =ihrem/=ihren/=mit/=für/=gespräche/=schon ! chef/stelle/modell/mitarbeiter*',
  'streichen/streich/nehmen/nimm/löschen =sie/=mich/=uns =mich/=uns =aus/=von =ihrer/=der/=eurer/' +
    '=dem kartei/kundenkartei/liste/kundenliste/datenbank/system ! verteiler/newsletter/werbe*',
  '{own}/=die letzte/letzter/letztes bestellung/auftrag/kauf/rechnung/einkauf/vertrag =euch/' +
    '=ihnen ! war_im/letzte_woche/kam/angekommen/reklam*',
  '=war/=wars {own}/=das/=die/=der letzte/letzter/letztes/letzten =bestellung/=auftrag/=mal/' +
    '=kauf/=einkauf/=besuch ! wann',
  'verliert/verlieren/vergrault/vergraulen/vertreibt/vergrätzt =man/=sie/=ihr =so/=kunden/' +
    '=kundschaft/=seine ! wir_verlieren',
  'kunden/kundschaft/stammkunden =verliert/=verlieren/=vergrault/=vertreibt =man/=sie/=ihr',
  'trete/treten/tret =ich/=wir =vom/=von/=zurück .. =zurück/kauf/vertrag',
  '=ich/=wir =trete/=treten/=tret .. =zurück/kauf/vertrag ! vereinsheim',
  '=zu/=bei/=mit =einem/=nem/=einer/=dem + =anderen/=neuen/=andern + versorger/anbieter/' +
    'dienstleister/händler/lieferanten/partner/bank/versicherung/kasse/makler/hersteller/betrieb/' +
    'firma/studio/werkstatt & gehe/gehen/geh/wechsel*/sind/unterschrieben/verhandeln/suchen/=ab ' +
    '! alten/gekommen',
  '=den/=das/=die/=euren/=ihren vertrag/abo/tarif/anschluss/service/zeug/kram/ding =nicht mehr ' +
    '=haben/=brauchen/=wollen/=will/=brauche/=behalten',
  '=lass/=lassen =ma/=mas/=wir/=wirs/=es/=das =bleiben/=sein ! =so_bleiben & kündig*/=nee/=nein/' +
    '=dann',
  '=ich/=wir + =storniere/=storniers',
  '=genug/=endgültig/=sonst/=dann/=reicht/=langt .. =wechseln/=wechsle/=wechsel ! =wir_das_thema/' +
    'tarif/zimmer/größe/filter/akku/farbe/paket/reifen/schuhe/termin & =wir/=ich',
  '=bleib/=bleibe/=bleiben =ich/=wir/=nicht/=sicher .. =nicht/=nimmer/=länger/=ob .. kunde/' +
    '=ihnen/=euch ! telefon/=dran',
  '=ob =ich/=wir .. =bleib/=bleibe/=bleiben =soll/=sollen/=will',
];
