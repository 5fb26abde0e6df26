import LOCALE from '@salesforce/i18n/locale';
import { PLANS } from './plans';

interface Grouping {
  readonly fits: RegExp;
  readonly groups: string;
  readonly begins: RegExp;
}

const E164 = /^\+[1-9]\d{6,14}$/;
const NORTH_AMERICAN = /^\+1([2-9]\d\d)([2-9]\d\d)(\d{4})$/;
/** Whose people write North American numbers without the calling code. */
const AT_HOME_THERE = /-(US|CA)$/;
const LONGEST_CODE = 3;

const plans = new Map<string, readonly Grouping[]>();

/**
 * A number in E.164 as the reader writes it: "(512) 555-0142" in the US and Canada, and otherwise
 * the international form, "+49 30 901820". Anything else stays as it was written.
 */
export function readableNumber(number: string, locale: string = LOCALE): string {
  if (!E164.test(number)) return number;
  if (AT_HOME_THERE.test(locale) && NORTH_AMERICAN.test(number))
    return number.replace(NORTH_AMERICAN, '($1) $2-$3');
  const code = codeOf(number.slice(1));
  if (!code) return number;
  const national = number.slice(1 + code.length);
  const form = plans
    .get(code)!
    .find(({ fits, begins }) => fits.test(national) && begins.test(national));
  return `+${code} ${form ? national.replace(form.fits, form.groups) : national}`;
}

function codeOf(digits: string): string | undefined {
  if (plans.size === 0) readPlans();
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const code = digits.slice(0, length);
    if (plans.has(code)) return code;
  }
  return undefined;
}

function readPlans(): void {
  for (const line of PLANS.trim().replaceAll('\n ', '').split('\n')) {
    const [code, ...words] = line.split(/:? /);
    const groupings: Grouping[] = [];
    for (let i = 0; i + 2 < words.length; i += 3)
      groupings.push({
        fits: new RegExp(`^(?:${words[i]})$`),
        groups: words[i + 1]!.replaceAll('_', ' '),
        begins: new RegExp(`^(?:${words[i + 2]})`),
      });
    plans.set(code!.replace(':', ''), groupings);
  }
}
