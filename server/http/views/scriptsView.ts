import type { Call } from '../../domain/call/call.ts';
import { isHeardByCustomer, MODES } from '../../domain/call/modes.ts';
import type { Person } from '../../domain/call/people.ts';
import { vocabularyOf, type Policy } from '../../domain/policy/policy.ts';
import {
  closingOf,
  openingOf,
  phrasesIn,
  textsToWrite,
  withPeople,
} from '../../domain/vocabulary/scripts.ts';

/**
 * What a supervisor on the call can say, with real names and in the customer's language, and which
 * sentences to avoid (D10, D11, D12). Undefined for everybody else.
 */
export function scriptsView(call: Call, { userId, name, locale }: Person, policy: Policy) {
  const isOn = call.interventions.some(
    (one) => one.supervisor.userId === userId && one.status !== 'ended',
  );
  if (!isOn) return undefined;
  const vocabulary = vocabularyOf(policy);
  const { code, wanted } = call.language ?? {};
  const languages = [wanted, code, 'en'].filter((language) => language !== undefined);
  const people = { supervisor: name, rep: call.rep.name, customer: call.customer.name };
  const named = (texts: readonly string[]): string[] =>
    texts.map((text) => withPeople(text, people));
  return {
    modes: MODES.filter(isHeardByCustomer).map((mode) => ({
      mode,
      opening: named(openingOf(vocabulary, mode, languages)),
      closing: named(closingOf(vocabulary, mode, languages)),
    })),
    /** Written to the rep, so in the supervisor's language and not in the customer's. */
    texts: textsToWrite(vocabulary, [locale ?? '', 'en']).map(({ text, reasons = [] }) => ({
      text: withPeople(text, people),
      reasons,
    })),
    phrases: phrasesIn(vocabulary, languages).map(({ avoid, instead, why, reasons }) => ({
      avoid: withPeople(avoid, people),
      instead: withPeople(instead, people),
      why,
      reasons,
    })),
  };
}
