import cueBecause from '@salesforce/label/c.Dealside_CueBecause';
import cueChecklist from '@salesforce/label/c.Dealside_CueChecklist';
import cueChecklistName from '@salesforce/label/c.Dealside_CueChecklistName';
import cueClose from '@salesforce/label/c.Dealside_CueClose';
import cueCritical from '@salesforce/label/c.Dealside_CueCritical';
import cueDone from '@salesforce/label/c.Dealside_CueDone';
import cueMore from '@salesforce/label/c.Dealside_CueMore';
import cueOpen from '@salesforce/label/c.Dealside_CueOpen';
import cuesCard from '@salesforce/label/c.Dealside_CuesCard';
import cuesFaults from '@salesforce/label/c.Dealside_CuesFaults';
import cuesFound from '@salesforce/label/c.Dealside_CuesFound';
import cuesHint from '@salesforce/label/c.Dealside_CuesHint';
import cuesInterrupts from '@salesforce/label/c.Dealside_CuesInterrupts';
import cuesItem from '@salesforce/label/c.Dealside_CuesItem';
import cuesKind from '@salesforce/label/c.Dealside_CuesKind';
import cuesLoading from '@salesforce/label/c.Dealside_CuesLoading';
import cuesMark from '@salesforce/label/c.Dealside_CuesMark';
import cuesNotFound from '@salesforce/label/c.Dealside_CuesNotFound';
import cuesPriority from '@salesforce/label/c.Dealside_CuesPriority';
import cuesText from '@salesforce/label/c.Dealside_CuesText';
import cuesTitle from '@salesforce/label/c.Dealside_CuesTitle';

/** Cards and checklists. */
export const cuesLabels = {
  cueBecause,
  cueChecklist,
  cueChecklistName,
  cueClose,
  cueCritical,
  cueDone,
  cueMore,
  cueOpen,
  cuesCard,
  cuesFaults,
  cuesFound,
  cuesHint,
  cuesInterrupts,
  cuesItem,
  cuesKind,
  cuesLoading,
  cuesMark,
  cuesNotFound,
  cuesPriority,
  cuesText,
  cuesTitle,
};
