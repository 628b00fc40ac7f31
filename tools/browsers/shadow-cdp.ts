import type { Box, ClosedRoot, ShadowNode, ShadowReader } from './shadow';

/** The part of a CDP session that both playwright's and puppeteer's have. */
export interface CdpSession {
  send(method: string, params?: Record<string, unknown>): Promise<unknown>;
}

/** https://chromedevtools.github.io/devtools-protocol/tot/DOM/#type-Node, what is used of it. */
interface DomNode {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly shadowRootType?: 'user-agent' | 'open' | 'closed';
}

function attributesOf(flat: readonly string[] = []): Record<string, string> {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) {
    pairs.push([flat[index] ?? '', flat[index + 1] ?? '']);
  }
  return Object.fromEntries(pairs);
}

function shadowNode(node: DomNode): ShadowNode {
  return {
    name: node.nodeName.toLowerCase(),
    text: node.nodeValue,
    attributes: attributesOf(node.attributes),
    children: (node.children ?? []).map(shadowNode),
    ref: String(node.backendNodeId),
  };
}

function* closedRoots(node: DomNode): Generator<ClosedRoot> {
  for (const root of node.shadowRoots ?? []) {
    if (root.shadowRootType === 'closed') {
      const children = (root.children ?? []).map(shadowNode);
      yield { hostRef: String(node.backendNodeId), hostName: node.nodeName.toLowerCase(), children };
    }
    if (root.shadowRootType === 'open') yield* closedRoots(root);
  }
  for (const child of node.children ?? []) yield* closedRoots(child);
}

async function boxOf(session: CdpSession, ref: string): Promise<Box | null> {
  try {
    const answer = await session.send('DOM.getBoxModel', { backendNodeId: Number(ref) });
    const { border } = (answer as { model: { border: number[] } }).model;
    const xs = border.filter((_, index) => index % 2 === 0);
    const ys = border.filter((_, index) => index % 2 === 1);
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  } catch {
    // The protocol has no gentler answer for a node that is not drawn or has just gone.
    return null;
  }
}

interface RemoteObject {
  readonly objectId?: string;
  readonly value?: unknown;
}

async function objectId(session: CdpSession, ref: string): Promise<string> {
  const answer = await session.send('DOM.resolveNode', { backendNodeId: Number(ref) });
  const id = (answer as { object: RemoteObject }).object.objectId;
  if (id === undefined) throw new Error(`node ${ref} is gone`);
  return id;
}

/** As `page/closed-host` names them. */
const HOSTS = 'paperkin-marks, paperkin-card';

/** A node and all below it, shadow roots too; null when it has gone since it was found. */
async function nodeBelow(session: CdpSession, nodeId: number): Promise<DomNode | null> {
  try {
    const answer = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true });
    return (answer as { node: DomNode }).node;
  } catch {
    return null;
  }
}

/** The closed shadow roots of ours on a Chromium page, by a CDP session of that page. */
export function cdpShadowReader(session: CdpSession): ShadowReader {
  const documentNode = async () => {
    const { root } = (await session.send('DOM.getDocument', { depth: 0 })) as { root: DomNode };
    return root;
  };
  // Looked up in the browser, by the names of our hosts, in this document and not in its frames: the whole tree of a page of
  // 50,000 links takes seconds to come over.
  const hosts = async () => {
    const { nodeId } = await documentNode();
    const found = await session.send('DOM.querySelectorAll', { nodeId, selector: HOSTS });
    const { nodeIds } = found as { nodeIds: number[] };
    return Promise.all(nodeIds.map((each) => nodeBelow(session, each)));
  };
  return {
    roots: async () => (await hosts()).flatMap((host) => (host ? Array.from(closedRoots(host)) : [])),
    box: (ref) => boxOf(session, ref),
    callOn: async (functionSource, refs) => {
      const ids = await Promise.all(refs.map((ref) => objectId(session, ref)));
      const self = await objectId(session, String((await documentNode()).backendNodeId));
      const answer = await session.send('Runtime.callFunctionOn', {
        objectId: self,
        functionDeclaration: functionSource,
        arguments: ids.map((id) => ({ objectId: id })),
        returnByValue: true,
        awaitPromise: true,
      });
      const { result, exceptionDetails } = answer as { result: RemoteObject; exceptionDetails?: unknown };
      if (exceptionDetails) throw new Error(`in the page: ${JSON.stringify(exceptionDetails)}`);
      return String(result.value);
    },
  };
}
