import reachJoinWith from '@salesforce/label/c.Dealside_ReachJoinWith';
import reachComputer from '@salesforce/label/c.Dealside_ReachComputer';
import reachPhone from '@salesforce/label/c.Dealside_ReachPhone';
import reachSip from '@salesforce/label/c.Dealside_ReachSip';
import reachRinging from '@salesforce/label/c.Dealside_ReachRinging';
import reachOnlyPhone from '@salesforce/label/c.Dealside_ReachOnlyPhone';
import reachOnlySip from '@salesforce/label/c.Dealside_ReachOnlySip';
import reachNoPhone from '@salesforce/label/c.Dealside_ReachNoPhone';

/** With which device somebody joins. */
export const reachLabels = {
  reachJoinWith,
  reachComputer,
  reachPhone,
  reachSip,
  reachRinging,
  reachOnlyPhone,
  reachOnlySip,
  reachNoPhone,
};
