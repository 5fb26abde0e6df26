import permissionsAsk from '@salesforce/label/c.Dealside_PermissionsAsk';
import permissionsHide from '@salesforce/label/c.Dealside_PermissionsHide';
import permissionsAskAbout from '@salesforce/label/c.Dealside_PermissionsAskAbout';
import permissionsLoading from '@salesforce/label/c.Dealside_PermissionsLoading';
import permissionsAllowed from '@salesforce/label/c.Dealside_PermissionsAllowed';
import permissionsNotAllowed from '@salesforce/label/c.Dealside_PermissionsNotAllowed';
import permissionsRule from '@salesforce/label/c.Dealside_PermissionsRule';
import permissionsFrom from '@salesforce/label/c.Dealside_PermissionsFrom';
import permissionsVersion from '@salesforce/label/c.Dealside_PermissionsVersion';
import permissionsRules from '@salesforce/label/c.Dealside_PermissionsRules';
import permissionsRuleAllows from '@salesforce/label/c.Dealside_PermissionsRuleAllows';
import permissionsRuleNot from '@salesforce/label/c.Dealside_PermissionsRuleNot';
import permissionsConsent from '@salesforce/label/c.Dealside_PermissionsConsent';
import permissionsConsentAllowed from '@salesforce/label/c.Dealside_PermissionsConsentAllowed';
import permissionsConsentRefused from '@salesforce/label/c.Dealside_PermissionsConsentRefused';
import permissionsJurisdictions from '@salesforce/label/c.Dealside_PermissionsJurisdictions';
import permissionsTitle from '@salesforce/label/c.Dealside_PermissionsTitle';
import permissionsIntro from '@salesforce/label/c.Dealside_PermissionsIntro';
import permissionsPerson from '@salesforce/label/c.Dealside_PermissionsPerson';
import permissionsPersonChoose from '@salesforce/label/c.Dealside_PermissionsPersonChoose';
import permissionsCall from '@salesforce/label/c.Dealside_PermissionsCall';
import permissionsCallChoose from '@salesforce/label/c.Dealside_PermissionsCallChoose';
import permissionsCallOf from '@salesforce/label/c.Dealside_PermissionsCallOf';
import permissionsCallRinging from '@salesforce/label/c.Dealside_PermissionsCallRinging';
import permissionsCallId from '@salesforce/label/c.Dealside_PermissionsCallId';
import permissionsShow from '@salesforce/label/c.Dealside_PermissionsShow';
import permissionsNeedsPerson from '@salesforce/label/c.Dealside_PermissionsNeedsPerson';
import permissionsNeedsCall from '@salesforce/label/c.Dealside_PermissionsNeedsCall';
import permissionsNoChoices from '@salesforce/label/c.Dealside_PermissionsNoChoices';

/** Why somebody may or may not join a call, in plain words. */
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
