import { allRoutes } from '../../server/compose/routes.ts';
import { createRouter } from '../../server/http/app.ts';
import { createCarrierWebhooks } from '../../server/telephony/webhooks/webhooks.ts';

export interface Route {
  readonly method: string;
  readonly path: string;
}

/** All routes that the server registers, read from the router, so that a new one is included. */
export function everyRoute(): Route[] {
  // Routes are only listed here, never asked: what they are made of does not matter, but for the
  // paths that the carrier's adapter names.
  const webhooks = createCarrierWebhooks({
    publicUrl: 'http://dealside.test',
    authToken: 'unused',
  });
  const anything: object = new Proxy(() => undefined, {
    get: (_target, name) =>
      name === Symbol.toPrimitive ? () => '' : name === 'webhooks' ? webhooks : anything,
    apply: () => anything,
  });
  return createRouter(allRoutes(anything as Parameters<typeof allRoutes>[0])).stack.flatMap(
    ({ path, methods }) =>
      methods
        .filter((method) => method !== 'HEAD')
        .map((method) => ({ method, path: String(path) })),
  );
}
