import cardCss from '../../components/card.css?inline';
import { NO_MENTION } from '../../core/identity/no-mention';
import type { Paper } from '../../core/paper';
import { DEFAULT_SETTINGS } from '../../core/settings';
import { call } from '../../messaging/client';
import hostCss from '../../page/card/card-host.css?inline';
import { renderCard, type RenderCard } from '../../page/card/card-view';
import { Session } from '../../page/session/session';
import { translate } from '../locale/translate';

/** This page is nobody's site: it has no place in the list of those that are off. */
const renderHere: RenderCard = (container, words, props) =>
  renderCard(container, words, props && { ...props, site: '' });

/**
 * Has Paperkin at work on a page of ours as on any other: the title in the link is marked, and its card opens, with the first
 * look already there. What is shown is what runs elsewhere, with the settings of the first day.
 */
export async function bringToLife(
  link: HTMLAnchorElement,
  { title, arxiv }: Pick<Paper, 'title' | 'arxiv'>,
): Promise<void> {
  const session = new Session({
    win: window,
    call,
    translate,
    readPage: () => [{ mention: { ...NO_MENTION, title, arxiv }, target: [link.firstChild ?? link] }],
    hasText: () => false,
    css: `${cardCss}\n${hostCss}`,
    loadView: () => Promise.resolve(renderHere),
    isStale: () => false,
    onSiteOff: () => undefined,
  });
  session.apply(DEFAULT_SETTINGS);
  await session.papers();
  // The focus opens a card, too. Where the reader is elsewhere by now it stays there.
  if (document.activeElement === document.body) link.focus({ preventScroll: true });
}
