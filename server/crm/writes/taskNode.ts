import { SOBJECTS } from '../session/requests.ts';
import type { GraphNode } from './compositeGraphWriter.ts';
import type { Fields } from './interventionRecord.ts';

/** Creates a Task, or changes the one with this id. */
export function taskNode(
  referenceId: string,
  existingId: string | undefined,
  fields: Fields,
): GraphNode {
  if (!existingId) return { method: 'POST', referenceId, url: `${SOBJECTS}/Task`, body: fields };
  // Salesforce refuses a change of TaskSubtype.
  const { TaskSubtype: _fixed, ...changes } = fields;
  return { method: 'PATCH', referenceId, url: `${SOBJECTS}/Task/${existingId}`, body: changes };
}
