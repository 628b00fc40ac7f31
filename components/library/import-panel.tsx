import { bounded, NAME_LENGTH_MAX } from '../bounded';
import { useMessages } from '../messages';
import type { CorporaStore } from './corpora-store';
import { ImportEnd } from './import-end';
import { ImportOffer } from './import-offer';
import { ImportRunning } from './import-running';
import type { ImportStore } from './import-store';

export interface ImportPanelProps {
  readonly imports: ImportStore;
  readonly corpora: CorporaStore;
}

/** The import that is being prepared, under way or over. */
export function ImportPanel({ imports, corpora }: ImportPanelProps) {
  const t = useMessages();
  const state = imports.state.value;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'inspecting':
      return (
        <div class="pk-panel-box" aria-busy="true">
          <output>{t('import_inspecting', bounded(state.name, NAME_LENGTH_MAX))}</output>
        </div>
      );
    case 'offered':
      return <ImportOffer imports={imports} corpora={corpora} offer={state} />;
    case 'running':
      return <ImportRunning imports={imports} run={state} />;
    case 'ended':
      return <ImportEnd imports={imports} corpora={corpora} name={state.name} outcome={state.outcome} />;
  }
}
