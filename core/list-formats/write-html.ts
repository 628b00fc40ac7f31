import { httpUrl, pageLink } from '../identity/links';
import { whole, type ListedPaper, type WholeListedPaper } from './listed-paper';
import type { ListWords, WriteOptions } from './write-options';

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
article{margin:0 0 1.5rem}h2{font-size:1.05rem;margin:0}p{margin:.2rem 0}.facts{opacity:.75}.note{white-space:pre-wrap}`;

/** A list as one page that needs nothing else: it has no script, and loads nothing. */
export function htmlOf(
  list: readonly ListedPaper[],
  { words, madeBy, madeAt }: Pick<WriteOptions, 'words' | 'madeBy' | 'madeAt'>,
): string {
  const made = new Date(madeAt).toISOString();
  return `<!doctype html>
<html lang="${escaped(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escaped(words.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(words.title)}</h1>
<p class="facts">${escaped(madeBy)} · <time datetime="${made}">${made.slice(0, 10)}</time></p>
${list.map((listed) => article(whole(listed), words)).join('\n')}
</body>
</html>
`;
}

function article({ paper, status, starred, tags, note }: WholeListedPaper, words: ListWords): string {
  const state = [words.statuses[status], starred ? words.starred : '', ...tags.map((tag) => `#${tag}`)];
  const lines = [
    `<h2>${linked(paper.title, httpUrl(paper.url) ?? pageLink(paper))}</h2>`,
    line('', paper.authors.join(', ')),
    line(
      'facts',
      [paper.venue ?? '', paper.year === null ? '' : String(paper.year)].filter(isSome).join(' · '),
    ),
    line('facts', state.filter(isSome).join(' · ')),
    line('note', note),
    paper.abstract === null
      ? ''
      : `<details><summary>${escaped(words.abstract)}</summary>${line('', paper.abstract)}</details>`,
  ];
  return `<article>\n${lines.filter(isSome).join('\n')}\n</article>`;
}

const isSome = (text: string): boolean => text !== '';

/** Each line finds its own direction: a right-to-left title, or a sign that turns text around, stays in its line. */
function line(name: string, text: string): string {
  if (text === '') return '';
  return `<p${name === '' ? '' : ` class="${name}"`} dir="auto">${escaped(text)}</p>`;
}

function linked(text: string, href: string | null): string {
  const inner = `<bdi>${escaped(text)}</bdi>`;
  return href === null ? inner : `<a href="${escaped(href)}" rel="noopener noreferrer">${inner}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// oxlint-disable-next-line no-control-regex -- characters that HTML may not hold
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Cs}/gu;

const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
