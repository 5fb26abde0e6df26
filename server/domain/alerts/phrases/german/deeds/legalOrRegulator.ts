/** German deeds that bring in the law or an authority: who does what with what, as classes of words. In the notation of pattern.ts. */
export const legalOrRegulator: readonly string[] = [
  '{law_person} & =sie/=ihnen/=euch/=ihr/=dir/=hören/=post/=schreiben/=frist/=freut/=übergeben/' +
    '=übergebe/=einschalten/=schalte/=sagt/=meint/=liegt/=geht/=klopft/=kümmert/=meldet/' +
    '=gespräch & =ich/=mein/=meine/=meinem/=meinen/=unser/=unsere/=wir/=das/=bei/=der/=dann ! ' +
    '=bitte_verbinden ! {law_ordinary}',
  '{agency} & =ich/=wir/=i/=das/=mein/=die/=dann/=schon & =melde/=melden/=meld/=vorlegen/=leg/' +
    '=lege/=schreibe/=schreib/=schreiben/=ruf/=rufe/=rufen/=anrufen/=ausgedruckt/=formular/' +
    '=beschwerde/=beschwere/=beschweren/=wende/=wenden/=gehe/=geh/=geht/=gehen/=schalte/' +
    '=einschalten/=informiere/=informieren/=eingereicht/=einreichen/=sagen/=sagt/=liegt/=dran/' +
    '=gefragt/=angefragt/=termin/=interessiert/=interessieren/=freut/=freuen/=übergeben/' +
    '=anzeige/=erfahren/=prüfen/=gewandt ! =einbruch ! {law_ordinary}',
  '{court} & =ich/=wir/=sie/=ihnen/=euch/=mein/=meine/=ihr/=uns/=dann/=sehen/=sonst ! ' +
    '=keine_anzeige_auf ! {law_ordinary}',
  '=rechtlich/=gerichtlich/=juristisch + =gegen/=vorgehen/=klären/=prüfen/=durchsetzen/=weiter ' +
    '! {law_ordinary}',
  '=sehen/=treffen/=seh + =uns/=wir_uns/=ma_uns + =vor/=dann_vor + =gericht/=dem/=amtsgericht ' +
    '! {law_ordinary}',
  '=schlichtungsstelle/=verbraucherschützer/=verbraucherzentrale/=verbraucherberatung .. ' +
    '=kümmern/=schirm/=geraten/=gewesen/=hingehen/=einschalten/=gesagt/=wenden ! {law_ordinary}',
  '=kriegen/=kriegt/=bekommen/=hören + =sie/=ihr + =post/=von_meinem ! {law_ordinary}',
  '=anzeige .. =erstattet/=erstatte/=erstatten/=machen/=raus ! =zeitung ! {law_ordinary}',
];
