import whyAsk from '@salesforce/label/c.Dealside_WhyAsk';
import whyHide from '@salesforce/label/c.Dealside_WhyHide';
import whyAskAbout from '@salesforce/label/c.Dealside_WhyAskAbout';
import whyLoading from '@salesforce/label/c.Dealside_WhyLoading';
import whyAllowed from '@salesforce/label/c.Dealside_WhyAllowed';
import whyNotAllowed from '@salesforce/label/c.Dealside_WhyNotAllowed';
import whyRule from '@salesforce/label/c.Dealside_WhyRule';
import whyFrom from '@salesforce/label/c.Dealside_WhyFrom';
import whyVersion from '@salesforce/label/c.Dealside_WhyVersion';
import whyRules from '@salesforce/label/c.Dealside_WhyRules';
import whyRuleAllows from '@salesforce/label/c.Dealside_WhyRuleAllows';
import whyRuleNot from '@salesforce/label/c.Dealside_WhyRuleNot';
import whyConsent from '@salesforce/label/c.Dealside_WhyConsent';
import whyConsentAllowed from '@salesforce/label/c.Dealside_WhyConsentAllowed';
import whyConsentRefused from '@salesforce/label/c.Dealside_WhyConsentRefused';
import whyConsentPlaces from '@salesforce/label/c.Dealside_WhyConsentPlaces';
import whyTitle from '@salesforce/label/c.Dealside_WhyTitle';
import whyIntro from '@salesforce/label/c.Dealside_WhyIntro';
import whyPerson from '@salesforce/label/c.Dealside_WhyPerson';
import whyPersonChoose from '@salesforce/label/c.Dealside_WhyPersonChoose';
import whyCall from '@salesforce/label/c.Dealside_WhyCall';
import whyCallChoose from '@salesforce/label/c.Dealside_WhyCallChoose';
import whyCallOf from '@salesforce/label/c.Dealside_WhyCallOf';
import whyCallRinging from '@salesforce/label/c.Dealside_WhyCallRinging';
import whyCallId from '@salesforce/label/c.Dealside_WhyCallId';
import whyShow from '@salesforce/label/c.Dealside_WhyShow';
import whyNeedsPerson from '@salesforce/label/c.Dealside_WhyNeedsPerson';
import whyNeedsCall from '@salesforce/label/c.Dealside_WhyNeedsCall';
import whyNoChoices from '@salesforce/label/c.Dealside_WhyNoChoices';

/** Why somebody may or may not join a call, in plain words. */
export const permissionLabels = {
  whyAsk, whyHide, whyAskAbout, whyLoading, whyAllowed, whyNotAllowed, whyRule, whyFrom, whyVersion, whyRules,
  whyRuleAllows, whyRuleNot, whyConsent, whyConsentAllowed, whyConsentRefused, whyConsentPlaces, whyTitle,
  whyIntro, whyPerson, whyPersonChoose, whyCall, whyCallChoose, whyCallOf, whyCallRinging, whyCallId, whyShow,
  whyNeedsPerson, whyNeedsCall, whyNoChoices,
};
