import { commonLabels } from './common';
import { callsLabels } from './calls';
import { listsLabels } from './lists';
import { assistanceLabels } from './assistance';
import { coachingLabels } from './coaching';
import { programmeLabels } from './programme';
import { stepUpLabels } from './stepUp';
import { joiningLabels } from './joining';
import { adminLabels } from './admin';
import { proofLabels } from './proof';
import { simulationLabels } from './simulation';
import { whyLabels } from './why';
import { recordingsLabels } from './recordings';

/** Every text of Dealside, from custom labels. */
export const labels = { ...commonLabels, ...callsLabels, ...listsLabels, ...assistanceLabels, ...coachingLabels, ...programmeLabels, ...stepUpLabels, ...joiningLabels, ...adminLabels, ...whyLabels, ...simulationLabels, ...proofLabels, ...recordingsLabels };

/** The text with its {placeholders} filled in. */
export function fill(text: string, values: Record<string, string | number | undefined>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
