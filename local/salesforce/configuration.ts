interface Registered {
  readonly orgId: string;
  readonly instanceUrl: string;
  readonly integrationUser?: string;
  readonly keyFile: string;
  readonly certificate: string;
}

/** The configuration with which the server serves this org. */
export function configurationFor({
  orgId,
  instanceUrl,
  integrationUser,
  keyFile,
  certificate,
}: Registered): string {
  const { origin, hostname } = new URL(instanceUrl);
  const lightning = `https://${hostname.replace(/\.my\.salesforce\.com$/, '.lightning.force.com')}`;
  return [
    'The server’s configuration for this org:',
    '',
    `SALESFORCE_ORG_ID=${orgId}`,
    `SALESFORCE_LOGIN_URL=${origin}`,
    `SALESFORCE_ORIGINS=${lightning}`,
    `SALESFORCE_USERNAME=${integrationUser ?? '<username of the integration user>'}`,
    `SALESFORCE_PRIVATE_KEY_FILE=${keyFile}`,
    'SALESFORCE_CLIENT_ID=<Setup, External Client App Manager, Dealside Server, Settings, OAuth Settings, Consumer Key and Secret: the key>',
    `SALESFORCE_SIGNING_CERTIFICATE_FILE=<Setup, Certificate and Key Management, ${certificate}, Download Certificate>`,
    'TRUSTED_PROXIES=<the number of reverse proxies in front of the server, such as 1>',
  ].join('\n');
}
