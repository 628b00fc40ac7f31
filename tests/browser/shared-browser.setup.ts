import { sharing } from './sharing';

// This file is read again for each file of tests, the fixture is not: a worker begins to share once.
sharing.beforeAll(({ sharing: begun }) => begun);
