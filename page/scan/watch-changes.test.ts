// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchChanges, watchTopLayer } from './watch-changes';

let log: string[] = [];
let unwatch = () => {};
const ours = document.createElement('our-host');
const settled = () => new Promise((done) => setTimeout(done));

beforeEach(() => {
  log = [];
  document.body.innerHTML = '';
  unwatch = watchChanges(window, (node) => node === ours, {
    onNodes: (at) => log.push('nodes', ...at.map(({ nodeName }) => nodeName)),
    onAddress: () => log.push('address'),
    onDialog: () => log.push('dialog'),
  });
});
afterEach(() => unwatch());

describe('watchChanges', () => {
  it('tells once of many new nodes and where they are, and not of attributes', async () => {
    document.body.append(document.createElement('p'), document.createElement('p'));
    await settled();
    expect(log).toEqual(['nodes', 'BODY']);
    document.body.className = 'dark';
    await settled();
    expect(log).toEqual(['nodes', 'BODY']);
  });

  it('tells of text that was written over', async () => {
    document.body.innerHTML = '<p>One title</p>';
    await settled();
    log = [];
    const text = document.querySelector('p')?.firstChild;
    if (text) text.nodeValue = 'Another title';
    await settled();
    expect(log).toEqual(['nodes', '#text']);
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
    expect(log).toEqual(['address', 'nodes', 'BODY', 'nodes', 'BODY']);
  });

  it('tells when a dialog opens', async () => {
    document.body.innerHTML = '<dialog></dialog>';
    await settled();
    log = [];
    document.querySelector('dialog')?.setAttribute('open', '');
    await settled();
    expect(log).toEqual(['dialog']);
  });

  it('is silent after its end', async () => {
    unwatch();
    document.body.append(document.createElement('p'));
    await settled();
    expect(log).toEqual([]);
  });
});

const keep = (event: Event) => event.stopImmediatePropagation();

describe('watchTopLayer', () => {
  let stop = new AbortController();
  beforeEach(() => {
    stop = new AbortController();
    watchTopLayer(window, () => log.push('top layer'), stop.signal);
  });
  afterEach(() => stop.abort());

  it('tells when a popover or a folded part opens', () => {
    document.body.innerHTML = '<details></details>';
    document.querySelector('details')?.dispatchEvent(new Event('toggle'));
    expect(log).toEqual(['top layer']);
  });

  it('tells when the page goes into full screen', () => {
    document.body.dispatchEvent(new Event('fullscreenchange'));
    expect(log).toEqual(['top layer']);
  });

  it('hears it before a page whose script keeps it from all that come later', () => {
    window.addEventListener('toggle', keep, true);
    document.body.dispatchEvent(new Event('toggle'));
    window.removeEventListener('toggle', keep, true);
    expect(log).toEqual(['top layer']);
  });

  it('is silent after its end', () => {
    stop.abort();
    document.body.dispatchEvent(new Event('toggle'));
    expect(log).toEqual([]);
  });
});
