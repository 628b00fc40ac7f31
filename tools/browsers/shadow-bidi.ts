import type { Bidi } from './bidi';
import type { Box, ClosedRoot, ShadowNode, ShadowReader } from './shadow';

/** https://w3c.github.io/webdriver-bidi/#type-script-RemoteValue for nodes, what is used of it. */
interface RemoteNode {
  readonly type: 'node';
  readonly sharedId: string;
  readonly value?: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly RemoteNode[];
    readonly mode?: 'open' | 'closed';
    readonly shadowRoot?: RemoteNode | null;
  };
}

function shadowNode(node: RemoteNode): ShadowNode {
  return {
    name: node.value?.localName ?? '#text',
    text: node.value?.nodeValue ?? '',
    attributes: node.value?.attributes ?? {},
    children: (node.value?.children ?? []).map(shadowNode),
    ref: node.sharedId,
  };
}

function* closedRoots(node: RemoteNode): Generator<ClosedRoot> {
  const root = node.value?.shadowRoot;
  if (root?.value?.mode === 'closed') {
    const children = (root.value.children ?? []).map(shadowNode);
    yield { hostRef: node.sharedId, hostName: node.value?.localName ?? '', children };
  }
  if (root?.value?.mode === 'open') yield* closedRoots(root);
  for (const child of node.value?.children ?? []) yield* closedRoots(child);
}

const BOX = `(node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  return JSON.stringify({ x, y, width, height });
}`;

/** The closed shadow roots of a Firefox tab: BiDi serialises them when asked for `includeShadowTree: 'all'`. */
export function bidiShadowReader(bidi: Bidi, context: string): ShadowReader {
  const callOn = (functionSource: string, refs: readonly string[]) =>
    bidi.call(
      context,
      functionSource,
      refs.map((sharedId) => ({ sharedId })),
    );
  return {
    roots: async () => {
      const root = await bidi.serialise(context, 'document.documentElement');
      return [...closedRoots(root as RemoteNode)];
    },
    box: async (ref) => {
      // Gone since the look: BiDi answers with an error, CDP likewise; to the caller it is just not drawn.
      const json = await callOn(BOX, [ref]).catch(() => null);
      if (json === null) return null;
      const box = JSON.parse(json) as Box;
      return box.width > 0 && box.height > 0 ? box : null;
    },
    callOn,
  };
}
