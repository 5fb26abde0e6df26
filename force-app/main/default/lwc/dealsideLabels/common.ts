import actionSlowHint from '@salesforce/label/c.Dealside_ActionSlowHint';
import connectionConnecting from '@salesforce/label/c.Dealside_ConnectionConnecting';
import connectionGrantsUntil from '@salesforce/label/c.Dealside_ConnectionGrantsUntil';
import connectionLive from '@salesforce/label/c.Dealside_ConnectionLive';
import connectionLost from '@salesforce/label/c.Dealside_ConnectionLost';
import connectionLostAsOf from '@salesforce/label/c.Dealside_ConnectionLostAsOf';
import connectionRefused from '@salesforce/label/c.Dealside_ConnectionRefused';
import connectionStale from '@salesforce/label/c.Dealside_ConnectionStale';
import connectionWhileAway from '@salesforce/label/c.Dealside_ConnectionWhileAway';
import details from '@salesforce/label/c.Dealside_Details';
import guestCalled from '@salesforce/label/c.Dealside_GuestCalled';
import guestHasCall from '@salesforce/label/c.Dealside_GuestHasCall';
import guestHearsYou from '@salesforce/label/c.Dealside_GuestHearsYou';
import guestOnCall from '@salesforce/label/c.Dealside_GuestOnCall';
import heardByBoth from '@salesforce/label/c.Dealside_HeardByBoth';
import heardByCustomer from '@salesforce/label/c.Dealside_HeardByCustomer';
import heardByCustomerAlone from '@salesforce/label/c.Dealside_HeardByCustomerAlone';
import heardByNoOne from '@salesforce/label/c.Dealside_HeardByNoOne';
import heardByRep from '@salesforce/label/c.Dealside_HeardByRep';
import loadingSlow from '@salesforce/label/c.Dealside_LoadingSlow';
import modeBarge from '@salesforce/label/c.Dealside_ModeBarge';
import modeMonitor from '@salesforce/label/c.Dealside_ModeMonitor';
import modeTakeover from '@salesforce/label/c.Dealside_ModeTakeover';
import modeTakeoverNoun from '@salesforce/label/c.Dealside_ModeTakeoverNoun';
import modeWhisper from '@salesforce/label/c.Dealside_ModeWhisper';
import onCallBarge from '@salesforce/label/c.Dealside_OnCallBarge';
import onCallJoining from '@salesforce/label/c.Dealside_OnCallJoining';
import onCallMonitor from '@salesforce/label/c.Dealside_OnCallMonitor';
import onCallTakeover from '@salesforce/label/c.Dealside_OnCallTakeover';
import onCallWhisper from '@salesforce/label/c.Dealside_OnCallWhisper';
import problemNetwork from '@salesforce/label/c.Dealside_ProblemNetwork';
import problemNetworkHint from '@salesforce/label/c.Dealside_ProblemNetworkHint';
import problemNoAnswer from '@salesforce/label/c.Dealside_ProblemNoAnswer';
import problemNoAnswerHint from '@salesforce/label/c.Dealside_ProblemNoAnswerHint';
import problemNoSoftphone from '@salesforce/label/c.Dealside_ProblemNoSoftphone';
import problemNoSoftphoneHint from '@salesforce/label/c.Dealside_ProblemNoSoftphoneHint';
import problemOffline from '@salesforce/label/c.Dealside_ProblemOffline';
import problemOfflineHint from '@salesforce/label/c.Dealside_ProblemOfflineHint';
import problemSalesforceSilent from '@salesforce/label/c.Dealside_ProblemSalesforceSilent';
import problemSalesforceSilentHint from '@salesforce/label/c.Dealside_ProblemSalesforceSilentHint';
import problemServer from '@salesforce/label/c.Dealside_ProblemServer';
import problemServerHint from '@salesforce/label/c.Dealside_ProblemServerHint';
import problemSession from '@salesforce/label/c.Dealside_ProblemSession';
import problemSessionEnded from '@salesforce/label/c.Dealside_ProblemSessionEnded';
import problemSessionEndedHint from '@salesforce/label/c.Dealside_ProblemSessionEndedHint';
import problemSessionHint from '@salesforce/label/c.Dealside_ProblemSessionHint';
import problemWhatToDo from '@salesforce/label/c.Dealside_ProblemWhatToDo';
import textLimitLeft from '@salesforce/label/c.Dealside_TextLimitLeft';
import textLimitLeftOne from '@salesforce/label/c.Dealside_TextLimitLeftOne';
import textLimitReached from '@salesforce/label/c.Dealside_TextLimitReached';

/** Connection, problems and modes. */
export const commonLabels = {
  connectionConnecting,
  connectionLive,
  connectionLost,
  connectionLostAsOf,
  connectionGrantsUntil,
  connectionStale,
  connectionWhileAway,
  connectionRefused,
  loadingSlow,
  textLimitLeft,
  textLimitLeftOne,
  textLimitReached,
  actionSlowHint,
  problemNetwork,
  problemNetworkHint,
  problemNoAnswer,
  problemNoAnswerHint,
  problemSalesforceSilent,
  problemSalesforceSilentHint,
  problemSession,
  problemSessionHint,
  problemSessionEnded,
  problemSessionEndedHint,
  problemServer,
  problemServerHint,
  problemNoSoftphone,
  problemNoSoftphoneHint,
  problemWhatToDo,
  modeMonitor,
  modeWhisper,
  modeBarge,
  modeTakeover,
  modeTakeoverNoun,
  heardByNoOne,
  heardByRep,
  guestCalled,
  guestHasCall,
  guestHearsYou,
  guestOnCall,
  heardByBoth,
  heardByCustomer,
  heardByCustomerAlone,
  onCallMonitor,
  onCallWhisper,
  onCallBarge,
  onCallTakeover,
  onCallJoining,
  problemOffline,
  problemOfflineHint,
  details,
};
