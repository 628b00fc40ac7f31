import type { Write } from '../../components/written/writer';
import { writingTask } from '../../core/summary/writing-task';
import type { WrittenSummaries } from '../../store/written-summaries';
import type { BrowserModel } from './browser-model';

export interface WriterParts {
  readonly model: BrowserModel;
  readonly written: WrittenSummaries;
  /** Whether the reader switched it on. */
  readonly isWanted: () => Promise<boolean>;
}

/** Joins the model, what it wrote before, and the reader's wish. */
export function connectWriter({ model, written, isWanted }: WriterParts): Write {
  return async (paper, { signal, isClicked, onText }) => {
    const task = writingTask(paper);
    if (task === null || !(await isWanted())) return 'off';
    const kept = written.find(paper);
    if (kept !== null) {
      onText(kept);
      return 'written';
    }
    const readiness = await model.readiness();
    if (signal.aborted) return 'cancelled';
    if (readiness === 'absent') return 'off';
    if (readiness === 'to-fetch' && !isClicked) return 'needs-click';
    let text = '';
    const takeText = (soFar: string) => onText((text = soFar));
    takeText('');
    const outcome = await model.write(task, signal, takeText);
    // Another window may have switched it off, and had all forgotten, meanwhile.
    if (outcome === 'written' && (await isWanted())) written.keep(paper, text);
    // Refused in spite of the click: another one would not help.
    return outcome === 'needs-click' && isClicked ? 'failed' : outcome;
  };
}
