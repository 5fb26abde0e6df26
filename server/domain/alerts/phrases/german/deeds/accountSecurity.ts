/** German deeds that tell of a stranger in an account, or of a person who is not proved: who does what with what, as classes of words. In the notation of pattern.ts. */
export const accountSecurity: readonly string[] = [
  'customer:{dodge} @ rep: {verify_ask} & =schicken/=schick/=geben/=gib/=machen/=mach/=ändern/' +
    '=einfach/=bitte/=andere/=mitkriegen/=wissen/=eilig/=dringend ! =vergessen/=umgezogen/' +
    '=bestellung',
  'customer:=soll/=sollen/=darf/=braucht/=muss .. =das/=es/=davon + =nicht/=nix/=nichts + ' +
    '=mitkriegen/=wissen/=erfahren/=merken/=mitbekommen ! überraschung/geburtstag/geschenk',
  'customer:=jemand/=einer/=wer/=fremder/=hacker/=betrüger .. =in/=auf/=über/=mit/=mein/=meine/' +
    '=meinem/=meinen/=meiner/=unser/=unserem .. =konto/=zugang/=postfach/=mail/=handy/=karte/' +
    '=kundenkonto/=daten/=namen/=nummer .. =gewesen/=drin/=eingeloggt/=bestellt/=geändert/' +
    '=überwiesen/=abgebucht/=benutzt/=gemacht/=gekommen/=gehackt',
  'customer:=hab/=habe/=haben/=hat .. =ich/=wir/=nie/=nicht/=nix/=nichts/=keine .. =nie/=nicht/' +
    '=nix/=nichts/=keine/=gar .. =bestellt/=überwiesen/=gemacht/=geändert/=beantragt/' +
    '=veranlasst/=abgeschlossen & =konto/=abbuchung/=überweisung/=handy/=handys/=euro/' +
    '=packstation/=kundenkonto/=kredit/=vertrag/=karte/=passwort/=adresse ! =geliefert/' +
    '=noch_nicht/=angekommen/=die_große',
  'customer:=angerufen/=anruf/=anrufer/=sms/=mail/=email/=nachricht .. =bank/=polizei/' +
    '=microsoft/=sparkasse/=sicherheitsabteilung/=ihrem_haus/=ihrer_firma/=ihnen .. =tan/=code/' +
    '=pin/=daten/=passwort/=überweisen/=vorlesen/=nummer/=karte/=vorgelesen/=durchgegeben',
  'customer:=tan/=tans/=code/=pin/=passwort/=daten .. =vorgelesen/=durchgegeben/=gegeben/' +
    '=gesagt/=eingegeben/=verraten & =angerufen/=anruf/=mann/=dame/=herr/=ihm/=dem/=der/=bank/' +
    '=jetzt ! =app/=an_der_kasse',
  'rep:=lesen/=les/=sagen/=geben/=nennen + =sie/=mir/=die + =mir/=sie/=die/=den + =vor/=durch/' +
    '=dann/=bitte/=jetzt/=code/=tan .. =damit + =ich/=wir',
  'customer:=jemand/=einer/=wer .. =mailadresse/=passwort/=emailadresse/=adresse/=nummer .. ' +
    '=ausgetauscht/=geändert/=umgestellt/=gewechselt',
  'customer:=eingeloggt/=angemeldet/=zugegriffen/=bestellt .. =war/=bin/=ich + =noch/=ich/=war ' +
    '+ =nie/=noch_nie/=gar_nicht',
];
