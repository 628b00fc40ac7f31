import { describe, expect, it } from 'vitest';
import { servedDocument, servedPage } from './saved-document';

describe('servedDocument', () => {
  it('shows Markdown as GitHub does, with its tables and without its front matter', () => {
    const { url, fixture } = servedDocument('a list.md', '---\ntitle: x\n---\n| A |\n|---|\n| *Ropes* |\n');
    expect(url).toBe('https://github.com/documents/documents/blob/main/a%20list.md');
    expect(fixture.body).toMatch(/<article class="markdown-body[^>]*><table>[^]*<td><em>Ropes<\/em><\/td>/);
    expect(fixture.body).not.toContain('title: x');
  });

  it('serves what is neither Markdown nor HTML as text', () => {
    const { fixture } = servedDocument('papers.bib', '<b>{');
    expect(fixture).toMatchObject({ body: '<b>{', contentType: 'text/plain; charset=utf-8' });
  });

  it('lets no script of a page run', () => {
    expect(servedPage('https://a.example/', '').fixture.headers).toEqual({
      'content-security-policy': "script-src 'none'",
    });
    expect(servedDocument('a.html', '<p>').fixture.headers).toHaveProperty('content-security-policy');
  });
});
