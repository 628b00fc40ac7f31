import type { ComponentChildren } from 'preact';
import type { Paper, PaperBrief } from '../core/paper';
import { pageLink, pdfLink, httpUrl } from '../core/identity/links';
import { TERM_LENGTH_MAX, TITLE_LENGTH_MAX, bounded } from './bounded';
import { authorPhrase, venueAndYear } from './byline';
import type { BylineFacts } from './byline';
import { aroundSlot, useMessages } from './messages';
import type { KinReason } from '../core/kin/kin';

/** A link out of Paperkin: the other page learns neither where it was opened nor gets hold of this one. */
export function OutLink(props: {
  readonly href: string;
  readonly class?: string;
  readonly onOpen?: (() => void) | undefined;
  readonly children: ComponentChildren;
}) {
  // The left or the middle button; the right one opens a menu.
  const onOpen = ({ button }: MouseEvent) => button < 2 && props.onOpen?.();
  return (
    <a
      class={props.class}
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
      dir="auto"
      onClick={onOpen}
      onAuxClick={onOpen}
    >
      {props.children}
    </a>
  );
}

/** A paper's title as plain text of bounded length, or a word for a paper without one. */
export function useTitle(title: string | null): string {
  const t = useMessages();
  const text = bounded(title ?? '', TITLE_LENGTH_MAX);
  return text === '' ? t('untitled') : text;
}

/** The title as a link to the paper's page; as text where no page is known. */
export function TitleLink({ paper }: { readonly paper: PaperBrief }) {
  const title = useTitle(paper.title);
  const href = pageLink(paper);
  return href === null ? (
    <span dir="auto">{title}</span>
  ) : (
    <OutLink class="pk-title-link" href={href}>
      {title}
    </OutLink>
  );
}

/** "authors · venue · year"; nothing at all when none of them is known. */
export function Byline({ facts, names }: { readonly facts: BylineFacts; readonly names?: number }) {
  const t = useMessages();
  const authors = authorPhrase(t, facts.authors, names);
  const parts = [authors, ...venueAndYear(facts)].filter((part) => part !== '');
  if (parts.length === 0) return null;
  return (
    <p class="pk-byline">
      {parts.map((part, index) => (
        <span key={part}>
          <bdi>{part}</bdi>
          {index < parts.length - 1 && ' · '}
        </span>
      ))}
    </p>
  );
}

/** Why a paper is kin: "both about *this*, *that* · both by *somebody* · also on your list". */
export function Reasons({ reasons }: { readonly reasons: readonly KinReason[] }) {
  return (
    <span class="pk-reason">
      {reasons.map((reason, index) => (
        <span key={reason.kind}>
          {index > 0 && ' · '}
          <Reason reason={reason} />
        </span>
      ))}
    </span>
  );
}

function Reason({ reason }: { readonly reason: KinReason }) {
  const t = useMessages();
  switch (reason.kind) {
    case 'shared-terms':
      return <Around message="kin_reason" names={reason.terms} />;
    case 'same-author':
      return <Around message="kin_same_author" names={[reason.name]} />;
    case 'on-list':
      return <>{t('kin_on_list')}</>;
  }
}

interface AroundProps {
  readonly message: 'kin_reason' | 'kin_same_author';
  readonly names: readonly string[];
}

/** Names set apart from the words around them. */
function Around({ message, names }: AroundProps) {
  const t = useMessages();
  const [before, after] = aroundSlot(t, message);
  return (
    <>
      {before}
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && t('list_separator')}
          <em dir="auto">{bounded(name, TERM_LENGTH_MAX)}</em>
        </span>
      ))}
      {after}
    </>
  );
}

export interface PaperLinksProps {
  readonly paper: Paper;
  /** Its PDF is opened, in whatever way. */
  readonly onPdf?: (() => void) | undefined;
}

/** PDF, page and code, those that are known. */
export function PaperLinks({ paper, onPdf }: PaperLinksProps) {
  const t = useMessages();
  const links = [
    { label: t('link_pdf'), href: pdfLink(paper), onOpen: onPdf },
    { label: t(paper.arxiv === null ? 'link_page' : 'link_arxiv'), href: pageLink(paper) },
    { label: t('link_code'), href: httpUrl(paper.code) },
  ];
  return (
    <span class="pk-links">
      {links.map(
        ({ label, href, onOpen }) =>
          href !== null && (
            <OutLink class="pk-link" key={label} href={href} onOpen={onOpen}>
              {label}
            </OutLink>
          ),
      )}
    </span>
  );
}
