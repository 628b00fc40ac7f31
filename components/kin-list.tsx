import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { CardData } from '../core/card';
import type { Kin } from '../core/kin/kin';
import type { PaperId } from '../core/paper';
import { useMessages } from './messages';
import { Reasons, useTitle } from './paper-text';
import { useKeyDown } from './use-key-down';

/** Kin shown in a card. */
const KIN_MAX = 3;

export interface KinListProps {
  readonly data: Pick<CardData, 'kin' | 'areReasonsLost'>;
  readonly onOpen: (paperId: PaperId) => void;
  readonly limit?: number;
  /** What stands beside each, such as its own Save. */
  readonly aside?: (kin: Kin) => ComponentChildren;
  readonly onRowKey?: (kin: Kin, event: KeyboardEvent) => void;
}

/** The related papers, nearest first, each with its reasons; each opens in place. */
export function KinList({ data, onOpen, aside, onRowKey, limit = KIN_MAX }: KinListProps) {
  const { kin, areReasonsLost } = data;
  const t = useMessages();
  const heading = useId();
  return (
    <section class="pk-kin" aria-labelledby={heading}>
      <h3 class="pk-label" id={heading}>
        {t('kin')}
      </h3>
      {kin.length === 0 ? (
        <p class="pk-hint">{t(areReasonsLost ? 'kin_lost' : 'kin_none')}</p>
      ) : (
        <ul>
          {kin.slice(0, limit).map((relative) => (
            <KinRow key={relative.paper.id} kin={relative} onOpen={onOpen} {...(onRowKey && { onRowKey })}>
              {aside?.(relative)}
            </KinRow>
          ))}
        </ul>
      )}
    </section>
  );
}

interface KinRowProps extends Pick<KinListProps, 'onOpen' | 'onRowKey'> {
  readonly kin: Kin;
  readonly children: ComponentChildren;
}

function KinRow({ kin, onOpen, onRowKey, children }: KinRowProps) {
  const title = useTitle(kin.paper.title);
  const row = useRef<HTMLLIElement>(null);
  useKeyDown(row, (event) => onRowKey?.(kin, event));
  return (
    <li data-row={kin.paper.id} ref={row}>
      <button type="button" class="pk-kin-button" data-row-main onClick={() => onOpen(kin.paper.id)}>
        <span class="pk-kin-title" dir="auto">
          {title}
        </span>
        <Reasons reasons={kin.reasons} />
      </button>
      {children}
    </li>
  );
}
