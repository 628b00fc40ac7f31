import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainTitle, TITLE_CHARS_MAX, titleKey, titleKeyCandidates } from './title-key';
import { processorNow } from '../../tests/samples/processor-time';

/** Two spellings of one title each. */
const SAME: readonly (readonly [what: string, one: string, other: string])[] = [
  ['case', 'Learning to Name Birds', 'LEARNING TO NAME BIRDS'],
  ['white space', 'Learning to  Name\tBirds ', 'Learning to Name Birds'],
  ['a line wrap', 'Learning to Name\n  Birds', 'Learning to Name Birds'],
  ['a hyphen at a line wrap', 'Pretrain-\n  ing on Bird Song', 'Pretraining on Bird Song'],
  ['hyphen, space or neither', 'Pre-training of Nets', 'Pretraining of Nets'],
  ['a space for a hyphen', 'Pre training of Nets', 'Pretraining of Nets'],
  ['a non-breaking hyphen', 'Pre\u2011training of Nets', 'Pre-training of Nets'],
  ['an en dash', 'Nets \u2013 A Survey', 'Nets - A Survey'],
  ['an em dash', 'Nets\u2014A Survey', 'Nets: A Survey'],
  ['a minus sign', 'Nets \u2212 A Survey', 'Nets - A Survey'],
  ['TeX dashes', 'Nets -- A Survey --- of Nets', 'Nets – A Survey — of Nets'],
  ['a soft hyphen', 'Trans\u00ADformers for Birds', 'Transformers for Birds'],
  ['a zero-width space', 'Trans\u200Bformers\uFEFF for Birds', 'Transformers for Birds'],
  ['bidirectional marks', '\u202ATransformers\u202C for \u200EBirds', 'Transformers for Birds'],
  ['curly quotes', '“Who’s There?” Birds', '"Who\'s There?" Birds'],
  ['a full stop at the end', 'Learning to Name Birds.', 'Learning to Name Birds'],
  ['ligatures', 'Eﬃcient ﬁne-tuning ﬂows', 'Efficient fine-tuning flows'],
  ['fullwidth letters', 'Ｂｉｒｄｓ ２：Ａ Ｓｕｒｖｅｙ', 'Birds 2: A Survey'],
  ['mathematical letters', '𝐁irds and 𝒱-information', 'Birds and V-information'],
  ['a superscript', 'L² Estimates', 'L2 Estimates'],
  ['composed and decomposed accents', 'Zoe\u0308 and Jos\u00E9', 'Zo\u00EB and Jose\u0301'],
  ['accents left out', 'Kähler Manifolds by Erdős', 'Kahler Manifolds by Erdos'],
  ['accents that PDF text sets apart', 'A Note on B ¨unz', 'A Note on Bünz'],
  ['letters with a stroke', 'Łukasz Søren Đorđe', 'Lukasz Soren Dorde'],
  ['sharp s and ash', 'Straße Ærø', 'STRASSE AERO'],
  [
    'TeX accents',
    'K\\"{a}hler, L\\\'evy, {\\^o}, \\c{c}, \\v{S}, na\\"{\\i}ve',
    'Kähler, Lévy, ô, ç, Š, naïve',
  ],
  ['TeX letters', 'Stra{\\ss}e {\\O}re \\AA ngstr\\"om', 'Straße Øre Ångström'],
  ['TeX dress', '\\emph{Birds} and \\textsc{Nets}\\xspace', 'Birds and Nets'],
  ['old TeX dress', '{\\bf Birds} and {\\em Nets}', 'Birds and Nets'],
  ['a tie', 'Part~2 of Birds', 'Part 2 of Birds'],
  ['a TeX ampersand', 'Birds \\& Nets', 'Birds & Nets'],
  ['braces of BibTeX', '{B}irds of {North America}', 'Birds of North America'],
  ['a formula', '$L^2$ Vanishing and $\\ell_1$ Norms', 'L2 Vanishing and ℓ₁ Norms'],
  ['infinity', '$H_\\infty$ Control', 'H∞ Control'],
  ['infinity spelled out', 'H∞ Control', 'H-infinity Control'],
  ['formulas in dress', 'Nets in $\\mathcal{O}(n \\log n)$ Time', 'Nets in O(n log n) Time'],
  ['Greek in TeX', '$\\beta$-VAE Revisited', 'β-VAE Revisited'],
  ['Greek spelled out', 'β-VAE Revisited', 'beta-VAE Revisited'],
  ['braces lost in the data', 'Nets with $\\sqrtT$ Regret', 'Nets with $\\sqrt{T}$ Regret'],
  ['an entity', 'Birds &amp; Nets', 'Birds & Nets'],
  ['an entity twice over', 'Birds &amp;amp; Nets', 'Birds & Nets'],
  ['numeric references', 'Caf&#233; &#x2013; a Study&#146;s End', 'Café – a Study’s End'],
  ['entities of letters', 'Caf&eacute; M&uuml;ller, &alpha; &Scaron;', 'Café Müller, α Š'],
  ['the mangled ampersand of old records', 'Birds &and; Nets', 'Birds & Nets'],
  ['tags', '<i>Escherichia</i> and H<sub>2</sub>O', 'Escherichia and H2O'],
  ['escaped tags', '&lt;b&gt;Birds&lt;/b&gt; of H&lt;sub&gt;2&lt;/sub&gt;O', 'Birds of H2O'],
  ['JATS tags', 'The <jats:italic>lac</jats:italic> Operon', 'The lac Operon'],
  ['"&" and "and"', 'Birds & Nets', 'Birds and Nets'],
  ['text doubled by MathJax', 'A quasar at z=1.37z=1.37 seen', 'A quasar at z=1.37 seen'],
  ['text tripled by KaTeX', 'Sorting in O(n)O(n)O(n) time', 'Sorting in O(n) time'],
  ['a multiplication sign', 'Nets at 10× Speed', 'Nets at 10x Speed'],
  ['a degree sign', '360° Birds', '360$^\\circ$ Birds'],
  ['decimal point', 'Qwen2.5 Technical Report', 'Qwen 2 5 Technical Report'],
  ['plus spelled out', 'CodeT5+: Open Code', 'CodeT5 Plus: Open Code'],
  ['star', '$A^*$ Search', 'A* Search'],
  ['Chinese punctuation', '深度学习：一个综述', '深度学习 一个综述'],
  ['Arabic vowel signs', 'مُحَمَّد', 'محمد'],
];

