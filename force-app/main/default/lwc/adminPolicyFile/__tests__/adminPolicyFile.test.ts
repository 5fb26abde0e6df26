import asJson from '@salesforce/apex/DealsidePolicyExport.asJson';
import AdminPolicyFile from 'c/adminPolicyFile';
import { click, find, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/DealsidePolicyExport.asJson',
  () => ({ __esModule: true, default: jest.fn() }),
  { virtual: true },
);

const records = asJson as unknown as jest.Mock;
const RULE = { name: 'managers', words: 'Managers can monitor.', modes: ['monitor'] };
const shown = () => show('c-admin-policy-file', AdminPolicyFile, {});
const contentOf = (element: HTMLElement): string =>
  decodeURIComponent(find<HTMLAnchorElement>(element, 'a[download]').href.split(',')[1]!);

async function choose(element: HTMLElement, text: string): Promise<void> {
  const input = find<HTMLInputElement>(element, '[data-field=file]');
  Object.defineProperty(input, 'files', {
    configurable: true,
    value: [{ text: () => Promise.resolve(text) }],
  });
  input.dispatchEvent(new Event('change'));
  await settled();
}

describe('the policy as a file', () => {
  it('holds the rules in force, without their words', async () => {
    new FakeServer().on('GET /api/policy', {
      version: 'v7',
      since: '',
      rules: [RULE],
      holidays: [],
    });
    const element = await shown();
    await click(element, '[data-action=export-policy]');
    await settled();
    expect(JSON.parse(contentOf(element))).toEqual({
      version: 'v7',
      rules: [{ name: 'managers', modes: ['monitor'] }],
      holidays: [],
    });
    await expect(element).toBeAccessible();
  });

  it('can be all records, as Salesforce has them', async () => {
    new FakeServer();
    records.mockResolvedValue('{"Dealside_Script__mdt":{}}');
    const element = await shown();
    await click(element, '[data-action=export-records]');
    await settled();
    expect(contentOf(element)).toBe('{"Dealside_Script__mdt":{}}');
  });

  it('is checked, and changes nothing', async () => {
    const server = new FakeServer().on('POST /api/policy/validate', {
      valid: true,
      version: 'v8',
      rules: [RULE],
    });
    const element = await shown();
    await choose(element, JSON.stringify({ rules: [RULE] }));
    expect(server.asked.at(-1)!.body).toEqual({
      rules: [{ name: 'managers', modes: ['monitor'] }],
      holidays: [],
    });
    expect(textOf(element)).toContain('The file is a valid policy. Rules: 1');
    expect(textOf(element)).not.toContain('Check before');
  });

  it('warns of a rule whose role nobody has', async () => {
    new FakeServer().on('POST /api/policy/validate', {
      valid: true,
      version: 'v8',
      rules: [RULE],
      warnings: [
        {
          rule: 'managers',
          field: 'role',
          code: 'unheld_role',
          message: 'No active user has the role manager.',
        },
      ],
    });
    const element = await shown();
    await choose(element, JSON.stringify({ rules: [RULE] }));
    expect(textOf(element)).toContain('managers, role: No active user has the role manager.');
    await expect(element).toBeAccessible();
  });

  it('names the faults of a file', async () => {
    new FakeServer().on('POST /api/policy/validate', {
      valid: false,
      faults: [
        { rule: 'night', field: 'modes', code: 'missing', message: 'This field is missing.' },
      ],
    });
    const element = await shown();
    await choose(element, JSON.stringify({ rules: [{}] }));
    expect(textOf(element)).toContain('night, modes: This field is missing.');
  });

  it('says that a file is no policy', async () => {
    new FakeServer();
    const element = await shown();
    await choose(element, 'notes');
    expect(textOf(element)).toContain("This file isn't an exported policy.");
  });
});
