/** What every field of a story is for, in Dutch and in English. An editor shows it where the pointer rests; a test holds that none is forgotten. */
type Said = readonly [nl: string, en: string];

const WHO: Said = ['Wie: een naam uit cast.', 'Who: a name of cast.'];
const EMOTION: Said = ['Hoe iemand kijkt.', 'The mood on the face.'];
const POSE: Said = [
  'Wat de handen doen: phone (telefoon in de hand), think, cover (hand voor de mond), hide (handen voor de ogen), away (weggedraaid). Standaard plain.',
  'What the hands do: phone, think, cover (a hand before the mouth), hide (hands before the eyes), away (turned from the others). Plain if left out.',
];
const AT: Said = [
  'Plek op het bord: left, centre of right. Laat het weg, dan verdeelt het bord de mensen. Nooit twee op één plek.',
  'Place on the board: left, centre or right. Leave it out and the board spreads people. Never two in one place.',
];
const TO: Said = ['De scène die hierna komt: een naam uit nodes.', 'The node that comes next: a name of nodes.'];
const SET: Said = ['Wat dit onthoudt: { variabele: waarde }.', 'What this remembers: { variable: value }.'];
const TEXT: Said = [
  'De naam van een tekst van deze scène, zelf te kiezen (b1, m1 …). De tekst staat onder die naam in nl.yaml.',
  'The name of a text of this node, yours to choose (b1, m1 …). The text stands under that name in nl.yaml.',
];
const EARLIER: Said = ['De naam van een eerdere regel in deze chat.', 'The name of an earlier line of this chat.'];
const CHAT: Said = ['Een naam uit chats.', 'A name of chats.'];
const SOURCES: Said = [
  'Bronnen: S1:564-617 (document en regels van sources.yaml), ≈S1:564 (ondersteunt het idee) of D (eigen ontwerp).',
  'Sources: S1:564-617 (a document of sources.yaml and its lines), ≈S1:564 (supports the idea) or D (our own design).',
];
const WHEN: Said = [
  'Alleen als dit klopt: { variabele: waarde } of { variabele: [waarde, waarde] }.',
  'Only if this holds: { variable: value } or { variable: [value, value] }.',
];
const ID: Said = [
  'Een naam die je zelf kiest: kleine letters, cijfers en streepjes.',
  'A name that you choose: lower case letters, digits and hyphens.',
];
const BAND: Said = ['Voor welke leeftijd: 10-12, 12-14 of 14-16.', 'For which age: 10-12, 12-14 or 14-16.'];
const COUNT: Said = ['Hoe vaak, van 1 tot 99.', 'How often, from 1 to 99.'];
const EMOJI: Said = [
  'Een emoji van de lijst. Plaatjes: npm run scenarios -- --pictures',
  'An emoji of the list. Pictures: npm run scenarios -- --pictures',
];
const TILE: Said = [
  'Een gesloten tegel voor wat nooit te zien is: sticker, photo of voice.',
  'A closed tile for what is never shown: sticker, photo or voice.',
];

