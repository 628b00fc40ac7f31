/** Shorter keys name too many things: the shortest of the 71 bundled titles has 21 characters. */
const KEY_CHARS_MIN = 10;

/** Sections, furniture of pages, and names of whole fields: long enough to pass for a title, and never meant as one. */
const GENERIC: ReadonlySet<string> = new Set(
  `acknowledgement acknowledgements acknowledgment acknowledgments authorcontributions authorinformation
   awesomepapers bibliography codeavailability conclusion conclusions conclusionsandfuturework conflictofinterest
   conflictsofinterest contributing contributors contributions dataavailability dataavailabilitystatement description
   discussion discussions documentation ethicsstatement evaluation experimental experimentalresults
   experimentalsetup experiments extendedabstract furtherreading futurework gettingstarted implementation
   implementationdetails informationforauthors installation introduction limitations literaturereview
   materialsandmethods methodology motivation newsubmissions notationandpreliminaries overviewofthepaper
   preliminaries problemformulation problemstatement prerequisites proofoftheorem publications quickstart
   recentpapers recommendedreading references relatedpapers relatedwork relatedworks replacements reproducibility
   requirements resultsanddiscussion selectedpublications supplementarymaterial supplementarymaterials
   supplementarymaterials tableofcontents theoreticalanalysis troubleshooting userguide
   authorindex backmatter bookreview bookreviews bookreviewcolumn chairmansmessage chairsmessage editorialboard
   editorsmessage editorsnotes fromtheeditor fromtheeditors frontmatter generalchairsmessage guesteditorial
   guesteditorsintroduction invitedtalk keynoteaddress keynotespeech letterfromtheeditor lettertotheeditor
   letterstotheeditor messagefromthechairs newsandnotes paneldiscussion presidentsmessage programcommittee
   subjectindex titlepage treasurersmessage workshopsandtutorials
   artificialintelligence computervision continuallearning datamining deeplearning diffusionmodels domainadaptation
   finetuning foundationmodels generativemodels graphneuralnetworks imageclassification incontextlearning
   informationretrieval instructiontuning knowledgedistillation languagemodel languagemodels largelanguagemodel
   largelanguagemodels machinelearning machinetranslation metalearning naturallanguageprocessing neuralnetwork
   neuralnetworks objectdetection pretrainedlanguagemodels promptengineering questionanswering
   recommendersystems reinforcementlearning representationlearning selfsupervisedlearning semanticsegmentation
   semisupervisedlearning speechrecognition textclassification transferlearning visionlanguagemodels
   visiontransformer visiontransformers`
    .trim()
    .split(/\s+/),
);

/** A Chinese character or Korean syllable says about as much as two Latin letters. */
const DENSE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Whether a title key is long and particular enough to name one paper by itself. */
export function isTellingTitleKey(key: string): boolean {
  if (GENERIC.has(key)) return false;
  return key.length >= KEY_CHARS_MIN || key.length + (key.match(DENSE)?.length ?? 0) >= KEY_CHARS_MIN;
}
