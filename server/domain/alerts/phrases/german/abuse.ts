/** What German phrases insult or threaten, in the notation of pattern.ts. */
export const abuse: readonly string[] = [
  '! =ich_idiot/=ich_depp/=ich_trottel/=bin_so/=bin_ich_so/=bin_ich_blöd/=ich_bin_ja/' +
    '=ich_bin_ein/=bin_ich_ein/=i_bin/=ich_=war_so/dumm_gelaufen/blöd_gelaufen/dumme_frage/' +
    'blöde_frage/dumme_idee/blöde_idee/idiotensicher/nicht_dumm/nicht_blöd/lächerlich_einfach/' +
    'lächerlich_günstig/lächerlich_wenig/keine_dumme',
  // Said to them.
  '=sie/=du/=ihr/=ihnen/=euch/=seid/=bist/=sind/=so/=solche/=solch/=lauter/=alle/=haufen/=bande/' +
    '=verein {insult} ! scherz !1 =null',
  '=bist/=seid/=sind {creature} ! scherz ! =war_ein_=witz ! katze/tierarzt/müde ! haben !2 frage',
  '=sie/=du/=ihr + {creature} ! haben/brauchen/nehmen/trinken/kaufen/bestell* !3 wasser/füttern/' +
    'stück',
  '=sie/=du/=ihr + {insulting} + {creature}',
  '{insulting} + {creature} ! {own}/=mein ! haben ! =ein_blöder/=blöder_=witz',
  '=was =für/=sind/=fürn =ein/=eine/=sie/=n/=ne/=ihr {insult}/verein/firma/saftladen/chaosladen ' +
    '! netter/nette/schöner/=schöne/toller/tolle/tolles/gute/guter/firma_sind/geld !3 =sie_sind ' +
    '& {insult}/saftladen/chaosladen',
  '{insult} =seid/=sind/=bist/=sie/=ihr/=du =ihr/=sie/=du/=alle/=doch/=allesamt ! müde/hund/' +
    'katze ! wasser',
  '=sie/=du/=ihr {insulting}/kleiner/kleines/kleine/dummer/alter/alte {insult} ! hund/katze/=haus',
  '{insulting} {insult}/verein/laden/haufen/bande/person/weib/bagage/gesellschaft/firma !2 =mein/' +
    '=meine ! hund/katze',
  '=sind/=bist/=seid =sie/=du/=ihr {insulting} !2 nicht ! =schön ! nett ! =mir/günstig ! hund',
  '=sie/=du/=ihr =sind/=bist/=seid/=san {insulting} !2 nicht ! nicht_auf_den ! günstig/nett',
  '{insulting} =sind/=bist/=seid =sie/=du/=ihr/=eigentlich ! günstig/nett',
  '{swearing} ! scheibe/=schatz/=ich_selber !2 =mein/=meine/=unser/=das_wetter ! toilette',
  '=ihr/=ihre/=ihren/=ihrem/=euer/=eure/=euren/=eurem/=dein/=deine/=deinen/=mit/=so/=son scheiß*/' +
    'scheiss*/drecks*/verdammte*/verfluchte*/beschissen*/verkackte* ! wetter/regen/kälte/montag/' +
    'tag ! =meine/=meinem/=meinen',
  'scheiße/scheiß/scheiss/dreck/mist =mit/=von/=bei/=bauen/=verkauft/=erzählen euch/ihnen/sie/' +
    'ihr ! wetter & scheiß*/scheiss*/dreck',
  'halten/=halt/haltet/=halts klappe/mund/schnauze/maul/fresse/goschn/rand/babbel ! =ich_=halt/' +
    '=ich_halte',
  '=zu/=selten/=viel dumm/blöd/doof/dämlich/unfähig/faul/deppert um/für/zum/=sie/=ihr/=ist =das/' +
    '=zu/=dafür/=sie/=einen/=lesen/=schreiben/=ihr/=denken/=rechnen/=zuhören ! =ich/=mir/=wir ! ' +
    '=bin',
  '=sie/=ihr/=du/=eigentlich =zu {insulting} =zum/=um/=für/=oder',
  'lernt/lernen/lernst/können/kannst ihnen/euch/deutsch/lesen/zuhören & =nur/=dumm/=deutsch/' +
    '=oder/=nicht & deutsch/lesen/rumlabern/zuhören ! polnisch/englisch/kurs/rumänisch',
  'sprechen/sprechts/können/verstehen überhaupt/eigentlich/kein/keiner =kein/=richtig/=überhaupt ' +
    'deutsch',
  'noch/nicht/eigentlich =mehr/=ganz/=alle/=nicht ganz_=dicht/ganz_sauber/ganz_bei_trost/' +
    'alle_tassen/alle_latten/tassen/latten_am/am_zaun/gebacken/sinne/gescheit',
  'haben/hast/habt/ticken/spinnen/spinnt/spinnst =sie/=ihr/=du =eigentlich/=noch/=nicht/' +
    '=nicht_mehr/=überhaupt/=ja/=wohl/=einen/=den/=kein noch_alle/gehirn/hirn/tassen/spinnen/' +
    'ganz_=dicht/verstand/richtig/latten/vogel/schuss/knall/sprung_in ! termin/kamera',
  'spinnen/ticken/spinnst/spinnt + sie/ihr/du ! spinnennetz/server',
  '=sie/=ihr/=du + =spinnen/=spinnt/=spinnst ! server/drucker/gerät/internet/maschine',
  'sind/=bist/seid =sie/=du/=ihr taub/begriffsstutzig/schwer_von_begriff/behindert/' +
    'zurückgeblieben/bescheuert/verrückt_geworden/noch_ganz/besoffen/betrunken/bekloppt/' +
    'noch_ganz_bei/auf_den_kopf ! krankgeschrieben/erkältet/wieder',
  '=auf =den kopf gefallen',
  'vollidiot*/volltrottel*/vollpfosten/idiotenladen/idiotenverein/saftladen/sauladen/drecksladen/' +
    'verbrecherpack/verbrecherbande/betrügerbande/gaunerbande/lumpenpack/abzockerladen/' +
    'verbrecherverein/rassist*/affenladen/kasperltheater/kindergarten_hier ! vor_abzock*',
  'labern/laber/labert/laberst/sülzen/schwafeln/quatsch/quatschen =mich/=nicht/=hier/=mir/' +
    '=keinen/=keine/=so voll/scheiße/müll/dreck/scheiss/scheiß/blöd/dumm/nicht_voll',
  'dumm/blöd/dämlich/deppert =daher/=rum/=herum/=zu daherreden/daherzureden/daher_zu/rumlabern/' +
    'rumquatschen/rumzulabern/anmachen/anmacht/herumreden/daher/reden ! =ich',
  'rauben/raubst/stehlen/stiehlst/klauen letzten_nerv/nerv/zeit ! keine_zeit',
  'gehen/geht/gehst =auf =den/=die/=tierisch sack/keks/eier/zeiger/geist/senkel/nerven ! =das/' +
    '=es/wetter/kinder ! nicht',
  'keinen/kein/ohne funken/=bisschen/jedes verstand/anstand/hirn/gehirn/rückgrat',
  '=zu nichts/gar_nichts zu_gebrauchen/fähig/nutze/taugt',
  'verarschen/verarscht/verarsche/verarscht_ihr ! nicht_verarschen_lassen',
  'schämen/schäm =sie/=euch/=dich =sich/=euch & =was/betrüger/verlogen*/dreck*/gesindel/pack',
  'bande/haufen/verein =von/=aus betrügern/verbrechern/gaunern/idioten/deppen/amateuren/lügnern/' +
    'versagern',
  'faules/freches/dummes/elendes/asoziales/=ihr/=so_ein/=solches pack/gesindel ! wir_packen/=wir',
  // Threats.
  'wissen/weiß/finde/finden =ich/=wo/=wir =wo/=schon/=raus/=heraus sie/du/ihr wohnen/wohnst/' +
    'arbeiten/arbeitest/sitzt/sitzen/wohnt/parkst/parken ! kaffee/besuch/liefer*/adresse_für ! ' +
    '{own} ! =nicht',
  'gnade =dir/=ihnen/=euch gott',
  '=dann/=gleich/=sonst/=da knallts/knallt/kracht/krachts/scheppert/schepperts/setzt_es/setzts/' +
    'gibts_was ! tür/drucker/gewitter/silvester/es_so_=laut',
  'polier/poliere/schlag/schlage/=hau/=haue/prügle/verprügle/brech/breche/=tret/=trete/zerlege/' +
    'zerleg fresse/eine/maul/=gesicht/knochen/=zähne/nase/arsch/rein/laden/=hintern/schädel/grün ' +
    '! vor/angebot',
  'schlage/=hau/=haue/prügle/verprügle ihnen/dir/sie/ihn/euch eine/eins/fresse/maul/=gesicht/' +
    'rein ! vor',
  '=aufs/auf_die/auf_das/in_die maul/fresse/schnauze ! lachen/geschrieben/creme/sonne/=fallen/' +
    'gefallen/=ich_bin',
  '=sie/=dich/=euch/=ihn umbringen/abstechen/erschießen/totschlagen/erwürgen/abknallen/' +
    'kaltmachen/fertigmachen/fertig_machen ! =mich_um',
  'bringe/bring um !3 =mich ! vorbei',
  'mache/mach/machen =fertig/=kaputt/=kalt/=platt/=noch fertig/kaputt/=kalt/platt ! termin/' +
    'angebot/vertrag/unterlagen/papiere/rechnung/=ihn/=das/=alles ! =mich',
  'werden/=wirst/werdet bereuen/bereut/büßen/leid_tun/kennenlernen ! =wir/nicht',
  '=mich kennenlernen/kennen_lernen & =noch/=werden/=wirst/=dann ! gerne/freue',
  'passen/pass =sie/=du =auf/=bloß/=mal auf =dass/=wenn/=was ihnen/dir/erwische/passiert/finde/' +
    '=hau ! =kalender & erwische/passiert/=hau/finde/auto/reifen',
  'reifen/auto/bude/laden/hütte/=haus zerstechen/zerstech/anzünden/abfackeln/anstecken/abbrennen/' +
    'niederbrennen/kurz_und_klein/zerlegen ! holz/ofen/kamin',
  'zünde/zünd/fackel/fackle/brenne/steck =die/=den/=das/=euren/=ihnen/=bude bude/laden/hütte/' +
    '=haus/büro/auto',
  // Against somebody's dignity.
  '=na/=hey/=he/=komm/=ey/=bist/=bist_du {flirt} ! =moment/kinder/=mein/tiere/=eine_kleine/' +
    '=die_kleine/größe/=kleine_frage/=kleine_änderung ! computer/frage/bestellung/enkel*',
  '=was/=welche =hast/=haben/=trägst =du/=sie =denn/=da/=gerade/=heute/=unten/=drunter an/' +
    'drunter/unterwäsche ! internet/heizung/licht/maschine/gerät/fernseher/anlage/angebot ! ' +
    'da_an_der',
  'rotlicht/puff/sexhotline/telefonsex/titten/möpse/sexy/nacktfoto*/blasen_mir/vernaschen/' +
    'flachlegen/mit_mir_ins_bett ! rotlichtlampe/laubbläser ! =kind/=kinder/luftblasen',
  'geile/scharfe/heiße/erotische/sexy =stimme/figur/schnitte/braut/lippen',
  '=stimme bett/rotlicht/puff/kopfkino',
  'geh/gehen/gehts/zurück/scher =sie/=doch/=zurück/=dahin/=dich/=wo zurück/dahin/=heim/land/' +
    '=nach herkommen/herkommst/hingehörst/hingehören/heimat/land/urwald/busch & du/sie/=dich',
  '=frauen/=weiber/=frau/=weib =gehören/=sollten/=können/=keine/=hinter/=am/=an/=und/=zurück ' +
    'herd/=küche/technik/ahnung/einparken ! {own} & =gehören/=gehört/weib/weiber',
  // More ways of saying it.
  '=können/=kannst/=könnt =mich =mal/=alle/=gern/=kreuzweise ! zurückrufen/anrufen/hören/' +
    'verbinden/erreichen/sehen/anschreiben/informieren',
  '=sie/=ihr/=du =können/=könnt/=kannst =mich =mal/=alle/=gern/=kreuzweise ! zurückrufen/anrufen/' +
    'hören/verbinden/erreichen/sehen',
  '=einen/=eine =an/=am/=in =der waffel/klatsche/schüssel/birne/marmel/erbse ! eis',
  '=sie/=hast/=haben/=habt/=ihr/=du =doch/=sie/=ja/=wohl/=nicht =nicht =mehr =alle ! alle_da/' +
    'alle_beisammen_sein/bestellungen',
  '=dich/=euch/=sie =mach/=mache =ich =fertig/=kalt/=platt/=kaputt ! unterlagen',
  'verrecken/verreckt/verreck/krepieren/krepiert/krepier ! akku/motor/gerät/maschine/pflanze*',
  '=gehören/=gehört =eingesperrt/=knast/=gefängnis/=gitter/=irrenhaus/=weggesperrt/=klapse',
  '=sie/=ihr/=du =gehören/=gehört/=gehörst .. eingesperrt/knast/gefängnis/gitter/irrenhaus/klapse',
  'freundchen/bürschchen/fräulein/mädchen & =dich/=du/=dir/=kleines/=jetzt ! {own}/enkel*/kind/' +
    'tochter',
  '=mit/=von =frauen/=weibern/=ner_frau/=einer_frau/=ausländern =diskutier/=diskutiere/=rede/' +
    '=red/=lasse/=lass ! {own}',
  'hirn/gehirn =geschissen/=amputiert/=vergessen/=abgegeben/=eingeschaltet/=ausgeschaltet/' +
    '=einschalten/=benutzen',
  '=zum kotzen & =sie/=ihr/=euch/=du/laden/=ihnen',
  '=kotzen/=kotzt =mich/=sie/=ihr =an/=mich =an ! wetter',
  '=so/=son =ein/=eine/=n/=nem + {insulting} + geschwätz/gelaber/gequatsche/geschwafel/gesülze',
  // In passing, and shorter.
  '=nicht/=noch/=eigentlich =mehr/=ganz + =dicht/=sauber/=bei_trost/=knusper ! fenster/dach/rohr/' +
    'leitung/tür/hahn/ventil/flasche/verpackung',
  '=ganz + =dicht ! fenster/dach/rohr/leitung/tür/hahn/ventil/flasche/verpackung & =bist/=sind/' +
    '=seid',
  '=hau/=haut/=hauen =ab/=bloß/=sie =ab/=du ! vogel_haus',
  '=wie + =blöd/=dumm/=bescheuert/=dämlich/=unfähig/=doof =kann/=muss/=seid/=sind/=bist =man/' +
    '=ihr/=sie/=du ! =ich',
  '=in =die =finger =krieg/=kriege/=bekomme/=bekomm/=kriegen & =sie/=dich/=euch/=den/=die',
  '=sie/=dich/=euch =in =die =finger',
  'reiß/reiße/dreh/drehe =kopf/=arsch/=hals/=eier',
  '=vom wilden =affen gebissen',
  '=pass/=passen/=passt =auf =wenn/=was/=dass/=sonst .. =nachhause/=heim/=passiert/=gehst/=gehen/' +
    '=rauskommst/=begegne*/=erleben/=treffe/=auto/=haus ! kinder/straße_glatt',
  '=verschwinde/=verschwinden =sie/=aus/=du .. =leben/=blödmann/=endlich/=hier',
  '=sie/=du/=ihr =sind/=bist/=seid .. =das/=der/=die =dümmste/=blödeste/=letzte/=unfähigste/' +
    '=schlimmste/=dämlichste ! =woche/mal/rechnung/moment',
  '=dümmste/=dümmsten/=unfähigste/=unfähigsten =firma/=laden/=mensch/=person/=verein/=haufen/' +
    '=hotline/=leute ! {own}',
  '=so + =eine/=ein/=was + {insulting} + =person/=kerl/=typ/=frau/=mensch/=weib',
  '=du/=ihr/=sie .. =nur/=laberst/=labert/=labern/=erzählst/=erzählen/=erzählt/=redet/=redest/' +
    '=verkauft/=baut + =scheiße/=scheiß/=scheiss/=dreck/=müll/=mist/=bullshit ! =ich/müllabfuhr',
  '=so/=du/=was_für/=ihr + =ein/=arsch/=ärsche + =arsch/=ärsche/=arschloch',
  '=du/=sie + =arsch/=drecksau/=sau/=ratte/=vogel',
];
