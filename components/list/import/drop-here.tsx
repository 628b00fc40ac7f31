import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useMessages, type Translate } from '../../messages';
import { droppedLinks, textOfDrag } from './dropped';
import type { AddStore } from './add-store';

/** Takes what is dropped anywhere on the list's section, and says so while something is held above it. */
export function DropHere({
  section,
  adding,
}: {
  readonly section: RefObject<HTMLElement | null>;
  readonly adding: AddStore;
}) {
  const t = useMessages();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const { current } = section;
    const over = (event: DragEvent) => {
      if (!isForUs(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // From one part of the section into another is not out of it.
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && current?.contains(relatedTarget))) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!isForUs(event) || !event.dataTransfer) return;
      event.preventDefault();
      take(event.dataTransfer, adding, t);
    };
    const listeners = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
    for (const [name, listener] of Object.entries(listeners))
      current?.addEventListener(name as keyof typeof listeners, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        current?.removeEventListener(name as keyof typeof listeners, listener);
    };
  }, [adding]);
  return isOver ? (
    <p class="pk-drop-here" aria-hidden="true">
      {t('list_drop_here')}
    </p>
  ) : null;
}

/** A field takes text itself. */
function isForUs({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  if (types.includes('Files')) return true;
  const isField = target instanceof Element && target.closest('input, textarea') !== null;
  return (
    !isField &&
    (types.includes('text/uri-list') || types.includes('text/html') || types.includes('text/plain'))
  );
}

function take(data: DataTransfer, adding: AddStore, t: Translate): void {
  const [file] = data.files;
  if (file) {
    adding.dismiss();
    return void adding.imports.offer(file, file.name);
  }
  const dropped = textOfDrag(data);
  const links = droppedLinks(dropped);
  if (links.length > 0) void adding.takeLinks(links);
  else void adding.take(dropped.text, t('list_import_pasted'));
}
