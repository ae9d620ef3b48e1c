import type { StoryLang } from '../../locales/languages.ts';
import type { Code } from './codes.ts';
import type { Diagnosis, Message } from './diagnosis.ts';

/**
 * What a story never says, as word lists. Small on purpose: they catch a slip, they do not replace a reader.
 * The numbers are those of the checklist that stories are reviewed by; `style` is its guide to style and safety.
 */
interface Entry extends Record<StoryLang, RegExp> {
  code: Code;
  severity: Exclude<Diagnosis['severity'], 'error'>;
  /** In the checklist. */
  rule: string;
  why: Message;
}

/**
 * What was found is the first group. Without a lookbehind: Safari before 16.4 cannot read one.
 * A line is a text of its own (`m`), and nothing is found over the end of one: so all texts of a file can be asked at once, one a line.
 */
const form = (forms: readonly string[], flags: string) => new RegExp(`(?:^|[^\\p{L}\\p{N}])(${forms.join('|')})(?![\\p{L}\\p{N}])`, `${flags}m`);
/** Everything that is said of it, not only the first. */
const word = (...forms: string[]) => form(forms, 'giu');
/** Also inside a longer word: Dutch writes words together, and makes verbs of names (“klassenwhatsapp”, “gegoogeld”). */
const within = (...parts: string[]) => `\\p{L}*(?:${parts.join('|')})\\p{L}*`;
/** Also with letters behind it, as in “politieagent”. */
const onward = (...parts: string[]) => `(?:${parts.join('|')})\\p{L}*`;

/** Names of apps, makers and tools. The longer ones stand in no other word. */
const NAMED = [
  within(
    'whats[ -]?app',
    'snap[ -]?chat',
    'instagram',
    'tik[ -]?tok',
    'facebook',
    'you[ -]?tube',
    'bereal',
    'roblox',
    'minecraft',
    'fortnite',
    'netflix',
    'spotify',
    'goog(?:le|el)',
    'iphone',
    'chat[ -]?gpt',
    'midjourney',
    'photoshop',
    'somtoday',
    'pinterest',
    'tumblr',
    'omegle',
    'wattpad',
    'capcut',
    'facetime',
    'airdrop',
    'imessage',
    'skype',
    'hotmail',
    'playstation',
    'nintendo',
    'samsung',
    'microsoft',
    'deepseek',
    'wikipedia',
    'onlyfans',
    'coca-?cola',
    'mcdonald',
  ),
  onward('magister', 'reddit', 'yubo', 'gmail', 'xbox', 'airpod', 'kahoot', 'dumpert', 'vinted'),
  "insta(?:stor(?:y|ies|ys)|verhaal|verhalen|posts?|foto[’']?s?|filmpjes?|account)?",
  'ipad(?:s|je|jes)?',
  'open[ -]?ai',
  'dall-?e',
  'character\\.ai',
];
/** Which are no words in Dutch. */
const FOREIGN = ['discord', 'messenger', 'twitter', 'twitch', 'android', 'tinder'];
/**
 * Brands that are ordinary words as well are brands where they have the capital of a name, inside a sentence or alone, and behind “op” or “on”.
 * A sentence may begin with any word, so its first one says nothing.
 */
const proper = (names: readonly string[], before: string) => {
  const capitals = names.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  return new RegExp(
    `(?:^(?=\\p{L}+$)|[\\p{L}\\p{N},;] )((?:${capitals.join('|')}|Only Fans)\\p{L}*)|(?:^|[^\\p{L}])(?:${before}) ((?:${names.join('|')}))(?![\\p{L}\\p{N}])`,
    'gmu',
  );
};
/** By which somebody real could be found: an address of any kind, or a number. Streets and postcodes are told by their capitals. */
const CONTACT = form(
  [
    '(?:https?://|www\\.)[^\\s]+',
    '[\\w.+-]+@[\\w-]+\\.[\\w-]+',
    '[\\w-]+\\.(?:nl|com|org|net|eu|be|io)',
    '[1-9]\\d{3} ?(?!SA|SD|SS)[A-Z]{2}',
    '[1-9]\\d{3}(?!km|kg|mg|px|ml|cl|mm|cm|mb|gb|kb|kw|xp|de|en)[a-z]{2}',
    '(?!Onderweg|Halverwege)\\p{Lu}[\\p{L}’-]*(?:straat|laan|weg|plein|kade|gracht|singel|dijk|steeg|dreef) \\d+[a-z]?(?![.:]\\d| uur| min)',
    '\\d+[a-z]? \\p{Lu}\\p{L}+ (?:Street|Road|Lane|Avenue|Drive|Square)',
    // Neither a date nor from one time to another.
    '(?!\\d{1,2}[-./]\\d{1,2}[-./]\\d{4}(?![-. /]?\\d)|\\d{1,2}[.]\\d{2} ?[-–] ?\\d{1,2}[.]\\d{2}(?!\\.?\\d))(?:\\+\\d{2}|00\\d{2}|0)(?:[ ()./–-]{0,3}\\d){7,10}',
  ],
  'gu',
);
/** Before this, in a question. */
const EVER = '(?:weleens|wel eens|ooit|(?:wel|al) een keer|al eens)';
/** The children of the sources' cases (requirement 2). */
const NAMES = word('(?:xavi|tess|janna|jasmijn|nadia|ezra|zayn)(?:s|t?jes?)?');