/** Two papers each. */
const DIFFERENT: readonly (readonly [one: string, other: string])[] = [
  ['Qwen2 Technical Report', 'Qwen2.5 Technical Report'],
  ['CodeT5: Open Code', 'CodeT5+: Open Code'],
  ['AutoAugment+', 'AutoAugment++'],
  ['A Search for Birds', 'A* Search for Birds'],
  ['Parsing C', 'Parsing C#'],
  ['Birds, Part I', 'Birds, Part II'],
  ['深度学习', '机器学习'],
  ['かき', 'がき'],
  ['हिन्दी', 'हन्दी'],
  ['The <mask> Token', 'The <pad> Token'],
  ['Gravity', 'Gravity: A Survey'],
  ['$\\alpha$-Nets', '$\\beta$-Nets'],
];

describe('titleKey', () => {
  it.each(SAME)('does not mind %s', (_what, one, other) => {
    expect(titleKey(one)).not.toBe('');
    expect(titleKey(one)).toBe(titleKey(other));
  });

  it.each(DIFFERENT)('tells %j from %j', (one, other) => {
    expect(titleKey(one)).not.toBe(titleKey(other));
  });

  it('is letters and digits', () => {
    expect(titleKey('“CodeT5+”: $\\beta$, Größe & 深度 – 2.5!')).toBe('codet5plusbetagrosseand深度25');
    expect(titleKey(' … — !?')).toBe('');
  });

  it('takes words as they are that only look like a doubled formula', () => {
    expect(titleKey('Couscous, Berber and Murmur')).toBe('couscousberberandmurmur');
  });

  it('gives the same key on the short way and on the long one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 120 }), (title) => {
        fc.pre(!/[\\&<+*#=^_()]/.test(title));
        expect(titleKey(`${title}\u200B`)).toBe(titleKey(title));
      }),
    );
  });
});

