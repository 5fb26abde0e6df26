/** What may import what: the table of folders in docs/ARCHITECTURE.md, as rules. */

const ADAPTERS = ['telephony', 'crm', 'store', 'live', 'passkeys', 'queue', 'http'];

/** The folders of server/domain in their order: what each may import, beside call/ and itself. */
const DOMAIN = {
  call: [],
  audit: [],
  outbox: [],
  stepUp: [],
  numbers: [],
  survey: [],
  texts: ['audit', 'survey'],
  consent: ['texts', 'numbers'],
  practice: [],
  notices: ['texts', 'practice'],
  audioCheck: ['texts'],
  vocabulary: ['texts'],
  policy: ['texts', 'consent', 'vocabulary'],
  dialing: ['texts', 'numbers', 'policy'],
  callerId: ['texts', 'numbers'],
  setup: ['texts', 'survey', 'numbers'],
  transcript: ['numbers', 'consent'],
  alerts: ['transcript'],
  attention: ['alerts'],
  presence: [],
  statistics: [],
  holdout: ['statistics'],
  outcomes: ['policy', 'vocabulary', 'statistics', 'holdout'],
  inbound: ['policy', 'presence'],
  carrier: ['notices', 'numbers'],
  supervision: ['consent', 'vocabulary', 'policy', 'stepUp', 'notices', 'carrier', 'audioCheck'],
};

/** A folder of the server, and the only other folders of the project that it may import. */
const only = (folder, allowed) => ({
  name: `${folder}-imports`,
  comment: `server/${folder} may import ${allowed.join(', ')} and itself`,
  severity: 'error',
  from: { path: `^server/${folder}/` },
  to: {
    path: '^(server|local|softphone|test)/',
    pathNot: [`^server/${folder}/`, ...allowed.map((path) => `^server/${path}`)],
  },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: '/generated/' },
      to: { circular: true },
    },
    {
      name: 'no-missing',
      comment: 'an import that nothing answers',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: '^c/|^dealside:|^lightning/|^@salesforce/|/generated/',
      },
    },
    {
      name: 'declared',
      comment: 'a package that package.json does not name',
      severity: 'error',
      from: { path: '^(server|local|softphone|test)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },

    {
      name: 'domain-is-pure',
      comment:
        'the rules know no clock, network, disk or package but four: Temporal is the calendar of the language to come, numbering plans are tables, and distributions and matrices are arithmetic',
      severity: 'error',
      from: { path: '^server/domain/' },
      to: {
        pathNot: '^server/domain/|/temporal-polyfill/|/libphonenumber-js/|/@stdlib/|/ml-matrix/',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'domain-is-pure-core',
      comment: 'hashing is arithmetic; anything else of Node is the outside',
      severity: 'error',
      from: { path: '^server/domain/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'numbering-plans',
      comment: 'what a number is, is read in one folder',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/domain/numbers/' },
      to: { path: '/libphonenumber-js/' },
    },
    {
      name: 'distributions',
      comment: 'statistics are in one folder',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/domain/statistics/' },
      to: { path: '/(@stdlib|ml-matrix)/' },
    },
    ...Object.entries(DOMAIN).map(([folder, others]) => ({
      name: `domain-${folder}-imports`,
      comment: `server/domain/${folder} may import ${['call', ...others].join(', ')} and itself`,
      severity: 'error',
      from: { path: `^server/domain/${folder}/` },
      to: {
        path: '^server/domain/[^/]+/',
        pathNot: `^server/domain/(${[folder, 'call', ...others].join('|')})/`,
      },
    })),
    {
      name: 'domain-folders',
      comment: 'a folder of server/domain that has no place in the order',
      severity: 'error',
      from: {
        path: '^server/domain/',
        pathNot: `^server/domain/(${Object.keys(DOMAIN).join('|')})/`,
      },
      to: { path: '^server/domain/[^/]+/' },
    },
    {
      name: 'ports-import',
      severity: 'error',
      from: { path: '^server/ports/' },
      to: { path: '^(server|local|softphone|test)/', pathNot: '^server/(domain|ports)/' },
    },
    only('commands', ['domain/', 'ports/']),
    ...['telephony', 'crm', 'store', 'live', 'passkeys'].map((folder) =>
      only(folder, ['domain/', 'ports/']),
    ),
    ...['queue', 'http'].map((folder) => only(folder, ['domain/', 'ports/', 'commands/'])),
    ...ADAPTERS.map((adapter) => ({
      name: `${adapter}-imports-no-adapter`,
      comment: 'adapters never import each other',
      severity: 'error',
      from: { path: `^server/${adapter}/` },
      to: { path: `^server/(${ADAPTERS.filter((other) => other !== adapter).join('|')})/` },
    })),
    {
      name: 'only-main-composes',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/((main|preloadedMain)\\.ts$|compose/)' },
      to: { path: '^server/(main\\.ts$|compose/)' },
    },

    {
      name: 'server-not-local',
      comment: 'the stand-ins meet the server over HTTP only',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(local|softphone|test)/' },
    },
    {
      name: 'local-not-server',
      comment: 'the stand-ins meet the server over HTTP only',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^(server|softphone|test)/' },
    },
    {
      name: 'stand-ins-apart',
      comment: 'the carrier and the org know nothing of each other, as the vendors do',
      severity: 'error',
      from: { path: '^local/(carrier|org)/' },
      to: { path: '^local/', pathNot: '^local/$1/' },
    },
    {
      name: 'softphone-apart',
      severity: 'error',
      from: { path: '^softphone/' },
      to: { path: '^(server|local|test)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: require.resolve('./tsconfig.json') },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
