import type { CopyCitation } from '../../components/citation/copy-choice';

/** To be called in the turn of a click or a key: without one the browser refuses, which is answered with false. */
export const copyCitation: CopyCitation = async ({ text, html }) => {
  const plain = { 'text/plain': as(text, 'text/plain') };
  const item = new ClipboardItem(html === null ? plain : { ...plain, 'text/html': as(html, 'text/html') });
  try {
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
};

const as = (content: string, type: string): Blob => new Blob([content], { type });
