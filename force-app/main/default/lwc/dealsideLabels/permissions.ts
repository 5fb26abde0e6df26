import permissionsAllowed from '@salesforce/label/c.Dealside_PermissionsAllowed';
import permissionsAsk from '@salesforce/label/c.Dealside_PermissionsAsk';
import permissionsAskAbout from '@salesforce/label/c.Dealside_PermissionsAskAbout';
import permissionsCall from '@salesforce/label/c.Dealside_PermissionsCall';
import permissionsCallChoose from '@salesforce/label/c.Dealside_PermissionsCallChoose';
import permissionsCallId from '@salesforce/label/c.Dealside_PermissionsCallId';
import permissionsCallOf from '@salesforce/label/c.Dealside_PermissionsCallOf';
import permissionsCallRinging from '@salesforce/label/c.Dealside_PermissionsCallRinging';
import permissionsConsent from '@salesforce/label/c.Dealside_PermissionsConsent';
import permissionsConsentAllowed from '@salesforce/label/c.Dealside_PermissionsConsentAllowed';
import permissionsConsentRefused from '@salesforce/label/c.Dealside_PermissionsConsentRefused';
import permissionsFrom from '@salesforce/label/c.Dealside_PermissionsFrom';
import permissionsHide from '@salesforce/label/c.Dealside_PermissionsHide';
import permissionsIntro from '@salesforce/label/c.Dealside_PermissionsIntro';
import permissionsJurisdictions from '@salesforce/label/c.Dealside_PermissionsJurisdictions';
import permissionsLoading from '@salesforce/label/c.Dealside_PermissionsLoading';
import permissionsNeedsCall from '@salesforce/label/c.Dealside_PermissionsNeedsCall';
import permissionsNeedsPerson from '@salesforce/label/c.Dealside_PermissionsNeedsPerson';
import permissionsNoChoices from '@salesforce/label/c.Dealside_PermissionsNoChoices';
import permissionsNotAllowed from '@salesforce/label/c.Dealside_PermissionsNotAllowed';
import permissionsPerson from '@salesforce/label/c.Dealside_PermissionsPerson';
import permissionsPersonChoose from '@salesforce/label/c.Dealside_PermissionsPersonChoose';
import permissionsRule from '@salesforce/label/c.Dealside_PermissionsRule';
import permissionsRuleAllows from '@salesforce/label/c.Dealside_PermissionsRuleAllows';
import permissionsRuleNot from '@salesforce/label/c.Dealside_PermissionsRuleNot';
import permissionsRules from '@salesforce/label/c.Dealside_PermissionsRules';
import permissionsShow from '@salesforce/label/c.Dealside_PermissionsShow';
import permissionsTitle from '@salesforce/label/c.Dealside_PermissionsTitle';
import permissionsVersion from '@salesforce/label/c.Dealside_PermissionsVersion';

/** Why a person may or may not join a call, in plain words. */
export const permissionLabels = {
  permissionsAsk,
  permissionsHide,
  permissionsAskAbout,
  permissionsLoading,
  permissionsAllowed,
  permissionsNotAllowed,
  permissionsRule,
  permissionsFrom,
  permissionsVersion,
  permissionsRules,
  permissionsRuleAllows,
  permissionsRuleNot,
  permissionsConsent,
  permissionsConsentAllowed,
  permissionsConsentRefused,
  permissionsJurisdictions,
  permissionsTitle,
  permissionsIntro,
  permissionsPerson,
  permissionsPersonChoose,
  permissionsCall,
  permissionsCallChoose,
  permissionsCallOf,
  permissionsCallRinging,
  permissionsCallId,
  permissionsShow,
  permissionsNeedsPerson,
  permissionsNeedsCall,
  permissionsNoChoices,
};
