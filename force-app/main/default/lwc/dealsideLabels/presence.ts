import presenceTitle from '@salesforce/label/c.Dealside_PresenceTitle';
import presenceYou from '@salesforce/label/c.Dealside_PresenceYou';
import presenceGoAway from '@salesforce/label/c.Dealside_PresenceGoAway';
import presenceComeBack from '@salesforce/label/c.Dealside_PresenceComeBack';
import presenceHint from '@salesforce/label/c.Dealside_PresenceHint';
import presenceTeam from '@salesforce/label/c.Dealside_PresenceTeam';
import presenceAvailable from '@salesforce/label/c.Dealside_PresenceAvailable';
import presenceBusy from '@salesforce/label/c.Dealside_PresenceBusy';
import presenceAfterCall from '@salesforce/label/c.Dealside_PresenceAfterCall';
import presenceAway from '@salesforce/label/c.Dealside_PresenceAway';
import presenceOffline from '@salesforce/label/c.Dealside_PresenceOffline';

/** Who is free, busy or away. */
export const presenceLabels = {
  presenceTitle,
  presenceYou,
  presenceGoAway,
  presenceComeBack,
  presenceHint,
  presenceTeam,
  presenceAvailable,
  presenceBusy,
  presenceAfterCall,
  presenceAway,
  presenceOffline,
};
