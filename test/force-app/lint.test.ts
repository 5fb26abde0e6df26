import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { MAIN } from './checks/tree.ts';

/** The lint of the repository, as `npm run lint` and editors run it. */
const lint = new ESLint({ cwd: join(MAIN, '../..') });

async function rulesBroken(file: string, text: string): Promise<string[]> {
  const [result] = await lint.lintText(text, { filePath: join(MAIN, 'default/lwc/planted', file) });
  return result!.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const component = (body: string): string =>
  `import { LightningElement } from 'lwc';\n\nexport default class Planted extends LightningElement {\n  ${body}\n}\n`;

describe('the lint of a component’s sources', function () {
  this.timeout(300_000);

  it('finds nothing wrong with sound ones', async () => {
    assert.deepEqual(await rulesBroken('planted.ts', component("heading = 'Calls';")), []);
    assert.deepEqual(
      await rulesBroken(
        'planted.html',
        '<template>\n  <p class="slds-text-color_weak">{heading}</p>\n</template>\n',
      ),
      [],
    );
    assert.deepEqual(
      await rulesBroken(
        'planted.css',
        '.wide {\n  max-width: 40rem;\n  gap: var(--slds-g-spacing-2, 0.5rem);\n}\n',
      ),
      [],
    );
  });

  for (const [rule, file, text] of [
    [
      '@lwc/lwc/no-async-operation',
      'planted.ts',
      component('connectedCallback(): void { setTimeout(() => undefined, 5); }'),
    ],
    [
      '@lwc/lwc/no-inner-html',
      'planted.ts',
      component(
        "renderedCallback(): void { this.template!.querySelector('p')!.innerHTML = '<b>hi</b>'; }",
      ),
    ],
    [
      '@salesforce/lightning/valid-apex-method-invocation',
      'planted.ts',
      `import due from '@salesforce/apex/DealsideCoachingDebriefs.due';\n${component("connectedCallback(): void { void due('all', 7); }")}`,
    ],
    [
      '@salesforce-ux/slds/no-slds-class-overrides',
      'planted.css',
      '.slds-button {\n  margin: 0;\n}\n',
    ],
    [
      'dealside/no-hardcoded-values',
      'planted.css',
      '.frame {\n  border: 1px solid var(--slds-g-color-border-1, #c9c9c9);\n}\n',
    ],
    ['dealside/no-hardcoded-values', 'planted.css', '.warning {\n  color: #ba0517;\n}\n'],
    [
      '@salesforce-ux/slds/no-slds-var-without-fallback',
      'planted.css',
      '.warning {\n  color: var(--slds-g-color-error-1);\n}\n',
    ],
    [
      '@salesforce-ux/slds/enforce-bem-usage',
      'planted.html',
      '<template>\n  <p class="slds-text-heading--small">Hi</p>\n</template>\n',
    ],
  ] as const) {
    it(`would show a breach of ${rule} in ${file.split('.')[1]}: ${text.trim().split('\n').at(-2)!.trim()}`, async () => {
      assert.ok(
        (await rulesBroken(file, text)).includes(rule),
        (await rulesBroken(file, text)).join(', '),
      );
    });
  }
});
