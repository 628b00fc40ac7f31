import type { ListPorts } from '../../components/list/ports';
import { refused } from '../popup/fake-ports';

const none = () => refused<never>();

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
    ...changes,
  };
}
