import { isSilent, type CallView, type InterventionView } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';

/** Who else holds the floor or has requested it: one supervisor speaks at a time. */
export function othersOnFloor(
  { interventions }: CallView,
  own: InterventionView,
): { id: string; text: string }[] {
  return interventions.flatMap((each) => {
    if (each.interventionId === own.interventionId) return [];
    const who = each.supervisor.name;
    const speaks = [each.mode, each.pendingMode].some(
      (mode) => mode !== undefined && !isSilent(mode),
    );
    if (speaks) return [{ id: each.interventionId, text: fill(labels.floorTaken, { who }) }];
    return each.floorRequestedAt
      ? [{ id: each.interventionId, text: fill(labels.floorRequested, { who }) }]
      : [];
  });
}
