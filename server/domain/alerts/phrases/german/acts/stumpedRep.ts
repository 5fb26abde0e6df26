/** German speech acts that show that the rep does not know, of classes of words. In the notation of pattern.ts. */
export const stumpedRep: readonly string[] = [
  'rep:=weiß/=weiss/=wüsst/=wüsste/=woaß + =ich/=i/=jetzt/=grad/=auch/=gar + =jetzt/=auch/=nicht/' +
    '=ned/=grad/=gar/=selber/=ehrlich/=so/=leider/=net ! sie/ihre/ob_sie/wie_sie/was_sie/' +
    'wann_sie @ customer: was/wie/warum/welche/wo/kann/können/ist/geht/gibt/hat/wieso/wieviel/' +
    'darf/muss',
  'rep:=da/=das/=dazu/=puh/=hm/=oh/=also .. =überfragt/=überfragen/=passen/=schwimme/=schwimm/' +
    '=blank/=aufgeschmissen/=ratlos/=planlos ! zusammen_passen/termin/ihnen_passen',
  'rep:=ich/=i + =verkauf/=verkaufe/=mach/=mache/=bin/=nehm/=nehme/=arbeite + =nur/=bloß/' +
    '=eigentlich_nur/=hier_nur/=ja_nur/=selber_nur/=erst/=neu .. =hier/=telefon/=bestellungen/' +
    '=annahme/=aushilfe/=vertretung/=azubi/=tag/=woche/=seit/=da/=aufträge/=anrufe/=verkauf ! ' +
    'für_sie_da',
  'rep:=denk/=denke/=glaub/=glaube/=schätz/=schätze/=vermut/=vermute/=mein/=meine/=mutmaß* + ' +
    '=ich/=i/=mal/=eher ! an_sie/=ihre & =mal/=aber/=sicher/=wahrscheinlich/=müsste/=könnte/' +
    '=eigentlich/=oder/=vielleicht/=irgendwie/=garantieren/=nagel/=keine_ahnung ! morgen/montag/' +
    'liefer*/=schönen @ customer: was/wie/warum/welche/wo/kann/können/ist/geht/gibt/hat/wieso/' +
    'wieviel/darf/muss/braucht/passt',
  'rep:=müsste/=sollte/=könnte/=dürfte/=wird_schon + =eigentlich/=schon/=vielleicht/' +
    '=wahrscheinlich/=glaube/=theoretisch/=normalerweise/=irgendwie/=wohl ! =morgen/=ankommen/' +
    '=da_sein/=geliefert @ customer: was/wie/warum/welche/wo/kann/können/ist/geht/gibt/hat/wieso/' +
    'wieviel/darf/muss/braucht/passt/hält',
  'rep:=nageln/=festnageln/=ohne_gewähr/=legen + =sie/=mich .. =nicht/=fest/=drauf ! termin',
  'rep:=gute/=schwierige/=schwere/=interessante/=knifflige/=puh_gute + =frage ! ' +
    'zum_vertrag_haben ! =haben_sie & =puh/=hm/=äh/=ähm/=weiß/=müsste/=muss/=da/=ehrlich/' +
    '=noch_nie/=hat_mich/=moment/=wüsste',
  'rep:=hat/=hab/=wurde/=bin + =mich/=ich/=noch + =noch/=so/=nie/=noch_keiner/=noch_niemand .. ' +
    '=gefragt/=gehört/=keiner/=niemand/=untergekommen/=gehabt ! von_ihnen_gehört',
];
