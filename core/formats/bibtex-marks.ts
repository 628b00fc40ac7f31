import { checkedMarks, type StatedMarks } from '../reading-list/stated-marks';
import { latexAsText } from './latex-text';

/** `annote` is BibTeX's own and is not printed; `comment` is JabRef's. What stands in `note` is printed: it is the paper's. */
const NOTES = ['annote', 'annotation', 'comment'];

/**
 * What an entry says of somebody's work with the paper, in JabRef's fields for it (`readstatus`, `priority`, where 1 is the
 * most urgent, `relevance`) and BibDesk's (`date-added`).
 */
export function bibtexMarks(fields: ReadonlyMap<string, string>): StatedMarks {
  const keywords = keywordsOf(fields.get('keywords') ?? '');
  const note = NOTES.map((name) => fields.get(name) ?? '').find((text) => text.trim() !== '') ?? '';
  // Line by line: LaTeX would make one line of a note, and of the blanks before a line none.
  const lines = note.split('\n');
  const texts = latexAsText([...keywords, ...lines.map((line) => line.trim())]);
  const tags = keywords.map((keyword, at) => plain(keyword, texts[at] ?? keyword));
  const noteLines = lines.map((line, at) => {
    const written = line.trim();
    const indent = line.slice(0, line.length - line.trimStart().length);
    return indent + plain(written, texts[keywords.length + at] ?? written);
  });
  const urgency = /^prio([1-3])$/.exec(fields.get('priority')?.trim() ?? '')?.[1];
  const read = fields.get('readstatus')?.trim().toLowerCase();
  return checkedMarks({
    tags,
    note: noteLines.join('\n'),
    status: read === 'read' ? 'read' : read === 'skimmed' ? 'reading' : null,
    starred: /^relevant$/i.test(fields.get('relevance')?.trim() ?? '') || null,
    priority: urgency === undefined ? null : 4 - Number(urgency),
    addedAt: fields.get('date-added')?.trim(),
  });
}

/** The library takes off braces around words; what needed no command it has not seen. */
const plain = (written: string, text: string): string =>
  written === text ? text.replace(/[{}]/g, '') : text;

/** Commas or semicolons part keywords, but for those in braces. */
function keywordsOf(text: string): readonly string[] {
  const keywords: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(/[{},;]/g)) {
    if (mark === '{') depth += 1;
    else if (mark === '}') depth -= 1;
    else if (depth <= 0) {
      keywords.push(text.slice(start, index));
      start = index + 1;
    }
  }
  keywords.push(text.slice(start));
  return keywords
    .map((keyword) => keyword.trim().replace(/^\{([^{}]*)\}$/, '$1'))
    .filter((keyword) => keyword !== '');
}
