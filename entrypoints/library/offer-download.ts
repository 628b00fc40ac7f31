/** Long enough for the browser to have read the whole of a file of some GB. */
const KEPT_MS = 600_000;

/** Puts a file among the reader's downloads. */
export function offerDownload(fileName: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
