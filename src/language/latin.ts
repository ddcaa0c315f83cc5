/** Function words that are frequent in one language and rare or absent in the others; most words of a sentence are these. */
const functionWords: Readonly<Record<string, string>> = {
  en: 'a the of and to in on is that it for was with as be by this are from or have not you which we an at but they can will i my your our what when how has had been would there their its',
  es: 'a en de la el los las del y que por con para una es su como más pero se lo está son este muy también',
  pt: 'a o os de da do das dos e em um uma que não com para por mais como ao à são você foi também',
  fr: 'de la un le les des et est une du dans que qui pour pas sur au avec ce il nous vous sont cette aux être',
  de: 'der die das und ist nicht ein eine mit den von zu auf für dem sich auch wird werden im wir oder',
  it: 'a la il di che è per gli della dei non con sono una un più del alla nel questo anche come si',
  nl: 'de het een van en is dat niet zijn op voor met te ook aan bij worden door naar deze',
  pl: 'i w się nie na jest że z do to jak od przez są dla oraz który tym może czy',
  cs: 'je se na že v to s do jako pro by ale jsou nebo které při byl také aby jak',
  tr: 've bir bu için ile de da çok olarak daha gibi olan ne var değil kadar sonra her ancak',
  id: 'yang dan di ini untuk dengan dari pada adalah tidak dalam akan ke atau juga bisa dapat oleh karena kita',
  vi: 'và của là có cho các không được trong một những với người này để đã khi từ đến như',
  sv: 'och att det är som en på för av inte med till den har ett om kan vi från eller',
  da: 'og at det er en på for af ikke med til den har et om kan vi fra eller der',
  fi: 'ja on ei että se oli joka mutta kun myös ovat tai jos niin hän ole sen kuin olla',
  ro: 'și de la în nu este că cu pe o care din pentru sunt mai un dar sau fi această',
  hu: 'a az és hogy nem is egy van meg ez csak mint de már vagy kell volt ha el',
}

const languagesByWord = ((): ReadonlyMap<string, readonly string[]> => {
  const map = new Map<string, string[]>()
  for (const [language, words] of Object.entries(functionWords)) {
    for (const word of words.split(' ')) map.set(word, [...(map.get(word) ?? []), language])
  }
  return map
})()

const sampleSize = 4000

/** Fewer function words than this, or fewer among all words, say nothing: names and addresses hold one by chance. */
const leastScore = 1.5
const leastShare = 1 / 12

/**
 * The language of a text in Latin letters, by its function words; `und` when it has none. A word that several
 * languages share counts for each by its share, so that a tie goes to the language with words of its own.
 */
export const latinLanguageOf = (sample: string): string => {
  const scores = new Map<string, number>()
  let words = 0
  for (const [word] of sample
    .slice(0, sampleSize)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    words++
    const languages = languagesByWord.get(word)
    for (const language of languages ?? []) {
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages!.length)
    }
  }
  let best = 'und'
  let most = 0
  for (const [language, score] of scores) {
    if (score > most) {
      best = language
      most = score
    }
  }
  return most >= leastScore && most >= words * leastShare ? best : 'und'
}
