import type { SourceTrouble } from '../../core/formats/inflate';
import type { LooksLike, RecordReason } from '../../core/formats/reasons';
import type { ErrorTableWords } from '../../core/import/error-list';
import type { UnusableSource } from '../../core/import/inspect';
import { bounded, NAME_LENGTH_MAX } from '../bounded';
import type { MessageKey, Translate } from '../messages';
import { bytesText, countText } from './amounts';

const QUOTED_LENGTH_MAX = 300;

type Plain<Kinds extends { readonly kind: string }> = Exclude<Kinds, { readonly kind: Factual }>['kind'];
type Factual = 'too-long' | 'open-value' | 'other-work' | 'service-error' | 'papers-missing';

const PLAIN_REASONS: Readonly<Record<Plain<RecordReason>, MessageKey>> = {
  'no-title': 'reason_no_title',
  'not-closed': 'reason_not_closed',
  'broken-json': 'reason_broken_json',
  'no-object': 'reason_no_object',
  'broken-xml': 'reason_broken_xml',
  'broken-quotes': 'reason_broken_quotes',
  'no-title-column': 'reason_no_title_column',
  changed: 'reason_changed',
  'pack-cut': 'reason_pack_cut',
  'title-taken': 'reason_title_taken',
};

const LOOKS: Readonly<Record<LooksLike, MessageKey>> = {
  empty: 'looks_empty',
  pdf: 'looks_pdf',
  image: 'looks_image',
  media: 'looks_media',
  'zip-inside': 'looks_zip_inside',
  'gzip-inside': 'looks_gzip_inside',
  'foreign-archive': 'looks_foreign_archive',
  tar: 'looks_tar',
  database: 'looks_database',
  parquet: 'looks_parquet',
  office: 'looks_office',
  'web-page': 'looks_web_page',
  json: 'looks_json',
  xml: 'looks_xml',
  binary: 'looks_binary',
  text: 'looks_text',
  'empty-archive': 'looks_empty_archive',
  'e-book': 'looks_e_book',
  program: 'looks_program',
};

/** Why a record is no paper, in the reader's language. */
export function reasonWords(t: Translate, reason: RecordReason): string {
  switch (reason.kind) {
    case 'too-long':
      return t('reason_too_long', countText(reason.charsMax, t('language_tag')));
    case 'open-value':
      return t('reason_open_value', bounded(reason.field, NAME_LENGTH_MAX));
    case 'other-work':
      return t('reason_other_work', bounded(reason.type, NAME_LENGTH_MAX));
    case 'service-error':
      return t('reason_service_error', bounded(reason.message, QUOTED_LENGTH_MAX));
    case 'papers-missing':
      return t('reason_papers_missing', countText(reason.count, t('language_tag')));
    default:
      return t(PLAIN_REASONS[reason.kind]);
  }
}

/** The words of the list of errors that is downloaded. */
export function errorTableWords(t: Translate): ErrorTableWords {
  return {
    header: [t('errors_file'), t('errors_line'), t('errors_reason'), t('errors_start')],
    reason: (reason) => reasonWords(t, reason),
  };
}

/** Why the bytes of a file ended before its end, in the reader's language. */
export function troubleWords(t: Translate, trouble: SourceTrouble): string {
  const bytes = (count: number) => bytesText(count, t('language_tag'));
  switch (trouble.kind) {
    case 'truncated':
      return t('trouble_truncated', bytes(trouble.unpackedBytes));
    case 'damaged':
      return t('trouble_damaged', bytes(trouble.packedBytes), bytes(trouble.unpackedBytes));
    case 'bomb':
      return t('trouble_bomb', bytes(trouble.packedBytes), bytes(trouble.unpackedBytes));
    case 'no-directory':
      return t('trouble_no_directory');
    case 'encrypted':
      return t('trouble_encrypted', bounded(trouble.file, NAME_LENGTH_MAX));
    case 'unknown-method':
      return t('trouble_unknown_method', bounded(trouble.file, NAME_LENGTH_MAX));
    case 'misplaced':
      return t('trouble_misplaced', bounded(trouble.file, NAME_LENGTH_MAX));
    case 'changed':
      return t('trouble_changed', bounded(trouble.file, NAME_LENGTH_MAX));
  }
}

/** Why a file cannot be imported, and what would do instead. */
export function unusableWords(
  t: Translate,
  source: UnusableSource,
  expected: MessageKey = 'import_expected',
): readonly string[] {
  switch (source.kind) {
    case 'trouble':
      return [troubleWords(t, source.trouble), t(expected)];
    case 'unknown':
      return [t('import_looks_like', t(LOOKS[source.looksLike])), t(expected)];
    case 'newer': {
      const { version, versionKnown, madeBy } = source.pack;
      const maker = bounded(madeBy ?? 'Paperkin', NAME_LENGTH_MAX);
      return [t('import_newer', maker, String(version)), t('import_newer_hint', String(versionKnown))];
    }
    case 'unreadable':
      return [bounded(source.message, QUOTED_LENGTH_MAX)];
  }
}
