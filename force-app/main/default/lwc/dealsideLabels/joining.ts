import callJoinHintAlone from '@salesforce/label/c.Dealside_CallJoinHintAlone';
import controlsAnnouncing from '@salesforce/label/c.Dealside_ControlsAnnouncing';
import covertAsk from '@salesforce/label/c.Dealside_CovertAsk';
import covertConfirm from '@salesforce/label/c.Dealside_CovertConfirm';
import covertEndsOn from '@salesforce/label/c.Dealside_CovertEndsOn';
import covertOn from '@salesforce/label/c.Dealside_CovertOn';
import covertOwner from '@salesforce/label/c.Dealside_CovertOwner';
import covertPurpose from '@salesforce/label/c.Dealside_CovertPurpose';
import covertText from '@salesforce/label/c.Dealside_CovertText';
import covertTitle from '@salesforce/label/c.Dealside_CovertTitle';
import disclosureDue from '@salesforce/label/c.Dealside_DisclosureDue';
import disclosureFailed from '@salesforce/label/c.Dealside_DisclosureFailed';
import disclosureJoinNow from '@salesforce/label/c.Dealside_DisclosureJoinNow';
import disclosurePlay from '@salesforce/label/c.Dealside_DisclosurePlay';
import disclosurePlayed from '@salesforce/label/c.Dealside_DisclosurePlayed';
import disclosurePlaying from '@salesforce/label/c.Dealside_DisclosurePlaying';
import joinAgain from '@salesforce/label/c.Dealside_JoinAgain';
import joinConnectionLost from '@salesforce/label/c.Dealside_JoinConnectionLost';
import joinGiveUp from '@salesforce/label/c.Dealside_JoinGiveUp';
import joinNotAnnounced from '@salesforce/label/c.Dealside_JoinNotAnnounced';
import joinTestingNetwork from '@salesforce/label/c.Dealside_JoinTestingNetwork';
import joinUnanswered from '@salesforce/label/c.Dealside_JoinUnanswered';
import moveConfirm from '@salesforce/label/c.Dealside_MoveConfirm';
import moveLeaving from '@salesforce/label/c.Dealside_MoveLeaving';
import moveStay from '@salesforce/label/c.Dealside_MoveStay';
import moveText from '@salesforce/label/c.Dealside_MoveText';
import moveTextTakeover from '@salesforce/label/c.Dealside_MoveTextTakeover';
import moveTitle from '@salesforce/label/c.Dealside_MoveTitle';
import reasonTitleMonitor from '@salesforce/label/c.Dealside_ReasonTitleMonitor';
import reasonTitleWhisper from '@salesforce/label/c.Dealside_ReasonTitleWhisper';
import steppedDown from '@salesforce/label/c.Dealside_SteppedDown';
import takenOff from '@salesforce/label/c.Dealside_TakenOff';
import wallNotJoined from '@salesforce/label/c.Dealside_WallNotJoined';

/** What a join is waiting for. */
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
  joinGiveUp,
  joinUnanswered,
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
  takenOff,
  steppedDown,
};
