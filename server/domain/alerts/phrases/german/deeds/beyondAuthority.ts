/** German deeds that ask for, or promise, what the rep may not give: who does what with what, as classes of words. In the notation of pattern.ts. */
export const beyondAuthority: readonly string[] = [
  'customer:{hush} & {give} ! {authority_ordinary}',
  'customer:=können/=könnt/=kannst/=drücken/=drück/=lassen/=lass/=machen/=mach .. {hush} ! ' +
    '{authority_ordinary}',
  'customer:=ausnahme/=ausnahmsweise/=kulanz/=kulanterweise/=kulant/=kulanz_halber/=aus_kulanz/' +
    '=einmalig & =erlassen/=streichen/=zurücknehmen/=machen/=können/=könnt/=geht/=verlängern/' +
    '=gutschreiben/=erstatten/=drücken/=null & =sie/=ihr/=du/=mir/=uns/=mal/=net/=nicht/=das ! ' +
    '{authority_ordinary}',
  'customer:=streichen/=streich/=streiche/=erlassen/=erlass/=erlasst/=weg/=weglassen/' +
    '=rausnehmen .. =gebühr/=gebühren/=mahngebühr/=mahngebühren/=zinsen/=kosten/=verzug/=raten/' +
    '=anfahrt/=stornogebühr/=pauschale ! =muss_ich/=wann/=fällt ! {authority_ordinary}',
  'customer:=gebühr/=gebühren/=mahngebühr/=mahngebühren/=zinsen/=verzug/=raten/=stornogebühr/' +
    '=anfahrt/=alles .. =streichen/=erlassen/=weg/=runter/=rückwirkend/=stornieren/' +
    '=gutschreiben ! =muss_ich/=wann ! {authority_ordinary}',
  'customer:=macht/=machst/=machen/=gibst/=geben/=gebt/=gibts + =ihr/=du/=sie/=mir/=ma/=uns .. ' +
    '=mir/=uns/=auch/=das/=den/=acht/=zwölf/=für .. =dann/=oder/=sonst .. =unterschreib/' +
    '=unterschreibe/=unterschreiben/=nehm/=nehme/=nehmen/=kauf/=kaufe/=kaufen/=vergessen/' +
    '=lassen/=geh/=gehe/=gehen/=deal/=dabei ! {authority_ordinary}',
  'customer:=müssten/=müssen/=müsst/=müsstest/=will/=wollen/=brauch/=brauchen/=verlange/' +
    '=erwarte .. =prozent/=rabatt/=nachlass/=nachlassen/=geschenkt/=schenken/=gutschrift ! ' +
    '=wie_viel/=bekomme_ich_denn ! {authority_ordinary}',
  'rep:{hush} & {give} ! {authority_ordinary}',
  'rep:=darf/=dürfte/=soll/=sollte .. =eigentlich/=zwar/=normal/=normalerweise/=gar .. =nicht/' +
    '=nur/=nix .. =aber/=trotzdem/=merkt/=keiner/=machs/=mach/=geb ! {authority_ordinary}',
  'rep:=eigentlich/=normalerweise/=offiziell .. =darf/=dürfte/=dürfen .. =nicht/=nur .. =aber/' +
    '=trotzdem/=merkt/=keiner/=mach/=machs/=geb/=buch ! {authority_ordinary}',
  'rep:{rep_no_power} @ customer: {big_ask} ! {authority_ordinary}',
  'customer:=streichen/=erlassen/=weglassen/=schenken + =sie/=und .. =dann + =unterschreibe/' +
    '=unterschreib/=sind_wir ! {authority_ordinary}',
  'customer:=wenn .. =streichen/=erlassen/=nachlassen/=runtergehen/=weglassen .. ' +
    '=unterschreibe/=unterschreib/=unterschreiben/=nehme/=nehm/=nehmen/=kaufe ! ' +
    '{authority_ordinary}',
  'customer:=machen/=mach/=macht .. =hälfte .. =dann .. =einig/=deal/=nehme/=unterschreib/' +
    '=unterschreibe/=kaufe ! {authority_ordinary}',
  'customer:=zahl/=zahle + =höchstens/=maximal/=nur + =die_hälfte/=noch/{number} ! ' +
    '{authority_ordinary}',
  'rep:=brauche/=brauch/=bräuchte/=müsste + =ich + =die/=das/=erst/=eine + =unterschrift/=ok/' +
    '=okay/=mit_meiner_chefin/=mit_meinem_chef/=freigabe/=genehmigung + =vom/=von/=sprechen/' +
    '=reden/=der/=klären @ customer: {big_ask} ! {authority_ordinary}',
  'rep:=kann + =nur + =die/=der/=das + =regionalleitung/=geschäftsleitung/=chef/=chefin/' +
    '=zentrale/=filialleitung + =genehmigen/=freigeben/=entscheiden ! {authority_ordinary}',
  'rep:=so/=ohne .. =runter/=tief/=rücksprache .. =ohne/=komm/=komme/=rücksprache .. ' +
    '=rücksprache/=runter/=nicht ! {authority_ordinary}',
];
