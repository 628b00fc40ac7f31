/** `@article{`, `TY  - `, `[{` or `{"`, `<?xml` or `<rdf:RDF`, where a text begins; comments of BibTeX may come first. */
const RECORDS = /^\s*(?:%[^\n]*\n\s*)*(?:@\s*\w{2,30}\s*[{(]|TY\s{1,3}-|\[\s*\{|\{\s*"|<\?xml|<rdf:RDF)/i;

/** Whether a pasted text looks like a file of records (BibTeX, RIS, CSL-JSON, …) rather than like the name of a paper. */
export function isRecordText(text: string): boolean {
  return RECORDS.test(text.slice(0, 10_000));
}
