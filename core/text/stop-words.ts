/** Words that stand between white space. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** English words that carry no subject: articles, pronouns, prepositions, auxiliaries, and the glue of abstracts. */
export const STOP_WORDS = setOf(`
  a about above across after again against all almost along already also although always am among an and another any
  are as at be became because become becomes been before being below between both but by can cannot could did do does
  doing done down due during each either else et al etc even ever every few for from further furthermore had has have
  having he hence her here hers herself him himself his how however i if in indeed instead into is it its itself just
  least less let like many may me meanwhile might more moreover most much must my namely nearly neither nevertheless no
  nor not of off often on once one ones only onto or other others otherwise our ours out over own per perhaps quite
  rather really regarding s same several she should since so some still such t than that the their theirs them
  themselves then there thereby therefore these they this those though through throughout thus to together too toward
  towards under unless unlike until up upon us use used uses using usually various very via was we well were what when
  where whereas whereby whether which while who whom whose why will with within without would yet you your e.g i.e`);
