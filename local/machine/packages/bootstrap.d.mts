export interface Lock {
  packages: Record<
    string,
    {
      name?: string;
      version?: string;
      resolved?: string;
      inBundle?: boolean;
      link?: boolean;
      optional?: boolean;
      os?: string[];
      cpu?: string[];
      optionalDependencies?: Record<string, string>;
    }
  >;
}

export const ROOT: string;
export function boot(entry: string, args?: string[]): Promise<void>;
export function chooseNode(machine: {
  version: string;
  execPath: string;
  platform: string;
  arch: string;
  exists: (path: string) => boolean;
}): string;
export function missingPackages(
  lock: Lock,
  installed: Lock | undefined,
  machine: { platform: string; arch: string },
): string[];
export function withAddresses(lock: Lock, registry: string): Lock;
export function installFault(output: string): string;
