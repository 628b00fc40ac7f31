import { MAP_PAPERS_MAX, type MapOutcome, type MapPorts } from '../../components/map/map-store';
// oxlint-disable-next-line import/default -- `?worker` makes the file's default export, a class; see import-client.ts.
import MapWorker from './map-worker?worker';
import type { MapReply, MapRequest } from './map-messages';

/** Maps of this page, one at a time: a worker for each, ended with the next. */
export function mapClient(): MapPorts['makeMap'] {
  let giveUp: (() => void) | null = null;
  return (from, onPart) => {
    giveUp?.();
    const worker = new MapWorker();
    return new Promise<MapOutcome>((resolve) => {
      const end = (outcome: MapOutcome): void => {
        worker.terminate();
        resolve(outcome);
      };
      giveUp = () => end({ kind: 'cancelled' });
      worker.addEventListener('message', ({ data }: MessageEvent<MapReply>) => {
        if (data.kind === 'part') onPart(data.part);
        else end(data.outcome);
      });
      worker.addEventListener('error', () => end({ kind: 'failed' }));
      const request: MapRequest =
        'papers' in from
          ? {
              kind: 'papers',
              papers: from.papers
                .slice(0, MAP_PAPERS_MAX)
                .map(({ id, title, abstract, year }) => ({ id, title, abstract, year })),
              total: from.papers.length,
            }
          : { kind: 'corpus', corpusId: from.corpusId, papersMax: MAP_PAPERS_MAX };
      worker.postMessage(request, []);
    });
  };
}
