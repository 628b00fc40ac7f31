import type { ChangedField } from '../../../core/list-formats/preview';
import type { Paper } from '../../../core/paper';
import type { ReadingListEntry } from '../../../core/reading-list/entry';
import { bounded } from '../../bounded';
import { dateText } from '../../library/amounts';
import type { MessageKey, Translate } from '../../messages';
import { STATUS_MESSAGES } from '../../status';

const VALUE_LENGTH_MAX = 90;

const FIELD_NAMES: Readonly<Record<ChangedField, MessageKey>> = {
  id: 'fact_identifier',
  title: 'list_add_title',
  otherTitles: 'field_other_titles',
  abstract: 'list_abstract',
  authors: 'fact_authors',
  year: 'list_order_year',
  month: 'fact_date',
  venue: 'fact_venue',
  arxiv: 'link_arxiv',
  doi: 'fact_identifier',
  url: 'link_page',
  pdf: 'link_pdf',
  code: 'link_code',
  status: 'status_group',
  starred: 'list_star',
  tags: 'list_tags',
  note: 'list_note',
  priority: 'list_priority',
  addedAt: 'list_order_added',
  statusAt: 'list_order_status',
  openedAt: 'list_order_opened',
  sourceUrl: 'field_source',
};

const PRIORITY_NAMES = ['list_priority_0', 'list_priority_1', 'list_priority_2', 'list_priority_3'] as const;
const TIMES: ReadonlySet<ChangedField> = new Set(['addedAt', 'statusAt', 'openedAt']);

export const fieldName = (t: Translate, field: ChangedField): string => t(FIELD_NAMES[field]);

/** What stands in a field of an entry, on one short line. */
export function fieldText(t: Translate, field: ChangedField, entry: ReadingListEntry): string {
  const value = field in entry ? entry[field as keyof ReadingListEntry] : entry.paper[field as keyof Paper];
  if (field === 'status') return t(STATUS_MESSAGES[entry.status]);
  if (field === 'priority') return t(PRIORITY_NAMES[entry.priority]);
  if (field === 'starred') return entry.starred ? '★' : '☆';
  if (TIMES.has(field) && typeof value === 'number') return dateText(value, t('language_tag'));
  const text = Array.isArray(value) ? value.join(t('list_separator')) : String(value ?? '');
  return bounded(text, VALUE_LENGTH_MAX) || t('list_import_none');
}
