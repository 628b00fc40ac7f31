/** Scripts for a page of the extension that look into the stored corpora past all our code. */

const OPENED = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('paperkin-corpus');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => resolve(opening.result);
})`;
const ASKED = `(request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
})`;

/** Of every file of the imported corpora but the notes of repairs: its name and a digest, as one string. */
export const FILES_OF_IMPORTS = `(async () => {
  const [db, asked] = [await ${OPENED}, ${ASKED}];
  const store = db.transaction('files').objectStore('files');
  const [keys, files] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
  db.close();
  const told = keys.map(async ([corpus, , name], at) => {
    if (corpus === 'bundled' || name === 'repair') return '';
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', files[at]));
    return name + ' ' + Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') + '\\n';
  });
  return (await Promise.all(told)).join('');
})()`;

/** Changes a byte in the middle of one file, of the bundled corpus or of the imported ones; tells how many it met. */
export function flipByte(file: string, inBundled = false): string {
  return `(async () => {
    const [db, asked] = [await ${OPENED}, ${ASKED}];
    const store = db.transaction('files', 'readwrite').objectStore('files');
    const keys = (await asked(store.getAllKeys())).filter(
      ([corpus, , name]) => name === '${file}' && (corpus === 'bundled') === ${inBundled});
    for (const key of keys) {
      const bytes = new Uint8Array(await asked(store.get(key)));
      bytes[bytes.length >> 1] ^= 0x55;
      await asked(store.put(bytes.buffer, key));
    }
    db.close();
    return keys.length;
  })()`;
}

/** Puts a copy of the bundled corpus beside it, as if it had been imported. */
export const COPY_OF_BUNDLED = `(async () => {
  const [db, asked] = [await ${OPENED}, ${ASKED}];
  const transaction = db.transaction(['corpora', 'files'], 'readwrite');
  const [corpora, files] = [transaction.objectStore('corpora'), transaction.objectStore('files')];
  const stamp = await asked(corpora.get('bundled'));
  corpora.put({ ...stamp, id: 'file-1', name: 'Copy', source: 'copy.bib', generation: 1 });
  const [keys, values] = await Promise.all([asked(files.getAllKeys()), asked(files.getAll())]);
  keys.forEach(([, , name], at) => files.put(values[at], ['file-1', 1, name]));
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  db.close();
  return keys.length;
})()`;
