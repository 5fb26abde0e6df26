/** German deeds that ask for somebody above the rep: who does what with what, as classes of words. In the notation of pattern.ts. */
export const asksForManager: readonly string[] = [
  '! =dauerauftrag/=gestritten/=vor_jahren/=grüßen_sie/=toll_beraten/=mit_dem_hund/' +
    '=für_die_anmeldung/=buchhaltung/=werkstattleitung',
  '=über/=drüber/=oberhalb .. =ihnen/=dir/=euch .. =jemand/=jemanden/=wer/=wen/=einer/' +
    '=irgendwer/=irgendwen/=noch_wer .. =entscheiden/=entscheidet/=dran/=sprechen/=telefon/' +
    '=kann/=darf/=hat/=geben',
  '=gibt/=gibts/=ist/=haben .. =irgendwen/=jemand/=jemanden/=irgendjemand/=wen/=wer/=einen + ' +
    '=drüber/=über_ihnen/=über_dir/=höheren/=mit_mehr/=der_das_entscheiden/=der_entscheiden',
  '=verbinden/=stellen/=reichen/=geben/=geb/=holen/=hol/=leiten .. =jemanden/=jemand/=wen/' +
    '=einen/=anderen/=weiter .. =entscheiden/=entscheidet/=befugt/=ahnung_hat/=zu_sagen/' +
    '=was_zu_sagen/=kompetent/=kompetenteren/=verantwortung/=verantwortlichen',
  '=will/=möcht/=möchte/=wollen/=hätt/=hätte/=verlange .. =sprechen/=reden/=gern/=haben/=jetzt ' +
    '.. =mit/=den/=die .. =chef/=chefin/=vorgesetzten/=vorgesetzte/=leitung/=leiter/=leiterin/' +
    '=geschäftsführer/=geschäftsführung ! {boss_elsewhere} !3 =mein/=meinem/=meiner/=unserem',
  '=mit/=den/=ihr/=ihre/=ihren/=einen/=der/=ihrer .. =chef/=chefin/=vorgesetzten/=vorgesetzte/' +
    '=abteilungsleiter/=teamleitung/=teamleiter/=filialleiter/=meister .. =sprechen/=reden/' +
    '=verbinden/=dran/=telefon/=dazu/=bitte/=sofort/=her ! {boss_elsewhere} !3 =mein/=meinem/' +
    '=meiner/=unser/=unserem ! =werkstatt/=gestritten',
  '=verbinden/=verbinde/=verbindens .. =mich .. =mit + =der/=ihrer/=ihrem/=dem + =leitung/' +
    '=teamleitung/=chef/=vorgesetzten/=geschäftsleitung/=chefin/=geschäftsführung',
  '=jemand/=jemanden/=wen + =mit/=der + =mehr/=wirklich + =ahnung/=befugnissen/=kompetenzen/' +
    '=kompetenz/=entscheidungsbefugnis',
  '=holen/=hol/=holens + =wen/=jemanden/=jemand/=mir/=den/=ihren + =dran/=ran/=jetzt/' +
    '=vorgesetzten/=chef/=jemand ! =paket',
];
