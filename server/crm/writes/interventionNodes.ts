import { type Call } from '../../domain/call/call.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { SOBJECTS } from '../session/requests.ts';
import { type GraphNode } from './compositeGraphWriter.ts';
import { NOTHING_EXISTS, type Existing } from './existingRecords.ts';
import {
  linkFields,
  qualityFormField,
  coachingState,
  interventionFields,
  type EndedIntervention,
  type Fields,
} from './interventionRecord.ts';
import {
  activityFields,
  activityKey,
  coachingFields,
  coachingKey,
  type TaskSettings,
} from './interventionTasks.ts';
import { taskNode } from './taskNode.ts';

/** What the records contain in addition to the intervention. */
interface Written {
  readonly links: Parameters<typeof linkFields>[0];
  readonly settings: TaskSettings;
  readonly vocabulary: Vocabulary;
}

export function nodesOf(
  call: Call,
  intervention: EndedIntervention,
  { existing, links, settings, vocabulary }: Written & { readonly existing: Existing | undefined },
): GraphNode[] {
  const { interventionId } = intervention;
  const { tasks, openTasks, coachingState: existingState } = existing ?? NOTHING_EXISTS;
  const coaching = coachingFields(call, intervention, settings, vocabulary);
  const planned = tasks.get(coachingKey(interventionId));
  const isDebriefed = existingState === 'done' && openTasks.has(coachingKey(interventionId));
  const state =
    existingState === null || existingState === 'none' ? coachingState(intervention) : {};
  const fields = {
    ...interventionFields(call, intervention, { ...settings, vocabulary }),
    ...linkFields(links),
    ...state,
    // Written only when the activity is created, because people can change the link afterwards.
    ...(!tasks.has(activityKey(interventionId)) && qualityFormField(links)),
  };
  return [
    existing
      ? {
          method: 'PATCH',
          referenceId: 'intervention',
          body: fields,
          url: `${SOBJECTS}/Call_Intervention__c/External_Id__c/${encodeURIComponent(interventionId)}`,
        }
      : {
          method: 'POST',
          referenceId: 'intervention',
          body: { External_Id__c: interventionId, ...fields },
          url: `${SOBJECTS}/Call_Intervention__c`,
        },
    taskNode(
      'activity',
      tasks.get(activityKey(interventionId)),
      activityFields(call, intervention, settings, { links, vocabulary }),
    ),
    ...(coaching
      ? [
          taskNode('coaching', planned, {
            ...(planned ? withoutStatus(coaching) : coaching),
            // The person who closed the debrief may not be allowed to close the rep's task, so it
            // is closed here.
            ...(isDebriefed && { Status: settings.values.closed }),
          }),
        ]
      : []),
  ];
}

/** Leaves the status out, because the rep may have changed it in the meantime. */
const withoutStatus = ({ Status: _changed, ...fields }: Fields): Fields => fields;
