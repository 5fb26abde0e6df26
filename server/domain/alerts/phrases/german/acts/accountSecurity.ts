/** German speech acts that tell of a stranger in an account, or of a person who is not proved, of classes of words. In the notation of pattern.ts. */
export const accountSecurity: readonly string[] = [
  'customer:=jemand/=jemanden/=irgendwer/=einer/=wer/=fremder/=fremde/=unbekannter/=die/=der/' +
    '=haben_die .. {intrusion} & =mein/=meine/=meinem/=meiner/=meinen/=mir/=unser/=unsere/' +
    '=unserem/=konto/=karte/=passwort/=mail/=nummer/=adresse ! ihr_kollege/=ihre_kollegin/' +
    '=meine_frau/=mein_mann/=newsletter/=kurs/=techniker/=adresse_haben_sie ! artikel/' +
    'nachrichten',
  'customer:{not_mine} & {trace} ! geliefert/angekommen/lieferzeit/essen/speisekarte/' +
    'falsch_geliefert',
  'customer:=link/=sms/=mail/=nachricht/=anruf/=brief/=fenster/=popup .. =geklickt/=ausgefüllt/' +
    '=eingegeben/=getippt/=drauf/=draufgedrückt/=angeklickt/=bestätigt/=durchgegeben/=komisch/' +
    '=seltsam/=verdächtig/=echt/=aktualisieren/=verifizieren/=bestätigen & =nummer/=karte/' +
    '=karten/=daten/=tan/=pin/=code/=passwort/=konto/=bank/=komisch/=echt/=geld ! ' +
    'von_ihnen_bekommen/bestellbestätigung',
  'customer:=geklickt/=ausgefüllt/=eingegeben/=durchgegeben/=vorgelesen/=gesagt/=gegeben/' +
    '=verraten .. {secret} ! ihnen_schon/am_anfang/adresse',
  'customer:{secret} .. =geklickt/=ausgefüllt/=eingegeben/=durchgegeben/=vorgelesen/=verraten/' +
    '=rausgegeben/=weitergegeben/=abgegeben & =ich/=er/=sie/=dem/=der/=ihm/=jetzt/=link/=komisch ' +
    '! falsch_eingegeben/dreimal/richtig_eingegeben',
  'customer:=mann/=herr/=frau/=dame/=kerl/=typ/=junger_mann/=jemand/=einer/=microsoft/=bank/' +
    '=polizist .. =angerufen/=ruft/=rief/=gesagt/=wollte/=will/=meinte/=verlangt/=gefragt/=sagte ' +
    '.. {secret}/überweisen/fernzugriff/installieren ! ihr_kollege_hat_gesagt/meine_frau',
  'customer:=können/=könnten/=kannst/=sagen/=sag/=geben/=gib/=schicken/=schick/=lesen/=nennen + ' +
    '=sie/=mir/=se/=du/=mal .. =mir/=einfach/=kurz/=schnell/=die/=den/=das/=ein/=einfach_mal .. ' +
    'passwort/pin/tan/code/kennwort/zugangsdaten/iban/kartennummer/geburtsdatum/handynummer/' +
    'mailadresse/sicherheitsfrage & =nicht_da/=mann/=frau/=mutter/=vater/=chef/=kollege/' +
    '=kollegin/=andere/=anderes/=neue/=vergessen/=eilig/=dringend/=ihm/=ihr/=seine/=seinen/' +
    '=telefon/=durchgeben/=hinterlegt ! meine_neue ! zurücksetzen_link',
  'customer:=ich + =ruf/=rufe/=bin/=mach/=mache/=frag + =für/=im/=die/=der/=an_für/=das_für/=nur ' +
    '.. =mutter/=vater/=frau/=mann/=oma/=opa/=chef/=tochter/=sohn/=auftrag/=nachbarin/=nachbar/' +
    '=pfleger/=enkel/=assistentin & =passwort/=kennwort/=konto/=pin/=karte/=zugang/=daten/' +
    '=überweis*/=kontostand/=geburtsdatum/=vollmacht ! kaffee',
  'customer:=ist/=war/=vielleicht/=oder/=versuchen/=probieren/=probier/=müsste + =es/=das/=mal/' +
    '=dann/=vielleicht/=es_vielleicht @ rep: passwort/kennwort/sicherheitsfrage/mädchenname/' +
    'geburtsname/kundenkennwort/pin/geheimwort & =oder/=hund/=katze/=mutter/=geburt*/=neunzehn*/' +
    '=mal/=vielleicht/=falsch ! das_ist_richtig',
  'customer:=schläft/=arbeiten/=krankenhaus/=verstorben/=tot/=nicht_da/=unterwegs/=im_urlaub/' +
    '=unter_der_dusche/=weiß_bescheid/=nichts_dagegen/=hat_nix_dagegen @ rep: kontoinhaber*/' +
    'inhaber*/passwort/kennwort/pin/legitim*/ausweis/persönlich/geburtsdatum/vertragspartner/' +
    'vollmacht/bevollmächtig*',
  'customer:=überspringen/=weglassen/=lassen/=sparen/=ohne/=brauchen .. =sicherheitsfrage*/' +
    '=legitimation/=prüfung/=passwort/=kennwort/=abfrage/=code/=tan/=ausweis/' +
    '=das_mit_dem_passwort & =einfach/=mal/=doch/=uns/=bitte/=können/=können_wir/=eilig/=schnell/' +
    '=nicht',
  'customer:=code/=tan/=sms/=passwort/=pin/=link .. =andere/=neue/=anderes/=meine_neue/' +
    '=meiner_frau/=an_diese/=auf_die + =nummer/=handy/=mail/=adresse/=mailadresse & =schicken/' +
    '=schick/=senden/=alte/=alten/=kaputt/=weg/=verloren/=nicht_mehr/=gesperrt',
  'customer:=handy/=sim/=netz/=nummer .. =tot/=kein_netz/=weg/=gesperrt/=umgemeldet/' +
    '=funktioniert_nicht/=keinen_empfang & =bank/=konto/=tan/=code/=überweis*/=geld/=abgebucht',
  'customer:=sperren/=sperr/=sperrt/=stoppen/=stopp/=einfrieren .. =konto/=karte/=alles/=zugang/' +
    '=überweisung/=zahlung/=sie/=das/=sofort & =jemand/=geklaut/=gestohlen/=weg/=nicht/=betrug/' +
    '=verloren/=komisch/=fremd*/=gehackt/=abgebucht/=nie/=geldbeutel/=tasche',
  'customer:=passwort/=login/=zugang/=pin/=kennwort .. =zettel/=post_it/=pinnwand/=alle/=jeder/' +
    '=ganze/=gleiche/=dasselbe/=monitor/=bildschirm ! zurücksetzen/ändern_alle/buchstaben',
];
