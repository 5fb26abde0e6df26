/** German speech acts that take leave, of classes of words. In the notation of pattern.ts. */
export const threatensToCancel: readonly string[] = [
  '{leave_idiom} ! film/schule/arbeit/mittag/vom_fach/umschulung/aus_der_puste ! am_telefon ! ' +
    'danke_dass',
  '~{keep_word} .. {no_longer} ! mail/mails/werbung/newsletter/anrufe/warten/lange_nicht/' +
    'heute_nicht/im_lager/sie_mir_helfen/geduld ! nicht_mehr_lange ! weiß_nicht_mehr/' +
    'kopfschmerzen/medikament/auto & =ihr/=ihnen/=euch/=ihre/=ihren/=eure/=euren/=ab_ersten/' +
    '=ab_nächst*/=ab_august/=zum/=vertrag/=abo/=verlängern/=dafür/=mir_keine/=beenden',
  '~{no_longer} .. {keep_word} ! mail/mails/werbung/newsletter/anrufe/warten/lange_nicht/' +
    'im_lager ! nicht_mehr_lange ! weiß_nicht_mehr/medikament & =ihr/=ihnen/=euch/=ihre/=ihren/' +
    '=eure/=euren/=ab_ersten/=ab_nächst*/=ab_august/=zum/=vertrag/=abo/=verlängern/=dafür/' +
    '=mir_keine/=beenden ! umhin',
  '{until_then} .. {leave_word} ! probezeit/job/arbeit/wohnung/mieter/stelle ! termin/tisch',
  '=läuft/=lauft/=lief .. =aus/=ab .. {until_then} ! wann',
  '{until_then} .. =aus/=ab/=raus/=weg/=vorbei/=schluss/=ende & =läuft/=bin/=sind/=ist/=mach/' +
    '=schick/=was',
  '=mach/=mache/=machen/=machts .. =dicht/=zu/=ende/=schluss & =ding/=konto/=vertrag/=laden/=abo/' +
    '=das/=bei_ihnen/=ganze/=damit ! tür/fenster/feierabend/wann_macht/wann_machen ! scherz/' +
    'deckel',
  '=wechsel/=wechsle/=anbieterwechsel/=neue/=neuer/=neuen .. =fertig/=ausgefüllt/=unterschrieben/' +
    '=rechner/=läuft/=klick/=vorbereitet/=eingeleitet/=fix/=vertrag ! reifen/öl/filter/größe/' +
    'adresse ! mit_ihnen',
  '=dann/=sonst/=ab_jetzt/=lieber .. =lese/=les/=mach/=mache/=kauf/=kaufe/=hol/=hole/=geh/=gehe/' +
    '=nehm/=nehme/=fahr/=such/=suche + =ich/=wir/=ma .. =eben/=halt/=lieber/=woanders/=selber/' +
    '=selbst/=beim/=wen/=jemand/=anderswo/=mir .. =anders/=anderen/=neuen/=friseur/=nachbarn/' +
    '=konkurrenz/=anderswo/=woanders/=selber/=selbst ! nachher/=kaffee',
  '=abgestimmt/=beschlossen/=entschieden/=einig/=beschluss & =niemanden/=nicht_mehr/=nimmer/' +
    '=raus/=kündigen/=wechseln/=aufhören/=beenden/=ohne/=schluss',
  '=nehmt/=nehmen/=nimm/=streich/=streichen/=streicht/=trag/=tragen + =mich/=uns/=sie/=mi .. ' +
    '=raus/=runter/=aus/=von_der/=liste ! newsletter/verteiler/werbung/mail',
  '=wie/=wo/=was/=wann .. =komm/=komme/=kommen/=komm_ich/=kann/=muss + =ich/=wir/=man/=i .. ' +
    '=raus/=kündigen/=weg/=aussteigen/=loskommen ! aus_dem_parkhaus/autobahn/haus ! menü/app',
];
