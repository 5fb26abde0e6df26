import reachComputer from '@salesforce/label/c.Dealside_ReachComputer';
import reachJoinWith from '@salesforce/label/c.Dealside_ReachJoinWith';
import reachNoPhone from '@salesforce/label/c.Dealside_ReachNoPhone';
import reachOnlyPhone from '@salesforce/label/c.Dealside_ReachOnlyPhone';
import reachOnlySip from '@salesforce/label/c.Dealside_ReachOnlySip';
import reachPhone from '@salesforce/label/c.Dealside_ReachPhone';
import reachRinging from '@salesforce/label/c.Dealside_ReachRinging';
import reachSip from '@salesforce/label/c.Dealside_ReachSip';

/** The device with which a person joins. */
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
