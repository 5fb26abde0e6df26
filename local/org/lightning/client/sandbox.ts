import { evaluateFunction, wrapDependency } from '@locker/sandbox';
import { LWS_DEFAULT_GATER_FEATURES, registerGaterEnabledFeatures } from '@locker/shared';
import outside from 'dealside:outside';
import type { LightningElement } from 'lwc';

/** A component of the package, as its sandbox hands it out. */
export interface PackageComponent {
  readonly tag: string;
  readonly is: typeof LightningElement;
  readonly targets: readonly string[];
  /** On whose record pages the package places it. */
  readonly objects: Readonly<Record<string, readonly string[]>>;
}

/** The namespace of an unmanaged package: its components share one sandbox. */
const NAMESPACE = 'c';
const SOURCE = '/lightning-app/c.js';

// What the engine has learned with each release, as it is switched on by default.
registerGaterEnabledFeatures(LWS_DEFAULT_GATER_FEATURES);

/** Evaluates an expression within the sandbox of a namespace. Throws what it throws. */
export const inSandbox = (source: string, namespace: string = NAMESPACE): unknown =>
  (evaluateFunction(namespace, `function () { return ${source}; }`) as () => unknown)();

/**
 * Runs the package's components within Lightning Web Security, as an org does: their code is
 * evaluated in the sandbox of their namespace, and what they import from the platform stays outside
 * of it. Throws what their code throws while it loads.
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
