import { BIBLIOGRAPHY_FORMATS } from './bibliography-formats';
import type { ImportFormat } from './format';
import { packFormat } from './pack';
import { SERVICE_FORMATS } from './service-formats';

/** Every format that can be imported. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  packFormat,
  ...SERVICE_FORMATS,
  ...BIBLIOGRAPHY_FORMATS,
];
