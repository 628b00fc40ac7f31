import { useMessages } from '../messages';

const WIDTHS = ['84%', '68%', '92%', '74%', '60%'];

/** Rows without words yet. */
export function LoadingRows() {
  const t = useMessages();
  return (
    <div class="pk-rows" aria-busy="true">
      <p class="pk-unseen">{t('loading')}</p>
      {WIDTHS.map((width) => (
        <div class="pk-row" aria-hidden="true" key={width}>
          <div class="pk-row-main">
            <span class="pk-bar" style={{ width }} />
            <span class="pk-bar" style={{ width: '40%' }} />
          </div>
        </div>
      ))}
    </div>
  );
}
