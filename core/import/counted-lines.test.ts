import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CountedLines } from './counted-lines';

async function* cut(chunks: readonly string[]) {
  yield* chunks;
}

it('counts line ends before every position, however the text is cut', async () => {
  const chunk = fc.array(fc.constantFrom('a', '\n', 'bc'), { maxLength: 8 }).map((all) => all.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 8 }), fc.nat(5), async (chunks, before) => {
      const lines = new CountedLines(cut(chunks), before);
      let text = '';
      for await (const passed of lines) text += passed;
      for (let position = 0; position <= text.length; position += 2) {
        expect(lines.before(position)).toBe(before + text.slice(0, position).split('\n').length - 1);
      }
    }),
  );
});
