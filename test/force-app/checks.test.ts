import assert from 'node:assert/strict';
import { join } from 'node:path';
import { checkConversion, copyPackage, type Copy } from './checks/conversion.ts';
import { checkLint, componentLint, lintOne } from './checks/lint.ts';
import { changed, MAIN, openTree } from './checks/tree.ts';
import { PLANTS } from './plants/index.ts';

describe('the package, read more strictly than an org would', function () {
  this.timeout(300_000);
  const tree = openTree();

  for (const [name, check, plants] of PLANTS) {
    describe(name, () => {
      it('has no fault', async () => {
        assert.deepEqual(await check(tree), []);
      });

      for (const [what, path, edit, said] of plants) {
        it(`would show ${what}`, async () => {
          const faults = await check(changed(tree, path, edit));
          assert.ok(
            faults.some((fault) => said.test(fault)),
            `said only: ${faults.join('\n') || 'nothing'}`,
          );
        });
      }
    });
  }

  describe('what is deployed', () => {
    // What is planted is found in one component as well as in all.
    let copy: Copy;
    before(async () => {
      copy = await copyPackage('dealsideTicker');
      assert.deepEqual(await checkConversion(copy), []);
    });
    afterEach(() => copy.reset());
    after(() => copy.remove());

    const says = async (said: RegExp): Promise<void> => {
      const faults = await checkConversion(copy);
      assert.ok(
        faults.some((fault) => said.test(fault)),
        `said only: ${faults.join('\n') || 'nothing'}`,
      );
    };

    it('converts, belongs to components, and is nothing but what the platform takes', async () => {
      const whole = await copyPackage();
      try {
        assert.deepEqual(await checkConversion(whole), []);
      } finally {
        whole.remove();
      }
    });

    it('would show a file in a folder that the platform does not know', async () => {
      copy.write('default/notes/Plan.txt', 'to do');
      await says(/conversion: .*Plan|Plan\.txt: belongs to no component/);
    });

    it('would show a component without its JavaScript', async () => {
      copy.write('default/lwc/planted/planted.html', '<template></template>');
      copy.write('default/lwc/planted/planted.js-meta.xml', '<LightningComponentBundle/>');
      await says(/planted: has no JavaScript/);
    });

    it('would show metadata that cannot be converted', async () => {
      copy.write(
        'default/labels/CustomLabels.labels-meta.xml',
        '<CustomLabels><labels></CustomLabels>',
      );
      await says(/conversion: /);
    });

    it('would show a TypeScript source that is deployed', async () => {
      copy.write('../../.forceignore', '**/__tests__/**\n');
      await says(/\.ts: is not for the platform/);
    });

    it('would show a test that is deployed', async () => {
      copy.write('../../.forceignore', '**/*.ts\n');
      copy.write('default/lwc/dealsideTicker/__tests__/dealsideTicker.test.js', 'it("runs");');
      await says(/dealsideTicker\.test\.js: is not for the platform/);
    });

    it('would show a package that has grown too large', async () => {
      copy.write(
        'default/lwc/dealsideTicker/dealsideTicker.js',
        `export const NOISE = '${'x'.repeat(3_200_000)}';`,
      );
      await says(/the package has \d+ bytes/);
    });
  });

  describe('the components’ JavaScript, by Salesforce’s rules', () => {
    it('has no fault', async () => {
      assert.deepEqual(await checkLint(), []);
    });

    const lint = componentLint();
    const code = (body: string): string =>
      `import { LightningElement, api, wire } from 'lwc';\nexport default class Planted extends LightningElement {\n${body}\n}\n`;
    for (const [rule, body] of [
      ['no-api-reassignments', '@api name; rename() { this.name = 1; }'],
      ['no-async-operation', 'connectedCallback() { setTimeout(() => {}, 5); }'],
      [
        'no-inner-html',
        'renderedCallback() { this.template.querySelector("p").innerHTML = "<b>hi</b>"; }',
      ],
      ['no-document-query', 'connectedCallback() { document.querySelector("p"); }'],
      ['no-leading-uppercase-api-name', '@api Name;'],
      ['valid-api', '@api name; @api name() {}'],
      ['no-restricted-syntax', "connectedCallback() { window.open('', 'dealside-passkey'); }"],
      ['distorted-document-domain-setter', "connectedCallback() { document.domain = 'x'; }"],
    ] as const) {
      it(`would show a breach of ${rule}`, async () => {
        const faults = await lintOne(
          lint,
          code(body),
          join(MAIN, 'default/lwc/planted/planted.js'),
        );
        assert.ok(
          faults.some((fault) => fault.includes(rule)),
          `said only: ${faults.join('\n') || 'nothing'}`,
        );
      });
    }
  });
});
