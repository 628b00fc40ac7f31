import { stem } from './stem';
import { setOf } from './stop-words';

/**
 * Stems of words that an abstract may hold whatever its subject. They count for likeness as far as their rarity says,
 * but are never given as a reason: nobody calls two papers kin because both mention results.
 */
export const GENERIC_STEMS: ReadonlySet<string> = new Set(
  [
    ...setOf(`
  ability able achieve accuracy accurate address advance advantage aim algorithm allow amount analysis analyses analyze analyse
  answer appear apply application approach argue article aspect associated assume author available average avoid aware
  barely base baseline basis behavior behaviour benchmark benefit best better big bring broad build call capability capable
  careful carefully case certain challenge challenging change choice choose claim class clear close code come common commonly
  compare comparable comparison competitive complete complex complexity component comprehensive compute computation
  computational concept conduct consequently consider considerable consist consistent consistently consisting construct
  contain contribute contribution control conventional core correspond corresponding cost create crucial current currently
  data dataset deal decrease deep define degrade degree demonstrate demonstration depend derive describe design desired
  despite detail determine develop development devise differ difference different difficult difficulty direct direction
  directly discover discuss diverse diversity downstream drop easily easy effect effective effectively effectiveness
  efficacy efficiency efficient efficiently effort eight element emerge empirical empirically employ enable encourage end
  enhance ensure entire equal especially essential establish estimate evaluate evaluation evidence examine example excellent
  exhibit exist existing expect expensive experiment experimental explain explicit explicitly explore extend extensive
  extensively extra extract facilitate fact factor fail family far fast feature few field final finally find finding five fix
  focus follow following form formulate found four framework fully full function fundamental future gain gap general
  generally generate give given goal good great greater greatly group grow growing hand handle hard help high higher highly
  hinder hold huge human hypothesis idea identify impact implement implementation implication important importance
  impressive improve improvement include incorporate increase increasing increasingly independent indicate individual
  industry inform information initial input insight inspire instance intermediate introduce intuition investigate
  investigation involve issue joint jointly keep key kind know knowledge known lack large largely larger late lead leading
  learn learned level leverage lie limit limitation limited line list literature little long lot low lower machine main
  mainly maintain major make manner match material maximum mean measure mechanism mention merit method methodology metric
  million minimal minor model modern modify module motivate motivated moreover multiple natural nature necessary need
  network neural new notable notably novel number objective observation observe obtain occur offer old open operate operation
  optimal option order original outcome outperform output overall overcome pair paper paradigm parameter part particular
  particularly pass people perform performance performant perspective phase phenomenon place plan play point poor popular
  pose possible potential potentially powerful practical practically practice predict prediction present prevent previous
  previously principle prior problem procedure process produce program progress promise promising proper property propose
  proposal prove provide public publicly publish purpose qualitative quality quantitative question range rapid rapidly rate
  ratio raw reach read real real-world realistic reason recent recently recipe reduce reduction refer relate related
  relation relationship relative relatively release relevant reliable rely remain remarkable remarkably replace report
  repository represent require requirement research researcher resource respect respective respectively result reveal
  review rich rise robust robustness role run sample satisfy save scale scenario scheme scientific score second section
  seek select separate serve set setting setup seven share short show side significant significantly similar similarly
  simple simplicity simply simultaneous simultaneously single situation six size slight slightly small smaller solution
  solve sota source special specific specifically specify speed stage standard start state state-of-the-art stateoftheart
  step strategy strength strong structure study style substantial substantially success successful successfully suffer
  sufficient suggest suit suitable summarize superior superiority support surpass surprising surprisingly survey system
  systematic tackle take target task technical technique technology tend term test testing theory thing think third
  thorough three throughput time today tool top topic total trade traditional train training treat trend true try turn two
  type typical ubiquitous ultimate underlying understand understanding unify unified unique usage useful user valid
  validate validation value variant variation variety vary vast verify version view vital want way wide widely widespread
  word work world worse year yield
  accessible accordingly accompany account adopt affect ahead aid alone alternative amongst applicable area arise array assumption
  attempt attention automatic automatically balance bear behind belong careful center centre characteristic chosen collect
  collection combination combine concern condition constraint continue convert costly count cover coverage currently decade
  description desirable drive drawback enforce equip equivalent explicit extent facto fair favorable force fraction frequent
  fulfil grand hence helpful impose in-depth inspired interest invaluable item largest lay location loss main mark mitigate mode
  negative optimize optimise option pattern people positive possess practitioner preserve proven pseudo push qualify quite rank
  recognize recognise remove resolve self separately sense shape shift shown side slow space split spread stable static sub
  synthetic team theoretical theoretically traditional transform ultimately utility utilize utilise weak weight
  first last learner correct estimation submission specialize specialise second github http https www com org arxiv html ie eg`),
  ].map(stem),
);

/** Generic words that still make a phrase with a telling one: "data augmentation", "language models". Stems. */
export const PHRASE_GLUE_STEMS: ReadonlySet<string> = new Set(
  [
    ...setOf(`
  analysis classes code data dataset feature human hypothesis knowledge large learning literature machine model models natural
  network networks neural program real-world representation robustness scientific system task tasks theory training question
  answering`),
  ].map(stem),
);
