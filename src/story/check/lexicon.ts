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

/** What was found is the first group. Without a lookbehind: Safari before 16.4 cannot read one. */
const form = (forms: readonly string[], flags: string) => new RegExp(`(?:^|[^\\p{L}\\p{N}])(${forms.join('|')})(?![\\p{L}\\p{N}])`, flags);
/** Everything that is said of it, not only the first. */
const word = (...forms: string[]) => form(forms, 'giu');
/** Names of apps, makers and tools: equal in both languages. */
const BRANDS = word(
  'whats ?app',
  'snap ?chat',
  'insta(?:gram)?',
  'tik ?tok',
  'facebook',
  'you ?tube',
  'discord',
  'telegram',
  'messenger',
  'twitter',
  'bereal',
  'roblox',
  'minecraft',
  'fortnite',
  'twitch',
  'netflix',
  'spotify',
  'google',
  'iphone',
  'chat ?gpt',
  'midjourney',
  'photoshop',
  'magister',
  'somtoday',
  'pinterest',
  'reddit',
  'tumblr',
  'omegle',
  'yubo',
  'wattpad',
  'capcut',
  'facetime',
  'airdrop',
  'imessage',
  'skype',
  'gmail',
  'hotmail',
  'playstation',
  'xbox',
  'nintendo',
  'samsung',
  'microsoft',
  'android',
  'ipads?',
  'airpods?',
  'open ?ai',
  'dall-?e',
  'deepseek',
  'character\\.ai',
  'kahoot',
  'wikipedia',
  'only ?fans',
  'tinder',
  'dumpert',
  'vinted',
  'marktplaats',
  'coca-?cola',
  "mcdonald[’']?s",
);
/** By which somebody real could be found: an address of any kind, or a number. Streets and postcodes are told by their capitals. */
const CONTACT = form(
  [
    '(?:https?://|www\\.)[^\\s]+',
    '[\\w.+-]+@[\\w-]+\\.[\\w-]+',
    '[\\w-]+\\.(?:nl|com|org|net|eu|be|io)',
    '[1-9]\\d{3} ?(?!SA|SD|SS)[A-Z]{2}',
    '(?!Onderweg|Halverwege)\\p{Lu}[\\p{L}’-]*(?:straat|laan|weg|plein|kade|gracht|singel|dijk|steeg|dreef) \\d+[a-z]?(?![.:]\\d| uur| min)',
    '\\d+[a-z]? \\p{Lu}\\p{L}+ (?:Street|Road|Lane|Avenue|Drive|Square)',
    '(?!\\d{1,2}-\\d{1,2}-\\d{4})(?:\\+\\d{2}|0)(?:[ ()-]?\\d){7,10}',
  ],
  'gu',
);
/** The children of the sources' cases (requirement 2). */
const NAMES = word('xavi', 'tess', 'janna', 'jasmijn', 'nadia', 'ezra', 'zayn');

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
    nl: BRANDS,
    en: BRANDS,
    why: { nl: 'is een merk. Schrijf “de app”, “een filmpje” of verzin een naam', en: 'is a brand. Write “the app”, “a clip” or invent a name' },
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
      'zelfmoord',
      'zelfdoding',
      'su[iï]cide',
      'zelfbeschadiging',
      '(?:jezelf|zichzelf|mezelf) (?:iets aan|snijden|pijn)',
      '(?:wil|wilde) niet meer leven',
    ),
    en: word(
      'suicide',
      'self-harm(?:ing)?',
      '(?:kill|hurt|cut|harm)(?:s|ed|ing|ting)? (?:yourself|himself|herself|themselves|myself)',
      'wants? to die',
    ),
    why: { nl: 'gaat over zelfdoding of zelfbeschadiging. Schrijf een ander verhaal', en: 'is about suicide or self-harm. Write another story' },
  },
  {
    code: 'own-experience',
    severity: 'withheld',
    rule: '30',
    nl: word(
      '(?:heb|ben|is|heeft|hebben|zijn) (?:jij|je|jou|jullie|iemand|er iemand)(?: hier| zelf)? (?:weleens|wel eens|ooit)',
      'wie (?:van jullie )?(?:heeft|is) (?:weleens|wel eens|ooit)',
      'overkwam (?:jou|jullie)',
      '(?:is|was) (?:het )?(?:jou|jullie) (?:dit |dat |zoiets |zelf )?(?:weleens |wel eens |ooit )?(?:overkomen|gebeurd)',
      '(?:heb|hebben) (?:jij|je|jullie) (?:dit|dat|zoiets|het)(?: zelf)? (?:ook )?(?:weleens |wel eens |ooit |al )?(?:meegemaakt|gedaan|gezien)',
      'wie (?:van jullie )?(?:heeft|hebben) (?:dit|dat|zoiets)(?: zelf)? (?:ook )?(?:meegemaakt|gedaan)',
      '(?:maakte|maakten) (?:jij|je|jullie) (?:dit|dat|zoiets) (?:ook |zelf )*mee',
      'wat (?:deed|deden) (?:jij|jullie) (?:zelf )?toen',
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
/** A translation gives their meaning. */
const careful = /(?:^|[^\p{L}])(?:can be|may be|often not|usually (?:no|not)|can have to do)(?![\p{L}])/iu;

const PENALTIES = form(['prison', 'jail', 'fine[ds]', 'sentenced', 'convicted', 'arrest(?:ed|s)?', 'criminal record', 'against the law'], 'iu');

/** What is said about the law, and which sentences may say so. */
export const LAW: { rule: string; terms: Record<StoryLang, RegExp>; allows: Record<StoryLang, (sentence: string) => boolean> } = {
  rule: '42',
  terms: {
    nl: form(
      [
        'strafba(?:ar|re)',
        'wet',
        'wetten',
        'wettelijke?',
        'politie',
        'boetes?',
        'gevangenis',
        'celstraf',
        'rechter',
        'aangifte',
        'illegale?',
        'misdrijf',
        'misdaad',
        'kinderporno',
        'toegestaan',
        '(?:is|zijn|wordt|worden|was|waren|wet|streng|ook|dus) verboden',
        'strafblad',
        'taakstraf',
        '(?:jeugd)?detentie',
        'arrest(?:atie)?',
        '(?:ge)?arresteer(?:d|t|den)?',
        'opgepakt',
        'justitie',
        'bureau halt',
        'veroordeeld',
        'vervolgd',
        'delict',
        'overtreding',
        'onwettige?',
        'schadevergoeding',
      ],
      'iu',
    ),
    en: form(
      [
        'punishable',
        'laws?',
        'illegal',
        'unlawful',
        'police',
        'prison',
        'jail',
        'crimes?',
        'criminal',
        'prosecuted',
        '(?:is|are|was|were|be|strictly|also) forbidden',
        'prohibited',
        'arrest(?:ed|s)?',
        'convicted',
        'sentenced',
        'prosecut(?:e|ion)',
        'offences?',
        'fine[ds]',
        'criminal record',
        'in court',
        'to court',
      ],
      'iu',
    ),
  },
  allows: { nl: (sentence) => lawful.has(plain(sentence)), en: (sentence) => careful.test(sentence) && !PENALTIES.test(sentence) },
};
