import {
  childrenOf,
  nameOf,
  namesWith,
  textOf,
  withSuffix,
  type Check,
  type Tree,
} from './tree.ts';

const CLIENT_APP_PARTS = ['ecaOauth', 'ecaGlblOauth', 'ecaOauthPlcy', 'ecaPlcy'];
const SCOPES = ['Api', 'RefreshToken'];

/**
 * What lets the server in and out: the client app, the trusted site, the microphone, the
 * notifications.
 */
export const checkOutside: Check = (tree) => [
  ...clientAppFaults(tree),
  ...siteFaults(tree),
  ...notificationFaults(tree),
];

function clientAppFaults(tree: Tree): string[] {
  const apps = namesWith(tree, 'eca');
  const parts = CLIENT_APP_PARTS.flatMap((suffix) => withSuffix(tree, suffix));
  const sets = namesWith(tree, 'permissionset');
  return [
    ...CLIENT_APP_PARTS.filter((suffix) => withSuffix(tree, suffix).length === 0).map(
      (suffix) => `access: the client app has no ${suffix}`,
    ),
    ...parts.flatMap((path) => {
      const xml = tree.xml(path);
      const app = textOf(xml, 'externalClientApplication') ?? '';
      const list = (key: string): string[] =>
        textOf(xml, key)
          ?.split(',')
          .map((each) => each.trim()) ?? [];
      return [
        ...(apps.includes(app) ? [] : [`${path}: there is no client app ${app}`]),
        ...list('commaSeparatedPermissionSet')
          .filter((name) => !sets.includes(name))
          .map((name) => `${path}: there is no permission set ${name}`),
        ...list('commaSeparatedOauthScopes')
          .filter((name) => !SCOPES.includes(name))
          .map((name) => `${path}: the server needs no scope ${name}`),
        ...['consumerKey', 'consumerSecret', 'certificate']
          .filter((key) => textOf(xml, key))
          .map((key) => `${path}: a ${key} does not belong into the source`),
      ];
    }),
  ];
}

function siteFaults(tree: Tree): string[] {
  const microphones = withSuffix(tree, 'cspTrustedSite').filter(
    (path) => textOf(tree.xml(path), 'canAccessMicrophone') === 'true',
  );
  const settings = 'org/settings/Security.settings-meta.xml';
  const session = tree.has(settings)
    ? childrenOf(tree.xml(settings), 'sessionSettings')[0]
    : undefined;
  return [
    ...withSuffix(tree, 'cspTrustedSite')
      .filter((path) => !/^(https|wss):\/\//.test(textOf(tree.xml(path), 'endpointUrl') ?? ''))
      .map((path) => `${path}: is not https`),
    ...withSuffix(tree, 'cspTrustedSite')
      .filter(
        (path) =>
          !tree
            .xml(path)
            .children.some(
              ({ name, text }) => /^(isApplicableTo|canAccess)/.test(name) && text === 'true',
            ),
      )
      .map((path) => `${path}: grants nothing, which the platform refuses`),
    ...withSuffix(tree, 'cspTrustedSite')
      .filter(
        (path) =>
          !/^(https|wss):\/\/(\*\.)?[\w.-]+(:\d+)?$/.test(
            textOf(tree.xml(path), 'endpointUrl') ?? '',
          ),
      )
      .map(
        (path) => `${path}: is not an address alone, so the platform leaves it out of the header`,
      ),
    ...(microphones.length > 0 && textOf(session, 'grantMicrophoneAccess') !== 'TrustedUrls'
      ? [`${settings}: without grantMicrophoneAccess no trusted site has the microphone`]
      : []),
  ];
}

const notificationFaults = (tree: Tree): string[] =>
  withSuffix(tree, 'notiftype')
    .filter((path) => textOf(tree.xml(path), 'customNotifTypeName') !== nameOf(path))
    .map((path) => `${path}: is called ${textOf(tree.xml(path), 'customNotifTypeName')} inside`);
