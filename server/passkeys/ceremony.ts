import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Passkey, PasskeyCeremony } from '../ports/index.ts';

const TIMEOUT_MS = 60_000;

/** Loaded with the first passkey: it is large, and many orgs use none. */
const webAuthn = () => import('@simplewebauthn/server');

/**
 * WebAuthn ceremonies with the server's host as relying party. User verification is required,
 * presence alone is not enough. Verification that fails returns undefined.
 * https://www.w3.org/TR/webauthn-3/
 */
export function createPasskeyCeremony(publicUrl: string): PasskeyCeremony {
  const { origin, hostname: rpID } = new URL(publicUrl);
  const credentialsOf = (passkeys: readonly Passkey[]) =>
    passkeys.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports] as never,
    }));
  return {
    async toRegister({ orgId, userId, name }, passkeys) {
      const { generateRegistrationOptions } = await webAuthn();
      const options = await generateRegistrationOptions({
        rpID,
        rpName: 'Dealside',
        userName: name,
        userDisplayName: name,
        userID: new TextEncoder().encode(`${orgId}:${userId}`),
        timeout: TIMEOUT_MS,
        attestationType: 'none',
        excludeCredentials: credentialsOf(passkeys),
        authenticatorSelection: { residentKey: 'discouraged', userVerification: 'required' },
      });
      return { challenge: options.challenge, options };
    },

    async registered(response, challenge, now) {
      const { verifyRegistrationResponse } = await webAuthn();
      const verified = await verifyRegistrationResponse({
        response: response as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
      }).catch(() => undefined);
      if (!verified?.verified) return undefined;
      const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
      return { credentialId: id, publicKey, counter, transports, createdAt: now };
    },

    async toProve(passkeys) {
      const { generateAuthenticationOptions } = await webAuthn();
      const options = await generateAuthenticationOptions({
        rpID,
        allowCredentials: credentialsOf(passkeys),
        timeout: TIMEOUT_MS,
        userVerification: 'required',
      });
      return { challenge: options.challenge, options };
    },

    async proved(response, challenge, { credentialId, publicKey, counter, transports }) {
      const { verifyAuthenticationResponse } = await webAuthn();
      const verified = await verifyAuthenticationResponse({
        response: response as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
        credential: {
          id: credentialId,
          publicKey: new Uint8Array(publicKey),
          counter,
          transports: [...transports] as never,
        },
      }).catch(() => undefined);
      return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
    },

    credentialIdIn(response) {
      const id = (response as { id?: unknown } | undefined)?.id;
      return typeof id === 'string' ? id : undefined;
    },
  };
}
