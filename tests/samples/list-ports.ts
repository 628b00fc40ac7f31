import type { ListPorts } from '../../components/list/ports';
import { windowClock } from '../../components/window-clock';
import { refused } from '../popup/fake-ports';

const none = () => refused<never>();

/** No note outlives its page. */
export function keptNowhere(): Pick<ListPorts, 'clock' | 'unsaved'> {
  return {
    clock: windowClock,
    unsaved: { all: () => [], keep: () => undefined, drop: () => undefined },
  };
}

/** A list that can be read, and in which nothing else can be done but what `changes` says. */
export function sampleListPorts(list: ListPorts['list'], changes: Partial<ListPorts> = {}): ListPorts {
  return {
    list,
    edit: none,
    card: none,
    save: none,
    remove: none,
    restore: none,
    revert: none,
    versions: none,
    readingOnOpen: async () => true,
    ...keptNowhere(),
    ...changes,
  };
}
