/** German deeds that tell that the customer is about to leave: who does what with what, as classes of words. In the notation of pattern.ts. */
export const threatensToCancel: readonly string[] = [
  '{time_up} .. =ich/=wir/=i/=mir/=bin/=sind/=will/=wollen/=möchte/=hör/=höre/=hören/=geh/' +
    '=gehe/=gehen/=mach/=machen .. =weg/=raus/=kündige/=kündigen/=kündig/=auf/=fertig/=schluss/' +
    '=dicht/=wechseln/=wechsle/=draußen/=gehen/=beenden/=aussteigen/=woanders ! =um_fünf/' +
    '=auf_jeden ! {leave_ordinary}',
  '=ich/=wir/=i/=will/=wollen/=möchte/=möchten/=würde/=würd/=muss .. =bei_ihnen/=bei_euch/' +
    '=bei_dir/=hier/=da/=aus_dem/=aus_der .. =weg/=raus/=aufhören/=kündigen/=aussteigen/' +
    '=austreten/=fertig/=schluss/=rauskommen ! =lade/=lande ! {leave_ordinary}',
  '=ich/=wir/=i/=will/=wollen/=möchte/=möchten/=wollt/=wollte/=müsste .. =eigentlich/=nur_noch/' +
    '=endlich/=da/=hier/=lieber/=einfach + =nur/=raus/=weg/=kündigen/=aufhören/=noch/=eher/' +
    '=auch + =raus/=weg/=kündigen/=aufhören/=aussteigen ! {leave_ordinary}',
  '=verlängern/=verlängere/=verlänger/=verlängerung/=weiterführen/=weiterlaufen .. =nicht/' +
    '=keine/=nix/=nimmer/=nie ! =wenn_sie_nicht/=automatisch_wenn ! {leave_ordinary}',
  '=nicht/=keine/=nix/=nimmer/=nie .. =verlängern/=verlängert/=weiterführen/=weitermachen/' +
    '=weiterlaufen/=weiter_zahlen/=weiterzahlen ! {leave_ordinary}',
  '=widersprech/=widerspreche/=widerrufe/=widerruf/=kündige/=kündig/=kündigen .. =hiermit/' +
    '=ich_hiermit/=sofort/=fristlos/=das_ganze/=alles/=euch/=ihnen ! {leave_ordinary}',
  '=nehm/=nehme/=nehmen .. =meine/=unsere/=die + =nummer/=nummern/=konten/=kunden/' +
    '=versicherungen + =mit/=woanders/=weg ! {leave_ordinary}',
  '=hat/=hats/=macht/=bringt/=lohnt .. =keinen/=kein/=nicht/=nix/=nichts .. =wert/=sinn/=mehr ' +
    '.. =mehr/=für_mich/=für_uns/=hör/=höre/=raus/=weg/=dann ! =zu_warten ! {leave_ordinary}',
  '=brauch/=brauche/=brauchen/=will/=wollen/=nehm/=nehme/=nehmen .. =nicht/=keine/=keinen/' +
    '=kein/=niemanden/=nix .. =mehr .. =von_ihnen/=von_euch/=schicken/=kommen/=liefern/=ab/=zu/' +
    '=bringen/=bei_ihnen ! {leave_ordinary}',
  '=letzte/=letzter/=letztes/=letzten .. =mal/=bestellung/=auftrag/=rechnung/=einkauf + =bei/' +
    '=dass/=von/=gewesen/=war ! =letzte_woche/=letzten_monat ! {leave_ordinary}',
  '=schriftliches/=schreiben/=kündigungsschreiben/=kündigung .. =liegt/=geht/=schick/=schicke/' +
    '=unterwegs/=kommt/=raus/=umschlag/=einwurf/=bestätigen/=bestätigung ! =ihr_schreiben/' +
    '=ihre_kündigung ! {leave_ordinary}',
  '=schicken/=schick/=bestätigen/=geben .. =kündigungsbestätigung/=kündigung/' +
    '=kündigungsformular/=abmeldung/=formular_zum_kündigen ! =kündigungsfrist ! ' +
    '{leave_ordinary}',
  '=wie/=wo/=was .. =kündige/=kündig/=kündigen/=abmelden/=rauskomme/=komm/=komme/=beende/' +
    '=schreiben .. =ich/=wir/=i/=man .. =das/=da/=den/=raus/=hier/=vertrag/=abo/' +
    '=am_schnellsten ! =kündigungsfrist ! {leave_ordinary}',
  '=wechsel/=wechseln/=wechsle/=anbieter .. =fertig/=fest/=beschlossen/=eingeleitet/=klick/' +
    '=rechner/=unterschrieben/=läuft ! =reifen/=öl ! {leave_ordinary}',
  '=storniere/=stornieren/=stornier + =ich/=wir + =den/=die/=das/=alles + =ganzen/=ganze/' +
    '=komplett/=kompletten/=auftrag/=bestellung ! {leave_ordinary}',
  '=mach/=machen/=machts/=dreh/=schalten + =ma/=mal/=wir/=sie/=es/=bitte/=das .. =aus/=dicht/' +
    '=zu/=ab .. =das_ganze/=ganze/=damit/=konto/=ding/=abo/=bei_ihnen/=bei_euch ! ' +
    '{leave_ordinary}',
  '=bin/=sind .. =durch/=fertig + =mit + =ihnen/=euch/=dem_laden/=dem_verein/=damit ! ' +
    '{leave_ordinary}',
  '=kündig/=kündige/=kündigen + =ich/=i/=wir/=des/=das + =eben/=jetzt/=halt/=sofort/=hiermit/' +
    '=den/=das/=dann/=euch/=alles ! {leave_ordinary}',
  '=dann/=und/=ich/=i + =kündig/=kündige/=kündigen + =ich/=des/=das/=jetzt/=eben/=euch/=halt/' +
    '=den_vertrag ! =wann ! {leave_ordinary}',
  '=möchte/=will/=wollen/=möchten/=werden/=werde/=müssen .. =vertrag/=abo/=mitgliedschaft/' +
    '=zusammenarbeit/=konto/=versicherung/=uns .. =kündigen/=beenden/=auflösen/=trennen ! ' +
    '=wann ! {leave_ordinary}',
  '=lizenzen/=dienste/=leistungen/=service .. =nicht/=keine + =mehr + =brauchen/=benötigen/' +
    '=nutzen ! {leave_ordinary}',
  '=such/=suche/=suchen/=schau/=schaue/=schauen + =i/=ich/=wir + =mir/=uns/=mich + =halt/=dann/' +
    '=eben/=wohl/=nach/=a .. =andern/=anderen/=anderes/=woanders/=neuen/=um ! {leave_ordinary}',
  '=geduld/=nase/=faxen + =ist/=voll/=dicke + =am_ende/=von/=ich + =kündige/=ich/=ihnen/=und ! ' +
    '{leave_ordinary}',
];
