/** Made-up records in the shape of arXiv's metadata snapshot, one a line; ids from 2301.10000 on. */
export function snapshotLines(count: number, first = 0): string {
  return Array.from({ length: count }, (_, at) => `${JSON.stringify(snapshotRecord(first + at))}\n`).join('');
}

/** The title of a made-up record. */
export function snapshotTitle(index: number): string {
  return `Mapping tidal harbour number ${index} with patient instruments`;
}

function snapshotRecord(index: number) {
  const month = String((Math.floor(index / 50_000) % 12) + 1).padStart(2, '0');
  return {
    id: `23${month}.${String(10_000 + (index % 50_000))}`,
    submitter: 'Ada Quay',
    authors: 'Ada Quay and Ben Mole',
    title: snapshotTitle(index),
    comments: null,
    'journal-ref': null,
    doi: null,
    'report-no': null,
    categories: index % 2 === 0 ? 'cs.CL' : 'math.CO',
    license: null,
    abstract: `Harbour ${index} has tides that nobody mapped. We map them with instruments that wait. The map of harbour ${index} is within a hand of the truth.`,
    versions: [{ version: 'v1', created: 'Mon, 2 Jan 2023 19:18:42 GMT' }],
    update_date: '2023-01-03',
    authors_parsed: [
      ['Quay', 'Ada', ''],
      ['Mole', 'Ben', ''],
    ],
  };
}
