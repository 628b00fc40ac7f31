import { useState } from 'preact/hooks';
import {
  CITATION_STYLES,
  citationOf,
  joinedCitations,
  type Citation,
  type CitationKind,
} from '../../core/citation/citation';
import { citationKeyBase } from '../../core/list-formats/citation-keys';
import type { Paper, PaperId } from '../../core/paper';
import { useMessages } from '../messages';

/** Puts a citation where the reader pastes from; says whether it is there. */
export type CopyCitation = (citation: Citation) => Promise<boolean>;

export interface CopyChoiceProps {
  readonly papers: readonly Paper[];
  /** Citation keys of those that are on the list, so that they are the ones of its exports. */
  readonly keys: () => ReadonlyMap<PaperId, string>;
  readonly copy: CopyCitation;
}

/** Copies the citation of papers in the style that is chosen, and says that it did. */
export function CopyChoice({ papers, keys, copy }: CopyChoiceProps) {
  const t = useMessages();
  const [told, setTold] = useState<'citation_copied' | 'citation_not_copied' | null>(null);
  const choose = async (kind: CitationKind) => {
    setTold(null);
    setTold((await copy(citationsOf(papers, kind, keys()))) ? 'citation_copied' : 'citation_not_copied');
  };
  return (
    <span class="pk-copy">
      <select
        class="pk-choice"
        aria-label={t('citation_copy')}
        value=""
        onChange={({ currentTarget }) => {
          const style = CITATION_STYLES.find(({ kind }) => kind === currentTarget.value);
          currentTarget.value = '';
          if (style) void choose(style.kind);
        }}
      >
        <option value="" hidden>
          {t('citation_copy')}
        </option>
        {CITATION_STYLES.map(({ kind, label }) => (
          <option key={kind} value={kind}>
            {label}
          </option>
        ))}
      </select>
      <output class="pk-small">{told !== null && t(told)}</output>
    </span>
  );
}

function citationsOf(
  papers: readonly Paper[],
  kind: CitationKind,
  keys: ReadonlyMap<PaperId, string>,
): Citation {
  return joinedCitations(
    papers.map((paper) => citationOf(paper, kind, keys.get(paper.id) ?? citationKeyBase(paper))),
  );
}
