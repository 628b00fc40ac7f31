import type { MarkedToken, Tokens } from 'marked';
import { createElement, type ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { httpUrl } from '../../core/identity/links';
import { OutLink } from '../paper-text';
import { parseNote } from './parse-note';

/**
 * A note in Markdown as a page shows it. Its parts become elements of ours, never HTML of the note's: a note may have come in a
 * file of a stranger's. No picture is fetched, and links lead to web pages only.
 */
export function NoteText({ note }: { readonly note: string }) {
  const blocks = useMemo(() => parseNote(note), [note]);
  return (
    <div class="pk-note-text" dir="auto">
      {blocks ? <All of={blocks} /> : <p class="pk-note-plain">{note}</p>}
    </div>
  );
}

function All({ of }: { readonly of: readonly unknown[] | undefined }) {
  return (
    <>
      {(of as readonly MarkedToken[] | undefined)?.map((token, at) => (
        <Part key={at} token={token} />
      ))}
    </>
  );
}

/** What becomes an element around its own parts. */
const ELEMENTS = {
  paragraph: 'p',
  blockquote: 'blockquote',
  strong: 'strong',
  em: 'em',
  del: 'del',
} as const;
function Part({ token }: { readonly token: MarkedToken }): ComponentChildren {
  switch (token.type) {
    case 'paragraph':
    case 'blockquote':
    case 'strong':
    case 'em':
    case 'del':
      return createElement(ELEMENTS[token.type], null, <All of={token.tokens} />);
    // Not one of the page's headings: a note may begin at any level.
    case 'heading':
      return (
        <p class="pk-note-heading">
          <All of={token.tokens} />
        </p>
      );
    case 'list':
      return <List list={token} />;
    case 'table':
      return <Table table={token} />;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    default:
      return <Words token={token} />;
  }
}

function Words({ token }: { readonly token: MarkedToken }): ComponentChildren {
  switch (token.type) {
    case 'codespan':
      return <code>{token.text}</code>;
    case 'link':
      return <Link link={token} />;
    case 'br':
      return <br />;
    case 'html':
      return token.raw;
    case 'space':
    case 'def':
    case 'checkbox':
      return null;
    default:
      return 'tokens' in token && token.tokens ? <All of={token.tokens} /> : 'text' in token && token.text;
  }
}

function Link({ link }: { readonly link: Tokens.Link }) {
  const href = httpUrl(link.href);
  const text = <All of={link.tokens} />;
  return href === null ? text : <OutLink href={href}>{text}</OutLink>;
}

function List({ list }: { readonly list: Tokens.List }) {
  const items = list.items.map((item, at) => (
    <li key={at} class={item.task ? 'pk-note-task' : undefined}>
      {item.task && (item.checked ? '☑ ' : '☐ ')}
      <All of={item.tokens} />
    </li>
  ));
  return list.ordered ? <ol start={Number(list.start) || 1}>{items}</ol> : <ul>{items}</ul>;
}

const cells = (row: readonly Tokens.TableCell[], Cell: 'th' | 'td') =>
  row.map((cell, at) => (
    <Cell key={at}>
      <All of={cell.tokens} />
    </Cell>
  ));

function Table({ table }: { readonly table: Tokens.Table }) {
  return (
    <table>
      <thead>
        <tr>{cells(table.header, 'th')}</tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  );
}
