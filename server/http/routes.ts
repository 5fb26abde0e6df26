import type Router from '@koa/router';

/** Adds routes to the router. Each file in routes/ makes one of these from its dependencies. */
export type Routes = (router: Router) => void;
