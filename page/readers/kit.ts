/**
 * All that a site's file may import. The build leaves these out of the site's script, which takes them from the core
 * script in the same page (`tools/page-scripts`): shared code is loaded once, and a site weighs what is its own.
 */
export { arxivIdOfUrl, findArxivId } from '../../core/identity/arxiv-id';
export { doiOfUrl, findDoi } from '../../core/identity/doi';
export { bareText, headOf } from './head-data';
export { field, listOf, parseJson, stringField } from './json';
export { baseOf, paperOfHref, resolveLink, withoutFragment } from './links';
export { authorsIn, mergeFacts, namesIn, pageMention, textsOf, yearOf } from './page-mention';
export { ownPaper } from './own-paper';
export { readPaperLinks } from './paper-links';
export { mentionIn, statedWork } from './stated-works';
export { textOf, titleNodes } from './text';
export type { PaperFacts } from './page-mention';
export type { PageMention, Reader } from './reader';
export type { IsForeign } from './text';
