import type {
  CalendarAccess,
  Callbacks,
  CrmSettings,
  DeployedPackage,
  OwnNumber,
} from '../../domain/setup/setupFacts.ts';

/** What an org's setup is, as the CRM has it. Throws CrmUnavailable. Source: the CRM. */
export interface CrmSetup {
  read(orgId: string): Promise<{
    readonly settings: CrmSettings;
    readonly setsThatNobodyHolds: readonly string[];
    readonly missingNotifications: readonly string[];
    readonly calendars: CalendarAccess;
  }>;
  /** The package that was deployed last. Throws CrmUnavailable. */
  deployedPackage(orgId: string): Promise<DeployedPackage>;
  /** The org's limits by their names in the CRM. Throws CrmUnavailable. */
  limits(orgId: string): Promise<Readonly<Record<string, CrmLimit>>>;
}

export interface CrmLimit {
  readonly used: number;
  readonly limit: number;
}

/** The org's numbers, and where the carrier asks what to do with their calls. Source: the carrier. */
export interface InboundNumbers {
  of(orgId: string): Promise<readonly OwnNumber[]>;
  /** Has calls to the number, one of the org's, go to these addresses. */
  point(orgId: string, number: string, to: InboundAddresses): Promise<void>;
}

/** Addresses of this server that a phone number names. */
export interface InboundAddresses {
  /** Asked what to do with a call. */
  readonly asks: string;
  /** Told that a call has ended. */
  readonly tells: string;
}

/** When the carrier last reported, and when there last was a call. Source: PostgreSQL. */
export interface CallbackTimes {
  of(orgId: string): Promise<Callbacks>;
}
