/** Frequent English words, most of which are one token of most tokenizers. */
export const WORDS: readonly string[] = (
  'about after again all also always and another any are around ask away back be because before began being best ' +
  'better between big book both boy bring but by call came can change children city close cold come could country ' +
  'cut day did different do does done door down each early earth eat end enough even ever every eye face family far ' +
  'father feel feet few find fire first follow food for form found four from game gave get girl give go gold good ' +
  'got great green ground grow had half hand hard has have he head hear heard help her here high him his hold home ' +
  'horse hot hour house how idea if in into island it just keep kind king knew know land large last late learn leave ' +
  'left letter life light like line list little live long look made make man many mark may mean men might mile more ' +
  'morning most mother mountain move much music must name near need never new next night north not notice now number ' +
  'of off often old on once one only open or order other our out over own page paper part pass people picture place ' +
  'plain plan plant play point power press problem put question quick rain ran reach read ready real red rest right ' +
  'river road rock room round run said same saw say school sea second see seem set seven several she ship short ' +
  'should show side since sing sit six size sleep slow small snow so some song soon sound south stand star start ' +
  'state still stop story street strong study such sun sure table take talk tell ten than that the their them then ' +
  'there these they thing think this those though thought thousand three through time to today together told too ' +
  'took top toward town travel tree true try turn two under until up upon us use usual very voice vowel wait walk ' +
  'want war warm was watch water way we week well went were west what wheel when where which while white who whole ' +
  'why will wind with without wonder wood word work world would write year yes yet you young your'
).split(' ');
