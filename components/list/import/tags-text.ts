import { normaliseTags } from '../../../core/reading-list/tags';

/** The tags in what is typed for several: between commas. */
export function tagsIn(text: string): readonly string[] {
  return normaliseTags(text.split(/[,，;]/));
}
