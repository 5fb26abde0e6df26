/** German deeds that speak of going to a rival: who does what with what, as classes of words. In the notation of pattern.ts. */
export const competitor: readonly string[] = [
  'customer:{who_else}/{brand} .. {gap} ! {rival_near} ! {rival_ordinary}',
  'customer:=bei/=von/=vom + {brand}/=der_konkurrenz/=den_anderen/=dem_anderen/=nem_anderen/' +
    '=einem_anderen .. =krieg/=kriege/=kriegen/=bekomm/=bekomme/=bekommen/=zahl/=zahle/=zahlen/' +
    '=gibt/=gibts/=kostet/=hab/=habe/=haben/=ist/=sind .. {gap}/{number} ! {rival_near} ! ' +
    '{rival_ordinary}',
  'customer:{bids} .. {gap} & =sie/=ihr/=ihnen/=euch/=die/=der & =firma/=andere/=anderen/' +
    '=konkurrenz/=vertreter/=anbieter/=für_die/=dort/=leute ! {rival_near} ! {rival_ordinary}',
  'customer:=spricht/=tendieren/=tendiere/=neigen/=neige/=liebäugeln/=liebäugle .. =alles/' +
    '=viel/=eher/=mehr/=mit/=zu .. =für_die/=für_den/=zu_den/=zur/=zum/=anderen/=denen/' +
    '=konkurrenz ! {rival_near} ! {rival_ordinary}',
  'customer:=vertreter/=berater/=leute/=verkäufer/=kollegen + =von/=war/=waren/=kommt/=kommen ' +
    '.. =da/=gestern/=dienstag/=montag/=hier/=morgen/=vorstellen .. {gap}/{bids}/=angebot/' +
    '=auch ! {rival_near} ! {rival_ordinary}',
  'customer:=schreiben/=schreibe/=geben/=holen/=hole/=hol .. =aus/=ausschreibung/=angebote/' +
    '=vergleichsangebote/=zweites/=weitere ! =ihnen/=ihr_angebot/=aus_versehen/=rezept ! ' +
    '{rival_near} ! {rival_ordinary}',
  'customer:=konkurrenz/=mitbewerber/=wettbewerber/=wettbewerb + =ruft/=hat/=kann/=ist/=macht/' +
    '=bietet/=war/=verlangt/=kostet ! {rival_ordinary}',
  'customer:=gegenüber/=verglichen_mit/=im_vergleich_zu + {brand}/=der_konkurrenz/=den_anderen',
  'customer:=beim/=bei/=im + {brand} + =kostet/=kosten/=krieg/=kriege/=gibts/=zahl/=zahle/' +
    '=bekomm/=bekomme/=nimmt/=hat_das',
  'customer:{brand} + =hat_das/=nimmt_mich/=bietet/=macht_das/=verlangt/=kostet/=hat_mir/' +
    '=ist_billiger/=ist_günstiger ! {rival_near}',
  'customer:=auch/=noch .. =bei + =den/=der/=anderen/{brand} .. =angefragt/=nachgefragt/' +
    '=ein_angebot/=angebote',
];
