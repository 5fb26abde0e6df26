import { showLevel } from './callMeters.ts';
import type { followGuidance } from './guidance.ts';
import type { Server } from './server.ts';
import type { SoftphoneState } from './state.ts';

/**
 * Shows the microphone's level, and reports the first sound of a joined call to the server once.
 */
export function followLevels({
  root,
  state,
  guidance,
  server,
}: {
  readonly root: HTMLElement;
  readonly state: () => SoftphoneState;
  readonly guidance: ReturnType<typeof followGuidance>;
  readonly server: Pick<Server, 'ask'>;
}): (input: number, output: number) => void {
  let heardInterventionId: string | undefined;
  return (input, output) => {
    showLevel(root, input);
    guidance.heard(input);
    const { call } = state();
    const joined = call.status === 'open' ? call.interventionId : undefined;
    if (!joined || output === 0 || heardInterventionId === joined) return;
    heardInterventionId = joined;
    server.ask('POST', `/api/interventions/${joined}/heard`, {}).catch(() => undefined);
  };
}
