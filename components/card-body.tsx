import type { CardData } from '../core/card';
import type { CardProps } from './card';
import { AbstractPart } from './abstract-part';
import { bounded, SITE_LENGTH_MAX } from './bounded';
import { KinList } from './kin-list';
import { useMessages } from './messages';
import { PaperActions } from './paper-actions';
import { Byline } from './paper-text';
import { Provenance } from './provenance';
import { shownSpans, SummaryText, useLonger } from './summary-text';

interface CardReadyProps extends Pick<
  CardProps,
  'saving' | 'onSave' | 'onStatus' | 'onPdf' | 'onOpenPaper' | 'onDeny' | 'site' | 'onSiteOff'
> {
  readonly data: CardData;
}

function SiteOff({ site, onSiteOff }: { readonly site: string; readonly onSiteOff: () => void }) {
  const t = useMessages();
  return (
    <button type="button" class="pk-secondary" title={t('site_off_hint')} onClick={onSiteOff}>
      {t('site_off', bounded(site, SITE_LENGTH_MAX))}
    </button>
  );
}

/** A known paper: byline, summary with its abstract, kin; below them, always in sight, what can be done. */
export function CardReady(props: CardReadyProps) {
  const { data, saving, onSave, onStatus, onPdf, onOpenPaper, onDeny, site, onSiteOff } = props;
  const { abstract } = data.paper;
  const longer = useLonger(data.paper.id);
  return (
    <>
      <Byline facts={data.paper} />
      <div class="pk-card-scroll">
        <SummaryText data={data} longer={longer} />
        {/* Keyed, so that the next paper's abstract is folded away again. */}
        {abstract !== null && (
          <AbstractPart key={data.paper.id} abstract={abstract} spans={shownSpans(data.summary, longer)} />
        )}
        <KinList data={data} onOpen={onOpenPaper} />
      </div>
      {/* Keyed, so that the Save button of one paper does not hand its focus to the next. */}
      <PaperActions
        key={data.paper.id}
        paper={data.paper}
        status={data.status}
        saving={saving}
        onSave={onSave}
        onStatus={onStatus}
        onPdf={onPdf}
      />
      <Provenance data={data} onDeny={onDeny}>
        {site !== '' && <SiteOff site={site} onSiteOff={onSiteOff} />}
      </Provenance>
    </>
  );
}
