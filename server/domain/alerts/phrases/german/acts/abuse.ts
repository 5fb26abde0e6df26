/** German speech acts that scorn or threaten the rep, of classes of words. In the notation of pattern.ts. */
export const abuse: readonly string[] = [
  '=sie/=du/=ihr/=se/=dir/=ihnen/=sind/=bist/=seid/=so/=so_ne/=so_ein/=so_eine .. {insult_word} ' +
    '! nicht_so_dumm/bin_ich/ich_bin/bin_so/war_ich/war_so/mein_hund/die_katze/kinder/zum_essen/' +
    'filet/braten/tierarzt/stall/dumme_frage/blöde_frage/doofe_frage/dumm_gelaufen/blöd_gelaufen/' +
    'so_blöd/zu_blöd/zu_dumm/zu_doof/wasserflasche/flasche_wein/gasflasche/null_komma/' +
    'null_problem/null_eins/null_zwei/acht_null/null_drei/nummer/vorwahl/postleitzahl/euro/minus/' +
    'unter_null/vierhundert/auf_null/paket/packung/pack_ich/packen/made_in/sack_zement/säcke/' +
    'auflage/dreck_weg/dreckig/dreck_unter/computer/drucker/gerät/das_ding/blödes_ding/monster/' +
    'schatz/scherz/haha/ha_ha/schachtel/pfeife_rauch/esel_gehen/kuh_stall/milch/hof/zucht/tier/' +
    'tiere/henne_und/ratten_im/mäuse/schädling/ködern/zecken/impfung/lappen_und/lappen_dabei/' +
    'opfer_von ! =dumme_frage',
  '{harm_act} .. =dich/=sie/=euch/=dir/=ihnen/=raus_wo & =wohn*/=wo/=klein*/=stimme/=hund*/' +
    '=warte/=draußen/=nur/=fresse/=hals/=gesicht/=noch/=schon/=namen/=heim/=zuhause/=parkplatz ! ' +
    'gutes/gut/schönen/gerne/bestellung/lieferung/adresse_nicht/rechnung/gesellschaft/webseite/' +
    'kontakt/filiale ! wie_finde ! kriegen_wir_hin/kriegen_sie_hin/kriegen_wir_schon',
  '=weiß/=find/=finde/=rausfinden/=kriege/=krieg + =ich/=raus/=i/=schon .. =wo + =sie/=du/=ihr/' +
    '=se .. wohn*/arbeit*/parken/parkst/sitzen/sitzt/=her_kommen/=kind* ! lieferung/techniker/' +
    '=sie_hin_wollen',
  '=gehörst/=gehören/=gehört/=gehörn + =an/=in/=ins/=auf/=weg/=alle .. wand/klapse/knast/' +
    'gefängnis/klapsmühle/gosse/müll/weggesperrt/eingesperrt/entsorgt/erschossen/vergast/' +
    '=abgeschoben ! müll_gehört/tonne/papier',
  '=entsorgt/=entsorcht/=vergast/=abgeschoben/=ausgerottet & =du/=sie/=ihr/=wat/=euch/=so_was/' +
    '=so_wat/=gehört/=jehört ! tonne/altglas/sondermüll/batterien/möbel/gerät/wann_wird',
  '=können/=könn/=kannst/=kann .. =nich/=nicht/=nit/=ned/=net + =mal/=einmal/=amal/=bis_drei + ' +
    '=deutsch/=lesen/=rechnen/=zählen/=schreiben/=zuhören/=richtig & =sie/=du/=se ! ich_kann/' +
    'mein/kind',
  '=halt/=halten/=haltet + =endlich/=einfach/=jetzt/=sie/=mal/=den/=die/=dein/=deine/=ihr/=ihre/' +
    '=euer/=sie_den/=sie_die/=doch + =maul/=mund/=klappe/=schnauze/=fresse/=goschn/=rand/=gosch/' +
    '=babbel/=klappn/=gusch',
  '=was/=hast/=haben .. =du/=sie/=hübsche* .. =an/=drunter & =anhaben/=anhast/=drunter/=trägst/' +
    '=tragen/=süße/=schatz/=stimme ! bestellt/angebot/preis',
];
