import disclosureDue from '@salesforce/label/c.Dealside_DisclosureDue';
import disclosurePlaying from '@salesforce/label/c.Dealside_DisclosurePlaying';
import disclosurePlayed from '@salesforce/label/c.Dealside_DisclosurePlayed';
import disclosureFailed from '@salesforce/label/c.Dealside_DisclosureFailed';
import disclosurePlay from '@salesforce/label/c.Dealside_DisclosurePlay';
import disclosureJoinNow from '@salesforce/label/c.Dealside_DisclosureJoinNow';
import joinConnectionLost from '@salesforce/label/c.Dealside_JoinConnectionLost';
import joinTestingNetwork from '@salesforce/label/c.Dealside_JoinTestingNetwork';
import joinNotAnnounced from '@salesforce/label/c.Dealside_JoinNotAnnounced';
import controlsAnnouncing from '@salesforce/label/c.Dealside_ControlsAnnouncing';
import joinAgain from '@salesforce/label/c.Dealside_JoinAgain';
import moveTitle from '@salesforce/label/c.Dealside_MoveTitle';
import moveText from '@salesforce/label/c.Dealside_MoveText';
import moveTextTakeover from '@salesforce/label/c.Dealside_MoveTextTakeover';
import moveConfirm from '@salesforce/label/c.Dealside_MoveConfirm';
import moveStay from '@salesforce/label/c.Dealside_MoveStay';
import moveLeaving from '@salesforce/label/c.Dealside_MoveLeaving';
import reasonTitleMonitor from '@salesforce/label/c.Dealside_ReasonTitleMonitor';
import reasonTitleWhisper from '@salesforce/label/c.Dealside_ReasonTitleWhisper';
import wallNotJoined from '@salesforce/label/c.Dealside_WallNotJoined';
import callJoinHintAlone from '@salesforce/label/c.Dealside_CallJoinHintAlone';
import covertAsk from '@salesforce/label/c.Dealside_CovertAsk';
import covertTitle from '@salesforce/label/c.Dealside_CovertTitle';
import covertPurpose from '@salesforce/label/c.Dealside_CovertPurpose';
import covertOwner from '@salesforce/label/c.Dealside_CovertOwner';
import covertEndsOn from '@salesforce/label/c.Dealside_CovertEndsOn';
import covertText from '@salesforce/label/c.Dealside_CovertText';
import covertConfirm from '@salesforce/label/c.Dealside_CovertConfirm';
import covertOn from '@salesforce/label/c.Dealside_CovertOn';

/** What a join waits for. */
export const joiningLabels = {
  disclosureDue,
  disclosurePlaying,
  disclosurePlayed,
  disclosureFailed,
  disclosurePlay,
  disclosureJoinNow,
  joinConnectionLost,
  joinTestingNetwork,
  joinNotAnnounced,
  joinAgain,
  controlsAnnouncing,
  moveTitle,
  moveText,
  moveTextTakeover,
  moveConfirm,
  moveStay,
  moveLeaving,
  reasonTitleMonitor,
  reasonTitleWhisper,
  callJoinHintAlone,
  wallNotJoined,
  covertAsk,
  covertTitle,
  covertPurpose,
  covertOwner,
  covertEndsOn,
  covertText,
  covertConfirm,
  covertOn,
};
