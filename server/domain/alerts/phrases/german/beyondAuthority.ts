/** What German phrases ask for, or grant, what the rep may not grant alone, in the notation of pattern.ts. */
export const beyondAuthority: readonly string[] = [
  // What a rep may not.
  'rep: mehr/weiter/tiefer/höher/so_weit kann/darf/dürfen/können =nicht/=ned/=leider ! sagen/' +
    '=sehen/hören/herausgeben/rausgeben/nachvollziehen/finden/verstehen/öffnen/rausfinden/' +
    'beantworten/erklären/beurteilen/versprechen_wann/abschätzen ! =warten',
  'rep: darf/dürfen/dürfte =ich/=wir/=i =eigentlich/=leider/=gar/=so/=ihnen/=dir/=es/=das/=keine/' +
    '=keinen/=nur/=höchstens/=maximal/=ned/=nicht/=noch nicht/keinen/keine/nur/=höchstens/' +
    'maximal/ned ! sagen/auskunft/herausgeben/rausgeben/einsehen/ansehen/nennen/rausgeben/' +
    'vergessen/mitteilen/fragen/werbung/daten',
  'rep: mehr =als/=wie prozent/{big_percent}/{round_number}/fünf/acht/zehn darf/kann/geht/gehen/' +
    'dürfen/können/sind =ich/=i/=wir/=ned/=nicht/=leider nicht/ned/leider/drin ! sagen/personen/' +
    'leute/stück',
  'rep: darf/kann =ich/=wir =ihnen/=dir/=maximal/=höchstens/=nur/=bis/=selbst/=selber/=alleine/' +
    '=nicht/=das {big_percent}/prozent/rabatt/nachlass/preis/ausnahme/selbst/selber/alleine/' +
    'allein/entscheiden/genehmigen/zusagen/=gewähren/bewilligen/freigeben ! gerne/natürlich ! ' +
    'sagen_wie & =nicht/=nur/=maximal/=höchstens/=kein/=keinen/=keine/=leider/=bis',
  'rep: =was =ich selber/selbst/alleine/allein darf/geben_kann/entscheiden/entscheiden_kann/kann',
  'rep: kann/darf =nicht/=leider/=selbst/=allein/=alleine/=einfach nicht/selbst/allein/alleine ' +
    'entscheiden/genehmigen/zusagen/freigeben/bewilligen/=gewähren/bestimmen',
  'rep: =ist/=wäre/=bei =bei =mir/=uns schluss/ende/grenze/feierabend ! für_heute/uhr',
  'rep: =sind/=ist/=wären nicht/leider_nicht drin !2 thema & prozent/{round_number}/rabatt/preis/' +
    'so_viel/mehr',
  'rep: kein/keinen/keine/nicht spielraum/befugnis/befugt/ermächtigt/autorisiert/vollmacht/' +
    'kompetenz/handhabe ! strom/wasser/karte ! daten/enthalten/berechtigt_zu_sehen',
  'rep: rabatt/nachlass/preis/kondition/konditionen/prozent kann/darf/dürfen/können =ich/=wir/' +
    '=ihnen/=nicht/=leider nicht/leider_nicht/kein/keinesfalls',
  'rep: =mir =sind/=da/=leider =die hände gebunden',
  'rep: hände gebunden',
  'rep: system/programm/maske/kasse lässt/erlaubt/nimmt/gibt =mich/=mir/=nur/=nicht/=bis/' +
    '=maximal nur/nicht/bis/maximal/keinen & prozent/rabatt/preis/nachlass/mehr ! adresse',
  'rep: nicht =in/=unter meiner/meinem hand/macht/ermessen/kompetenz/befugnis/bereich_entscheiden',
  'über/außerhalb/übersteigt/überschreitet/sprengt =meiner/=meine/=meinen/=mein/=meinem befugnis/' +
    'befugnisse/kompetenz/kompetenzen/spielraum/limit/grenze/vollmacht/rahmen ! budget',
  'rep: brauche/bräuchte/brauch/bräucht/benötige/muss/müsste/hole/hol/müssen freigabe/' +
    'genehmigung/zustimmung/absegnen/freigeben/genehmigen/okay_von/unterschrift_von/segen ! ' +
    'unser_vertrag/ihrem/ihre/ihr/betriebsrat/foto/{your} ! von_ihnen',
  'rep: {manager}/fachabteilung/zentrale/innendienst muss/müsste/kann freigeben/genehmigen/' +
    'zustimmen/entscheiden/absegnen/abzeichnen ! {your} !2 =bei_ihnen ! =ihr',
  'rep: meinen/meinem/meiner/meine {manager} fragen/genehmigen/absegnen/freigeben/zustimmen/' +
    'abklären/rücksprache/okay/unterschreiben ! wegen/kunde',
  'rep: eigentlich/normalerweise/normal/offiziell =darf/=machen/=mache/=mach/=geht/=gehts/' +
    '=dürfte/=ist =nicht/=das/=so/=ned ! sagen/aufgezeichnet & aber/trotzdem/ausnahme/' +
    'ausnahmsweise',
  // What a rep gives all the same.
  'rep: ausnahme/ausnahmsweise =machen/=mache/=mach/=für/=ich/=gewähre/=geht machen/mache/mach/' +
    'für_sie/für_=dich/=gewähre/trotzdem/geben ! feiertag*',
  'rep: mach/mache/machen =ich/=i/=wir ausnahme ! leider_keine',
  'rep: =ich/=i =drück/=drücke =da/=mal/=ein auge',
  'rep: sagen/sag/erzählen/erzähl keinem/niemandem/nicht_weiter/niemand/nirgends',
  'rep: bleibt =aber/=bitte =unter uns',
  'rep: =das muss/darf keiner/niemand/chef/nicht wissen/erfahren/merken/mitkriegen',
  'rep: trag/trage/=setz/setze/schreib/schreibe/buch/buche/mach/mache =ich/=das/=i einfach_so/' +
    'trotzdem/rückwirkend/unter_der_hand/händisch ! termin/notiz',
  'rep: streich/streiche/erlasse/erlass/schenke/schenk/spendiere {fee}/raus/monat/monate/ihnen/' +
    'dir ! adresse/newsletter/eintrag/termin ! =liste',
  'rep: =ich/=i geb/gebe/mach/mache/leg/lege/streich/streiche {free}/{less}/{big_percent}/drauf/' +
    'obendrauf/prozent/raus ! katalog/=muster/bei_jährlich*',
  'rep: auf =meine kappe/verantwortung',
  // More than a rep may give.
  '! gespart/einsparung/ersparnis/umsatz/aufwand/ausfälle/heizkosten/gestiegen/anfragen/' +
    'auslastung/wirkungsgrad/probe*/testversion/testphase/akku',
  'customer: {big_percent} {less}/drauf/=nach/entgegen ! zeit/fehler/sind_ja/gutschein/steht/' +
    'ladung/strom/personal',
  'customer: {less} {big_percent} ! zeit/fehler/gutschein/strom/verbrauch/mitarbeiter*',
  'customer: will/brauche/brauch/möchte/verlange/erwarte/hätte/wollen/brauchen/unter/ohne/' +
    'mindestens/machen/mach/geben/gib {big_percent} ! strom/kapazität/anzahlung/personal/' +
    'teilzeit/stelle/lizenzen/stück/zeit',
  'customer: ~=ohne/=unter {round_number}/rabatt/nachlass =unterschreib/=unterschreibe/=mache/' +
    '=mach/=brauchen/=prozent/=geht/=wird/=läuft nichts/nicht/wir/ich/gar_nichts & unterschreib*/' +
    'mache/mach/brauchen/läuft/wird',
  'customer: an =so/=eher/=etwa/=mindestens {round_number} =gedacht ! lizenzen/stück/personen/' +
    'leute/tage/uhr/quadratmeter @ rep: prozent/rabatt/nachlass/euro/preis',
  'customer: brauche/brauch/will/hätte/=gedacht/sagen_wir/mindestens/lieber/drei {round_number} ' +
    '@ rep: prozent/rabatt/nachlass/spielraum ! lizenzen/stück/personen/leute/tage/uhr/plätze/' +
    'quadratmeter',
  'customer: zum/zu/um halben/=hälfte preis',
  'customer: geld/betrag/kaufpreis/zahlung/summe/beitrag zurück/zurückhaben/wiederhaben/' +
    'zurückerstattet/zurücküberweisen ! zurück_zum/komm_ich/pfand',
  'customer: =die/=eine/=ne/=mal/=keine/=ausnahmsweise =ausnahme/=ausnahmsweise & können/könnten/' +
    'könnt/kann/machen/mach/bitte/lassen/=gewähren/genehmigen/möglich ! mit_ausnahme/' +
    'ausnahmefehler/=ohne_ausnahme/eine_ausnahme_=war/ausnahmen_im ! =ich_bin/=ich_komme/frei',
  'customer: kulanz/kulant/kulanter/kulanterweise ! =war_sehr/=waren_sehr/danke',
  'customer: trotzdem =noch/=bitte/=mal/=annehmen/=geben/=machen annehmen/gelten/anrechnen/' +
    'durchgehen/umtauschen/zurücknehmen/stornieren/einlösen/erstatten/verrechnen/gutschreiben ! ' +
    'wir_machen_trotzdem',
  'customer: geben/gib/machen/mach/lassen/nehmen/gebt trotzdem/ausnahmsweise/einfach_so',
  'customer: =wer/=keiner/=niemand/=das =soll/=merkt/=sieht/=kriegt/=erfährt merken/keiner/' +
    'niemand/mitkriegen/merkt/sehen/mit ! wasserschaden/unterschied_sehen ! alarm',
  'customer: von/per =der hand =ändern/eintragen/anpassen/überschreiben/reinschreiben & =sie/=du/' +
    '=können/=doch',
  '~=ein/=beide/=mal auge/augen zudrücken/zugedrückt ! augenarzt',
  '=ein + auge + zu ! augenarzt',
  'customer: {waive} {fee} ! =ich_übernehme/=ich/welche_kosten/wer/adresse/=muss_ich/müssen_wir ' +
    '! daten',
  'customer: die/das/den übernehmen/übernimmst/übernehmt =sie/=du/=ihr =bitte/=dann/=aber/=doch ' +
    '& =bitte/=dann/=aber @ rep: {fee}/euro/kosten',
  'customer: {free} =monat/=monate/=jahr/=lizenzen/=dazu/=obendrauf/=mit monat/monate/jahr/' +
    'quartal/lizenzen/dazu/obendrauf/extra/einrichtung/schulung/onboarding/implementierung/' +
    'liefern ! unverbindlich ! =ist/=sind/=war',
  'customer: monat/monate/jahr/quartal/lizenzen/einrichtung/schulung/onboarding/implementierung/' +
    'versand/lieferung/montage {free}/geschenk & dann/müssten/müsste/muss/will/unterschreib*/' +
    'dabei/können/könnt/sonst ! bezahlt ! =ist_der/=ist_die',
  '{fee} {free} & dann/müsste/unterschreib*/dabei ! immer',
  'sonderkondition*/sonderrabatt/sonderpreis*/sonderkonditionen/sonderregelung/extrarabatt/' +
    'sondervereinbarung/spezialpreis*/zusatzrabatt/freundschaftspreis/vorzugspreis/extrawurst ! ' +
    '=haben_wir',
  'customer: am/beim/vom preis =noch/=was/=da/=muss/=müssen/=müsste/=geht/=machen/=drehen machen/' +
    'gehen/geht/drehen/tun/schrauben/runter/passieren/bewegen/nachlassen/entgegen*',
  'customer: geht/ginge/machen/geh/tun/gehen preis/preislich/rabatt/was_gehen ! ' +
    'geht_am_preis_nicht',
  'customer: preislich =noch/=muss/=da/=schon/=richtig/=müssen/=was/=mehr/=sie/=doch entgegen*/' +
    'gehen/geht/machen/nachgeben/passieren/tun/drin/bewegen',
  'customer: entgegenkommen/entgegenzukommen/entgegenkommt ! bin_ich/kommt_uns/kam_mir/=danke',
  'customer: preis/preise/rate/angebot drücken/runter/senken/unterbieten/mitgehen/nachgeben/' +
    'nachlassen/halbieren/angleichen/anpassen/entgegen*/rausholen ! kosten_senken/unsere_preise/' +
    'wir_müssen/{own}',
  'customer: kommen/kommt/komm/kommst .. entgegen',
  'customer: letzter/letzte/allerletzter/bester/bestes preis/angebot/wort ! monat',
  'customer: früher/vorzeitig/vor_ablauf =aus/=dem/=den/=raus/=aus_dem vertrag/rauslassen/raus/' +
    'vertragsende & lassen/lasst/lass/bitte/ausnahmsweise/können/kulanz',
  'customer: regeln/regel/richtlinie/vorgaben/vorschriften/frist umgehen/auge/hinwegsetzen/' +
    'dehnen/ignorieren/vorbei/drauf_an ! =wir_müssen/unsere',
  'customer: zahlungsziel/zahlungsfrist 60/90/120/neunzig/180/sechzig/hundertzwanzig/drei_monate',
  'customer: 60/90/120/neunzig/sechzig/hundertzwanzig tage/tagen zahlungsziel/zeit_zum_zahlen',
  'customer: rückerstattung/erstattung/gutschrift/erstatten/erstattet komplett/komplette/volle/' +
    'vollständig*/gesamte/ganze/gesamten/zurück',
  'customer: komplett/komplette/volle/vollständig*/gesamte/ganze/gesamten/ganzen/ganzes/volles/' +
    'komplettes rückerstattung/erstattung/gutschrift/erstatten/betrag_zurück/erstattet/' +
    'wiederhaben/geld_zurück/geld_wieder/summe_erstattet/summe_zurück',
  'rückdatieren/rückdatiert/zurückdatieren/rückwirkend ! änderung_gilt/steuer*/finanzamt',
  'customer: preisgarantie/festpreis/preisbindung/preis_garantieren fünf/drei/zehn/auf_dauer/' +
    'immer',
  'customer: unter/weit_unter listenpreis/einkaufspreis/selbstkosten',
  'customer: so/das/da =viel/=ist/=sind/=wären =mir/=uns =zu wenig & prozent/rabatt/nachlass',
  // More ways of saying it.
  'customer: da/das/noch/doch/=schon =muss/=müsste/=ist/=noch/=was/=sicher/=doch nachlass/rabatt/' +
    'skonto/prozente/preis drin/möglich/machbar/gehen ! =gibt_es',
  'customer: =wenn/geben/gebt/machen/mach {big_percent} ! zeit/strom',
  'rep: {round_number}/fünf/acht/prozent =prozent/=ist/=sind =mein/=unser/=das/=bei limit/' +
    'maximum/schmerzgrenze/obergrenze/grenze/äußerste/schluss ! gb/gigabyte/zeichen/anzahl',
  'rep: =mein/=meine/=unser =limit/=maximum/=schmerzgrenze/=obergrenze/=spielraum ! karte/konto',
  'rep: bleibt/bleibe =unter/=zwischen uns',
  'rep: geht/darf/dürfte/vorschrift/erlaubt nicht/offiziell/eigentlich/ned & aber/trotzdem & ' +
    'drück/drücke/mach/mache/geb/gebe/streich/streiche/schieb/schiebe/buch/buche/trag/trage/nehm/' +
    'nehme ! termin',
  'rep: =so =viel/=weit/=hoch + rabatt/nachlass/runter =bekomme/=bekomm/=kriege/=krieg/=kann/' +
    '=darf/=komme/=geht',
  'rep: rabatt/nachlass/preis/das/so_viel =bekomme/=bekomm/=kriege/=krieg =ich/=so/=das/=nicht/' +
    '=intern nicht/niemals =durch/=genehmigt/=durchgewunken',
  'rep: übersteigt/übersteigen/sprengt =meine/=meinen/=mein möglichkeiten/rahmen/kompetenzen/' +
    'befugnisse ! budget',
  'customer: euro/cent/hundert =lassen/=lasst/=sie/=noch/=mir =nach/runter/=weg ! =nach_hause/' +
    'anruf',
  'customer: das/es/da =muss/=braucht/=kriegt/=merkt/=erfährt =ja/=doch/=das keiner/niemand ' +
    'wissen/merken/erfahren/mit/mitkriegen',
  'customer: will/möchte/hätte/geben/gib/gebt/machen =den/=das/=wieder .. alten_preis/preis_vom/' +
    'preis_von/aktionspreis/alten_konditionen/mitarbeiterrabatt/personalrabatt/neukundenpreis/' +
    'neukundenrabatt/einkaufspreis/frühbucher*',
  'vordatieren/umdatieren/rückdatieren/zurückdatieren',
  'customer: zurücknehmen/zurück/umtauschen/umtausch/erstatten =auch/=ohne/=trotzdem/=obwohl/' +
    '=nach =ohne/=kassenzettel/=nach/=der kassenzettel/bon/beleg/rechnung/ablauf/frist',
  'customer: können/könnten/könnt/kannst =die/=mir/=da/=uns/=den/=nicht {fee} {waive}/weglassen',
  'customer: =wäre/ist =da/=nicht/=noch/=eine =nicht/=noch/=eine/=irgendeine/=vielleicht ' +
    'sonderlösung/sonderregelung/kulanzlösung/kulanz/ausnahme',
  // In passing, and shorter.
  'customer: =will/=möchte/=hätt/=hätte/=brauche/=brauch/=wollen/=machen/=mach/=geben/=gib/' +
    '=verlange .. =besseren/=einen/=mehr/=den/=noch/=besser/=höheren + rabatt/nachlass/preis/' +
    'skonto/preisnachlass ! =wie/=welchen/=bei_jährlich*/katalog ! =im_kopf ! =sehen/wissen',
  'customer: rabatt/nachlass/preis/konditionen/preise =letzten/=letztes/=damals/=früher/=letztem/' +
    '=voriges .. =will/=möchte/=hätt/=hätte/=wieder/=haben/=machen ! rechnung',
  'customer: {fee} =zahl/=zahle/=bezahle/=bezahl/=zahlen =ich/=wir =nicht/=sicher_nicht/' +
    '=bestimmt_nicht/=keinesfalls',
  'customer: =ohne + mehrwertsteuer/rechnung/steuer/märchensteuer & =kriegen/=machen/=geht/' +
    '=können/=gehts/=hin/=bar ! preis_ohne/=netto/kommt_das_ohne/ist_das/sind_das',
  'customer: =schwarz/=bar =auf/=auf_die =hand/=kralle',
  'customer: =obwohl/=auch_wenn =die/=der/=das .. frist/garantie/gewährleistung/aktion/widerruf*/' +
    'angebot .. =rum/=vorbei/=abgelaufen/=um/=ausgelaufen',
  'customer: frist/garantie/aktion/angebot/laufzeit =ausnahmsweise/=bitte/=noch/=mal/=nochmal/' +
    '=um .. =verlängern/=verlängert/=anerkennen ! {own}_frist/fragen/vertrag_verlängern & ' +
    '=können/=könnten/=bitte/=ausnahmsweise ! =wir_verlängern',
  'customer: =was + =schenken/=dazugeben/=drauflegen/=nachlassen/=springen_lassen/=drauf',
  'customer: =dazugeben/=drauflegen/=drauf_legen/=obendrauf & =sie/=ihr/=noch/=mir/=müssen',
  'customer: =zahl/=zahle/=zahlen/=gebe/=geb/=biete =ich/=ihnen/=wir/=nur/=höchstens/=maximal .. ' +
    '=höchstens/=maximal/=nur/=mehr_nicht/=hälfte .. hälfte/{round_number}/prozent/euro/tausend/' +
    'mehr ! wie_viel/im_monat/zurzeit/aktuell/bisher/bei_{brand}/=momentan',
  'customer: {round_number} monate/jahre + {free}',
  'customer: =sonst/=dann/=ohne_das/=andernfalls =unterschreib/=unterschreibe/=kaufe/=kauf/=nehm/' +
    '=bestelle =ich/=wir =nicht/=nix/=nichts/=sofort & {free}/{less}/prozent/rabatt/preis/gratis',
  'rep: =ich/=wir =darf/=dürfen/=dürfte .. =eigentlich/=offiziell/=gar =nicht/=gar =anbieten/' +
    '=geben/=machen/=nicht/=gewähren/=tun ! sagen/auskunft/daten',
  'rep: =mehr + =als =ich/=wir .. =geben/=kann/=darf/=dürfen/=kann ! zufrieden/gedacht/erwartet',
  'rep: =nur/=maximal/=höchstens {round_number}/fünf/drei/acht/sieben + prozent =freigegeben/' +
    '=drin/=möglich/=geben/=machen/=freigeben/=bekommen ! akku/strom/luftfeuchtigkeit',
  'rep: {round_number}/fünf/drei/acht/sieben + prozent =freigegeben/=höchstens/=maximal/' +
    '=mehr_nicht',
  'rep: =nicht/=ned/=nie =ohne/=erst =nach/=ohne + rücksprache/freigabe/genehmigung/absprache',
  'rep: =ohne =rücksprache/=freigabe/=genehmigung =nicht/=geht/=kann/=komm/=darf',
  'rep: =psst/=pst/=aber_pssst/=verraten_sie',
  'rep: =schenk/=schenke/=spendier/=spendiere =ich =ihnen/=dir/=euch',
  'rep: =ich =schenk/=schenke/=spendier/=spendiere =ihnen/=dir/=euch',
  'customer: {big_percent}/zehn_prozent/prozent + =extra/=mehr/=zusätzlich/=obendrauf/' +
    '=oben_drauf/=nachlass ! umsatz/zeit/anfragen/kunden/strom/leistung',
  'customer: =will/=möchte/=hätt/=hätte/=brauche/=verlange/=erwarte .. =nachlass/=rabatt/' +
    '=preisnachlass/=skonto/=preisreduktion ! =bei_jährlich*/=wissen/=fragen_ob/=frage',
  'rep: =nur/=erst + =mit/=nach + =zustimmung/=freigabe/=genehmigung/=unterschrift/=okay/' +
    '=rücksprache',
  'rep: =ausnahmsweise ! geschlossen/geöffnet/=offen/=zu_spät/feiertag*/lieferung',
  'rep: =lass/=lasse/=lassen =ich/=wir =ihnen/=dir/=die .. =nach ! nachricht/=nachmittag',
];
