import type { CDPSession, Page } from 'playwright-core';

/** What a virtual authenticator keeps; it can be given to another one. */
export interface Credential {
  credentialId: string;
  isResidentCredential: boolean;
  privateKey: string;
  signCount: number;
}

export interface Authenticator {
  readonly cdp: CDPSession;
  readonly authenticatorId: string;
}

/** An authenticator that knows its person, as a laptop with a fingerprint reader does. */
export async function plugIn(page: Page): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}
