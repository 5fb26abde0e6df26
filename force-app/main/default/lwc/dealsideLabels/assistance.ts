import helpTitle from '@salesforce/label/c.Dealside_HelpTitle';
import helpAsk from '@salesforce/label/c.Dealside_HelpAsk';
import helpReason from '@salesforce/label/c.Dealside_HelpReason';
import helpReasonPlaceholder from '@salesforce/label/c.Dealside_HelpReasonPlaceholder';
import helpReasonRequired from '@salesforce/label/c.Dealside_HelpReasonRequired';
import helpNote from '@salesforce/label/c.Dealside_HelpNote';
import helpSend from '@salesforce/label/c.Dealside_HelpSend';
import helpCancel from '@salesforce/label/c.Dealside_HelpCancel';
import helpWaiting from '@salesforce/label/c.Dealside_HelpWaiting';
import helpComing from '@salesforce/label/c.Dealside_HelpComing';
import helpCancelRequest from '@salesforce/label/c.Dealside_HelpCancelRequest';
import helpAsked from '@salesforce/label/c.Dealside_HelpAsked';
import helpJoin from '@salesforce/label/c.Dealside_HelpJoin';
import helpYouJoin from '@salesforce/label/c.Dealside_HelpYouJoin';
import helpExpired from '@salesforce/label/c.Dealside_HelpExpired';
import helpInbox from '@salesforce/label/c.Dealside_HelpInbox';
import helpItem from '@salesforce/label/c.Dealside_HelpItem';
import helpItemMany from '@salesforce/label/c.Dealside_HelpItemMany';
import helpJoinWho from '@salesforce/label/c.Dealside_HelpJoinWho';
import helpNobodyAvailable from '@salesforce/label/c.Dealside_HelpNobodyAvailable';
import helpNobodyEligible from '@salesforce/label/c.Dealside_HelpNobodyEligible';
import helpSent from '@salesforce/label/c.Dealside_HelpSent';
import helpToast from '@salesforce/label/c.Dealside_HelpToast';
import textArrived from '@salesforce/label/c.Dealside_TextArrived';
import textTitle from '@salesforce/label/c.Dealside_TextTitle';
import textForRep from '@salesforce/label/c.Dealside_TextForRep';
import textLabel from '@salesforce/label/c.Dealside_TextLabel';
import textSend from '@salesforce/label/c.Dealside_TextSend';
import textSeen from '@salesforce/label/c.Dealside_TextSeen';
import textNotSeen from '@salesforce/label/c.Dealside_TextNotSeen';
import textGotIt from '@salesforce/label/c.Dealside_TextGotIt';
import textFrom from '@salesforce/label/c.Dealside_TextFrom';
import floorRequest from '@salesforce/label/c.Dealside_FloorRequest';
import floorCancel from '@salesforce/label/c.Dealside_FloorCancel';
import floorTaken from '@salesforce/label/c.Dealside_FloorTaken';
import floorRequested from '@salesforce/label/c.Dealside_FloorRequested';

/** Help requests and text whispers. */
export const assistanceLabels = {
  helpTitle,
  helpAsk,
  helpReason,
  helpReasonPlaceholder,
  helpReasonRequired,
  helpNote,
  helpSend,
  helpCancel,
  helpWaiting,
  helpComing,
  helpCancelRequest,
  helpAsked,
  helpJoin,
  helpYouJoin,
  helpExpired,
  helpInbox,
  helpItem,
  helpItemMany,
  helpJoinWho,
  helpNobodyAvailable,
  helpNobodyEligible,
  helpSent,
  helpToast,
  textArrived,
  textTitle,
  textForRep,
  textLabel,
  textSend,
  textSeen,
  textNotSeen,
  textGotIt,
  textFrom,
  floorRequest,
  floorCancel,
  floorTaken,
  floorRequested,
};
