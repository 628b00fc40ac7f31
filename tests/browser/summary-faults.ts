import type { Excerpt, Summary } from '../../core/summary/summary';

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Without white space, the case of the first letter and the marks at the end, which alone may differ from the abstract. */
function bare(text: string): string {
  const close = text.replace(/\s+/g, '').replace(/[,;:.–—-]+$/u, '');
  return close.charAt(0).toLowerCase() + close.slice(1);
}

/**
 * What is wrong with a summary of which each sentence ought to be whole words of the abstract in their order, and nothing else; none if
 * it is that.
 */
export function summaryFaults(
  summary: (Excerpt & Partial<Pick<Summary, 'second'>>) | null,
  abstract: string | null,
): readonly string[] {
  if (summary === null || abstract === null) return ['there is none'];
  const sentences = summary.second ? [summary, summary.second] : [summary];
  return sentences.flatMap((one) => excerptFaults(one, abstract));
}

function excerptFaults({ text, spans }: Excerpt, abstract: string): readonly string[] {
  const pieces = spans.map(({ start, end }) => abstract.slice(start, end));
  const faults: string[] = [];
  let last = 0;
  for (const { start, end } of spans) {
    if (start < last || end <= start || end > abstract.length)
      faults.push(`${start} to ${end} is out of order`);
    for (const at of [start, end]) {
      if (/^[\p{L}\p{N}]{2}$/u.test(abstract.slice(Math.max(0, at - 1), at + 1)))
        faults.push(`${at} is in a word`);
    }
    last = end;
  }
  if (bare(text) !== bare(pieces.join(' '))) faults.push(`“${text}” is not “${pieces.join(' … ')}”`);
  if (wordsOf(text).join(' ') !== wordsOf(pieces.join(' ')).join(' '))
    faults.push(`“${text}” runs words together`);
  if (!/[.!?]["')\]]*$/.test(text)) faults.push(`“${text}” does not end`);
  return faults;
}
