interface PersonShown { readonly alias: string; readonly name: string; readonly title: string }

const head = (title: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css">
<link rel="stylesheet" href="/lightning-style/app.css">
</head>`;

/** The page in which the bundled app runs, whatever the address below /lightning/. */
export const appPage = (): string => `${head('Salesforce')}
<link rel="modulepreload" href="/lightning-app/components.js">
<body class="slds-scope"><script type="module" src="/lightning-app/app.js"></script></body>
</html>`;

/** Whom to open the org as. */
export const signInPage = (people: readonly PersonShown[]): string => `${head('Northwind Traders')}
<body class="slds-scope"><main class="page-people">
<h1 class="slds-text-heading_large">Northwind Traders</h1>
<p>A Salesforce org on this machine. Open it as:</p>
<ul>${people.map(({ alias, name, title }) => `<li><a href="/as/${alias}/lightning/page/home"><span class="page-avatar">${initials(name)}</span><span>${name}<small>${title}</small></span></a></li>`).join('')}</ul>
</main></body>
</html>`;

const initials = (name: string): string => name.split(' ').map((part) => part[0]).join('');
