import helpSkill from '@salesforce/label/c.Dealside_HelpSkill';
import helpSkillAny from '@salesforce/label/c.Dealside_HelpSkillAny';
import helpAskedFirst from '@salesforce/label/c.Dealside_HelpAskedFirst';
import helpCame from '@salesforce/label/c.Dealside_HelpCame';
import helpAskKey from '@salesforce/label/c.Dealside_HelpAskKey';
import helpNoOne from '@salesforce/label/c.Dealside_HelpNoOne';
import momentFlag from '@salesforce/label/c.Dealside_MomentFlag';
import momentFlagKey from '@salesforce/label/c.Dealside_MomentFlagKey';
import momentFlagged from '@salesforce/label/c.Dealside_MomentFlagged';
import choiceDecline from '@salesforce/label/c.Dealside_ChoiceDecline';
import choiceAllow from '@salesforce/label/c.Dealside_ChoiceAllow';
import choiceDeclined from '@salesforce/label/c.Dealside_ChoiceDeclined';
import choiceDeclinedBefore from '@salesforce/label/c.Dealside_ChoiceDeclinedBefore';
import choiceForSupervisor from '@salesforce/label/c.Dealside_ChoiceForSupervisor';
import textReplyLabel from '@salesforce/label/c.Dealside_TextReplyLabel';
import textForSupervisor from '@salesforce/label/c.Dealside_TextForSupervisor';
import textPhrase from '@salesforce/label/c.Dealside_TextPhrase';
import textPraise from '@salesforce/label/c.Dealside_TextPraise';
import textIsPraise from '@salesforce/label/c.Dealside_TextIsPraise';
import textHistory from '@salesforce/label/c.Dealside_TextHistory';
import textHistoryEmpty from '@salesforce/label/c.Dealside_TextHistoryEmpty';
import textHistoryShow from '@salesforce/label/c.Dealside_TextHistoryShow';
import desktopAllow from '@salesforce/label/c.Dealside_DesktopAllow';
import bargeOften from '@salesforce/label/c.Dealside_BargeOften';

/** The steps below a barge, and what follows a call. */
export const ladderLabels = {
  helpSkill,
  helpSkillAny,
  helpAskedFirst,
  helpCame,
  helpAskKey,
  helpNoOne,
  momentFlag,
  momentFlagKey,
  momentFlagged,
  choiceDecline,
  choiceAllow,
  choiceDeclined,
  choiceDeclinedBefore,
  choiceForSupervisor,
  textReplyLabel,
  textForSupervisor,
  textPhrase,
  textPraise,
  textIsPraise,
  textHistory,
  textHistoryEmpty,
  textHistoryShow,
  desktopAllow,
  bargeOften,
};
