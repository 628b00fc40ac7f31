import { describe, expect, it, vi } from 'vitest';
import { listenerFor } from './listener';
import type { Result } from './result';

const reply: Result<number> = { ok: true, value: 5 };

describe('listenerFor', () => {
  it('holds the channel open and answers later', async () => {
    const answer = vi.fn<(message: unknown, sender: string) => Promise<Result<number>>>(async () => reply);
    const sendResponse = vi.fn<(reply: unknown) => void>();
    expect(listenerFor(answer)('question', 'popup', sendResponse)).toBe(true);
    expect(sendResponse).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(sendResponse).toHaveBeenCalledWith(reply));
    expect(answer).toHaveBeenCalledWith('question', 'popup');
  });

  it('leaves a message to others', () => {
    const sendResponse = vi.fn<(reply: unknown) => void>();
    expect(listenerFor(() => undefined)('hello', 'page', sendResponse)).toBe(false);
    expect(sendResponse).not.toHaveBeenCalled();
  });

  it('does not mind that whoever asked is gone', async () => {
    const sendResponse = vi.fn<(reply: unknown) => void>(() => {
      throw new Error('Extension context invalidated.');
    });
    listenerFor(async () => reply)('question', 'popup', sendResponse);
    await vi.waitFor(() => expect(sendResponse).toHaveBeenCalled());
  });
});
