import { createRouter, type AppDeps } from '../../server/http/app.ts';

export interface Route { readonly method: string; readonly path: string }

/** All routes that the server registers, read from the router, so that a new one is included. */
export function everyRoute(): Route[] {
  // Routes are only listed, not called, so their dependencies are never used.
  const anyDeps: object = new Proxy(() => undefined, { get: (_target, name) => (name === Symbol.toPrimitive ? () => '' : anyDeps), apply: () => anyDeps });
  return createRouter(anyDeps as AppDeps).stack.flatMap(({ path, methods }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => ({ method, path: String(path) })));
}
