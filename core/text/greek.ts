/** Greek letters under the names that TeX and HTML both give them; capitalised, the name means the capital. */
const NAMES = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  omicron: 'ο',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  upsilon: 'υ',
  phi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
} as const;

/** `alpha` → α, `Alpha` → Α, for all 24 letters. */
export const GREEK_BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([name, letter]) => [
    [name, letter],
    [name.charAt(0).toUpperCase() + name.slice(1), letter.toUpperCase()],
  ]),
);

/** α → `alpha`, small letters only, with the final sigma. */
export const NAME_OF_GREEK: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(NAMES).map(([name, letter]): [string, string] => [letter, name]),
  ['ς', 'sigma'],
]);
