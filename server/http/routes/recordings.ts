import type Router from '@koa/router';
import { openRecording, type Opening } from '../../commands/openRecording.ts';
import type { Authenticate } from '../authenticate.ts';
import { granted } from '../errors.ts';

export interface RecordingRoutes extends Opening {
  readonly authenticate: Authenticate;
}

export function recordingRoutes(router: Router, deps: RecordingRoutes): void {
  router.get('/api/recordings/:recordingId', async (ctx) => {
    const person = await deps.authenticate(ctx);
    const { contentType, sound } = granted(await openRecording(deps, person, { recordingId: ctx.params.recordingId! }));
    ctx.type = contentType;
    ctx.set('cache-control', 'no-store');
    ctx.body = sound;
  });
}
