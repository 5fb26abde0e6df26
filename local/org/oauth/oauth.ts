import { randomBytes } from 'node:crypto';
import { errors, importX509, jwtVerify } from 'jose';
import { OrgError } from '../errors/orgError.ts';
import type { Database } from '../records/database.ts';

/** The org's client app. */
export interface OauthSettings {
  readonly publicUrl: string;
  readonly clientId: string;
  readonly clientCertificate: string;
  readonly orgId: string;
}

/** Access tokens of the org. */
export interface Oauth {
  /**
   * Handles the token endpoint, for the JWT bearer flow only.
   * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm
   */
  token(form: URLSearchParams): Promise<{ status: number; body: object }>;
  /** The id of the user of an access token. Throws OrgError INVALID_SESSION_ID. */
  userOf(authorization: string | undefined): string;
  /**
   * The userinfo of an access token. Throws OrgError INVALID_SESSION_ID.
   * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_using_userinfo_endpoint.htm
   */
  identity(authorization: string | undefined): object;
  /** Ends an access token; false when it is unknown. */
  revoke(token: string): boolean;
  /** Ends all access tokens. */
  expireAll(): void;
}

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Access tokens for the users of `database`. */
export function createOauth(
  { publicUrl, clientId, clientCertificate, orgId }: OauthSettings,
  database: Database,
): Oauth {
  const sessions = new Map<string, string>();
  const refused = (error: string, description: string) => ({
    status: 400,
    body: { error, error_description: description },
  });

  /** A session ends when its user is deactivated. */
  function userOf(authorization: string | undefined): string {
    const userId = sessions.get(/^(?:Bearer|OAuth) (.+)$/.exec(authorization ?? '')?.[1] ?? '');
    if (!userId || !database.get('User', userId).IsActive)
      throw new OrgError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    return userId;
  }

  return {
    async token(form) {
      if (form.get('grant_type') !== JWT_BEARER)
        return refused('unsupported_grant_type', 'grant type not supported');
      try {
        const key = await importX509(clientCertificate, 'RS256');
        const { payload } = await jwtVerify(form.get('assertion') ?? '', key, {
          algorithms: ['RS256'],
          requiredClaims: ['exp', 'sub', 'aud', 'iss'],
        });
        if (payload.iss !== clientId)
          return refused('invalid_client_id', 'client identifier invalid');
        if (payload.aud !== publicUrl && payload.aud !== 'https://login.salesforce.com')
          return refused('invalid_grant', 'audience is invalid');
        const user = database.findBy('User', 'Username', payload.sub!);
        if (!user?.IsActive) return refused('invalid_grant', "user hasn't approved this consumer");
        const token = `${orgId.slice(0, 15)}!${randomBytes(40).toString('base64url')}`;
        sessions.set(token, user.Id as string);
        return {
          status: 200,
          body: {
            access_token: token,
            scope: 'api',
            instance_url: publicUrl,
            id: `${publicUrl}/id/${orgId}/${user.Id}`,
            token_type: 'Bearer',
          },
        };
      } catch (error) {
        return refused(
          'invalid_grant',
          error instanceof errors.JWTExpired ? 'expired authorization code' : 'invalid assertion',
        );
      }
    },
    userOf,
    identity(authorization) {
      const user = database.get('User', userOf(authorization));
      return {
        id: `${publicUrl}/id/${orgId}/${user.Id}`,
        sub: `${publicUrl}/id/${orgId}/${user.Id}`,
        user_id: user.Id,
        organization_id: orgId,
        username: user.Username,
        preferred_username: user.Username,
        display_name: user.Name,
        name: user.Name,
        email: user.Email,
        active: user.IsActive,
      };
    },
    revoke: (token) => sessions.delete(token),
    expireAll: () => sessions.clear(),
  };
}
