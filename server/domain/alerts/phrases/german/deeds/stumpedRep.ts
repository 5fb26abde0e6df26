/** German deeds that show that the rep does not know: who does what with what, as classes of words. In the notation of pattern.ts. */
export const stumpedRep: readonly string[] = [
  'rep:=schwimme/=schwimm/=überfragt/=blank/=schlauch/=überfordert/=ratlos/=steh_auf_dem/' +
    '=stehe_auf_dem ! =sie/=kunde',
  'rep:=wüsste/=wüsst/=weiß .. =auch/=ehrlich/=wirklich/=jetzt/=grad/=gerade + =nicht/=nix/' +
    '=ned/=auch/=gar .. =wen/=wo/=wie/=wer/=ob @ customer: =wie/=was/=gilt/=ist/=ob/=kann/' +
    '=muss/=warum/=wenn/=läuft/=gibt ! =ob_sie/=wann_der',
  'rep:=keine/=kein/=null/=nicht_die_leiseste/=nicht_den_blassesten + =ahnung/=idee/=plan/' +
    '=schimmer/=dunst @ customer: =wie/=was/=gilt/=ist/=ob/=kann/=muss/=warum/=wenn/=läuft/' +
    '=gibt/=wird ! =regnet/=wetter',
  'rep:=aus + =dem + =stegreif/=kopf + =nicht',
  'rep:=aus + =dem + =kopf/=stegreif + =nicht/=kann/=weiß + =sagen/=beantworten/=ich',
  'rep:=steht + =hier + =irgendwo',
  'rep:=sicher + =bin + =ich + =nicht',
  'rep:=bin + =ich/=mir + =mir/=da/=ich + =nicht/=da/=unsicher/=gerade/=selber + =sicher/' +
    '=unsicher/=nicht/=nicht_sicher ! =ob_sie/=ob_der',
  'rep:=keinen/=null + =plan/=schimmer',
  'rep:=keine + =ahnung + =wie/=ob/=was/=ehrlich/=da ! =wetter',
  'rep:=aus + =dem + =fenster',
  'rep:=müsste/=müsst + =ich/=i + =spekulieren/=raten/=schätzen/=lügen',
  'rep:=bin/=da + =ich/=bin + =kein/=ich_kein/=nicht_der + =experte/=fachmann/=techniker/' +
    '=richtige',
  'rep:=find/=finde + =das + =grad/=gerade/=jetzt/=hier + =nicht @ customer: =wie/=was/=gilt/' +
    '=ist/=ob/=kann/=muss/=warum/=wenn/=läuft/=gibt',
  'rep:=muss/=müsste/=müsst + =ich/=mich + =mich/=das/=erst/=bei/=intern/=die + =erst/=bei/' +
    '=intern/=schlaumachen/=schlau/=kollegin/=den/=klären/=der + =schlaumachen/=schlau_machen/' +
    '=klären/=nachfragen/=fragen/=kollegen/=den_kollegen/=zentrale @ customer: =wie/=was/=gilt/' +
    '=ist/=ob/=kann/=muss/=warum/=wenn/=läuft/=gibt ! =termin/=fahrer/=preis/=rabatt',
];
