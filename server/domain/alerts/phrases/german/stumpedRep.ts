/** What German phrases show that the rep does not know, in the notation of pattern.ts. */
export const stumpedRep: readonly string[] = [
  '! sie_fragen/=haben_sie/hunger/zu_schätzen',
  '=weiß/=wüsste =jetzt/=leider/=gar/=ehrlich/=gerade/=auch/=so/=selber/=selbst/=grad/=gesagt/' +
    '=das/=nicht/=ned/=net/=spontan/=auswendig/=im nicht/ned/net/nix/nichts ! ob_sie/ob_ihr/' +
    'wie_es_ihnen/wie_viele_sie/wann_sie/was_sie/wie_sie/wo_sie/zeit_haben/gesehen_haben/=passt ' +
    '!1 ob =sie/=ihr',
  '=ich/=i =weiß/=wüsste =es/=das/=jetzt/=leider/=ehrlich/=gar/=auch/=da/=nicht/=ehrlich_gesagt ' +
    'nicht/ned/net/nix/nichts ! ob_sie/ob_ihr/wie_es_ihnen/wie_viele_sie/wann_sie/was_sie/' +
    'wie_sie/wo_sie !2 ob =sie/=ihr',
  '=das/=da =weiß/=wüsste/=weiss =ich/=i =nicht/=ned/=net/=leider/=auch/=gerade',
  'ehrlich/offen gesagt =keine/=nicht/=weiß/=weiß_ich/=blank/=überfragt/=keinen/=bin keine/nicht/' +
    'weiß/blank/überfragt/keinen ! begeistert/gefällt/problem',
  'keinen/kein/null schimmer/plan/blassen/dunst ! planer/termin ! bauplan',
  'überfragt/ratlos/überfordert',
  '=neu/erst =hier/=zwei/=drei/=einer/=team/=woche =bin/=da/=deswegen/=noch/=und & =weiß/' +
    '=noch_nicht/=nicht/=nie ! {your} & bin/seit',
  'bin =noch/=ganz/=neu/=hier =neu & =nicht/=nie/=fragen/=gehabt/=noch_nicht',
  'nicht/ned/net =ganz/=so/=hundertprozentig/=genau/=hundert/=prozent/=völlig/=wirklich/=im ' +
    '=sicher/kopf/parat/auswendig/hundertprozent ! versichert/sie_=sicher/sind_sie/fühlen',
  '=im kopf =hab/=habe =ich/=i nicht/ned/leider',
  'nicht/ned/net/grad_nicht parat/kopf/auswendig/vorliegen/griffbereit/greifbar ! passwort/ihnen',
  'kann/könnte =ich/=ihnen/=das/=leider/=so/=dazu/=da/=dir/=jetzt/=gerade/=spontan/=aus/=dem/' +
    '=stegreif/=auf/=auf_anhieb =nicht/=nichts/=keine/=gar/=ned/=genau/=leider =beantworten/' +
    '=sagen/=genau/=dazu/=erklären/=sicher beantworten/sagen/erklären/auskunft/genau_sagen/' +
    'angaben ! klagen/=warten/verstehen/hören/beschweren/gut/nur_=gutes ! name*/datenschutz/darf ' +
    '! {manager}',
  'kann nicht/nichts/keine beantworten/sagen/erklären/auskunft/angaben ! ob_sie/klagen/genug/' +
    'besser_sagen ! darf/datenschutz',
  'muss/müsste =ich/=da/=leider passen ! termin',
  '=da/=leider/=ich/=jetzt passen =muss/=müsste',
  'kollege/kollegin/techniker/experte/spezialist/fachabteilung =kann/=müsste/=muss/=weiß/=könnte ' +
    '=besser/=sicher/=genauer/=dann/=beantworten beantworten/besser/weiterhelfen/sagen/erklären/' +
    'genauer ! {your} ! termin/zeigen',
  '=kläre/=klär/=kläre_das/=checke/=check/=recherchiere/=prüfe/=schau =ich/=das/=es/=mal/=nach/' +
    '=ab =und/=ab/=für/=mal =melde/=melde_mich/=rufe/=dann/=geb/=gebe/=ruf & melde/rufe/ruf/' +
    'bescheid/zurück ! termin/=kalender/lieferung/liefertermin/paket',
  'melde mich/ich dazu/nochmal/später/sobald/damit/wieder =mit/=wenn/=sobald/=zu/=dazu/=der ' +
    'antwort/weiß/=geklärt/information/infos/rausgefunden/herausgefunden/dazu/genaueres',
  'gute/schwierige/knifflige/berechtigte/interessante frage =da/=die/=das/=hm/=puh/=muss/=weiß/' +
    '=kann/=nächste/=ehrlich/=leider/=keine/=da_muss =ich/=hm/=puh/=muss/=weiß/=frage/=gesagt/' +
    '=ahnung/=nicht ich/hm/puh/muss/weiß/=nächste/ahnung/nicht/passen ! beantworten_ja/' +
    'kriege_ich_oft/höre_ich/zeige ! kurz_zeigen',
  'noch/bisher/=mich nie/niemand/nicht gefragt/=gehört/=gehabt/vorgekommen/untergekommen/' +
    'beschäftigt/befasst/damit_zu_tun/gestellt ! =sie/=ihr/von_ihnen',
  'gefragt/=gehört/=gehabt noch_nie/noch_keiner/noch_niemand ! =sie',
  '=das/=die hat/hatte/habe =mich/=ich =noch/=bisher nie/niemand/keiner/nicht gefragt/=gehabt/' +
    'wissen ! =sie',
  'nicht/außerhalb mein/meinem/meiner/meines fachgebiet/gebiet/bereich/bereichs/thema/stärke/' +
    'expertise/fachgebiets/metier/baustelle/steckenpferd',
  '=mein/=meine fachgebiet/gebiet/thema/stärke/metier/baustelle nicht',
  'über/übersteigt mein/meinen/meine/meinem horizont/wissen/kenntnisse/wissensstand/verständnis ' +
    '! =ihr',
  'entzieht =sich/=leider meiner kenntnis',
  'erwischen/erwischt/haben =sie/=du =mich =jetzt/=da/=kalt/=auf/=gerade/=voll/=ganz =kalt/' +
    'erwischt/auf_dem_falschen/falschen_fuß ! zeit/gut/telefon/moment/gewonnen',
  '=da fragen/fragst =sie/=du =mich was/etwas/zu_viel/jetzt/was_leichteres ! gern',
  'fragen/fragst =sie/=du =mich viel/leichteres/besseres/jetzt_was',
  'äh/ähm/puh/hm/öh/uff/tja =äh/=ähm/=puh/=hm/=also/=ja/=da/=oh/=das/=gute =ich/=also/=da/=das/' +
    '=weiß/=muss/=keine/=äh/=frage/=bin/=wäre weiß/muss/müsste/keine/äh/bin/frage/nachschauen/' +
    'steht_hier/schwierig/passen ! anwesend/weiß_ich_noch/zuständig_für/pünktlich',
  '=auf =dem falschen fuß/schlauch',
  '=auf =dem schlauch',
  'auf_anhieb/aus_dem_stegreif/auswendig/aus_dem_kopf/spontan =leider/=kann/=weiß/=ich/=das/' +
    '=sagen nicht/leider/schwer/schwierig ! passwort/ihnen_auswendig',
  'verstehe/begreife/check/versteh frage/selbst_nicht/selber_nicht/auch_nicht/nicht_ganz_wie ! ' +
    '=sie/ärger',
  '=fällt =mir/=gerade/=dazu/=jetzt/=spontan nichts/gerade_nichts ein',
  'möchte/will/=würde/mag/mecht nichts_falsches/falsches/raten/spekulieren/nichts_versprechen/' +
    'keinen_mist/keinen_quatsch/keinen_blödsinn/keine_falsche ! zum_kauf ! anraten/beraten',
  'nur/bloß raten/vermuten/schätzen/spekulieren ! =wir/preis',
  'reine/reines vermutung/spekulation/ratespiel',
  'bin/=ich =da/=nur/=leider/=kein/=nicht/=auch =der/=kein/=nicht/=falsche/=die kein_techniker/' +
    'kein_experte/techniker/falsche_ansprechpartner/falscher_ansprechpartner ! termin ! kommt & ' +
    'nicht/kein/falsche/falscher',
  'komplett/völlig/total/gerade/jetzt/jetz blank/ratlos/überfragt',
  // More ways of saying it.
  '=habe/=hab =ich/=i =keine/=ka/=auch/=leider .. antwort/info/infos/information/informationen/' +
    'ahnung/unterlagen/angaben ! {your} ! =nicht_bekommen ! =sie',
  'keine =antwort/=information/=informationen/=info/=infos/=angabe/=angaben/=auskunft =drauf/' +
    '=dazu/=darüber/=darauf/=zu',
  'keine/keinen =genaue/=genauen/=konkrete =antwort/=zahl/=zahlen/=wert/=info/=infos =da/=dazu/' +
    '=parat/=vorliegen',
  '=sicher =bin/=weiß =ich =mir =da/=nicht nicht ! =gehen_sie_=sicher',
  '=sicher =bin =ich =mir/=da/=nicht =nicht/=da ! gehen',
  'steht/finde/find/sehe/seh =nicht/=auch_nicht/=nichts =in/=dazu/=drin/=bei/=auf =meinen/' +
    '=meiner/=den/=dazu/=mir/=unterlagen =unterlagen/=liste/=datenblatt/=mir/=dazu ! bestellung/' +
    'kundennummer/zahlung/lieferung/=sie',
  'nicht =in =meinen/=den/=unseren unterlagen/unterlage/datenblatt/liste ! zahlung/bestellung/' +
    'adresse ! =sie',
  'kenne/kenn =ich =mich =da/=leider/=gar/=nicht =nicht/=wenig/=kaum/=zu =so/=gut/=wirklich/=aus/' +
    '=wenig =aus/=gut_aus ! =sie',
  'kenne/kenn =mich/=ich =mich/=da =nicht/=wenig/=kaum =aus',
  '=mit/=da =kenn/=kenne =ich =mich .. =nicht/=kaum/=wenig =aus',
  '=ist/=wäre =mir =neu/=unbekannt/=nicht_bekannt/=nicht_geläufig ! =nicht_unbekannt',
  '=müsste/=müsst/=würde =ich/=jetzt/=da =lügen/=raten/=jetzt =lügen/=raten',
  '~erzählen/sagen/versprechen/behaupten/=raten =nix/=nichts/=keinen/=jetzt =falsches/=mist/' +
    '=quatsch/=unsinn/=schmarrn',
  '~=nix/=nichts/=keinen =falsches/=quatsch/=blödsinn/=mist/=unsinn erzählen/sagen/versprechen/' +
    'behaupten',
  '=frag/=frage/=hol/=hole/=ruf =ich =mal/=schnell/=kurz/=da/=eben =wen/=jemanden/=kurz/=schnell/' +
    '=mal =wen/=jemanden/=kollegen/=nach ! termin/=ihrem/=ihren/=ihrer/=sie/=namen',
  '=ich =frag/=frage/=hol/=hole =mal/=schnell/=kurz/=da/=eben/=lieber =wen/=jemanden/=kurz/' +
    '=schnell/=mal/=nach/=kollegen/=den_kollegen ! termin/wegen/=ihrem/=ihren/=ihrer/=sie/=namen',
  '=müssten/=müssen/=könnten/=sollten =sie/=da .. techniker/fachmann/entwickler/hersteller/' +
    'experten/kollegen/technik =fragen/=anrufen/=wenden ! =sie_ihren',
  '=hmm/=hm/=puh/=uff/=oh/=äh/=ähm/=tja/=oha + =keine/=weiß/=das/=da/=gute/=schwierig/=also ' +
    '=weiß/=muss/=müsste/=ahnung/=frage/=müsst ! =weiß_ich_noch/zuständig/anwesend/gut',
  'blank/schlauch/schwimmen/aufgeschmissen =bin/=steh/=stehe/=gerade/=ich/=da ! {your} & =ich/' +
    '=mir ! pool/fisch',
  // In passing, and shorter.
  '=weiß/=wüsste/=wüsst + =ich + =nicht ! =ob_sie/=ob_ihr/=wie_es_ihnen/=wann_sie/=was_sie/' +
    '=wie_sie/=wo_sie',
  '=weiß/=kennt/=macht =nur/=leider_nur =der/=die/=unser/=mein/=unsere kollege/kollegin/technik/' +
    'techniker/chef/fachabteilung/hersteller',
  '=oha/=puh/=uff/=oje/=hui/=ui/=hm/=hmm/=tja/=boah/=oh/=ui gute/schwierige/spannende/' +
    'interessante/fiese/schwere + frage',
  '=nicht/=ned =firm/=sattelfest/=bewandert/=tief/=kompetent/=drin/=eingearbeitet/=fit/=genug ! ' +
    'sie/ihr/datenblatt_drin/preis/enthalten/kaputt/kamera & =bin/=steck/=stecke/=da',
  '=steck/=stecke/=bin =ich =da/=nicht .. =nicht/=ned + =drin/=so_drin/=tief_drin',
  '=keine/=keinen =zahlen/=daten/=werte/=infos/=angaben/=ahnung/=unterlagen/=antwort/=erfahrung ' +
    '=dazu/=da/=drauf/=darauf/=vorliegen/=hier/=damit/=grad/=gerade/=im ! =sie/ihre/{your}',
  '=da/=darauf/=dazu/=dafür/=drauf =habe/=hab =ich =leider/=grad/=gerade/=jetzt/=auch/=keine/' +
    '=keinen/=nichts =keine/=keinen/=antwort/=zahlen/=infos/=daten/=erfahrung/=wert ! termin/' +
    'zeit/bedenken/einwand/platz/=plätze',
  '=habe/=hab =ich .. =keine/=keinen + antwort/zahlen/infos/daten/unterlagen/erfahrung/werte/' +
    'information ! {your}',
  '=ich =habe/=hab .. =keine/=keinen + antwort/zahlen/infos/daten/unterlagen/erfahrung/werte/' +
    'information ! {your}',
  '=lehn/=lehne/=lehnen =ich/=mich .. =aus =dem =fenster',
  '=aus =dem =fenster =lehnen',
  '=hatte/=hatt/=habe/=hab =ich .. =noch + =nie ! getrunken/gegessen/=sie/besucht/urlaub & ' +
    '=hatte/=hatt/=gehabt/=gefragt/=frage/=fall',
  '=erst =seit =letzter/=dieser/=letztem/=kurzem/=einer/=zwei/=drei/=gestern/=heute/=ein & =bin/' +
    '=arbeite/=da/=dabei ! =sie/ihr/angebot/filiale/verfügbar/produkt/modell',
  '=fragen/=fragst =sie/=du =besser/=lieber/=am_besten/=da .. hersteller/techniker/kollegen/' +
    'fachmann/technik/handwerker/steuerberater/architekten ! {your}',
  '=gestehen/=zugeben/=ehrlich/=passen/=sagen .. =weiß/=wissen/=überfragt =ich/=nicht .. =nicht',
  '=dazu/=da/=darüber/=hierzu =habe =ich .. =keine/=keinen/=nichts + info/infos/information/' +
    'informationen/angaben/unterlagen/daten/zahlen/wissen/antwort/=ahnung/=vorliegen',
  '=nicht + =bekannt/=geläufig & =mir/=ist ! =ihnen/=sie',
];
