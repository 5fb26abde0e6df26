import presenceAfterCall from '@salesforce/label/c.Dealside_PresenceAfterCall';
import presenceAfterCallLeft from '@salesforce/label/c.Dealside_PresenceAfterCallLeft';
import presenceAvailable from '@salesforce/label/c.Dealside_PresenceAvailable';
import presenceAway from '@salesforce/label/c.Dealside_PresenceAway';
import presenceBusy from '@salesforce/label/c.Dealside_PresenceBusy';
import presenceComeBack from '@salesforce/label/c.Dealside_PresenceComeBack';
import presenceGoAway from '@salesforce/label/c.Dealside_PresenceGoAway';
import presenceHint from '@salesforce/label/c.Dealside_PresenceHint';
import presenceNoPhone from '@salesforce/label/c.Dealside_PresenceNoPhone';
import presenceOffline from '@salesforce/label/c.Dealside_PresenceOffline';
import presenceOwnTitle from '@salesforce/label/c.Dealside_PresenceOwnTitle';
import presenceReady from '@salesforce/label/c.Dealside_PresenceReady';
import presenceTeam from '@salesforce/label/c.Dealside_PresenceTeam';
import presenceTitle from '@salesforce/label/c.Dealside_PresenceTitle';
import presenceYou from '@salesforce/label/c.Dealside_PresenceYou';

/** Who is free, busy or away. */
export const presenceLabels = {
  presenceTitle,
  presenceOwnTitle,
  presenceYou,
  presenceGoAway,
  presenceComeBack,
  presenceHint,
  presenceTeam,
  presenceAvailable,
  presenceBusy,
  presenceAfterCall,
  presenceAfterCallLeft,
  presenceReady,
  presenceAway,
  presenceNoPhone,
  presenceOffline,
};
