/** German deeds that scorn or threaten the rep: who does what with what, as classes of words. In the notation of pattern.ts. */
export const abuse: readonly string[] = [
  '~=sie/=du/=ihr + =sind/=bist/=seid/=freche/=verlogenes/=mieser/=miese/=elender/=elende/' +
    '=dumme/=dummer/=blöde/=blöder/=hirnlose/=kleiner/=kleine/=unverschämte/=unfähige/' +
    '=unfähiger/=verlogene/=verlogener/=dreckiger .. =göre/=kuh/=stück/=wicht/=abzocker/' +
    '=betrüger/=lügner/=idiot/=idioten/=affe/=affen/=trottel/=penner/=dreck/=versager/' +
    '=schlampe/=sau/=schwein/=schnösel/=bande/=verbrecher/=halsabschneider/=hornochse/=depp/' +
    '=deppen/=pfeife/=pfeifen/=niete/=nieten ! =ich_bin/=mein/=kater/=hund',
  '~=nicht/=kein/=keinen/=wohl/=nie .. =hauptschule/=schulabschluss/=schule/=lesen/=hirn/' +
    '=gehirn/=deutsch .. =geschafft/=gelernt/=sprechen/=können/=abschluss/=besucht/=verstehen ' +
    '& =sie/=du/=ihr/=euch ! =mein_sohn/=meine_tochter/=mein_deutsch',
  '~=steck/=stecken/=schieb/=schieben/=schieben_sie .. =dir/=sie/=ihnen/=sich/=euch .. ' +
    '=sonst_wohin/=sonstwohin/=hintern/=arsch/=hut',
  '~=leck/=lecken/=leckts + =mich/=mi/=sie_mich',
  '~=schämen/=schäm/=schämt + =sie/=dich/=euch + =sich/=sich_nicht/=dass/=was/=eigentlich/' +
    '=nicht/=überhaupt',
  '~=halt/=halts/=halten + =die/=den/=dein/=deinen/=maul/=ihren/=einfach + =fresse/=klappe/' +
    '=maul/=mund/=schnabel ! =spaß',
  '~=sie/=du + =pfeife/=armleuchter/=flasche/=würstchen/=idiot/=trottel/=vollidiot/=depp/' +
    '=clown/=nichtskönner/=versager/=lügner/=betrüger',
  '=armes/=kleines/=dummes + =würstchen/=licht/=telefonmädchen/=mädchen/=huhn ! =mein',
  '=mit + =frauen/=ausländern/=so_einer/=so_einem/=solchen + =diskutier/=diskutiere/=rede/=red ' +
    '+ =ich',
];
