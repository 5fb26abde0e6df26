/** What German phrases ask for somebody above the rep, in the notation of pattern.ts. */
export const asksForManager: readonly string[] = [
  // A manager of theirs.
  '{your} {manager} {talk} ! grüß*/danke/nett/freundlich/gesagt/versprochen/toll/lob/loben',
  '{talk}/bringen/schicken/verlange/brauche {your} {manager} ! grüß*/danke/nett/freundlich/' +
    'gesagt/versprochen/toll/lob/loben ! =ob',
  '{wish} {your} {manager} ! grüß*/danke/nett/freundlich/gesagt/versprochen/toll/lob/loben/' +
    'gratulieren ! =haben_wir/=wissen/=sieht/=machen',
  '{put_through} {your} {manager} ! grüß*/danke',
  'soll/sollen/muss/kann/könnte {your} {manager} mich/mir/uns/anrufen/zurückrufen/melden/rufen',
  '{your} {manager} soll/muss/kann/könnte mich/mir/uns/anrufen/zurückrufen/melden/rufen/mal/jetzt',
  '=wer ist/=wäre {your}/=hier/=da/=bei {manager} ! für',
  '=wer ist/=wäre zuständig/verantwortlich/chef/boss ! für',
  '=wer steht/sitzt =denn/=noch/=über =über/=höher/=ihnen',
  'name/namen/nummer/durchwahl/kontakt/adresse/mailadresse/e-mail-adresse =von/=ihres/=ihrer/' +
    '=der/=des/=vom/=ihrem {manager} ! {own}',
  // A manager, whoever it is.
  '{wish} {manager} !3 {own} !2 für !3 =werden ! muss_ich/müsste_ich/zugang/lizenz/lizenzen/' +
    'ansprechpartner/überraschen/fragen',
  '{put_through} {manager} !3 {own} ! muss_ich/müsste_ich/zugang/lizenz/lizenzen/termin_mit',
  'sprechen/reden/rede/red/unterhalten/telefonieren/verhandeln/=klären =mit/=zum/=zur {manager} ' +
    '!3 {own} ! muss/müsste/muß/sollte/=gesprochen/=geredet',
  'bitte {manager} ! für/{own}/anrede/frage_an',
  'verlange/fordere/bestehe {manager}',
  'beschwere/beschweren/beschwerde/wende/wenden {manager}',
  // Somebody who may decide.
  '=jemand/=jemanden/=jemandem/=wen/=wer/=wem/=einer/=einen/=einem/=eine/person/leute {has_say} ' +
    '! kollegen/=ich/=für/bei_uns/hilfe/zugang !3 {own} ! bin/sind/=war',
  '~=jemand/=jemanden/=jemandem/=wen/=wer/=wem/=einer/=einen/=einem {has_say} & {wish}/' +
    '{put_through}/ruft/rufen/muss/soll ! kollegen/für/bei_uns !3 {own}',
  '=mit/=zu/=zum/=an/=von/=den/=dem/=der =jemand/=jemandem/=einem/=dem/=der/=den/=wem {has_say} ' +
    '! bei_uns/muss_ich_noch !3 {own}',
  '=wer hat/haben =sagen/hut',
  '=wer ist zuständig/verantwortlich/weisungsbefugt ! für',
  '=an/=bei =wen/=wem kann/muss/darf/soll =ich/=wir beschweren/wenden/höher/entscheiden/' +
    'entscheidet',
  '=wo/=wie kann/muss =ich/=man =mich beschweren',
  '=jemand/=jemanden/=jemandem =anderen/=anderem/=anders sprechen/reden/verbinden ! für',
  '=mit ihnen/dir/euch komme/komm/rede/red/diskutiere =ich/=wir nicht/nimmer ! ' +
    'weiter_mit_dem_programm & chef/wer/jemand/=andere/=anderen',
  '=jemand/=jemanden/=wen/=einen/=einer =der/=die/=mit =sich/=wirklich/=mehr/=mal/=da/=mir/=was ' +
    'auskennt/auskennen/weiterhelfen/kompetenz/kompetenzen/zu_melden/zu_sagen/entscheiden/' +
    'entscheidet ! für/kollegen',
  // A level higher.
  'eine/=ne/=nächste/nächsthöhere/höhere etage/ebene/stufe/instanz/stelle/hierarchieebene höher/' +
    'darüber/drüber/weiter_=oben/rauf/=nach_=oben/bitte/sprechen/geben/=klären/tragen ! heizung/' +
    'temperatur/wohne/wohnen/liefer*/lüfter/stellen_sie_die',
  'an/zur/zu/auf/=nächste/=nächsten höhere/höheren/=nächste/=nächsten/nächsthöhere/nächsthöheren ' +
    'ebene/instanz/stelle/position ! haltestelle',
  'führungsebene/leitungsebene/chefetage/chefsache',
  'eskalieren/eskaliere/eskaliert/eskalation ! eskalationsprozess/matrix/wie_läuft/bei_uns ! ' +
    'nicht',
  'über =ihren/=ihrem/=deinen kopf/hierarchie',
  '=nach/weiter/ganz =oben geben/leiten/tragen/weitergeben/weiterleiten/eskalieren/sprechen/' +
    'reden/beschweren ! fragen',
  'beschwerdestelle/beschwerdeabteilung/beschwerdemanagement/reklamationsabteilung ! bei_uns/' +
    '{own}',
  // More ways of saying it.
  '! die_=leiter/eine_=leiter/=leitern/telefonleitung/internetleitung/wasserleitung/stromleitung/' +
    'anleitung/bedienungsanleitung/einleitung/rohrleitung/gasleitung/standleitung/datenleitung/' +
    'zuleitung/weiterleitung/umleitung/halbleiter/blitzableiter/sprossen/in_der_leitung/' +
    'auf_der_leitung',
  '{manager} anrufen/zurückrufen/rückruf/melden/an & mich/mir/uns/rufen/ruft/bitte/erwarte !3 ' +
    '{own} ! =ist/sitzt/geht/muss_ich/fragen',
  'rufen/ruft/melden/meldet/rückruf {manager} !3 {own}',
  '~=keinen/=keiner/=niemanden/=niemand/=keine =der/=die/=mit {has_say}/helfen/anschauen ! {own} ' +
    '& =gibt/=haben/=habt/=ist/=denn ! =ich/=wir',
  '~=haben/=habt/=gibt =keinen/=keine {manager}',
  '=wer ist/=wäre zuständig & nicht_weiter/=bei_ihnen/=bei_euch & weiter/bringt/sinn',
  '=an wen/=wem =geht/=geb/=gebe/=muss/=kann/=wende nächst*/weiterkommen/wenden/höher/über',
  'lieber/gleich/direkt =dem/=der/=chef/=mit/=direkt/=den {manager} ! {own}/muss/mein',
  '=wer/=der/=jemand/=wen =anders/=da/=sonst =da/=der/=noch mehr =weiß/=darf/=kann/=und',
  '=zu/=viel =klein/=unwichtig =ich/=brauch & {manager}',
  '=so/=jetzt/=eben/=gleich/=bitte beschwerdestelle/beschwerdeabteilung/beschwerdemanagement',
  // In passing, and shorter.
  '{manager} & sprechen/reden/verbinden/verbindense/ich_will/will_ich/möchte_ich/ich_möchte/hätt/' +
    'hätte/soll/telefon/zurückrufen/anrufen/durchstellen/weiterreichen/holen ! {own} {manager} ! ' +
    'muss_ich/müsste_ich/muss_erst/=fragen/=sag/grüß*/=war/ich_bin/besprechen_wir/mein/unser/' +
    'unsere/bei_uns/meisterstück/für_den/zugang/lizenz/danke/nett ! =ist_im/wenn_der/sobald ! ' +
    '=dass_der ! zentrale_lüftung',
  '=eine/=auf/=ne/=höhere/=anderen/=andere/=nächste + stufe/ebene/etage/position/instanz =hoch/' +
    '=höher/=besprechen/=klären/=reden/=weiter/=rauf/=oben ! heizung/temperatur/wohn*/liefer*/' +
    'lüfter/aufzug',
  '=auf =einer/=anderer/=höherer + =anderen/=höheren/=ebene ebene ! projekt*',
  '=person/=jemanden/=jemand/=einer/=einen/=den/=leute/=kollege/=wen/=dem =die/=der/=das/=mit/' +
    '=welche =das/=mehr/=so/=hier/=verantwortung/=sowas/=wirklich entschieden/freigeben/' +
    'freigegeben/genehmigen/=entscheiden/trägt/zu_sagen/verbockt ! {own}_kolleg*/bei_uns/' +
    'muss_ich/für',
  '~=haben/=gibt/=ist =denn/=keinen/=wen/=jemanden/=niemanden/=noch/=wer/=keiner =über =sich/' +
    '=ihnen/=dir',
  '=weiterreichen/=durchreichen/=weitergeben =an/=zu =die/=den/=jemanden .. =über/=chef/=oben/' +
    '=höher',
  '=wer =ist/=wär .. {manager} =von ihnen/euch/dir/hier',
  '{put_through} .. =oben ! =oben_links/=oben_rechts/=da_oben/regal/stock',
  '~=kann/=könnte/=soll/=muss/=darf .. {your} + {manager} .. =entscheiden/=machen/=anschauen/' +
    '=klären/=regeln/=freigeben/=drüberschauen/=kommen',
];