/** By the name of the block that a field stands in, and its own. */
export const FIELDS: Readonly<Record<string, Said>> = {
  'story.format': ['Altijd 1.', 'Always 1.'],
  'story.id': ['Dezelfde naam als de map.', 'The same as the name of the folder.'],
  'story.band': BAND,
  'story.minutes': [
    'Hoe lang het verhaal duurt, zonder het gesprek erna. De controle rekent het na.',
    'How long the story takes, without the talk afterwards. The checker counts it too.',
  ],
  'story.versions': [
    'Waaruit de docent vóór de les kiest; de eerste is de standaard. De variabele version weet welke het is.',
    'What the teacher chooses from before the lesson; the first is the default. The variable version knows which.',
  ],
  'versions.id': ID,
  'versions.band': BAND,
  'story.shortMinutes': [
    'Hoe lang de korte versie duurt, zonder wat long heeft. Alleen als er iets long heeft.',
    'How long the short version takes, without what is marked long. Only where something is.',
  ],
  'scene.long': [
    'true: in de korte versie, en als het laat is, slaat de klas deze scène over.',
    'true: in the short version, and when it is late, the class skips this scene.',
  ],
  'beats.long': ['true: valt weg in de korte versie, en als het laat is.', 'true: left out in the short version, and when it is late.'],
  'vote.long': [
    'Deze stemming valt weg in de korte versie, en als het laat is. Het verhaal gaat dan verder met deze keuze.',
    'This vote is left out in the short version, and when it is late. The story then goes on with this choice.',
  ],
  'story.themes': ['Waar een docent op zoekt: een tot drie thema’s.', 'What a teacher searches by: one to three themes.'],
  'story.reviewed': ['Wie het verhaal nalas, en wanneer.', 'Who reviewed the story, and when.'],
  'reviewed.by': ['Naam of functie. Nog niemand? Schrijf dat dan.', 'A name or a function. Nobody yet? Say so.'],
  'reviewed.on': ["Een dag, tussen aanhalingstekens: '2026-01-31'.", "A day, between quotation marks: '2026-01-31'."],
  'story.cast': [
    'Iedereen die te zien is of iets zegt. De naam voor de klas staat in nl.yaml.',
    'Everybody who is seen or says something. The name for the class stands in nl.yaml.',
  ],
  'cast.look': [
    'Hoe iemand eruitziet. Plaatjes: npm run scenarios -- --pictures. Geef twee mensen nooit dezelfde.',
    'What somebody looks like. Pictures: npm run scenarios -- --pictures. Never give two people the same.',
  ],
  'story.chats': ['De chats. Titel, letters en aantal leden staan in nl.yaml.', 'The chats. Title, letters and number of members stand in nl.yaml.'],
  'chats.owner': [
    'Van wie de telefoon is. Zonder owner kijkt de klas zelf naar de groep.',
    'Whose phone it is. Without an owner it is the class’s own view of the group.',
  ],
  'story.variables': ['Wat het verhaal onthoudt van de keuzes. Geen? Schrijf {}.', 'What the story remembers of the choices. None? Write {}.'],
  'variables.boolean': ['Ja of nee, met de beginwaarde.', 'Yes or no, with its first value.'],
  'variables.enum': ['Een van deze woorden.', 'One of these words.'],
  'variables.integer': ['Een getal tussen deze twee: [0, 3].', 'A number between these two: [0, 3].'],
  'variables.initial': ['De beginwaarde.', 'The first value.'],
  'story.start': ['Waar het verhaal begint: een naam uit nodes.', 'Where the story begins: a name of nodes.'],
  'story.nodes': [
    'Alles wat er na elkaar komt. De volgorde in het bestand maakt niet uit.',
    'Everything that follows each other. The order in the file makes no difference.',
  ],
  'nodes.scene': [
    'Iets om naar te kijken: een plek, mensen en beats. Teksten: title, note, en die van de beats.',
    'Something to watch: a place, people and beats. Texts: title, note, and those of the beats.',
  ],
  'nodes.next': TO,
  'nodes.vote': [
    'Een stemming. Teksten: title, note, question, choices, en as als er in vote een as staat.',
    'A vote. Texts: title, note, question, choices, and as if the vote has an as.',
  ],
  'nodes.junction': [
    'Een splitsing die niemand ziet: een lijst van { when, to }, met als laatste { else }. Heeft geen teksten.',
    'A fork that nobody sees: a list of { when, to } with { else } as the last. It has no texts.',
  ],
  'nodes.reflect': [
    'Een vraag om over te praten: {}. Teksten: title, note, question.',
    'A question to talk about: {}. Texts: title, note, question.',
  ],
  'nodes.results': [
    'Vertelt bewaarde uitslagen: namen van stemmingen met held, of van een chat met measured. Teksten: title, note.',
    'Tells kept results: names of votes with held, or of a chat with measured. Texts: title, note.',
  ],
  'nodes.foreseen': [
    'Vertelt, nadat het verhaal liet zien wat iemand deed, alleen of de klas dat zag aankomen. Teksten: title, note.',
    'Tells, after the story has shown what somebody did, only whether the class saw it coming. Texts: title, note.',
  ],
  'foreseen.vote': [
    'De voorspelling: een stemming met kind: guarded, held: true en asks: prediction.',
    'The prediction: a vote with kind: guarded, held: true and asks: prediction.',
  ],
  'foreseen.came': ['Wat er gebeurde: de naam van een keuze van die stemming.', 'What happened: the name of a choice of that vote.'],
  'nodes.tell': [
    'Eén tot vijf regels om samen te lezen. Teksten: title, note, lines.',
    'One to five lines to read together. Texts: title, note, lines.',
  ],
  'nodes.live': ['Een chat die op elke telefoon tegelijk speelt.', 'A chat that plays on every phone at once.'],
  'nodes.bySize': [
    'Wegen die van de grootte van de klas afhangen. Teksten: title, ways.',
    'Ways that depend on the size of the class. Texts: title, ways.',
  ],
  'nodes.end': [
    'Een einde: { debrief: true, help: true }. Teksten: title, note, ending, still.',
    'An end: { debrief: true, help: true }. Texts: title, note, ending, still.',
  ],
  'scene.place': ['Waar het is.', 'Where it is.'],
  'scene.light': ['Het licht: day, dusk of night.', 'The light: day, dusk or night.'],
  'scene.weather': ['rain als het regent. Anders weglaten.', 'rain if it rains. Otherwise leave it out.'],
  'scene.music': ['true: de rustige muziek gaat zacht door.', 'true: the calm music goes on, softly.'],
  'scene.standing': [
    'Wie er aan het begin staat, hoogstens drie. Niemand? Schrijf [].',
    'Who stands there at the start, three at most. Nobody? Write [].',
  ],
  'scene.chat': ['De chat die open is.', 'The chat that is open.'],
  'scene.beats': ['Wat er na elkaar gebeurt.', 'What happens, one thing after another.'],
  'standing.who': WHO,
  'standing.emotion': EMOTION,
  'standing.pose': POSE,
  'standing.at': AT,
  'beats.when': WHEN,
  'beats.ms': [
    'Hoe lang dit duurt, in duizendsten van een seconde, in plaats van het leestempo.',
    'How long this lasts, in thousandths of a second, instead of the reading pace.',
  ],
  'beats.say': ['De verteller zegt dit. De naam van een tekst.', 'The narrator says this. The name of a text.'],
  'beats.speak': [
    'Iemand zegt dit hardop; wie niet op het bord staat, klinkt van buiten beeld. De naam van een tekst.',
    'Somebody says this aloud; who does not stand on the board is heard from off stage. The name of a text.',
  ],
  'beats.who': WHO,
  'beats.typing': ['Iemand typt. Een naam uit cast.', 'Somebody types. A name of cast.'],
  'beats.message': ['Een bericht in de chat. De naam van een tekst.', 'A message in the chat. The name of a text.'],
  'beats.only': ['Alleen op de telefoon van deze chat te zien, na split.', 'Seen on the phone of this chat alone, after split.'],
  'beats.system': ['Een regel van de app zelf. De naam van een tekst.', 'A line of the app itself. The name of a text.'],
  'beats.seen': ['Door hoeveel mensen het laatste bericht gezien is.', 'By how many people the last message was seen.'],
  'beats.react': ['Een reactie onder een eerder bericht: de naam van dat bericht.', 'A reaction under an earlier message: the name of that message.'],
  'beats.emoji': EMOJI,
  'beats.count': COUNT,
  'beats.act': ['Wie op het bord staat, kijkt nu anders. Een naam uit cast.', 'Somebody on the board changes mood. A name of cast.'],
  'beats.emotion': EMOTION,
  'beats.pose': POSE,
  'beats.enter': ['Iemand komt binnen. Een naam uit cast.', 'Somebody walks in. A name of cast.'],
  'beats.at': AT,
  'beats.leave': ['Iemand gaat weg. Een naam uit cast.', 'Somebody walks out. A name of cast.'],
  'beats.sound': ['Een geluid van de lijst.', 'A sound of the list.'],
  'beats.silence': ['Stilte, in seconden.', 'Silence, in seconds.'],
  'beats.mirror': [
    'true: in de stilte is elke telefoon die van de eigenaar van de chat.',
    'true: in the silence every phone is that of the owner of the chat.',
  ],
  'beats.chat': ['Een andere chat gaat open.', 'Another chat opens.'],
  'beats.tile': TILE,
  'beats.text': TEXT,
  'beats.copies': [
    'Hoe vaak iets is doorgestuurd. Dit getal klimt, en zakt nooit.',
    'How often something was passed on. This number climbs and never falls.',
  ],
  'beats.of': ['De tekst van de tegel waarvan de teller klimt.', 'The text of the tile whose counter climbs.'],
  'beats.voice': ['Een gesproken bericht. De naam van de tekst die gezegd wordt.', 'A voice message. The name of the text that is said.'],
  'beats.seconds': ['Hoe lang het gesproken bericht duurt.', 'How long the voice message lasts.'],
  'beats.delete': EARLIER,
  'beats.left': ['Iemand verlaat de groep. Een naam uit cast.', 'Somebody leaves the group. A name of cast.'],
  'beats.removed': ['Iemand wordt uit de groep gehaald. Een naam uit cast.', 'Somebody is taken out of the group. A name of cast.'],
  'beats.by': ['Door wie. Een naam uit cast.', 'By whom. A name of cast.'],
  'beats.added': ['Iemand komt in de groep. Een naam uit cast.', 'Somebody is added to the group. A name of cast.'],
  'beats.behind': ['Een andere chat van deze telefoon wacht achter deze.', 'Another chat of this phone waits behind this one.'],
  'beats.unread': ['Hoeveel ongelezen berichten daar wachten.', 'How many unread messages wait there.'],
  'beats.scroll': EARLIER,
  'beats.split': ['Dezelfde chat op een tweede telefoon ernaast.', 'The same chat on a second phone beside it.'],
  'beats.bars': ['Twee hoeveelheden naast elkaar.', 'Two amounts beside each other.'],
  'bars.text': TEXT,
  'bars.value': ['Hoeveel.', 'How much.'],
  'bars.of': ['Van hoeveel.', 'Out of how many.'],
  'vote.as': [
    'In wiens schoenen de klas staat. Zonder as kiest de klas als zichzelf.',
    'In whose shoes the class stands. Without as the class chooses as itself.',
  ],
  'vote.emotion': EMOTION,
  'vote.kind': [
    'open, of guarded als het over jezelf of de groep gaat (wat zou ik doen, wat denk ik van de anderen).',
    'open, or guarded where it is about oneself or the group (what would I do, what do I think of the others).',
  ],
  'vote.seconds': [
    'Hoe lang de telefoons mogen stemmen, van 5 tot 300, of off: tot de docent sluit.',
    'How long phones may vote, from 5 to 300, or off: until the teacher closes.',
  ],
  'vote.talk': ['Seconden om eerst met je buur te praten, van 10 tot 120.', 'Seconds to talk to a neighbour first, from 10 to 120.'],
  'vote.tie': ['Altijd lot.', 'Always lot.'],
  'vote.few': ['Altijd teacher.', 'Always teacher.'],
  'vote.held': [
    'true: de uitslag wordt bewaard voor een latere results of foreseen. Alle keuzes gaan naar dezelfde scène en zetten niets.',
    'true: the result is kept for a later results or foreseen node. All choices lead to one node and set nothing.',
  ],
  'vote.asks': ['Waar een bewaarde vraag over gaat.', 'What a kept question is about.'],
  'vote.again': [
    'Dezelfde vraag nog eens: de naam van die stemming, met dezelfde keuzes. Ook deze stemming heeft eigen teksten.',
    'The same question once more: the name of that vote, with the same choices. This vote has texts of its own too.',
  ],
  'vote.drawing': [
    'Een plaatje van vormen naast de vraag. Een regel eronder is de tekst context.',
    'A picture of shapes beside the question. A line under it is the text context.',
  ],
  'vote.choices': ['Twee of drie keuzes, hoogstens vier.', 'Two or three choices, four at most.'],
  'choices.id': ID,
  'choices.role': [
    'Wat iemand doet: help (openlijk), private-help (stil), involve (haalt een ander erbij), stay-out (niets), join-in (doet mee).',
    'What somebody does: help (openly), private-help, involve (somebody else), stay-out (nothing), join-in.',
  ],
  'choices.to': TO,
  'choices.set': SET,
  'choices.now': [
    'In story.yaml: bronnen van wat er dezelfde avond gebeurt. In nl.yaml: de zin die dat vertelt.',
    'In story.yaml: sources of what happens the same evening. In nl.yaml: the sentence that tells it.',
  ],
  'choices.later': [
    'In story.yaml: bronnen van wat er later gebeurt. In nl.yaml: de zin die dat vertelt.',
    'In story.yaml: sources of what happens later. In nl.yaml: the sentence that tells it.',
  ],
  'junction.when': WHEN,
  'junction.to': TO,
  'junction.else': ['De scène als niets erboven klopt. Altijd de laatste.', 'The node if nothing above holds. Always the last.'],
  'tell.sources': SOURCES,
  'live.chat': CHAT,
  'live.seconds': ['Hoe lang de chat speelt, van 20 tot 300.', 'How long the chat plays, from 20 to 300.'],
  'live.script': ['Wat er komt, op volgorde van at.', 'What comes, in the order of at.'],
  'live.incident': [
    'De tekst van het bericht waar het om gaat. Vanaf daar mogen de knoppen.',
    'The text of the message that it is about. From there the buttons may be tapped.',
  ],
  'live.acts': ['De knoppen, hoogstens zeven. Wat erop staat, is de tekst acts.', 'The buttons, seven at most. What they say is the text acts.'],
  'live.measured': [
    'true: er wordt geteld wie hielp, en een results vertelt het later. Dan heeft deze chat ook de teksten question, en choices met helped en not. false: oefenen.',
    'true: who helped is counted, and a results node tells it later. Then this chat also has the texts question, and choices with helped and not. false: practice.',
  ],
  'script.at': ['De seconde waarop dit komt.', 'The second at which this comes.'],
  'script.say': ['Een regel boven de chat. De naam van een tekst.', 'A line above the chat. The name of a text.'],
  'script.typing': ['Iemand typt. Een naam uit cast.', 'Somebody types. A name of cast.'],
  'script.seconds': ['Hoe lang er getypt wordt.', 'How long the typing lasts.'],
  'script.message': ['Een bericht. De naam van een tekst.', 'A message. The name of a text.'],
  'script.who': WHO,
  'script.toYou': ['true: dit bericht vraagt de leerling iets.', 'true: this message asks the pupil something.'],
  'script.tile': TILE,
  'script.text': TEXT,
  'script.react': ['Een reactie onder een eerder bericht.', 'A reaction under an earlier message.'],
  'script.emoji': EMOJI,
  'script.count': COUNT,
  'script.readers': [
    'Hoeveel mensen het lazen: een getal, of door het lot { few, many }.',
    'How many people read it: a number, or by lot { few, many }.',
  ],
  'readers.few': ['Weinig lezers, op een deel van de telefoons.', 'Few readers, on some phones.'],
  'readers.many': ['Veel lezers, op de andere telefoons.', 'Many readers, on the others.'],
  'acts.id': ID,
  'acts.kind': [
    'Wat de knop doet: public (voor iedereen), private (aan wie het overkomt), sender (aan wie het stuurde), adult, laugh, forward, close.',
    'What the button does: public (for all), private (to whom it happens), sender (to who sent it), adult, laugh, forward, close.',
  ],
  'acts.source': SOURCES,
  'bySize.id': ID,
  'bySize.seats': ['Vanaf zoveel telefoons. De grootste klas bovenaan.', 'From so many phones on. The largest class first.'],
  'bySize.offered': [
    'true: alleen als de docent deze weg kiest, en nooit in de korte versie.',
    'true: only where the teacher chooses this way, and never in the short version.',
  ],
  'bySize.hands': ['true: voor een klas die met handen stemt.', 'true: for a class that votes with hands.'],
  'bySize.to': TO,
  'bySize.else': ['De weg voor elke andere klas. Altijd de laatste.', 'The way for every other class. Always the last.'],
  'bySize.set': SET,
  'end.debrief': ['Altijd true: na elk einde komt de nabespreking.', 'Always true: the debrief comes after every end.'],
  'end.help': ['Altijd true: bij elk einde staat waar hulp is.', 'Always true: every end says where to get help.'],
  'story.agreements': ['Drie tot acht nummers uit agreements.yaml.', 'Three to eight numbers of agreements.yaml.'],
  'story.facts': [
    'Bronnen van elk feit. De zin staat onder dezelfde naam bij facts in nl.yaml.',
    'Sources of each fact. The sentence stands under the same name in facts of nl.yaml.',
  ],
  'story.talking': [
    'Bronnen van elke gespreksvraag. De vraag staat onder dezelfde naam bij talking in nl.yaml.',
    'Sources of each talking point. The question stands under the same name in talking of nl.yaml.',
  ],

  'texts.language': ['De taal van dit bestand: nl of en.', 'The language of this file: nl or en.'],
  'texts.translatedFrom': [
    'Schrijft npm run scenarios -- --translated ID. Niet zelf invullen.',
    'Written by npm run scenarios -- --translated ID. Do not fill it in yourself.',
  ],
  'texts.title': ['Hoe het verhaal heet.', 'What the story is called.'],
  'texts.tagline': ['Eén zin voor op de kaart.', 'One sentence for the card.'],
  'texts.about': ['Voor de docent: waar het over gaat.', 'For the teacher: what it is about.'],
  'texts.notice': ['Wat de klas vooraf hoort, hoogstens 30 woorden, zonder oordeel.', 'What the class hears beforehand, 30 words at most, neutral.'],
  'texts.notWhen': ['Wanneer je dit verhaal niet speelt.', 'When not to play this story.'],
  'texts.goals': ['Twee tot vier leerdoelen.', 'Two to four learning goals.'],
  'texts.needs': ['Wat de docent nodig heeft.', 'What the teacher needs.'],
  'texts.cast': ['Van iedereen de naam die de klas leest.', 'The name of everybody as the class reads it.'],
  'texts.chats': ['Van elke chat wat er bovenin staat.', 'What stands at the top of each chat.'],
  'chats.title': ['De naam van de chat.', 'The name of the chat.'],
  'chats.badge': ['Eén of twee letters in het rondje.', 'One or two letters in the circle.'],
  'chats.members': ['Hoeveel leden, als tekst: 26 leden.', 'How many members, as a text: 26 members.'],
  'texts.nodes': [
    'De teksten van elke scène, onder dezelfde naam als in story.yaml.',
    'The texts of each node, under the same name as in story.yaml.',
  ],
  'nodes.title': [
    'Korte naam, hoogstens vijf woorden. Elke scène heeft er een, behalve een junction.',
    'A short name, five words at most. Every node has one, except a junction.',
  ],
  'nodes.note': ['Voor de docent, terwijl dit op het bord staat.', 'For the teacher, while this is on the board.'],
  'nodes.notice': ['Waarschuwt de docent één scène eerder.', 'Warns the teacher one node ahead.'],
  'nodes.time': ['Dag en uur in beeld: Maandag, 8.30 uur.', 'The day and hour on the board: Monday, 8.30.'],
  'nodes.as': ['Jij bent … Alleen bij een stemming met as.', 'You are … Only with a vote that has an as.'],
  'nodes.question': ['De vraag, hoogstens tien woorden.', 'The question, ten words at most.'],
  'nodes.hint': ['Een zin die de klas op weg helpt.', 'A sentence that helps the class along.'],
  'nodes.choices': ['Van elke keuze text, short, now en later.', 'Of each choice text, short, now and later.'],
  'choices.text': ['De keuze, hoogstens negen woorden en twee regels op een telefoon.', 'The choice, nine words at most and two lines on a phone.'],
  'choices.short': ['Kort, voor het bord: hoogstens drie woorden.', 'Short, for the board: three words at most.'],
  'nodes.ending': ['Hoe het afliep.', 'How it ended.'],
  'nodes.still': ['Wat nog kan: een lijst.', 'What can still be done: a list.'],
  'nodes.lines': ['De regels van een tell, een tot vijf.', 'The lines of a tell, one to five.'],
  'nodes.acts': ['Wat er op elke knop van een live chat staat.', 'What each button of a live chat says.'],
  'nodes.ways': ['Hoe elke weg van bySize heet.', 'What each way of bySize is called.'],
  'texts.talking': ['De gespreksvragen.', 'The talking points.'],
  'talking.question': ['Een open vraag, nooit naar eigen ervaring.', 'An open question, never after own experience.'],
  'talking.note': ['Voor de docent.', 'For the teacher.'],
  'texts.facts': ['De feiten voor de docent.', 'The facts for the teacher.'],
  'texts.say': ['Drie zinnen die een docent kan zeggen.', 'Three sentences that a teacher can say.'],
  'texts.dontSay': ['Drie zinnen die een docent beter niet zegt.', 'Three sentences that a teacher better not says.'],
  'texts.followUp': ['Wat er de weken erna gebeurt, ten minste twee.', 'What happens in the weeks after, two at least.'],
  'texts.versions': ['Hoe elke versie heet en waar ze over gaat.', 'What each version is called and is about.'],
  'versions.title': ['De naam van deze versie.', 'The name of this version.'],
  'versions.about': ['Waar deze versie over gaat.', 'What this version is about.'],
  'texts.words': ['Moeilijke woorden met hun uitleg, hoogstens twaalf woorden elk.', 'Hard words with their meaning, twelve words each at most.'],
  'texts.sheet': ['Het blad voor de docent.', 'The teacher’s sheet.'],
  'sheet.before': ['Wat je vooraf doet, ten minste twee.', 'What to do before, two at least.'],
  'sheet.readAloud': ['Wat je voorleest, ten minste twee zinnen.', 'What to read aloud, two sentences at least.'],
  'sheet.phones': ['Hoe het met telefoons gaat.', 'How it goes with phones.'],
  'sheet.withoutPhones': ['Hoe het zonder telefoons gaat.', 'How it goes without phones.'],
};
