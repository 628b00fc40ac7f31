import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

/** The import table of docs/architecture.md. Folders of ours and packages; `types:` allows only type imports. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // Parsers and the forces of the map, without a browser or a clock; they run in workers of the library page.
  core: ['core', '@retorquere/bibtex-parser', 'd3-force', 'fflate', 'papaparse', 'saxes'],
  store: ['store', 'core', 'idb'],
  messaging: ['messaging', 'types:core', 'core/reading-list', 'wxt/browser', 'valibot'],
  engine: ['engine', 'core', 'store', 'types:messaging'],
  components: [
    'components',
    'core',
    'types:locales',
    'preact',
    '@preact/signals',
    'd3-quadtree',
    'd3-selection',
    'd3-zoom',
    'marked',
  ],
  page: ['page', 'core', 'messaging', 'components', 'preact', 'assets'],
};
const FILE_LINES_MAX = 300;
const ROOT = resolve(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && statSync(join(ROOT, name)).isFile());
}

/** Every import, re-export and `import()` of a file; relative ones as a path from the root (`core/paper`). */
function importsOf(file: string): readonly Import[] {
  const known = importsByFile.get(file) ?? readImports(file);
  importsByFile.set(file, known);
  return known;
}

const importsByFile = new Map<string, readonly Import[]>();

function readImports(file: string): readonly Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const { module, errors } = parseSync(file, text);
  // Of a file that cannot be read nothing would be imported, and everything be in order.
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join(', ')}`);
  const { staticImports, staticExports, dynamicImports } = module;
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) => {
    const target = specifier.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), specifier))
          .split(sep)
          .join('/')
      : specifier;
    found.push({ file, target, typeOnly });
  };
  for (const { moduleRequest, entries } of staticImports) {
    // Without a name a module is imported for what it does.
    add(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType));
  }
  for (const { entries } of staticExports) {
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType);
  }
  for (const { moduleRequest } of dynamicImports) {
    const [, specifier] = /^['"](.*)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end)) ?? [];
    if (specifier !== undefined) add(specifier, false);
  }
  return found;
}

function allows(rule: string, target: string, typeOnly: boolean): boolean {
  const name = rule.replace(/^types:/, '');
  const fits = target === name || target.startsWith(`${name}/`);
  return fits && (typeOnly || !rule.startsWith('types:'));
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

describe.each(Object.entries(MAY_IMPORT))('%s', (folder, rules) => {
  it('imports only what the table allows', () => {
    const broken = sourceFiles(folder)
      .filter((file) => !isTest(file))
      .flatMap(importsOf)
      .filter(({ target, typeOnly }) => !rules.some((rule) => allows(rule, target, typeOnly)))
      .map(({ file, target, typeOnly }) => `${file} -> ${typeOnly ? 'type ' : ''}${target}`);
    expect(broken).toEqual([]);
  });
});

describe('a site', () => {
  it('imports the kit, of which the core script has the one copy, and nothing else that imports more', () => {
    const tableReader = join('page', 'readers', 'table-reader.ts');
    const mayImport = (file: string) =>
      file === tableReader ? ['page/readers/kit'] : ['page/readers/kit', 'page/readers/table-reader'];
    const broken = [...sourceFiles('page/readers/sites'), tableReader]
      .filter((file) => !isTest(file))
      .flatMap(importsOf)
      .filter(({ file, target }) => !mayImport(file).includes(target))
      .map(({ file, target }) => `${file} -> ${target}`);
    expect(broken).toEqual([]);
  });
});

describe('the house', () => {
  const code = [...Object.keys(MAY_IMPORT), 'entrypoints', 'tools', 'tests'].flatMap(sourceFiles);

  it('lets nothing import an entrypoint', () => {
    const broken = code
      .filter((file) => !file.startsWith(`entrypoints${sep}`))
      .flatMap(importsOf)
      .filter(({ target }) => target.startsWith('entrypoints/'));
    expect(broken).toEqual([]);
  });

  it('lets only the store import idb', () => {
    const broken = code
      .filter((file) => !file.startsWith(`store${sep}`) && !isTest(file))
      .flatMap(importsOf)
      .filter(({ target }) => target === 'idb');
    expect(broken).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    expect(
      code.filter((file) => /(^|\/)(utils|helpers|common)(\/|\.)/.test(file.split(sep).join('/'))),
    ).toEqual([]);
  });

  it(`keeps files under ${FILE_LINES_MAX} lines`, () => {
    const long = code.filter(
      (file) => readFileSync(join(ROOT, file), 'utf8').split('\n').length > FILE_LINES_MAX,
    );
    expect(long).toEqual([]);
  });

  it('keeps core pure: no browser, database, clock or chance', () => {
    const impure =
      /\b(document|window|browser|chrome|indexedDB|navigator|localStorage)\.|Date\.now\(|Math\.random\(|new Date\(\)/;
    const broken = sourceFiles('core')
      .filter((file) => !isTest(file))
      .filter((file) =>
        impure.test(readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
      );
    expect(broken).toEqual([]);
  });
});

describe('the background', () => {
  /** A file and all of ours that comes with it, each once; what is imported as a type alone does not come. */
  function reached(file: string, seen = new Set<string>()): ReadonlySet<string> {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const { target, typeOnly } of importsOf(file)) {
      const path = [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((each) =>
        existsSync(join(ROOT, each)),
      );
      if (path !== undefined && !typeOnly) reached(path, seen);
    }
    return seen;
  }
  /** Whoever builds an index, or writes one into a corpus's folder, names one of these; but for three that only they use. */
  const BUILDS = /\b(PartBuilder|CorpusFolder|CorpusBuilder)\b/;
  const BUILDERS_BESIDES = ['core/terms/paper-counts.ts', 'core/terms/terms-run.ts', 'core/corpus/id-set.ts'];
  const isBuilder = (file: string) =>
    BUILDERS_BESIDES.includes(file) ||
    (/^core\/(corpus|terms|titles)\//.test(file) &&
      file !== 'core/corpus/corpus-files.ts' &&
      BUILDS.test(readFileSync(join(ROOT, file), 'utf8')));
  const buildersIn = (entry: string) => [...reached(entry)].filter(isBuilder);

  it('comes without the code that builds corpora: it has 60 kB, and would be stopped long before it is through', () => {
    expect(buildersIn('entrypoints/background.ts')).toEqual([]);
    expect(buildersIn('entrypoints/repair-worker.ts').length).toBeGreaterThan(10);
    expect(BUILDERS_BESIDES.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});
