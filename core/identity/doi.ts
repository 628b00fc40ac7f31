import { percentDecoded } from './percent';

/** Most characters of a DOI; the longest in use (old Wiley SICIs) have about 100. */
const DOI_CHARS_MAX = 200;

/**
 * Printable ASCII after the prefix. Angle brackets end it, but in the SICI of Wiley's old DOIs
 * (10.1002/(SICI)1097-0258(19980815)17:15/16<1661::AID-SIM968>3.0.CO;2-2).
 */
const DOI = /(?<![\d.])10\.\d{4,9}\/(?:\(SICI\)[!#-~]{1,300}|[!#-;=?-~]{1,300})/gi;

/** The only named entities of characters that a DOI has. The whole table of `text/entities` would travel into every page. */
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#38;': '&' };
const withoutEntities = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|#38);/g, (entity) => ENTITIES[entity] ?? entity);

const CLOSES: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['>', '<'],
]);

/** Up to the first bracket that closes nothing: the text around the DOI opened it. */
function upToUnopenedBracket(text: string): string {
  const open: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if ('([{<'.includes(character)) open.push(character);
    const opener = CLOSES.get(character);
    if (opener === undefined) continue;
    if (open.at(-1) !== opener) return text.slice(0, at);
    open.pop();
  }
  return text;
}

const PUNCTUATION_TAIL = /[.,;:!?'"`*_~|\\^&=([{<-]+$/;
const VIEW_TAIL =
  /(?:\.full\.pdf\+html|\.full\.pdf|\.full-text|\.full|\.abstract|\.pdf|\/(?:abstract|abs|full|fulltext|full-text|pdf|epdf|pdfdirect|html|meta|summary|references|citations?|supplementary-material|issuetoc))$/;
/** bioRxiv and medRxiv put the version after the DOI; elsewhere "v1" may belong to it. */
const VERSION_TAIL = /^(10\.1101\/.*\d)v\d{1,2}$/;

function withoutTail(doi: string): string {
  let rest = doi;
  // Each round takes at least one character of at most 300.
  for (;;) {
    const next = rest.replace(PUNCTUATION_TAIL, '').replace(VIEW_TAIL, '').replace(VERSION_TAIL, '$1');
    if (next === rest) return rest;
    rest = next;
  }
}

function trimmed(found: string): string | null {
  const cut = found.replace(/\\([_&%#])/g, '$1').replace(/[?#|].*$|&[a-z_]+=.*$/i, '');
  const doi = withoutTail(upToUnopenedBracket(cut).toLowerCase());
  return /^10\.\d{4,9}\/./.test(doi) && doi.length <= DOI_CHARS_MAX ? doi : null;
}

/** The first DOI in a piece of text, lower case, its tail trimmed (brackets balanced, no full stop), or null. */
export function findDoi(text: string): string | null {
  const decoded = withoutEntities(text);
  const readable = /10(?:\.|%2e)\d{4,9}%2f/i.test(decoded) ? percentDecoded(decoded) : decoded;
  for (const [found] of readable.matchAll(DOI)) {
    const doi = trimmed(found);
    if (doi !== null) return doi;
  }
  return null;
}

/** `/doi/10…`, `/doi/full/10…`, `/article/10…`, `/article/info:doi/10…`: a DOI that begins a segment after one of the words publishers use. */
const IN_PATH =
  /\/(?:doi|abs|abstract|full|pdf|epdf|pdfdirect|reader|article|articles|content|chapter|book|books)\/(?:info:doi\/)?(10\.\d{4,9}\/.+)$/i;

/** The DOI that a web address names (doi.org and publishers' `/doi/` addresses), or null. */
export function doiOfUrl(url: URL): string | null {
  const path = percentDecoded(url.pathname);
  if (/^(?:dx\.|www\.)?doi\.org$/.test(url.hostname)) {
    return path.startsWith('/10.') ? findDoi(path.slice(1)) : null;
  }
  const inPath = IN_PATH.exec(path)?.[1];
  if (inPath !== undefined) return findDoi(inPath);
  // PLOS: /plosone/article?id=10.1371/…
  const asked = url.searchParams.get('doi') ?? url.searchParams.get('id');
  return asked !== null && /^(?:doi:)?10\./.test(asked) ? findDoi(asked) : null;
}
