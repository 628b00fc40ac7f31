import { listen } from '../../messaging/listen';
import { saysListChanged, settled } from '../news/list-news';

/**
 * Calls `onChange` when the corpora may be others than they were: visited papers were folded in, damage was made good, another
 * tab imported. The background tells it with the same news as a changed list. Answers nothing.
 */
export function watchCorpora(onChange: () => void): void {
  const soon = settled(onChange);
  listen((message) => {
    if (saysListChanged(message)) soon();
    return undefined;
  });
}
