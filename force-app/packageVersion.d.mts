export interface PackageVersion {
  /** Three numbers, such as 1.2.0. */
  readonly version: string;
  /** Twelve digits that differ for every change of what is deployed. */
  readonly sources: string;
}

/** A digest of the sources of the package below the root of the project. */
export declare function packageSources(root: string): Promise<string>;

/** The version of the package below the root of the project. Rejects if it is not there. */
export declare function packageVersion(root: string): Promise<PackageVersion>;
