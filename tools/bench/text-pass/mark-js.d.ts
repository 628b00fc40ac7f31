/** The part of mark.js 8.11.1 that is used here; its own types bring those of jQuery. */
declare module 'mark.js' {
  interface MarkOptions {
    readonly separateWordSearch: boolean;
    readonly acrossElements: boolean;
    readonly ignorePunctuation: readonly string[];
    readonly done: (marks: number) => void;
  }
  class Mark {
    constructor(context: Element);
    mark(keywords: readonly string[], options: MarkOptions): void;
    unmark(options: { readonly done: () => void }): void;
  }
  export = Mark;
}