const BRAND = { nl: 'is een merk. Schrijf “de app”, “een filmpje” of verzin een naam', en: 'is a brand. Write “the app”, “a clip” or invent a name' };

export const LEXICON: readonly Entry[] = [
  {
    code: 'label-word',
    severity: 'warning',
    rule: '26',
    nl: word(
      'dom',
      'domme',
      'dommer',
      'stom',
      'stomme',
      'lafaards?',
      'laf',
      'laffe',
      'daders?',
      'held',
      'helden',
      'pesters?',
      'pestkop(?:pen)?',
      'slachtoffers?',
      'meelopers?',
    ),
    en: word('stupid', 'dumb', 'cowards?', 'cowardly', 'perpetrators?', 'offenders?', 'heroe?s?', 'bull(?:y|ies)', 'victims?', 'losers?'),
    why: { nl: 'plakt een etiket op iemand. Zeg wat iemand deed', en: 'puts a label on somebody. Say what somebody did' },
  },
  {
    code: 'blame-word',
    severity: 'warning',
    rule: '25',
    nl: word(
      'eigen schuld',
      'zelf schuld',
      '(?:jouw|zijn|haar|hun) schuld',
      'had (?:je|hij|ze|zij|die) (?:dat )?maar',
      'erom gevraagd',
      'erom vragen',
      'uitgelokt',
      'stel je niet aan',
      'stelt zich aan',
      'aansteller',
      'moet (?:je|hij|ze|zij) maar niet',
    ),
    en: word(
      'own fault',
      '(?:his|her|their|your) fault',
      'asked for it',
      'asking for it',
      'brought (?:it|this) on',
      'should(?:n.t| not) have (?:sent|made|posted|trusted)',
      'overreact(?:s|ed|ing)?',
      'had it coming',
    ),
    why: {
      nl: 'legt de schuld bij wie het overkwam. Schrijf over wie het deed of doorstuurde',
      en: 'blames the person it happened to. Write about who did it or passed it on',
    },
  },
  {
    code: 'real-name',
    severity: 'withheld',
    rule: '2',
    nl: NAMES,
    en: NAMES,
    why: { nl: 'is de naam van een kind uit de bronnen. Verzin een andere naam', en: 'is the name of a child in the sources. Invent another name' },
  },
  {
    code: 'brand',
    severity: 'withheld',
    rule: '28',
    nl: word(...NAMED, onward(...FOREIGN)),
    en: word(...NAMED),
    why: BRAND,
  },
  {
    code: 'brand',
    severity: 'withheld',
    rule: '28',
    nl: proper(['telegram', 'marktplaats'], '[Oo]p|[Vv]ia'),
    en: proper([...FOREIGN, 'telegram', 'marktplaats'], '[Oo]n|[Vv]ia'),
    why: BRAND,
  },
  {
    code: 'contact-detail',
    severity: 'withheld',
    rule: '2, 45',
    nl: CONTACT,
    en: CONTACT,
    why: {
      nl: 'is een nummer of adres. Haal het weg: waar hulp is, komt uit help.yaml',
      en: 'is a number or an address. Remove it: where to get help comes from help.yaml',
    },
  },
  {
    code: 'self-harm',
    severity: 'withheld',
    rule: '29',
    nl: word(
      onward('zelfmoord', 'zelfdoding', 'zelfverminking', 'su[iï]cid', 'zelfbeschadig'),
      '(?:jezelf|zichzelf|mezelf) (?:(?:iets|wat) aan|pijn|van kant|van het leven|(?:snij|sneed|sneden|verwond|beschadig)\\p{L}*)',
      '(?:snij|sneed|sneden|verwond|beschadig)\\p{L}* (?:(?:hij|zij|ze|je|jij|ik) )?(?:jezelf|zichzelf|mezelf)',
      'wil(?:t|de|len|den)? (?:\\p{L}+ )?(?:niet meer leven|dood(?:gaan)?)',
      'dood(?:gaan)? (?:wil|wilde|willen)',
      '(?:niet meer leven wil|niet meer wil leven|niet meer (?:te )?willen leven)(?:de)?',
      'einde? (?:te )?(?:maken )?aan (?:zijn|haar|hun|je|mijn|het) (?:eigen )?leven',
    ),
    en: word(
      onward('suicid', 'self[ -]harm'),
      '(?:kill|hurt|cut|harm)(?:s|ed|ing|ting)? (?:yourself|himself|herself|themselves|myself)',
      '(?:want|wants|wanted) to (?:die|be dead)',
      '(?:end|ends|ended|take|takes|took) (?:his|her|their|my|your) (?:own )?life',
      'wish(?:es|ed)? (?:i|he|she|they|you) (?:was|were) dead',
    ),
    why: { nl: 'gaat over zelfdoding of zelfbeschadiging. Schrijf een ander verhaal', en: 'is about suicide or self-harm. Write another story' },
  },
  {
    code: 'own-experience',
    severity: 'withheld',
    rule: '30',
    nl: word(
      `(?:heb|ben|is|heeft|hebben|zijn) (?:jij|je|jou|jullie|iemand|er iemand)(?: hier| zelf)? ${EVER}`,
      `wie (?:van jullie )?(?:heeft|is|kent) ${EVER}`,
      'overkwam (?:jou|jullie)',
      `(?:is|was) (?:het )?(?:jou|jullie) (?:dit |dat |zoiets |zelf )?(?:${EVER} )?(?:overkomen|gebeurd)`,
      `(?:heb|hebben) (?:jij|je|jullie) (?:dit|dat|zoiets|het)(?: zelf)? (?:ook )?(?:${EVER} |al )?(?:meegemaakt|gedaan|gezien)`,
      'wie (?:van jullie )?(?:heeft|hebben) (?:dit|dat|zoiets)(?: zelf)? (?:ook )?(?:meegemaakt|gedaan)',
      '(?:maakte|maakten) (?:jij|je|jullie) (?:dit|dat|zoiets) (?:ook |zelf )*mee',
      'wat (?:deed|deden) (?:jij|jullie) (?:zelf )?toen',
      // Who could help, or who is a friend, may be asked.
      'ken(?:nen|t)? (?:jij|je|jullie) (?:zelf )?(?:ook )?(?:iemand|een kind|kinderen|mensen) (?:die|bij wie|met wie) (?!(?:je|jij|jou|jullie|kan|kunt|kunnen|wil|mag|helpt|luistert)(?![\\p{L}]))\\p{L}+',
      'vertel (?:eens )?over (?:een keer|die keer|toen)',
    ),
    en: word(
      '(?:have|has|had) (?:you|anyone|anybody|someone|somebody)(?: here)? ever',
      '(?:did|were) you ever',
      'who (?:of you )?(?:has|have) ever',
      '(?:has|did) (?:this|that|something like this|it) (?:ever )?(?:happen|happened) to (?:you|anyone|anybody|someone|somebody)',
      'happened to you',
      'have you (?:been through|experienced|done|seen) (?:this|that|something like this)',
      'what did you do (?:then|when it happened)',
      'do you know (?:anyone|anybody|someone|somebody|a child|people) (?:who|that) (?!(?:you|can|could|will|may|helps|listens)(?![\\p{L}]))\\p{L}+',
      'have you once',
      'tell (?:us |me )?about a time',
    ),
    why: {
      nl: 'vraagt naar eigen ervaring. Vraag: “Wat zou iemand kunnen denken?”',
      en: 'asks after own experience. Ask: “What might somebody think?”',
    },
  },
  {
    code: 'loud-text',
    severity: 'warning',
    rule: 'style 1',
    nl: /![^!]*!/g,
    en: /![^!]*!/g,
    why: { nl: 'roept. Eén uitroepteken in een tekst is genoeg', en: 'shouts. One exclamation mark in a text is enough' },
  },
];

