/** What German phrases say that the customer is ready to buy, in the notation of pattern.ts. */
export const closeAtHand: readonly string[] = [
  '! {own}_chef_fragen/muss_ich_noch/müsste_ich_noch/noch_nicht_entschieden/kündig*/konkurrenz ! ' +
    'storn*/gekündigt/anwalt',
  // Taking it.
  '=ich/=i/=wir nehme/nehm/nehmen/nimm/nimms/kaufe/kauf/bestelle/bestell/bestellen/buchen/buche ' +
    'paket/lizenzen/angebot/das/des/es/tarif/version/modell/variante/große/größere/kleine/' +
    'jahrespaket/heute/jetzt/dann/den/die/gleich ! =ab/=mal/=auf/=an/=mit/=in/zeit/kenntnis/kurz/' +
    '=ernst/ursprung/termin/kontakt/teil/hotel/raum/rücksprache/überlegen/headset/übel/=wenn/' +
    '=falls/bahn/zug/bus/zurück/immer/meistens/aktuell/bisher/=schon_seit/tabletten/amazon ! ' +
    'persönlich ! =nicht ! hin',
  '=nimms/=nehms/=nimmts/=kaufs ! =ab/übel/mal/leicht/locker/mir',
  'nehmen/nehme/nehm/kaufen/kaufe/bestellen/bestelle/buchen/buche =wir/=ich/=i/=das/=es/=den/' +
    '=die/=dann/=gerne/=jetzt/=gleich das/es/paket/lizenzen/angebot/den/die/tarif/heute/jetzt/so ' +
    '! zeit/kenntnis/mal/=ernst/ursprung/termin/kontakt/auf/teil/hotel/=an/raum/rücksprache/' +
    'überlegen/headset/=ab/übel/=wenn/mit/=in/ihr_bucht/=ihr/zurück/kurz/bahn/=sie ! =nicht',
  '{paperwork}/das nehmen/nehme/kaufen =wir/=ich =so',
  // Let us do it.
  '=dann/=ok/=okay/=gut/=ja/=also/=passt/=prima/=super/=jo/=guad/=alles_=klar/=komm/=perfekt ' +
    'machen/mach/mache/packen/pack/machens/machs/machma/packma =wir/=ma/=wir_das/=mas/=ich/=es/' +
    '=das/=s das/es/so/weiter/mas/wir/ich/mas_an/mit_ihnen/=ma ! termin/dienstag/montag/mittwoch/' +
    'donnerstag/freitag/samstag/woche/uhr/weiter_mit/bis_morgen/bis_dann/=bis/anrufen/rufen/' +
    'telefon*/zoom/schluss/weiter_wie/=morgen/=mal/notiz/pause/foto/screenshot/selbst/selber/' +
    'alle/=nächste/übernächste/januar/februar/märz/=wenn/=falls ! =nicht ! publik/haftbar',
  '=pack =mas/=wir',
  'machen/mache/mach/machens fest/fix/mit_ihnen/mit_euch/bei_ihnen/dingfest/=klar/sache/perfekt ' +
    '! termin/uhr/=bis/foto ! dicht',
  'kann/können/könnte/könnten/dürfen losgehen/loslegen/starten/anfangen ! mit_der_präsentation/' +
    'mit_der_demo/vorstellung/meeting/gespräch/kamera/hören/=wann ! =nicht/sobald/=erst/=wenn & ' +
    'dann/eigentlich/gleich/=von_mir_aus/=von_uns_aus/kann_es/kanns/wir_loslegen',
  '=von =mir/=uns =aus =kann/=können/=passt/=passts/=gern/=machen losgehen/loslegen/starten/' +
    'passt/=los/so ! präsentation/demo/termin/zeitlich',
  'legen/leg/legt =los/=dann =los & dann/gut/ok/passt/alles/sie ! demo/präsentation/hören',
  '=für entschieden/entscheiden ! gegen/noch_nicht/müssen',
  '=haben/=hab/=habe/=sind =uns/=mich/=wir/=ich/=jetzt entschieden/einig/handelseinig ! ' +
    'noch_nicht/gegen/=für_den_=anderen/=anderen_anbieter ! kinder & =für/=entschieden/=dann/' +
    '=einig !2 =nicht ! =noch ! =eine/=weg ! prozent/hälfte/rabatt',
  'sie/ihr =haben/=habens/=habt/=kriegen/=bekommen/=kriegt =den/=unseren/=das/=den_auftrag ' +
    'auftrag/zuschlag/job/projekt/ja ! letzten/letztes/ausgeführt/bekommen_den',
  '=sie =habens',
  'entscheidung/wahl =ist/=fällt/=auf =für/=auf/=gefallen sie/ihnen/ihr/euch ! gegen/noch',
  'haben/hat/habt/hast =sie/=du/=ihr =mich/=uns =jetzt/=restlos/=voll/=echt überzeugt/gewonnen/' +
    'überredet/rumgekriegt/am_haken/als_kunden ! noch/fast/=nicht',
  '=sie =haben =mich/=uns =überzeugt/=gewonnen ! =nicht/noch',
  '=ok/=okay/=gut/=ja/=bin/=ich_bin/=also/=na_gut überzeugt/überredet/dabei ! rufen/anrufen/uhr/' +
    'bis/noch/morgen/termin/=nicht/zu/erst/wenn/=falls/gerade',
  'abgemacht/zuschlag/handschlag/topp/einschlagen/schlag_ein/schlagen_ein/schlagen_wir/deal ! ' +
    'termin/dann_bis/bis_morgen/bis_dann/uhr/nicht_einverstanden/=kein/preiszuschlag/montag/' +
    'dienstag/mittwoch/donnerstag/freitag/anrufen/morgen ! =war_ein ! bekommen_wir_keinen & ' +
    '=also/=dann/=gut/=drauf/=ja/=auf/=ein/=deal/=abgemacht/=topp/=ok/=okay/=wir/=haben',
  'einverstanden machen/schicken/unterschreib*/nehmen/angebot/preis/konditionen ! rufen/termin/' +
    'uhr/=nicht/wiedervorlage ! =wenn',
  '=sind/=bin/=wäre =wir/=ich/=dann/=i dabei/im_boot/an_bord ! kostenlos/gratis/wenn/=falls/' +
    'prozent/rabatt/gerade/noch/=nicht/dabei_zu/dabei_das/dabei_die/dabei_den/dabei_unsere/' +
    'dabei_mein/dabei_alles/termin/meeting/webinar/gespräch/präsentation/=haus',
  '=wir/=ich =sind/=bin/=wären =dabei/=an_bord/=im_boot ! kostenlos/gratis/wenn/=falls/prozent/' +
    'rabatt/gerade/noch/=nicht/dabei_zu/dabei_das/dabei_die/dabei_den/dabei_unsere/dabei_mein/' +
    'dabei_alles/termin/meeting/webinar',
  'bereit =zu/=zum/=für/=zu_unterschreiben/=loszulegen/=abzuschließen/=den/=jetzt abschluss/' +
    'unterschreiben/abschließen/starten/loslegen/kaufen/unterzeichnen/start/loszulegen/' +
    'abzuschließen/vertrag ! demo/präsentation/=nicht',
  'jetzt/heute/direkt/gleich/sofort/endlich =abschließen/=bestellen/=unterschreiben/=buchen/' +
    '=kaufen/fix_machen/festmachen/zusagen ! termin/=nicht/muss_ich_das ! =nie/wenn',
  '=gekauft/zugesagt/gebongt/geritzt ! =haben/=habe/=hab/=wurde/=hatte/=bei/damals/=die/=worden/' +
    '=war & =ist/=dann/=gut/=also/=ja',
  // Signing and papers.
  '=unterschreibe/=unterschreib/=unterzeichne/=zeichne/=unterschreiben =ich/=wir/=heute/=gleich/' +
    '=jetzt/=dann ! =nicht/noch_nicht/bevor/erst/=falls/=wenn/=ohne/müsste/vorstand_muss/=muss/' +
    'lieferschein ! chef_muss ! wenn/dann',
  'habe/hab/haben/=schon/gerade unterschrieben/unterzeichnet ! =nicht/damals/lieferschein/=sie ! ' +
    'letztes',
  '=wo/=wohin/=womit muss/soll/darf/kann/müssen/sollen/unterschreib*/überweis*/bezahl* =ich/=wir/' +
    '=i unterschreiben/unterschreibe/bestellen/bezahlen/zahlen/überweisen/zeichnen ! ' +
    'rechnung_vom/mahnung/kantine',
  '=wo/=wohin unterschreiben/unterschreibe/überweise/überweisen/bezahle',
  '=wie/=wo kann/können/darf =ich/=wir =das/=jetzt/=direkt/=gleich/=hier/=online bestellen/' +
    'buchen/kaufen/abschließen/bezahlen ! auf_rechnung/raten/parken/ticket',
  '{paperwork} fertig/schicken/zuschicken/zusenden/senden/aufsetzen/rüber/rausschicken/' +
    'fertigmachen/unterschrieben/erteilen/erteilt/zumailen/zukommen ! noch_nicht/fehler*/falsch*/' +
    'alte/alten/prüfen/=stimmt_nicht/letzten/letzte/nochmal/vom_letzten/=nicht/monat/kopie/' +
    '=muster/entwurf/hab_ich/=wurde/=wann ! rechnung_vom',
  'auftragsbestätigung/bestellformular/auftragsformular/vertragsunterlagen ! alte/letzte/fehl*/' +
    'falsch*/=nicht/vom_letzten',
  'brauchen/brauchst/brauchts/brauchen_sie/benötigen =eine/=von/=noch/=meine/=die/=mir/=uns/' +
    '=schriftliche/=formelle bestellung/bestellnummer/unterschrift/iban/kontonummer/kontodaten/' +
    'bankverbindung/ausweis/auftrag/steuernummer/kreditkarte ! adressänderung/zurückbekommen/=ich',
  '=was brauchen/brauchst/brauchts/benötigen =sie/=ihr/=du uns/mir/von_uns/von_mir/noch ! ' +
    'adressänderung/=für_die/reparatur/zeit/schaden/reklamation ! strom',
  'bestellnummer/kreditkarte/kreditkartennummer/bestellung/iban/kontonummer gebe/geb/geben/' +
    'durchgeben/raus/=lösen/=löse/auslösen/schicke/aufgeben/aufgib ! gestohlen/falsch*/verloren/' +
    'abgebucht/problem/=nicht/letzte/alte/=niemals/wann',
  '=löse/=lösen/gebe/geben =ich/=wir =die/=eine/=den bestellung/auftrag =aus/=frei/=auf/=in',
  // Yes from those who decide.
  '*budget/budget/geld/finanzierung/mittel =ist/=sind/=steht/=haben/=wurde/=hat/=liegt ' +
    '=genehmigt/=freigegeben/=da/=durch/=ja/=wir/=jetzt/=bewilligt/=steht genehmigt/freigegeben/' +
    'da/durch/bewilligt/abgesegnet/steht ! noch/muss/=wenn/erst/=falls/bevor/=nicht/januar ! ' +
    '=wie',
  '=budget/=geld/=finanzierung/=mittel =genehmigt/=freigegeben/=bewilligt/=durch/=abgesegnet ! ' +
    '=noch/=wenn/erst/falls/bevor/=nicht/januar/=muss/=wann',
  '=budget/=freigabe/=finanzierung =steht/=da/=durch/=genehmigt ! erst/noch/=nicht/januar/=wenn',
  '=steht @ rep: budget/finanzierung ! =nicht/noch/wo/was',
  'budget/freigabe/vorstand/geschäftsführung/chef/chefin/einkauf/betriebsrat/frau/mann/bank/' +
    'gesellschafter ist/hat/haben/liegt/steht/=wurde/sagt/hod/will/gibt =ja/=das/=auch/=es/' +
    '=zugestimmt/=gestern/=jetzt/=einverstanden/=gesagt/=grünes/=dafür/=abgesegnet/=okay/=ok ' +
    'genehmigt/freigegeben/zugestimmt/ok/okay/durch/grünes/abgesegnet/bewilligt/abgenickt/' +
    'einverstanden/ja/dafür/gesagt_ja/unterschrieben ! noch/muss/=wenn/erst/=falls/bevor/=nicht/' +
    'gutschein/umzug/=ja_nicht/meldet/=immer',
  'grünes/grün licht ! noch/erst/=wenn/warte*/brauchen/=nicht/lampe/leuchtet/blinkt/ampel/led',
  'steht =dem/=da/=jetzt/=uns nichts/nix =mehr/=im im_=weg/im_=wege/=weg',
  // What comes next.
  '=wann =kummts/=kommts/liefern/montieren/bauen =ihr/=sie ! techniker/störung/meine_bestellung ' +
    '! =nach/=denn & dann/gut/guad/pack*/machen/passt',
  '=nächsten/=nächste/weiteren/weitere/weiteres/wie_=wäre schritte/schritt/vorgehen/ablauf =um/' +
    '=zum/=zur/=bis/=und/=gehen/=brauchen/=abschließen/=für/=dann =abschluss/=sie/=vertrag/' +
    '=abschließen/=start/=unterschrift/=die/=bestellung abschluss/starten/vertrag/unterschrift/' +
    'bestellung/loszulegen/abschließen/auftrag/einführung/start ! rechtliche/juristische/anwalt/' +
    'kündig*',
  '=wie =geht/=gehts/=läuft weiter =mit/=bis/=zum/=wenn & bestell*/unterschr*/vertrag/lieferung/' +
    'abschluss ! reparatur/reklamation/beschwerde',
  '=wann kommt/bekommen/kriegen/krieg/bekomme vertrag/kaufvertrag/vertragsunterlagen/' +
    'auftragsbestätigung/unterlagen ! letzte/rechnung/noch_immer',
  'freue/freuen/freu =auf/=schon/=auf_die =die/=den/=zusammenarbeit/=unsere/=gute zusammenarbeit/' +
    'start/partnerschaft/einführung/=neue_=küche ! bewerbung/bisher',
  'willkommen an_bord ! team',
  '=den/=ihnen/=euch auftrag/zuschlag geben/gebe/geb/erteilen/erteile/bekommen/haben/kriegen ! ' +
    'letzten/=wenn/=falls/=nicht/=andere/=anderen ! jemand',
  'auftrag/zuschlag erteilen/erteilt/erteile/geht_an_sie/geht_an_euch ! letzten/=nicht',
  'klingt/hört/ist =gut/=sich/=perfekt/=das/=super machen_wir/nehmen_wir/wir_machen_das/' +
    'wir_nehmen/so_machen/nehm_ich/nehme_ich ! termin/uhr/dienstag/montag/=bis',
  '=wär/=wäre/=is/=ist =scho/=schon/=a/=ganz/=so =recht ! =nicht & eiche/farbe/preis/variante/' +
    'modell/=in ! =zu_teuer',
  // More ways of saying it.
  'schicken/schick =los/=raus/=ab ! mail/infos/angebot/prospekt',
  '=ja/=gut/=ok/=okay =dann/=mach/=machen =machen/=mach/=macht =sie/=du/=ihr =mal/=das/=es/=halt ' +
    '! weiter/auf/zu/fenster/foto/termin/langsam/pause/nur/so_weiter/kurz ! =nicht ! =wenn',
  '=dann/=gut/=ok/=ja trag/tragen/buch/buchen/meld/melden =mich/=uns =ein/=an/=dafür/=bitte ! ' +
    'newsletter/webinar/verteiler/warteliste/seminar/adresse ! =ab ! schulung/kurs',
  'schick/schicken/gib/geben/her =wisch/=zettel/=vertrag/=papier/=formular/=dings =ich/=dann/' +
    '=und =unterschreib/=unterschreibe ! =nicht',
  '=überweise/=überweis/=bezahle/=zahle/=zahl =heute/=gleich/=noch/=sofort/=jetzt/=morgen ! ' +
    'mahnung/rückstand/offene/=nicht/=nichts/rechnung_vom',
  '=ich/=wir =überweis/=überweise/=überweisen/=bezahl/=bezahle/=zahl/=zahle =heute/=gleich/=noch/' +
    '=sofort/=jetzt ! mahnung/rückstand/offene/=nicht/=nichts',
  'chef/chefin/vorstand/frau/mann/geschäftsführung/betriebsrat/partner/bruder/vater =hat/=sagt/' +
    '=meint/=ist =auch/=ja/=nämlich/=dazu =ja/=okay/=ok/=dafür/=zugestimmt/=gesagt/=genehmigt/' +
    '=einverstanden ! =ja_nicht/=ja_immer/=noch/=muss & =ja/=okay/=ok/=dafür/=zugestimmt/' +
    '=einverstanden/=genehmigt ! =hat_ja_gestern/=ist_ja/=hat_ja_ein ! umzug/termin/urlaub',
  '=top/=super/=passt/=perfekt/=prima/=spitze/=klasse/=genial + =machen/=mach/=nehm/=nehme/' +
    '=nehmen/=kauf =wir/=ich ! termin/uhr/dienstag/montag/mittwoch/donnerstag/freitag/=bis/' +
    'weiter ! =mal',
  '=hätt/=hätte/=hätten/=nehme/=nehm/=würde/=bestell =ich/=wir =dann/=gern/=gerne =gern/=gerne/' +
    '=dann {round_number}/zwei/drei/fünf/eins/einen stück/davon/lizenzen/plätze/zimmer/karten/' +
    'kisten/paletten/bestellt',
  '=würde/=würden/=möchte/=möchten/=wollen/=will =ich/=wir/=dann/=gern/=gerne/=das/=jetzt =gern/' +
    '=gerne/=dann/=das/=so/=jetzt/=verbindlich bestellen/buchen/abschließen/kaufen/zuschlagen/' +
    'unterschreiben/loslegen/beauftragen ! =nicht/=wenn/noch/erst/überlegen/=ob/stornieren/' +
    'zimmer_frei/taxi/pizza/=mal ! =letzt* ! alten',
  '=dann/=so/=gut =machma/=packma/=mach_mas/=machmas/=machen_wirs/=mach_wir/=nehmas/=nehm_mas ' +
    '=das/=es/=so ! termin/=bis/uhr',
  '=machma/=packma/=pack_mas/=machmas/=nehmas =das/=des/=so ! termin/=bis/uhr/pause/schluss',
  '=passt/=passts =bis/=mich/=dann/=nehm/=bestell/=machen =einbau/=liefer*/=lieferung/=montage/' +
    '=start/=einzug',
  '=schlage/=schlag =ich/=ein =ein/=zu ! =sie/vor/brief/papier',
  '=sie/=ihr =haben/=habt/=kriegen/=kriegt =meine/=mein/=meinen =zusage/=wort/=ja/=okay/' +
    '=unterschrift/=auftrag',
  '=verbindlich/=fest + bestellen/buchen/bestellt/zusagen/zugesagt/einplanen ! unverbindlich/' +
    '=nicht',
  '=wir/=ich =gehen/=gehe =mit + ihnen/euch ! essen/=nicht/mittag/kino/=vors/=gericht/durch/' +
    'punkte/liste',
  // In passing, and shorter.
  '=das/=dann/=so/=ja/=gut/=jawohl/=top/=prima =machen/=machma =wir/=mas/=ich ! termin/uhr/' +
    'montag/dienstag/mittwoch/donnerstag/freitag/samstag/sonntag/=bis/=immer/=meist/=intern/' +
    '=selber/=selbst/=morgen/=alle/=alles/=schon/=seit/=noch/=nicht/=nochmal/woche/januar/' +
    'februar/märz/später/schluss/pause/inventur/=mal/=auch/=am/=im/=oft/=bisher/=per/=mit_excel/' +
    '=wenn/=falls/=anders/=über/=dann_selber/=weiter ! =was ! =wie ! foto/liste/notiz/öffentlich/' +
    'publik & =das/=dann/=so',
  '=sag/=sage/=sagen =ich/=wir .. =zu/=ja/=okay ! =du/=sie_zu/=ja_nicht/=ja_immer/=ja_nur',
  '=wie/=wo =läuft/=geht/=mach/=mache/=funktioniert =das/=es/=ich .. bezahlen/bezahlung/zahlung/' +
    'überweisung/anzahlung/unterschrift/bestellen/bestellung & =jetzt/=dann/=denn ! rechnung_vom/' +
    'mahnung/rückerstattung',
  '=können/=könnt/=könnten/=kannst =ihr/=sie/=wir/=du =schon/=nächste/=nächsten/=gleich/=morgen/' +
    '=am/=im/=direkt/=heute .. anfangen/starten/loslegen/liefern/einbauen/montieren/festmachen/' +
    'abschließen/installieren ! präsentation/meeting/telefon*/schulung/besprechung/gespräch',
  '=bin/=wär/=wäre =soweit/=weit .. =unterschreiben/=drück/=klick/=wo/=bestellen',
  '=wo =drück/=klick/=klicke/=drücke =ich .. =drauf/=hin/=jetzt & =soweit/=bestell*/=kauf*/' +
    '=bezahl*/=dann/=gut',
  '=meine/=mein + =frau/=mann/=chef/=chefin/=partner/=partnerin/=bruder/=vater =sagt/=meint/=hat/' +
    '=ist/=will =ja/=okay/=ok/=einverstanden/=zugestimmt/=dafür/=auch ! =immer/=noch/=nicht/=ich/' +
    'gefragt/=ja_gesagt_dass/=hat_ja_gestern/=ist_ja/=will_ja/=ja_schon/urlaub/krank/=zu_viel & ' +
    '=ja/=okay/=ok/=einverstanden/=zugestimmt/=dafür/=auch_dafür ! hat_auch/ist_auch/will_auch_mal',
  'unterlagen/vertrag/papiere/angebot/dokumente =zur/=zum =unterschrift/=unterschreiben/' +
    '=abzeichnen ! noch_nicht/fehlt/wann_war',
  '=das/=den/=die/=termin .. =gleich/=jetzt/=fest/=direkt =festmachen/=fix_machen/=fixieren/' +
    '=eintüten/=klarmachen ! anruf/telefon*',
  '=eintüten/=klarmachen/=zuschlagen/=einlocken ! gerät',
  '=ich/=wir =sag/=sage/=sagen =zu/=ja/=dann_zu ! =ja_nicht/=ja_immer/=ja_nur/=ja/gesagt',
  '=hätt/=hätte/=hätten/=nehme/=nehm/=nehmen =ich/=wir =blaue/=blauen/=rote/=roten/=große/' +
    '=großen/=kleine/=kleinen/=schwarze/=schwarzen/=weiße/=weißen/=mittlere/=mittleren/=teure/' +
    '=teureren/=billige/=graue/=grauen ! gesehen/=wie ! termin',
  '=ich/=wir =nehm/=nehme/=nehmen .. =blaue/=blauen/=rote/=roten/=große/=großen/=kleine/=kleinen/' +
    '=schwarze/=schwarzen/=weiße/=weißen/=mittlere/=mittleren/=teureren/=graue/=grauen/=variante/' +
    '=option ! bus/bahn/linie',
  '=nehme/=nehm/=nehmen =ich/=wir =das/=ihr/=euer .. angebot =an/=gerne/=so ! =nicht ! =wenn',
  '=ich/=wir =nehme/=nehm/=nehmen =das/=ihr/=euer angebot =an/=gerne/=so ! =nicht ! =wenn',
  '=angebot + =angenommen ! =nicht',
];
