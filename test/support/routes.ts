import { createRouter, type AppDeps } from '../../server/http/app.ts';

export interface Route { readonly method: string; readonly path: string }

/** Every route that the server registers, from the router itself, so that a new one cannot be forgotten. */
export function everyRoute(): Route[] {
  // Routes are only listed here, never asked: what they are made of does not matter.
  const anything: object = new Proxy(() => undefined, { get: (_target, name) => (name === Symbol.toPrimitive ? () => '' : anything), apply: () => anything });
  return createRouter(anything as AppDeps).stack.flatMap(({ path, methods }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => ({ method, path: String(path) })));
}
