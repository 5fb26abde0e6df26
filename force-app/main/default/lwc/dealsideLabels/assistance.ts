import floorCancel from '@salesforce/label/c.Dealside_FloorCancel';
import floorRequest from '@salesforce/label/c.Dealside_FloorRequest';
import floorRequested from '@salesforce/label/c.Dealside_FloorRequested';
import floorTaken from '@salesforce/label/c.Dealside_FloorTaken';
import helpAsk from '@salesforce/label/c.Dealside_HelpAsk';
import helpAsked from '@salesforce/label/c.Dealside_HelpAsked';
import helpCancel from '@salesforce/label/c.Dealside_HelpCancel';
import helpCancelRequest from '@salesforce/label/c.Dealside_HelpCancelRequest';
import helpComing from '@salesforce/label/c.Dealside_HelpComing';
import helpExpired from '@salesforce/label/c.Dealside_HelpExpired';
import helpGivenBack from '@salesforce/label/c.Dealside_HelpGivenBack';
import helpInbox from '@salesforce/label/c.Dealside_HelpInbox';
import helpItem from '@salesforce/label/c.Dealside_HelpItem';
import helpItemMany from '@salesforce/label/c.Dealside_HelpItemMany';
import helpJoin from '@salesforce/label/c.Dealside_HelpJoin';
import helpJoinWho from '@salesforce/label/c.Dealside_HelpJoinWho';
import helpNobodyAvailable from '@salesforce/label/c.Dealside_HelpNobodyAvailable';
import helpNobodyEligible from '@salesforce/label/c.Dealside_HelpNobodyEligible';
import helpNote from '@salesforce/label/c.Dealside_HelpNote';
import helpReason from '@salesforce/label/c.Dealside_HelpReason';
import helpReasonPlaceholder from '@salesforce/label/c.Dealside_HelpReasonPlaceholder';
import helpReasonRequired from '@salesforce/label/c.Dealside_HelpReasonRequired';
import helpSend from '@salesforce/label/c.Dealside_HelpSend';
import helpSent from '@salesforce/label/c.Dealside_HelpSent';
import helpTitle from '@salesforce/label/c.Dealside_HelpTitle';
import helpToast from '@salesforce/label/c.Dealside_HelpToast';
import helpWaiting from '@salesforce/label/c.Dealside_HelpWaiting';
import helpYouJoin from '@salesforce/label/c.Dealside_HelpYouJoin';
import textArrived from '@salesforce/label/c.Dealside_TextArrived';
import textForRep from '@salesforce/label/c.Dealside_TextForRep';
import textFrom from '@salesforce/label/c.Dealside_TextFrom';
import textGotIt from '@salesforce/label/c.Dealside_TextGotIt';
import textLabel from '@salesforce/label/c.Dealside_TextLabel';
import textNotSeen from '@salesforce/label/c.Dealside_TextNotSeen';
import textSeen from '@salesforce/label/c.Dealside_TextSeen';
import textSend from '@salesforce/label/c.Dealside_TextSend';
import textTitle from '@salesforce/label/c.Dealside_TextTitle';

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
  helpGivenBack,
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
