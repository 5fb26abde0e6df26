import { evaluateFunction, wrapDependency } from '@locker/sandbox';
import { LWS_DEFAULT_GATER_FEATURES, registerGaterEnabledFeatures } from '@locker/shared';
import outside from 'dealside:outside';
import type { LightningElement } from 'lwc';

/** A component of the package, as its sandbox exposes it. */
export interface PackageComponent {
  readonly tag: string;
  readonly is: typeof LightningElement;
  readonly targets: readonly string[];
  /** The objects on whose record pages the package places it, and who sees it there. */
  readonly objects: Readonly<Record<string, readonly string[]>>;
  /** The same on the record pages of the mobile app. */
  readonly phoneObjects: Readonly<Record<string, readonly string[]>>;
}

/** The namespace of an unmanaged package, whose components share one sandbox. */
const NAMESPACE = 'c';
const SOURCE = '/lightning-app/c.js';

// Turns on the features of each release of the engine, which are on by default on the platform.
registerGaterEnabledFeatures(LWS_DEFAULT_GATER_FEATURES);

/** Evaluates an expression in the sandbox of a namespace. Rethrows its errors. */
export const inSandbox = (source: string, namespace: string = NAMESPACE): unknown =>
  (evaluateFunction(namespace, `function () { return ${source}; }`) as () => unknown)();

/**
 * Runs the package's components in Lightning Web Security, as an org does: their code is evaluated
 * in the sandbox of their namespace, and platform modules stay outside. Rethrows errors of loading.
 */
export async function loadPackage(): Promise<readonly PackageComponent[]> {
  const source = await (await fetch(SOURCE)).text();
  let components: readonly PackageComponent[] | undefined;
  const define = (
    names: readonly string[],
    make: (...modules: unknown[]) => readonly PackageComponent[],
  ): void => {
    components = make(
      ...[...names].map((name) => wrapDependency({ ...outside[name] }, name, NAMESPACE)),
    );
  };
  const run = evaluateFunction(
    NAMESPACE,
    `function (define) {\n${source}\n}`,
    {},
    `//# sourceURL=${SOURCE}`,
  ) as (define: unknown) => void;
  run(define);
  if (!components) throw new Error(`${SOURCE} defines no components`);
  return [...components];
}
