// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchChanges } from './watch-changes';

let log: string[] = [];
let unwatch = () => {};
const ours = document.createElement('our-host');
const settled = () => new Promise((done) => setTimeout(done));

beforeEach(() => {
  log = [];
  document.body.innerHTML = '';
  unwatch = watchChanges(window, (node) => node === ours, {
    onNodes: () => log.push('nodes'),
    onAddress: () => log.push('address'),
    onTopLayer: () => log.push('dialog'),
  });
});
afterEach(() => unwatch());

describe('watchChanges', () => {
  it('tells once of many new nodes, and not of text or attributes', async () => {
    document.body.append(document.createElement('p'), document.createElement('p'));
    await settled();
    expect(log).toEqual(['nodes']);
    document.body.className = 'dark';
    await settled();
    expect(log).toEqual(['nodes']);
  });

  it('does not hear our own elements come and go', async () => {
    document.documentElement.append(ours);
    await settled();
    ours.remove();
    await settled();
    expect(log).toEqual([]);
  });

  it('notices another address at the next change', async () => {
    history.pushState(null, '', '/elsewhere');
    document.body.append(document.createElement('p'));
    await settled();
    document.body.append(document.createElement('p'));
    await settled();
    expect(log).toEqual(['address', 'nodes', 'nodes']);
  });

  it('tells when a dialog opens', async () => {
    document.body.innerHTML = '<dialog></dialog>';
    await settled();
    log = [];
    document.querySelector('dialog')?.setAttribute('open', '');
    await settled();
    expect(log).toEqual(['dialog']);
  });

  it('tells when the page goes into full screen', () => {
    document.body.dispatchEvent(new Event('fullscreenchange'));
    expect(log).toEqual(['dialog']);
  });

  it('is silent after its end', async () => {
    unwatch();
    document.body.append(document.createElement('p'));
    await settled();
    expect(log).toEqual([]);
  });
});
