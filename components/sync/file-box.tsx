import type { FileExchange } from '../../core/sync/sync-state';
import { FileButton } from '../file-button';
import { countText } from '../library/amounts';
import { useMessages, type MessageKey } from '../messages';
import type { MachinesStore } from './machines-store';

/** The list by a file in a folder that the reader's machines share, for those whose browsers exchange nothing. */
export function FileBox({ machines }: { readonly machines: MachinesStore }) {
  const t = useMessages();
  const isBusy = machines.isBusy.value;
  return (
    <>
      <h3>{t('sync_file_title')}</h3>
      <p class="pk-hint">{t('sync_file_hint')}</p>
      <div class="pk-buttons">
        <FileButton
          label={t('sync_file_join')}
          isDisabled={isBusy}
          onFile={(file) => machines.joinFile(file)}
        />
        <button type="button" class="pk-secondary" disabled={isBusy} onClick={() => void machines.saveFile()}>
          {t('sync_file_save')}
        </button>
      </div>
      <output>{machines.joined.value && <Outcome outcome={machines.joined.value} />}</output>
    </>
  );
}

const FAULTS: Readonly<Record<Extract<FileExchange, { kind: 'refused' }>['fault'], MessageKey>> = {
  foreign: 'sync_file_foreign',
  newer: 'sync_newer',
  list: 'sync_list',
};

function Outcome({ outcome }: { readonly outcome: FileExchange }) {
  const t = useMessages();
  if (outcome.kind === 'refused') return <p class="pk-panel-box pk-trouble">{t(FAULTS[outcome.fault])}</p>;
  const text = (count: number) => countText(count, t('language_tag'));
  return (
    <div class="pk-panel-box">
      <p>{t('sync_file_done', text(outcome.papers))}</p>
      {outcome.lost > 0 && <p class="pk-hint">{t('sync_file_lost', text(outcome.lost))}</p>}
    </div>
  );
}
