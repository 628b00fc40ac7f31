const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

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

/**
 * Words that every abstract may hold whatever its subject. They count for likeness as little as their frequency says,
 * but are no reason a reader would call one: "both mention results". Stems, as `stem` makes them.
 */
export const GENERIC_STEMS = setOf(`
  ability able achieve achiev accuracy accurate accurat address advantag advance advanc aim algorithm allow analysi analyse analyz analyze
  appli application apply approach argue arg article aspect associat author available availabl average averag base baseline basi better
  benchmark benefit best big build capability capabl capable case challeng challenge
  claim code common commonly compare compar comparable comparison competitive complex component compute comput computational concept
  conduct consider consist consistent consistently construct contain contribut contribution corresponding
  cost create creat current currently dataset data datasets day degrade demonstrate demonstrat depend design desir detail determin
  develop development difference differ different difficult difficulty direct direction directly discuss diverse
  easily easy effect effective effectively effectiveness efficiency efficient efficiently effort empirical empirically
  enable enabl encourag enhanc enhance ensure entire especially establish estimat evaluate evaluat evaluation evidence examine
  examin example exhibit exist existing expensive experiment experimental explor explore extend extensive extensively fact factor
  feature field final finally find first focus follow form formulat framework full fully fundamental future gain general generally
  generat goal good great greater greatly group hard help high higher highly human idea identify impact implement
  implementation implication important importance improve improv improvement include includ increas increase increasingly
  industry information input insight introduc introduce investigate investigat involve involv issue key kind known lack large
  larger largely lead learn learned level leverage leverag limit limitation limited little long low lower made main mainly major make
  mak measure measur mechanism mean method methodology metric million model modern motivat multiple nature natur necessary need new
  non novel number observ observe obtain old open order original outperform output overall paper paradigm parameter particular
  particularly perform performance performanc popular possible post potential practical practic practice pre predict present
  prevent previous previously prior problem procedure process produc produce program promis proper property propos propose
  provid provide public publicly publish purpose quality quantitative question range rang rapid rate reach read real recent recently
  reduc reduce relat relate relative release releas relevant reli remain remarkabl remarkable report repository require requir
  requirement research researcher respect respective respectively result reveal review rich robust role sample
  scenario scale second section select set setting setup show significant significantly similar similarly simple simply
  simultaneous simultaneously single situation size small smaller solution solv solve sota source specific specifically
  standard start state state-of-the-art stateoftheart step strategy strong structure studi study style substantial substantially success
  successful successfully suffer suggest suitable superior support system systematic take tackle technique technolog term test
  thing third three thorough time today top topic total tradition traditional train training treat trend try two type typical
  typically understand understanding unify unifi unique usage useful user valid validat validate value variant variety vary version
  view want way wide widely work world year yield github http https www com org arxiv ie eg art`);
