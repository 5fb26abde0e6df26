import type Router from '@koa/router';

/**
 * Adds its routes to the router. Each file in routes/ makes one of these from the few things it
 * needs.
 */
export type Routes = (router: Router) => void;
