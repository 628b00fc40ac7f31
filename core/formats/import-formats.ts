import { BIBLIOGRAPHY_FORMATS } from './bibliography-formats';
import type { ImportFormat } from './format';
import { SERVICE_FORMATS } from './service-formats';

/** Every format that can be imported. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [...SERVICE_FORMATS, ...BIBLIOGRAPHY_FORMATS];
