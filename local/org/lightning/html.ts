interface PersonShown {
  readonly alias: string;
  readonly name: string;
  readonly title: string;
}

/** The look of pages: SLDS 1, or SLDS 2 in light or dark. */
export type Theme = 'slds1' | 'slds2' | 'slds2-dark';

const STYLESHEET: Record<Theme, string> = {
  slds1: '/assets/styles/salesforce-lightning-design-system.min.css',
  slds2: '/slds2/slds2.cosmos.css',
  'slds2-dark': '/slds2/slds2.cosmos.css',
};
const SCHEME: Record<Theme, string> = {
  slds1: '',
  slds2: 'slds-color-scheme--light',
  'slds2-dark': 'slds-color-scheme--dark',
};

/** The theme of this name; SLDS 1 for any other. */
export const themeNamed = (name: string | null): Theme =>
  name !== null && Object.hasOwn(STYLESHEET, name) ? (name as Theme) : 'slds1';

const head = (title: string, theme: Theme = 'slds1'): string => `<!doctype html>
<html lang="en" class="${SCHEME[theme]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLESHEET[theme]}">
<link rel="stylesheet" href="/lightning-style/app.css">
<link rel="stylesheet" href="/lightning-style/analytics.css">
<link rel="stylesheet" href="/lightning-style/utilityBar.css">
<link rel="stylesheet" href="/lightning-style/paper.css">
</head>`;

/** The page that runs the bundled app, for every path below /lightning/. */
export const appPage = (theme: Theme): string => `${head('Salesforce', theme)}
<link rel="modulepreload" href="/lightning-app/components.js">
<body class="slds-scope ${SCHEME[theme]}"><script type="module" src="/lightning-app/app.js"></script></body>
</html>`;

/** The page for choosing a person. @param path where the choice leads to */
export const signInPage = (
  people: readonly PersonShown[],
  path = '/lightning/page/home',
): string => `${head('Northwind Traders')}
<body class="slds-scope"><main class="page-people">
<h1 class="slds-text-heading_large">Northwind Traders</h1>
<p>A Salesforce org on this machine. Open it as:</p>
<ul>${people.map(({ alias, name, title }) => `<li><a href="/as/${alias}${escaped(path)}"><span class="page-avatar">${initials(name)}</span><span>${name}<small>${title}</small></span></a></li>`).join('')}</ul>
</main></body>
</html>`;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const initials = (name: string): string =>
  name
    .split(' ')
    .map((part) => part[0])
    .join('');
