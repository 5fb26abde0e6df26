import type { Routes } from '../routes.ts';

/** For load balancers: whether the process is up, and whether it can work. */
export const healthRoutes =
  ({ isReady }: { readonly isReady: () => Promise<boolean> }): Routes =>
  (router) => {
    router.get('/healthz', (ctx) => void (ctx.body = { status: 'ok' }));
    router.get('/readyz', async (ctx) => {
      const ready = await isReady();
      ctx.status = ready ? 200 : 503;
      ctx.body = { status: ready ? 'ready' : 'database away' };
    });
  };