/** Titles as people write them: words of several scripts, TeX, entities, signs. */
const WORDS = [
  'Birds',
  'pre-training',
  'β-VAE',
  '$L^2$',
  '$\\alpha$',
  'K\\"{a}hler',
  'R&D',
  'Q&amp;A',
  '{BERT}',
  'H<sub>2</sub>O',
  'C++',
  'A*',
  'ﬁne',
  'Straße',
  '深度学习',
  'кино',
  '2.5',
  '—',
  '“quoted”',
  'naïve',
  '\\emph{x}',
  '$100',
  '360°',
];
const title = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));

describe('titleKey and plainTitle together', () => {
  it('agree: the readable form has the same key, and a key is its own key', () => {
    fc.assert(
      fc.property(title, (text) => {
        expect(titleKey(plainTitle(text))).toBe(titleKey(text));
        expect(titleKey(titleKey(text))).toBe(titleKey(text));
      }),
    );
  });

  it('do not mind case, gaps and dashes', () => {
    fc.assert(
      fc.property(title, fc.constantFrom(' ', '\n  ', ' – ', '\u00A0', '\u2011'), (text, gap) => {
        const words = plainTitle(text);
        expect(titleKey(words.toUpperCase())).toBe(titleKey(words));
        expect(titleKey(words.replaceAll(' ', gap))).toBe(titleKey(words));
      }),
    );
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(titleKey(text)).toMatch(/^[\p{L}\p{N}\p{M}]*$/u);
        expect(plainTitle(text)).not.toMatch(/[\n\r\t]|\p{Cs}/u);
        expect(titleKeyCandidates(text)).not.toContain('');
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '\\',
    '{',
    '}',
    '&',
    '&amp;',
    '$',
    '<',
    '<b ',
    '^{',
    '\\frac{',
    '\\"',
    '(',
    '[1] ',
    ' ',
    '-\n',
    '\uD800',
    'x=',
    '𝐀',
    '2020',
    'oral ',
    '[1,',
    ' - ',
    'Aa et al ',
  ])('read no more than a title of 100,000 times %j', (piece) => {
    const hostile = piece.repeat(100_000);
    expect(titleKey(hostile).length).toBeLessThanOrEqual(TITLE_CHARS_MAX);
    expect(plainTitle(hostile).length).toBeLessThanOrEqual(TITLE_CHARS_MAX);
    expect(titleKeyCandidates(hostile).length).toBeLessThanOrEqual(6);
    // What was read as years in two ways took hours.
    for (const before of ['[ICML', 'Birds, ICML', 'Birds (ICML', 'Birds ']) {
      const started = processorNow();
      titleKeyCandidates(before + hostile);
      expect(processorNow() - started).toBeLessThan(2_000);
    }
  });
});

describe('plainTitle', () => {
  it.each([
    ['Title: Learning to\n  Name Birds', 'Learning to Name Birds'],
    ['{PF}$^2$ES: $\\ell_1$ and $\\ell_\\infty$ norms', 'PF²ES: ℓ₁ and ℓ∞ norms'],
    ['Achieving $\\tilde{O}(1/\\epsilon)$ when $d \\gg n$', 'Achieving Õ(1/ε) when d ≫ n'],
    ['L\\\'evy, Stra\\ss e \\& K\\"ahler', 'Lévy, Straße & Kähler'],
    ['Nets via $\\frac{\\ell_1}{\\ell_2}$ and $n^{1.5}$', 'Nets via ℓ₁/ℓ₂ and n^1.5'],
    ['Multibit $\\Delta$$\\Sigma$ and $$E=mc^2$$ Nets', 'Multibit ΔΣ and E=mc² Nets'],
    ["Birds -- a ``short'' Survey", 'Birds – a “short” Survey'],
    ['From $5 to $10: Just Add $100 More', 'From $5 to $10: Just Add $100 More'],
    ['The &lt;mask&gt; Token in <i>BERT</i>', 'The <mask> Token in BERT'],
    ['Off-\n diagonal Numbers', 'Off-diagonal Numbers'],
    ['\\textcolor{red}{Birds}\\footnote{Work done at home.} by \\LaTeX', 'Birds by LaTeX'],
    ['E\uFB03cient 𝐁irds ① ½ ™', 'Efficient Birds ① ½ ™'],
    ['constructor of \\constructor{__proto__}', 'constructor of constructor__proto__'],
  ])('reads %j as %j', (raw, readable) => {
    expect(plainTitle(raw)).toBe(readable);
  });
});
