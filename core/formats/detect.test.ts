import { describe, expect, it } from 'vitest';
import { joinedText, partInChunks } from './chunks-under-test';
import { archiveKind, detectFormat } from './detect';
import { SERVICE_FORMATS } from './service-formats';
import { textOf } from './text';

const formatOf = (head: string, name = '') => {
  const found = detectFormat(head, name, SERVICE_FORMATS);
  return 'id' in found ? found.id : found.looksLike;
};

describe('the format of a file', () => {
  it.each([
    ['arxiv-snapshot', '{"id":"0704.0001","submitter":"x","title":"T","categories":"cs.LG","versions":[]}'],
    [
      'openalex',
      '{"id":"https://openalex.org/W1","title":"T","authorships":[],"abstract_inverted_index":{}}',
    ],
    ['semantic-scholar', '{"paperId":"a","externalIds":{},"title":"T","abstract":"x"}'],
    ['hf-daily', '[{"paper":{"id":"2401.00001","title":"T","upvotes":3,"discussionId":"x"}}]'],
    [
      'arxiv-atom',
      '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/x</id>',
    ],
    ['json', '[{"title":"T","abstract":"x"}]'],
  ])('is %s by its content, whatever its name', (id, head) => {
    expect(formatOf(head, 'export.txt')).toBe(id);
  });

  it.each([
    ['empty', ' \n'],
    ['web-page', '\n<!DOCTYPE html><html><head><title>T</title>'],
    ['json', '{"name":"x","version":"1"}'],
    ['xml', '<?xml version="1.0"?><plist/>'],
    ['text', 'Dear diary, today I read nothing.'],
  ])('is none for %s', (looksLike, head) => {
    expect(formatOf(head)).toBe(looksLike);
  });

  it.each([
    ['pdf', [...Buffer.from('%PDF-1.7\n%'), 0xe2, 0xe3]],
    ['image', [0x89, ...Buffer.from('PNG\r\n'), 0x1a, 0x0a, 0, 0, 0, 13]],
    ['image', [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]],
    ['gzip-inside', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]],
    ['zip-inside', [0x50, 0x4b, 3, 4, 20, 0, 0, 0]],
    ['foreign-archive', [0x28, 0xb5, 0x2f, 0xfd, 4, 0]],
    ['database', [...Buffer.from('SQLite format 3\0')]],
    ['binary', [1, 2, 3, 4, 5, 6, 7, 8, 0x0e, 0x0f, 0x10]],
  ])('is none for %s, by its bytes', async (looksLike, bytes) => {
    const head = await joinedText(textOf(partInChunks(new Uint8Array(bytes), 64)));
    expect(formatOf(head)).toBe(looksLike);
  });

  it('names what would have been read', () => {
    const found = detectFormat('%PDF-1.4', 'a.pdf', SERVICE_FORMATS);
    expect(found).toMatchObject({
      expected: expect.arrayContaining(['arXiv metadata snapshot', 'OpenAlex works']),
    });
  });
});

describe('an archive of something else', () => {
  it('is told by the names in it', () => {
    expect(archiveKind(['[Content_Types].xml', 'word/document.xml'])).toBe('office');
    expect(archiveKind(['META-INF/container.xml', 'OEBPS/1.xhtml'])).toBe('e-book');
    expect(archiveKind([])).toBe('empty-archive');
    expect(archiveKind(['arxiv-metadata-oai-snapshot.json'])).toBeNull();
  });
});
