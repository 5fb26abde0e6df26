import jointAt from '@salesforce/label/c.Dealside_JointAt';
import jointBegan from '@salesforce/label/c.Dealside_JointBegan';
import jointBeganHint from '@salesforce/label/c.Dealside_JointBeganHint';
import jointBeganRep from '@salesforce/label/c.Dealside_JointBeganRep';
import jointBeganRepHint from '@salesforce/label/c.Dealside_JointBeganRepHint';
import jointBegun from '@salesforce/label/c.Dealside_JointBegun';
import jointCancel from '@salesforce/label/c.Dealside_JointCancel';
import jointCanceled from '@salesforce/label/c.Dealside_JointCanceled';
import jointCancelName from '@salesforce/label/c.Dealside_JointCancelName';
import jointHint from '@salesforce/label/c.Dealside_JointHint';
import jointLoading from '@salesforce/label/c.Dealside_JointLoading';
import jointMissed from '@salesforce/label/c.Dealside_JointMissed';
import jointMove from '@salesforce/label/c.Dealside_JointMove';
import jointMoveName from '@salesforce/label/c.Dealside_JointMoveName';
import jointMoveSave from '@salesforce/label/c.Dealside_JointMoveSave';
import jointNewTime from '@salesforce/label/c.Dealside_JointNewTime';
import jointNone from '@salesforce/label/c.Dealside_JointNone';
import jointPlan from '@salesforce/label/c.Dealside_JointPlan';
import jointPlanned from '@salesforce/label/c.Dealside_JointPlanned';
import jointTitle from '@salesforce/label/c.Dealside_JointTitle';
import jointWho from '@salesforce/label/c.Dealside_JointWho';
import jointWith from '@salesforce/label/c.Dealside_JointWith';
import jointWithRep from '@salesforce/label/c.Dealside_JointWithRep';
import jointWithSupervisor from '@salesforce/label/c.Dealside_JointWithSupervisor';

/** Three-way calls that a rep and a supervisor plan. */
export const jointLabels = {
  jointAt,
  jointBegan,
  jointBeganHint,
  jointBeganRep,
  jointBeganRepHint,
  jointBegun,
  jointCancel,
  jointCancelName,
  jointCanceled,
  jointHint,
  jointLoading,
  jointMissed,
  jointMove,
  jointMoveName,
  jointMoveSave,
  jointNewTime,
  jointNone,
  jointPlan,
  jointPlanned,
  jointTitle,
  jointWho,
  jointWith,
  jointWithRep,
  jointWithSupervisor,
};
