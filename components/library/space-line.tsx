import { useMessages } from '../messages';
import { bytesText } from './amounts';
import type { Space } from './ports';

/** What is used and what is free; nothing where the browser does not say. */
export function SpaceLine({ space }: { readonly space: Space | null }) {
  const t = useMessages();
  if (space === null) return null;
  const language = t('language_tag');
  return (
    <p class="pk-hint pk-small">
      {t('library_space', bytesText(space.usedBytes, language), bytesText(space.freeBytes, language))}
    </p>
  );
}
