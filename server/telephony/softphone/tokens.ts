import twilio from 'twilio';
import type { Clock, SoftphoneTokens } from '../../ports/index.ts';
import { identityOf } from './identity.ts';

export interface TokenSettings {
  readonly accountSid: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  readonly twimlAppSid: string;
  readonly signallingUrl?: string;
}

const TTL_SECONDS = 3600;

/**
 * Issues Voice SDK access tokens for one person, for outgoing and incoming calls, valid for an
 * hour.
 * https://www.twilio.com/docs/iam/access-tokens
 */
export function createSoftphoneTokens(settings: TokenSettings, clock: Clock): SoftphoneTokens {
  const { AccessToken } = twilio.jwt;
  return {
    issue(person) {
      const identity = identityOf(person);
      const token = new AccessToken(
        settings.accountSid,
        settings.apiKeySid,
        settings.apiKeySecret,
        { identity, ttl: TTL_SECONDS },
      );
      token.addGrant(
        new AccessToken.VoiceGrant({
          outgoingApplicationSid: settings.twimlAppSid,
          incomingAllow: true,
        }),
      );
      const expiresAt = new Date(Date.parse(clock.now()) + TTL_SECONDS * 1000).toISOString();
      return {
        token: token.toJwt(),
        identity,
        expiresAt,
        lifetimeMs: TTL_SECONDS * 1000,
        signallingUrl: settings.signallingUrl,
      };
    },
  };
}
