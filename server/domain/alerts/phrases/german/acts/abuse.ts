/** German speech acts that scorn or threaten the rep, of classes of words. In the notation of pattern.ts. */
export const abuse: readonly string[] = [
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
