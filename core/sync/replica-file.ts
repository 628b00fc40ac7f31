import { documentText, readDocument, type DeviceAbout } from './device-document';
import { EMPTY_REPLICA, joinReplicas, type Replica } from './replica';
import { openText, sealText } from './sealed-text';

/** The first line of a replica as a file; the number is that of the layout. */
const FIRST_LINE = 'paperkin-sync 1';
const ANY_FIRST_LINE = /^paperkin-sync (\d{1,6})$/;
/** Records of one line: what is lost with it when it is damaged. */
const RECORDS_TOGETHER = 200;

/** Characters that come out of it; what says more is no reading list. */
const UNPACKED_CHARS_MAX = 300_000_000;

/** What came of reading a file: `lost` counts lines that are damaged. `newer`: a later Paperkin made it. */
export type ReadReplica = { readonly replica: Replica; readonly lost: number } | 'foreign' | 'newer';

/** A replica as the text of a file, which any other machine can join with its own (`joinReplicas`) and write back. */
export async function replicaFile({ records }: Replica, about: DeviceAbout): Promise<string> {
  const all = [...records].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const lines = [FIRST_LINE];
  for (let at = 0; at === 0 || at < all.length; at += RECORDS_TOGETHER) {
    lines.push(await sealText(documentText(all.slice(at, at + RECORDS_TOGETHER), about)));
  }
  return `${lines.join('\n')}\n`;
}

/** Reads such a text, whoever wrote it. Never rejects. */
export async function readReplicaFile(text: string): Promise<ReadReplica> {
  const [first = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const layout = ANY_FIRST_LINE.exec(first)?.[1];
  if (layout === undefined) return 'foreign';
  if (first !== FIRST_LINE) return 'newer';
  let replica = EMPTY_REPLICA;
  let lost = 0;
  let unpacked = 0;
  for (const line of lines) {
    const opened = await openText(line);
    if (opened === 'newer') return 'newer';
    unpacked += opened === 'damaged' ? 0 : opened.text.length;
    if (unpacked > UNPACKED_CHARS_MAX) return 'foreign';
    const read = opened === 'damaged' ? null : readDocument(opened.text);
    lost += read ? read.lost : 1;
    if (read) replica = joinReplicas(replica, read.replica);
  }
  return { replica, lost };
}
