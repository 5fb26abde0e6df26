import twilio from 'twilio';
import type { Clock, SoftphoneTokens } from '../../ports/index.ts';
import type { Region } from '../client/region.ts';
import { identityOf, testIdentityOf } from './identity.ts';

export interface TokenSettings {
  readonly accountSid: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  readonly twimlAppSid: string;
  readonly signalingUrl?: string;
  readonly lifetimeSeconds: number;
  readonly region?: Region;
  /** The edge locations that the softphone connects through, in this order. */
  readonly edges?: readonly string[];
}

/**
 * Issues Voice SDK access tokens for one person, for outgoing and incoming calls.
 * https://www.twilio.com/docs/iam/access-tokens
 */
export function createSoftphoneTokens(settings: TokenSettings, clock: Clock): SoftphoneTokens {
  const { AccessToken } = twilio.jwt;
  const { lifetimeSeconds } = settings;
  return {
    issue(person, { forTest = false } = {}) {
      const identity = forTest ? testIdentityOf(person) : identityOf(person);
      const token = new AccessToken(
        settings.accountSid,
        settings.apiKeySid,
        settings.apiKeySecret,
        {
          identity,
          ttl: lifetimeSeconds,
          // A token without a region is for us1.
          ...(settings.region && settings.region !== 'us1' && { region: settings.region }),
        },
      );
      token.addGrant(
        new AccessToken.VoiceGrant({
          outgoingApplicationSid: settings.twimlAppSid,
          incomingAllow: true,
        }),
      );
      const expiresAt = new Date(Date.parse(clock.now()) + lifetimeSeconds * 1000).toISOString();
      return {
        token: token.toJwt(),
        identity,
        expiresAt,
        lifetimeMs: lifetimeSeconds * 1000,
        signalingUrl: settings.signalingUrl,
        ...(settings.edges && settings.edges.length > 0 && { edges: settings.edges }),
      };
    },
  };
}
