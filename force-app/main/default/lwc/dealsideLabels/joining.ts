import disclosureDue from '@salesforce/label/c.Dealside_DisclosureDue';
import disclosurePlaying from '@salesforce/label/c.Dealside_DisclosurePlaying';
import disclosurePlayed from '@salesforce/label/c.Dealside_DisclosurePlayed';
import disclosureFailed from '@salesforce/label/c.Dealside_DisclosureFailed';
import disclosurePlay from '@salesforce/label/c.Dealside_DisclosurePlay';
import disclosureJoinNow from '@salesforce/label/c.Dealside_DisclosureJoinNow';
import joinConnectionLost from '@salesforce/label/c.Dealside_JoinConnectionLost';
import joinNotAnnounced from '@salesforce/label/c.Dealside_JoinNotAnnounced';
import controlsAnnouncing from '@salesforce/label/c.Dealside_ControlsAnnouncing';
import joinAgain from '@salesforce/label/c.Dealside_JoinAgain';

/** What a join waits for. */
export const joiningLabels = {
  disclosureDue,
  disclosurePlaying,
  disclosurePlayed,
  disclosureFailed,
  disclosurePlay,
  disclosureJoinNow,
  joinConnectionLost,
  joinNotAnnounced,
  joinAgain,
  controlsAnnouncing,
};
