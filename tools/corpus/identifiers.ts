import * as v from 'valibot';
import { SourceError } from './source-error';

export const IDENTIFIERS_FILE = 'assets/corpus/identifiers.json';

const plainLine = v.pipe(
  v.string(),
  v.regex(/^\S(?:.*\S)?$/, 'expected one line of text without blanks at its ends'),
);
const identifiers = v.strictObject({
  title: plainLine,
  arxiv: v.pipe(
    v.string(),
    v.regex(/^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/, 'expected an arXiv id without version'),
  ),
  authors: v.pipe(v.array(plainLine), v.minLength(1, 'expected at least one author')),
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
  month: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))),
  venue: v.nullable(plainLine),
  doi: v.nullable(v.pipe(v.string(), v.regex(/^10\.\d{4,9}\/\S+$/, 'expected a DOI'), v.toLowerCase())),
  code: v.nullable(v.pipe(v.string(), v.check(isHttpAddress, 'expected an http(s) address'))),
  otherTitles: v.array(plainLine),
});

/** What `identifiers.json` says of one paper, and the line on which its object starts. */
export interface Identifiers extends v.InferOutput<typeof identifiers> {
  readonly line: number;
}

function isHttpAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Reads and checks `identifiers.json`; a `SourceError` names the line of the first thing that is not as it must be. */
export function parseIdentifiers(json: string): readonly Identifiers[] {
  const list = parseArray(json);
  const lines = elementLines(json);
  const papers = list.map((element, index) => parseElement(json, element, lines[index] ?? 1));
  if (papers.length === 0) throw new SourceError(IDENTIFIERS_FILE, 1, 'expected at least one paper');
  refuseTwins(papers, 'arXiv id', (paper) => paper.arxiv);
  refuseTwins(papers, 'DOI', (paper) => paper.doi);
  refuseTwins(papers, 'title', (paper) => paper.title);
  return papers;
}

function parseArray(json: string): readonly unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? json.length);
    throw new SourceError(IDENTIFIERS_FILE, lineAt(json, position), `expected JSON: ${message}`);
  }
  if (!Array.isArray(parsed)) throw new SourceError(IDENTIFIERS_FILE, 1, 'expected an array of papers');
  return parsed;
}

function parseElement(json: string, element: unknown, line: number): Identifiers {
  const result = v.safeParse(identifiers, element);
  if (result.success) return { ...result.output, line };
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  throw new SourceError(
    IDENTIFIERS_FILE,
    field === null ? line : lineOfField(json, line, field),
    `${field ?? 'paper'}: ${issue.message}`,
  );
}

function refuseTwins(
  papers: readonly Identifiers[],
  what: string,
  keyOf: (paper: Identifiers) => string | null,
): void {
  const seen = new Map<string, number>();
  for (const paper of papers) {
    const key = keyOf(paper);
    if (key === null) continue;
    const first = seen.get(key);
    if (first !== undefined) {
      throw new SourceError(
        IDENTIFIERS_FILE,
        paper.line,
        `expected every ${what} once, found ${key} here and in the paper at line ${first}`,
      );
    }
    seen.set(key, paper.line);
  }
}

/** The line of each object in the outermost array. `JSON.parse` keeps no places, so brackets are counted here. */
function elementLines(json: string): readonly number[] {
  const lines: number[] = [];
  let depth = 0;
  for (const token of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token[0] === '{' || token[0] === '[') {
      if (depth === 1) lines.push(lineAt(json, token.index));
      depth += 1;
    } else if (token[0] === '}' || token[0] === ']') {
      depth -= 1;
    } else if (depth === 1) {
      lines.push(lineAt(json, token.index));
    }
  }
  return lines;
}

function lineOfField(json: string, elementLine: number, field: string): number {
  const name = `"${field.split('.')[0] ?? field}"`;
  const offset = json
    .split('\n')
    .slice(elementLine - 1)
    .findIndex((line) => line.trimStart().startsWith(name));
  return offset < 0 ? elementLine : elementLine + offset;
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
