import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import {
  erasePerson,
  exportPerson,
  type PersonalDataDeps,
  type PersonRequest,
} from '../commands/people/exportAndErase.ts';
import type { Actor } from '../domain/audit/entries.ts';
import type { PersonRef } from '../domain/audit/personalData.ts';
import { elsewhereTexts, refusalText } from '../domain/texts/render.ts';
import { createPersonalData } from '../store/people/personalData.ts';
import { clock, say, UsageFault, withDatabase, type Command, type Opened } from './command.ts';

const WHO =
  '(--user <id> | --contact <id> and/or --phone <+number>) [--reference <no.>] [--org <id>]';
const OPTIONS = {
  user: { type: 'string' },
  contact: { type: 'string' },
  phone: { type: 'string' },
  reference: { type: 'string' },
  org: { type: 'string' },
  out: { type: 'string' },
  yes: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof read>;
const read = (args: string[]) => parseArgs({ args, options: OPTIONS }).values;
const actor = (): Actor => ({ kind: 'operator', account: userInfo().username });
const deps = ({ store }: Opened): PersonalDataDeps => ({
  people: createPersonalData(store.pool),
  store,
  clock,
  ids: { next: () => randomUUID() },
});

function refIn({ user, contact, phone }: Values): PersonRef {
  if (user && !contact && !phone) return { kind: 'user', userId: user };
  if (!user && (contact || phone)) return { kind: 'customer', contactId: contact, phone };
  throw new UsageFault('say who it is: a user, or a customer by contact or phone');
}

async function requestOf(values: Values, opened: Opened): Promise<PersonRequest> {
  return { orgId: await opened.orgId(values.org), ref: refIn(values), reference: values.reference };
}

/** Writes all data stored about a person to a file. */
export const personExport: Command = {
  usage: `${WHO} [--out <file>]`,
  async run(args) {
    const values = read(args);
    refIn(values);
    return withDatabase(async (opened) => {
      const file = values.out ?? 'dealside-person.json';
      const personalData = await exportPerson(
        deps(opened),
        actor(),
        await requestOf(values, opened),
      );
      const elsewhere = elsewhereTexts(personalData, 'en');
      const written = JSON.stringify({ ...personalData, elsewhere }, null, 2);
      await writeFile(file, `${written}\n`, { mode: 0o600 });
      say(
        `${personalData.calls.length} calls and ${personalData.audit.length} audit entries are in ${file}. Look also in: ${elsewhere.join('; ')}.`,
      );
      return 0;
    });
  },
};

/** Erases a person's data. It cannot be undone. */
export const personErase: Command = {
  usage: `${WHO} --yes`,
  async run(args) {
    const values = read(args);
    refIn(values);
    if (!values.yes) throw new UsageFault('this cannot be undone; add --yes to do it');
    return withDatabase(async (opened) => {
      const result = await erasePerson(deps(opened), actor(), await requestOf(values, opened));
      if ('refusal' in result) {
        say(`Nothing was erased. ${refusalText(result.refusal, 'en').message}`);
        return 1;
      }
      const { calls, auditFields } = result.ok;
      say(
        `Erased from ${calls} calls and ${auditFields} fields of the audit. Look also in: ${elsewhereTexts(result.ok, 'en').join('; ')}.`,
      );
      return 0;
    });
  },
};