const plain = (sentence: string) =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The only Dutch sentences that may say something about the law (checklist, 42). */
export const LAWFUL = [
  'Een naaktfoto van iemand onder de 18 bewaren of doorsturen kan strafbaar zijn.',
  'Zonder toestemming delen kan strafbaar zijn, ook tussen volwassenen.',
  'Vrijwillig iets delen tussen twee jongeren van ongeveer dezelfde leeftijd is meestal geen zaak voor de politie.',
  'Doorsturen zonder toestemming is iets anders: dat kan strafbaar zijn.',
  'Een nepnaaktbeeld maken of delen kan strafbaar zijn.',
  'Dreigen met beelden kan strafbaar zijn.',
  'Zonder toestemming delen is vaak niet toegestaan.',
  'Stiekem filmen kan strafbaar zijn, zeker in kleedkamer of wc.',
  'Iemands adres of nummer delen om die bang te maken, kan strafbaar zijn.',
  'Iemand zwartmaken kan strafbaar zijn.',
  'Een dreigement kan strafbaar zijn, ook als je het als grap bedoelt.',
  'Je voordoen als een ander kan strafbaar zijn.',
  'Inloggen op andermans account kan strafbaar zijn.',
  'Vanaf 12 jaar kun je met politie of Halt te maken krijgen.',
];
const lawful = new Set(LAWFUL.map(plain));
export const isLawful = (sentence: string) => lawful.has(plain(sentence));
/** A translation gives their meaning. */
const careful = /(?:^|[^\p{L}])(?:can be|may be|often not|usually (?:no|not)|can have to do)(?![\p{L}])/iu;

