import { text, whole } from './parameters.ts';
import type { Check } from './router.ts';

/**
 * Parameters of every list. `Page` is only for the client; the token alone determines where a page
 * begins.
 */
export const PAGING: Readonly<Record<string, Check>> = {
  PageSize: whole(1, 1000),
  Page: whole(0, 1_000_000),
  PageToken: text(64),
};

const DEFAULT_PAGE_SIZE = 50;

interface PageRequest {
  readonly path: string;
  readonly query: URLSearchParams;
}

/**
 * One page of a list. The token contains the name of the row after (`PA`) or before (`PB`) the
 * page; `nameOf` returns the name of a row.
 * https://www.twilio.com/docs/usage/twilios-response#response-formats-list-paging-information
 */
export function page<T>(
  list: string,
  rows: readonly T[],
  { path, query }: PageRequest,
  { nameOf, view }: { readonly nameOf: (row: T) => string; readonly view: (row: T) => unknown },
) {
  const size = Number(query.get('PageSize') ?? DEFAULT_PAGE_SIZE);
  const token = query.get('PageToken');
  const number = token ? Number(query.get('Page') ?? 0) : 0;
  const first = token ? firstAfter(rows.map(nameOf), token, { number, size }) : 0;
  const shown = rows.slice(first, first + size);
  const address = (page: number, tokenOf?: string): string => {
    const filters = [...query].filter(([name]) => !(name in PAGING));
    const params = new URLSearchParams([
      ...filters,
      ['PageSize', String(size)],
      ['Page', String(page)],
      ...(tokenOf ? [['PageToken', tokenOf]] : []),
    ]);
    return `${path}?${params}`;
  };
  const last = shown.at(-1);
  return {
    [list]: shown.map(view),
    page: number,
    page_size: size,
    start: number * size,
    end: number * size + Math.max(0, shown.length - 1),
    uri: address(number, token ?? undefined),
    first_page_uri: address(0),
    next_page_uri:
      last && first + size < rows.length ? address(number + 1, `PA${nameOf(last)}`) : null,
    previous_page_uri: shown[0] && number > 0 ? address(number - 1, `PB${nameOf(shown[0])}`) : null,
  };
}

/**
 * The index at which the token's page begins. If its row no longer exists, the page number is used.
 */
function firstAfter(
  names: readonly string[],
  token: string,
  { number, size }: { readonly number: number; readonly size: number },
): number {
  const at = names.indexOf(token.slice(2));
  if (at < 0) return number * size;
  return token.startsWith('PB') ? Math.max(0, at - size) : at + 1;
}
