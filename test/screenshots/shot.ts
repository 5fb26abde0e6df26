import type { RefusalCode } from '../../server/domain/call/refusals.ts';
import { refusalView } from '../../server/domain/texts/render.ts';

/** A component in a state: what is given to it, what the server answers, what is clicked. */
export interface Shot {
  readonly name: string;
  readonly tag: string;
  readonly properties: Record<string, unknown>;
  /** Pressed or clicked, one after the other, before the picture is taken. */
  readonly click?: string | readonly string[];
  /** A list, and what is chosen in it before the picture is taken. */
  readonly choose?: readonly [list: string, value: string];
  /** A field, and what is typed into it before the picture is taken. */
  readonly type?: readonly [field: string, text: string];
  /** Whose page it is on: custom permissions and the softphone are theirs. */
  readonly as?: 'ada' | 'maya' | 'lena';
  /** What the server answers, by method and path; anything else is answered by the real one. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** Text to wait for. */
  readonly shows?: string;
  readonly sizes?: readonly Size[];
}

export type Size = 'wide' | 'phone' | 'dark';
export const ALL_SIZES = ['wide', 'phone', 'dark'] as const;

/** Data, a refusal, or no answer at all. */
export type Answer =
  | { readonly data: unknown }
  | {
      readonly status: number;
      readonly error: { readonly code: string; readonly message: string; readonly hint?: string };
    }
  | 'never';

export const data = (body: unknown): Answer => ({ data: body });

/** A refusal in the words of the server. */
export const refused = (code: RefusalCode) => refusalView({ code }, 'en');
export const AWAY: Answer = { status: 503, error: refused('crm_unavailable') };
