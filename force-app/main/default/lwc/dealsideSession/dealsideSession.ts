import issue from '@salesforce/apex/SessionToken.issue';

/** What Apex hands out: a token for the running user, and where Dealside runs. */
export interface Session {
    token: string;
    /** ISO 8601. */
    expiresAt: string;
    serverUrl: string;
}

/** Why a request did not succeed, in words for the person. */
export class Problem extends Error {
    code: string;
    field?: string;
    hint?: string;
    constructor({ code, message, field, hint }: { code: string; message: string; field?: string; hint?: string }) {
        super(message);
        this.code = code;
        this.field = field;
        this.hint = hint;
    }
}

const RENEW_BEFORE_MS = 60_000;

let current: Session | undefined;
let renewing: Promise<Session> | undefined;

/** The running user's session; renewed when less than a minute is left. */
export function session(): Promise<Session> {
    if (current && Date.parse(current.expiresAt) - Date.now() > RENEW_BEFORE_MS) return Promise.resolve(current);
    renewing ??= issue()
        .then((issued: Session) => (current = issued))
        .catch((error: { body?: { message?: string } }) => {
            throw new Problem({ code: 'session_unavailable', message: error?.body?.message ?? 'Salesforce did not sign a session.' });
        })
        .finally(() => (renewing = undefined));
    return renewing!;
}

/** Forgets the session, so that the next request gets a new one. */
export function forgetSession(): void {
    current = undefined;
}

/** Asks the Dealside server. Throws Problem. */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await ask(method, path, body);
    if (answer.status === 401) {
        forgetSession();
        return read<T>(await ask(method, path, body));
    }
    return read<T>(answer);
}

async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const { token, serverUrl } = await session();
    try {
        return await fetch(serverUrl + path, {
            method,
            headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
            body: body === undefined ? undefined : JSON.stringify(body)
        });
    } catch {
        throw new Problem({ code: 'offline', message: 'Dealside could not be reached.', hint: 'Check your connection and try again.' });
    }
}

async function read<T>(answer: Response): Promise<T> {
    const text = await answer.text();
    const data = text ? JSON.parse(text) : undefined;
    if (!answer.ok) throw new Problem(data?.error ?? { code: 'unknown', message: 'Dealside answered in a way that was not understood.' });
    return data as T;
}

/** An id for one click, so that a repeated request is done once. */
export function newRequestId(): string {
    return crypto.randomUUID();
}
