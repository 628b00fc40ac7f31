import { arxivAtomFormat } from './arxiv-atom';
import { arxivSnapshotFormat } from './arxiv-snapshot';
import type { ImportFormat } from './format';
import { hfDailyFormat } from './hf-daily';
import { looseJsonFormat } from './loose-json';
import { openAlexFormat } from './openalex';
import { semanticScholarFormat } from './semantic-scholar';

/** What services give out about papers. */
export const SERVICE_FORMATS: readonly ImportFormat[] = [
  arxivSnapshotFormat,
  arxivAtomFormat,
  openAlexFormat,
  semanticScholarFormat,
  hfDailyFormat,
  looseJsonFormat,
];
