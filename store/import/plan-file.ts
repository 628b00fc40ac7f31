import type { CorpusFolder } from '../../core/corpus/corpus-files';
import { seal, unseal, type FileFormat } from '../../core/corpus/sealed';
import type { ImportPlan } from '../../core/import/found-file';

/** What an import was begun with, kept in its folder: one that is gone on with keeps its filter. */
export interface KeptPlan extends ImportPlan {
  /** Name of the file. */
  readonly file: string;
}

const PLAN_FILE = 'plan';
const FORMAT: FileFormat = { kind: 'plan', version: 1 };

export async function writePlan(folder: CorpusFolder, plan: KeptPlan): Promise<void> {
  await folder.write(new Map([[PLAN_FILE, seal(FORMAT, new TextEncoder().encode(JSON.stringify(plan)))]]));
}

/** Null when there is none that can be read. */
export async function readPlan(folder: Pick<CorpusFolder, 'read'>): Promise<KeptPlan | null> {
  const file = await folder.read(PLAN_FILE);
  const opened = file && unseal(FORMAT, file);
  return opened?.ok ? (JSON.parse(new TextDecoder().decode(opened.payload)) as KeptPlan) : null;
}
