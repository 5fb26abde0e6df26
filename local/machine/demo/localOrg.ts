/** An opportunity in the form in which the stand-in org's pages read it. */
export interface Deal {
  readonly Id: string;
  readonly Name: string;
  readonly OwnerId: string;
  readonly OwnerName: string;
}

/** Requests JSON; undefined where there is no content. Throws on any status but 2xx. */
export async function getJson<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
  if (!response.ok)
    throw new Error(
      `${new URL(url).pathname} answered ${response.status}: ${(await response.text()).slice(0, 300)}`,
    );
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Posts JSON and returns JSON. Throws on any status but 2xx. */
export const postJson = <T>(
  url: string,
  body: unknown = {},
  headers: Record<string, string> = {},
): Promise<T> =>
  getJson(url, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

/** The opportunities that a person owns, in the order of the seed. */
export async function dealsOf(orgUrl: string, alias: string): Promise<Deal[]> {
  const { userId } = await getJson<{ userId: string }>(`${orgUrl}/as/${alias}/context`);
  const deals = await getJson<Deal[]>(`${orgUrl}/as/${alias}/opportunities`);
  return deals.filter(({ OwnerId }) => OwnerId === userId);
}
