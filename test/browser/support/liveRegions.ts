import type { Frame } from 'playwright-core';

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly name?: { readonly value: string };
  readonly role?: { readonly value: string };
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: { value: unknown } }[];
}

/**
 * What Chromium gives screen readers of the regions of the frame that they read out as soon as
 * something comes, by paragraph.
 */
export async function assertiveLines(frame: Frame): Promise<string[]> {
  // Pages of the server are of another site than the org's, so their frame has a process of its own.
  const session = await frame.page().context().newCDPSession(frame);
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const linesOf = (node: AxNode): string[] =>
      node.role?.value === 'StaticText' && !node.ignored
        ? [node.name?.value ?? '']
        : (node.childIds ?? []).flatMap((child) => linesOf(byId.get(child)!));
    return nodes
      .filter((node) =>
        node.properties?.some(({ name, value }) => name === 'live' && value.value === 'assertive'),
      )
      .flatMap(linesOf);
  } finally {
    await session.detach();
  }
}
