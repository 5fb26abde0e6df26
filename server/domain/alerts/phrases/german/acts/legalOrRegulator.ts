/** German speech acts that threaten with the law, of classes of words. In the notation of pattern.ts. */
export const legalOrRegulator: readonly string[] = [
  '{agency} & {accuse_act} & =ich/=mein/=meine/=meinen/=wir/=uns/=bin/=i/=damit/=ihnen/=euch/' +
    '=liegt/=hören/=sie ! {not_our_case} ! wie_komme_ich/adresse_der/nummer_der',
  '{law_word} & {accuse_act} & =ich/=mein/=meine/=meinen/=wir/=uns/=i/=ihnen/=euch/=liegt/=hören/' +
    '=sie/=schwager/=cousin ! {not_our_case} ! wohnung_angezeigt/display/anzeigen_lassen/' +
    'wird_angezeigt/zeigt_mir/anzeige_im/anzeige_leuchtet/zeitungsanzeige/wird_mir_angezeigt/' +
    'stellenanzeige/fehleranzeige/prozess_im/prozesse/einen_klage/druckt/druckts/richtern ! ' +
    'termin_beim ! ins_system',
  '=sehen/=sehn/=sehng/=treffen/=seng + =wir/=uns/=ma/=mer .. =gericht/=amtsgericht/=richter/' +
    '=vor_gericht/=kadi/=vorm/=beim_richter/=wieder_vor ! tennis/kreuzung ! vorm_laden/vorm_haus/' +
    'vorm_eingang/vorm_kino',
  '=vor/=vorm/=beim/=zum + gericht/amtsgericht/kadi/richter & =sehen/=sehn/=treffen/=gehe/=geh/' +
    '=bring/=ziehe/=zieh/=landen/=landet/=geht/=sehng/=ich',
  '=mein/=meine/=unser/=unsere/=deren/=ein + {law_word} .. =klopft/=nimmt/=zerlegt/=freut/' +
    '=schreibt/=meldet/=übernimmt/=sagt/=rät/=setzt/=schickt/=meint ! {not_our_case} ! =vertrag',
  '! {not_our_case}',
];
