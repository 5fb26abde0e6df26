declare module 'dealside:outside' {
  /** The platform's modules that the package imports, by name. */
  const modules: Readonly<Record<string, object>>;
  export default modules;
}

declare module 'dealside:utility-items' {
  const items: { tag: string; label: string; icon: string; isEager: boolean }[];
  export default items;
}

declare module 'dealside:home-items' {
  const items: { tag: string; shownWith: readonly string[] }[];
  export default items;
}

declare module '@locker/sandbox' {
  /** Evaluates a function in the sandbox with this key. */
  export function evaluateFunction(
    key: string,
    source: string,
    scope?: object,
    sourceUrl?: string,
  ): unknown;
  /** The part of a platform module that the sandbox with this key may see. */
  export function wrapDependency(module: object, name: string, key: string): object;
}

declare module '@locker/shared' {
  /** The names of features that were added to the engine with each release. */
  export const LWS_DEFAULT_GATER_FEATURES: readonly string[];
  export function registerGaterEnabledFeatures(names: readonly string[]): void;
}

declare module '@lwc/synthetic-shadow';
