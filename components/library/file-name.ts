import { SHAPELESS } from '../../core/text/plain-text';
import { clip } from '../../core/text/well-formed';

const STEM_CHARS_MAX = 100;
/** Of Windows, which other systems respect on shared disks: signs that no name has, and names of devices. */
// oxlint-disable-next-line no-control-regex -- control characters are among them
const NO_SIGNS = /[\\/:*?"<>|\u0000-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name for a file that every system takes, made of what people wrote; `ending` with its dot. */
export function safeFileName(name: string, ending = ''): string {
  const line = name.replace(NO_SIGNS, ' ').replace(SHAPELESS, '').replace(/\s+/g, ' ');
  const stem = clip(line, STEM_CHARS_MAX).replace(/^[\s.]+|[\s.]+$/g, '');
  return stem === '' || DEVICE.test(stem) ? `Paperkin${ending}` : stem + ending;
}