const A_FINE = '(?:get|gets|got|pay|pays|paid|risk|face|given) (?:a|the) (?:\\p{L}+ )?fine';
const PENALTIES = form(
  [onward('prison', 'jail'), 'fine[ds]', A_FINE, 'sentenced', 'convicted', 'arrest(?:ed|s)?', 'criminal record', 'against the law'],
  'iu',
);

/** What is said about the law, and which sentences may say so. */
export const LAW: { rule: string; terms: Record<StoryLang, RegExp>; allows: Record<StoryLang, (sentence: string) => boolean> } = {
  rule: '42',
  terms: {
    nl: form(
      [
        onward('straf(?:ba|blad|recht|wet|zaa?k|proces|vervolg)'),
        'wet',
        // A wetsuit and politics are something else.
        onward('wett(?:en|elijk)', 'wetboek', 'wets(?!uit)\\p{L}', 'politie(?!k(?:e|us|er)?(?![\\p{L}]))'),
        '\\p{L}*boetes?',
        onward('gevangenis', 'celstraf', 'rechtbank', 'rechtsza', 'rechterlijk', 'aangifte', 'illega', 'misdrij', 'misda', 'kinderporno'),
        '(?:kinder|politie)?rechters?',
        'toegestaan',
        '(?:is|zijn|wordt|worden|was|waren|wet|streng|ook|dus) verboden',
        onward('taakstraf', '(?:jeugd)?detentie', 'arrest', '(?:ge)?arresteer', 'justiti', 'delict', 'overtreding', 'onwettig', 'schadevergoeding'),
        'opgepakt',
        'bureau halt',
        'veroordeeld',
        'vervolgd',
        // Only of what it is for: a school gives “straf” as well.
        '(?:er|hier|daar) (?:\\p{L}+ ){0,3}straf (?:voor|op)',
        '(?:hiervoor|daarvoor|ervoor) (?:\\p{L}+ ){0,3}straf',
      ],
      'iu',
    ),
    en: form(
      [
        onward('punishab', 'illegal', 'unlawful', 'police', 'prison', 'jail', 'criminal', 'arrest', 'prosecut'),
        'law(?:s|ful|fully|yers?|suits?)?',
        'crimes?',
        '(?:is|are|was|were|be|strictly|also) forbidden',
        'prohibited',
        'convicted',
        'sentenced',
        'offences?',
        'fine[ds]',
        A_FINE,
        'in court',
        'to court',
      ],
      'iu',
    ),
  },
  allows: { nl: isLawful, en: (sentence) => careful.test(sentence) && !PENALTIES.test(sentence) },
};
