import { languageOf, TEXTS } from './strings.ts';

/**
 * The page on which a passkey is registered or used. Salesforce opens it in a separate tab by a
 * single-use link. The Salesforce page then asks the server for the result.
 */

type Purpose = 'register' | 'prove';
interface Begun {
  readonly purpose: Purpose;
  readonly ceremonyId: string;
  readonly options: never;
}

/** The language of the person in Salesforce, which the link names. */
const language = languageOf(
  new URLSearchParams(location.search).get('language') ?? navigator.language,
);
const texts = TEXTS[language].passkey;

/** Why the server refused, in words for the person. */
class Refused extends Error {}

const words = document.querySelector<HTMLElement>('#words')!;
const button = document.querySelector<HTMLButtonElement>('#go')!;

async function post<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify(body),
  });
  const data = (await answer.json()) as T & { error?: { message: string; hint?: string } };
  if (data.error)
    throw new Refused([data.error.message, data.error.hint].filter(Boolean).join(' '));
  return data;
}

async function start(): Promise<void> {
  if (
    typeof PublicKeyCredential === 'undefined' ||
    !('parseRequestOptionsFromJSON' in PublicKeyCredential)
  ) {
    words.textContent = texts.unsupported;
    return;
  }
  const link = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
  const begun = await post<Begun>('/passkey/begin', { link });
  const { ask, button: label } = texts[begun.purpose];
  words.textContent = ask;
  button.textContent = label;
  button.hidden = false;
  button.focus();
  button.addEventListener('click', () => attempt(() => finish(begun)), { once: true });
}

async function finish({ purpose, ceremonyId, options }: Begun): Promise<void> {
  button.hidden = true;
  const credential = await (purpose === 'register'
    ? navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
      })
    : navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
      }));
  await post('/passkey/end', {
    ceremonyId,
    response: (credential as PublicKeyCredential).toJSON(),
  });
  words.textContent = texts[purpose].done;
  // Browsers let a script close a tab that a link opened. If one does not, the text stays.
  window.close();
}

const attempt = (act: () => Promise<void>): void =>
  void act().catch((problem: Error) => {
    button.hidden = true;
    words.textContent = wordsFor(problem);
  });

function wordsFor(problem: Error): string {
  if (problem instanceof Refused) return problem.message;
  return problem.name === 'NotAllowedError' ? texts.canceled : texts.failed;
}

document.documentElement.lang = language;
words.textContent = texts.wait;
attempt(start);
