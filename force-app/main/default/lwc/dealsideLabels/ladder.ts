import bargeOften from '@salesforce/label/c.Dealside_BargeOften';
import choiceAgree from '@salesforce/label/c.Dealside_ChoiceAgree';
import choiceAgreed from '@salesforce/label/c.Dealside_ChoiceAgreed';
import choiceAgreeHint from '@salesforce/label/c.Dealside_ChoiceAgreeHint';
import choiceAllow from '@salesforce/label/c.Dealside_ChoiceAllow';
import choiceDecline from '@salesforce/label/c.Dealside_ChoiceDecline';
import choiceDeclined from '@salesforce/label/c.Dealside_ChoiceDeclined';
import choiceDeclinedBefore from '@salesforce/label/c.Dealside_ChoiceDeclinedBefore';
import choiceForSupervisor from '@salesforce/label/c.Dealside_ChoiceForSupervisor';
import desktopAllow from '@salesforce/label/c.Dealside_DesktopAllow';
import employeeNoticeAcknowledge from '@salesforce/label/c.Dealside_EmployeeNoticeAcknowledge';
import employeeNoticeAcknowledged from '@salesforce/label/c.Dealside_EmployeeNoticeAcknowledged';
import employeeNoticeTitle from '@salesforce/label/c.Dealside_EmployeeNoticeTitle';
import helpAskedFirst from '@salesforce/label/c.Dealside_HelpAskedFirst';
import helpAskKey from '@salesforce/label/c.Dealside_HelpAskKey';
import helpCame from '@salesforce/label/c.Dealside_HelpCame';
import helpNoOne from '@salesforce/label/c.Dealside_HelpNoOne';
import helpSkill from '@salesforce/label/c.Dealside_HelpSkill';
import helpSkillAny from '@salesforce/label/c.Dealside_HelpSkillAny';
import momentFlag from '@salesforce/label/c.Dealside_MomentFlag';
import momentFlagged from '@salesforce/label/c.Dealside_MomentFlagged';
import momentFlagHint from '@salesforce/label/c.Dealside_MomentFlagHint';
import momentFlagKey from '@salesforce/label/c.Dealside_MomentFlagKey';
import scoreAnswer from '@salesforce/label/c.Dealside_ScoreAnswer';
import scoreAnswerHint from '@salesforce/label/c.Dealside_ScoreAnswerHint';
import scoreAnswerMissing from '@salesforce/label/c.Dealside_ScoreAnswerMissing';
import scoreChoose from '@salesforce/label/c.Dealside_ScoreChoose';
import scoreComment from '@salesforce/label/c.Dealside_ScoreComment';
import scoreCommentMissing from '@salesforce/label/c.Dealside_ScoreCommentMissing';
import scoreCommentRequired from '@salesforce/label/c.Dealside_ScoreCommentRequired';
import scoreCritical from '@salesforce/label/c.Dealside_ScoreCritical';
import scoreFailed from '@salesforce/label/c.Dealside_ScoreFailed';
import scoreFlag from '@salesforce/label/c.Dealside_ScoreFlag';
import scoreItem from '@salesforce/label/c.Dealside_ScoreItem';
import scoreManager from '@salesforce/label/c.Dealside_ScoreManager';
import scoreMoments from '@salesforce/label/c.Dealside_ScoreMoments';
import scoreNo from '@salesforce/label/c.Dealside_ScoreNo';
import scoreNotApplicable from '@salesforce/label/c.Dealside_ScoreNotApplicable';
import scoreRead from '@salesforce/label/c.Dealside_ScoreRead';
import scoreReadAt from '@salesforce/label/c.Dealside_ScoreReadAt';
import scoreReady from '@salesforce/label/c.Dealside_ScoreReady';
import scoreRepFirst from '@salesforce/label/c.Dealside_ScoreRepFirst';
import scoreResult from '@salesforce/label/c.Dealside_ScoreResult';
import scoreSave from '@salesforce/label/c.Dealside_ScoreSave';
import scoreSelf from '@salesforce/label/c.Dealside_ScoreSelf';
import scoreTitle from '@salesforce/label/c.Dealside_ScoreTitle';
import scoreWaitRep from '@salesforce/label/c.Dealside_ScoreWaitRep';
import scoreWaitSupervisor from '@salesforce/label/c.Dealside_ScoreWaitSupervisor';
import scoreYes from '@salesforce/label/c.Dealside_ScoreYes';
import textForSupervisor from '@salesforce/label/c.Dealside_TextForSupervisor';
import textHistory from '@salesforce/label/c.Dealside_TextHistory';
import textHistoryEmpty from '@salesforce/label/c.Dealside_TextHistoryEmpty';
import textHistoryShow from '@salesforce/label/c.Dealside_TextHistoryShow';
import textIsPraise from '@salesforce/label/c.Dealside_TextIsPraise';
import textPhrase from '@salesforce/label/c.Dealside_TextPhrase';
import textPraise from '@salesforce/label/c.Dealside_TextPraise';
import textReplyLabel from '@salesforce/label/c.Dealside_TextReplyLabel';
import watchAgain from '@salesforce/label/c.Dealside_WatchAgain';
import watchGraduated from '@salesforce/label/c.Dealside_WatchGraduated';
import watchWatching from '@salesforce/label/c.Dealside_WatchWatching';

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
  momentFlagHint,
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
  scoreTitle,
  scoreSelf,
  scoreManager,
  scoreRepFirst,
  scoreWaitSupervisor,
  scoreWaitRep,
  scoreSave,
  scoreAnswerMissing,
  scoreComment,
  scoreCommentMissing,
  scoreCommentRequired,
  scoreCritical,
  scoreNotApplicable,
  scoreYes,
  scoreNo,
  scoreChoose,
  scoreItem,
  scoreResult,
  scoreFailed,
  scoreMoments,
  scoreFlag,
  scoreAnswer,
  scoreAnswerHint,
  scoreRead,
  scoreReadAt,
  scoreReady,
  watchWatching,
  watchGraduated,
  watchAgain,
  employeeNoticeTitle,
  employeeNoticeAcknowledge,
  employeeNoticeAcknowledged,
  choiceAgree,
  choiceAgreeHint,
  choiceAgreed,
};
