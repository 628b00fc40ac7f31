import type { SettingsPort } from './settings';

const WELCOMED = 'welcomed';
const NEWS_SINCE = 'news-since';

/** Notes that Paperkin was installed. True the first time in this profile: a browser may say it more than once. */
export async function noteInstall(port: Pick<SettingsPort, 'get' | 'set'>): Promise<boolean> {
  if ((await port.get([WELCOMED]))[WELCOMED] === true) return false;
  await port.set({ [WELCOMED]: true });
  return true;
}

/** Notes from which version Paperkin was updated. What the reader has not seen of earlier updates stays unseen. */
export async function noteUpdate(
  port: Pick<SettingsPort, 'get' | 'set'>,
  previousVersion: string,
): Promise<void> {
  if ((await newsSince(port)) === null) await port.set({ [NEWS_SINCE]: previousVersion });
}

/** The version since which the reader has not looked at what is new; null when there was no update since they did. */
export async function newsSince(port: Pick<SettingsPort, 'get'>): Promise<string | null> {
  const { [NEWS_SINCE]: version } = await port.get([NEWS_SINCE]);
  return typeof version === 'string' ? version : null;
}

/** The reader has looked. */
export function noteNewsSeen(port: Pick<SettingsPort, 'remove'>): Promise<void> {
  return port.remove(NEWS_SINCE);
}
