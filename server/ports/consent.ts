import type { ConsentSettings } from '../domain/consent/decide.ts';

/** What an org has on file about consent: its own reading of laws, and where its callers are told. Throws CrmUnavailable. */
export interface ConsentBook {
  of(orgId: string): Promise<ConsentSettings>;
}
