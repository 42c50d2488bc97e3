import { RULES, type Rule } from './resolution';

/**
 * A place in a motion that may touch a rule, by the words found there and where they begin; both `null` where nothing in
 * the text says what the rule asks for. Words are known here, not what is meant by them: each is something to look at.
 */
export type TextFinding = { rule: Rule } & ({ found: string; at: number } | { found: null; at: null });

const NUMBER =
  '\\d+|to(?= flyktning| person)|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|' +
  'nitten|tjue|tretti|førti|femti|seksti|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty';

/** Words that make a vote depend on something, or say who is to come, in bokmål, nynorsk and English. */
const WORDS: Partial<Record<Rule, string[]>> = {
  number: [
    `(?:inntil|opptil|opp til|up to|at most|no more than) (?:${NUMBER})`,
    `(?:cirka|ca\\.?|om lag|omlag|omtrent|rundt|about|around|approximately) (?:${NUMBER})`,
    `(?:mellom|between) (?:${NUMBER}) (?:og|and) (?:${NUMBER})`,
  ],
  no_reservations: [
    '(?:under|med|på|gitt) (?:\\p{L}+ )?(?:forutsetning|føresetnad)\\p{L}*(?: av| om)?(?: at)?',
    '(?:forutsatt|føresett)(?: at)?',
    'forutsetter',
    'føreset',
    '(?:med )?(?:forbehold|atterhald|etterhald)\\p{L}*(?: om| for)?(?: at)?',
    '(?:på|med|under) (?:\\p{L}+ )?(?:vilkår|betingelse)\\p{L}*',
    '(?:vilkår|betingelse)\\p{L}* (?:om|av|er)(?: at)?',
    'betinge[tr]|betinga',
    'så ?fr[ea]mt|så lenge|med mindre',
    '(?:bare|kun|berre) (?:dersom|hvis|om|viss)',
    'provided(?: that)?|on (?:the )?(?:\\p{L}+ )?conditions? (?:that|of)|conditional(?: up)?(?: ?on)?|subject to',
    'reservations?|on the (?:understanding|assumption) that|as long as|only if|unless',
  ],
  composition: [
    '(?:ikke |ikkje |bare |kun |berre |flest |not |only )?(?:enslige|einslege)(?! (?:mindreårige|barn))(?: \\p{L}+)?',
    '(?:bare |kun |berre |flest |only )?(?:barne)?famili(?:er|ar)',
    '(?:bare |kun |berre |flest |only )?(?:voksne|vaksne|adult) (?:flyktning|refugee)\\p{L}*',
    'kvinner|menn|single (?:men|women|adults|persons|mothers)|families',
    '(?:mindreårige|minors) (?:over|under|mellom|between|below|above) \\d+',
    'nasjonalitet\\p{L}*|statsborger\\p{L}*|statsborgar\\p{L}*|landbakgrunn|opprinnelsesland|opphavsland|religion\\p{L}*',
    'nationalit(?:y|ies)|countr(?:y|ies) of origin',
    '(?:fra |frå |from )?(?:ukrain|syri|afghan|eritre|somali|kongo|congo|sudan|irak|iraq|iran|palestin)\\p{L}*|syr(?:ere|arar)',
    'fortrinnsvis|helst|primært|ønskelig|ynskjeleg|ønskjeleg|prioriter\\p{L}*|preferably|prefer',
  ],
  needs: [
    '(?:store|stort|sammensatte|samansette|omfattende|omfattande|særskil\\p{L}*|spesielle)(?: og \\p{L}+)? \\p{L}*behov',
    '(?:tjeneste|teneste|oppfølgings|pleie|omsorgs)behov\\p{L}*',
    'helse\\p{L}*|psykisk\\p{L}*|rus(?:problem|avheng|mis)\\p{L}*',
    '(?:nedsatt|nedsett) funksjons\\p{L}*|funksjons(?:nedsett|hem)\\p{L}*',
    'ressurskrev\\p{L}*|(?:pleie|hjelpe)treng\\p{L}*|arbeidsfør\\p{L}*',
    'health\\p{L}*|disab\\p{L}*|(?:special|complex|extensive|high|great)(?: and \\p{L}+)? needs',
  ],
};

/** What a motion should say something of; none of these words is taken as silence. */
const SAID: Partial<Record<Rule, RegExp>> = {
  number: new RegExp(
    `(?<![\\p{L}\\d])(?!(?:19|20)\\d\\d(?!\\d))(?:${NUMBER})` +
      '(?:(?: \\p{L}+){0,2} (?:flyktning|person|refugee|menneske)| (?:i|in|for) (?:19|20)\\d\\d)',
    'iu',
  ),
  unaccompanied_minors: /(?:enslige?|einslege?) (?:mindreårige?|barn)|unaccompanied|(?<!\p{L})EM(?!\p{L})/iu,
  more: /(?<!\p{L})(?:flere|fleire|ytterligere|ytterlegare|more|additional|further)(?!\p{L})/iu,
  capacity: /kapasitet|capacity/iu,
};

const WITHOUT = '(?<!(?:uten|utan|ingen|without|no|any) (?:noe |noko |any )?)';

const PATTERNS = Object.entries(WORDS).map(([rule, words]) => ({
  rule: rule as Rule,
  pattern: new RegExp(`(?<!\\p{L})${rule === 'no_reservations' ? WITHOUT : ''}(?:${words.join('|')})(?!\\p{L})`, 'giu'),
}));

const FAMILY =
  /(?<!\p{L})(?:famil\p{L}*(?:gjenfor|sameinin|innvandr|medlem)\p{L}*|family (?:reuni|immigra|migra|member)\p{L}*)/iu;
const INCLUDED =
  '(?:inkluder\\p{L}*|inklusive?|inkl|medregn\\p{L}*|medrekn\\p{L}*|inngår|inngå|omfatt\\p{L}*|innenfor|innanfor|' +
  '(?:regnes|regnet|reknast|rekna|teller|telles|tel|telst|telje) (?:med|inn)|(?:being )?includ\\p{L}*|' +
  'counts? (?:towards|in|as part)|counted (?:towards|in|as part))';
const INSIDE = new RegExp(
  `(?<!(?:ikke|ikkje|not) (?:\\p{L}+ )?)(?<!\\p{L})${INCLUDED}(?!\\p{L})(?! (?:ikke|ikkje|not))`,
  'iu',
);

/**
 * What in the text of a motion may touch the rules: words of conditions and of who is to come, family counted inside the
 * number, and what the text should say and does not. In the order of the text; what is missing last. Empty for no text.
 */
export function checkText(text: string): TextFinding[] {
  const plain = text.replace(/[^\S\n]/gu, ' ');
  if (plain.trim() === '') return [];
  const touched = [...PATTERNS.flatMap(({ rule, pattern }) => foundBy(rule, pattern, plain)), ...familyInside(plain)];
  const missing = RULES.filter((rule) => SAID[rule] && !SAID[rule].test(plain)).map((rule): TextFinding => ({
    rule,
    found: null,
    at: null,
  }));
  return [...touched.sort((a, b) => a.at - b.at || RULES.indexOf(a.rule) - RULES.indexOf(b.rule)), ...missing];
}

type Found = { rule: Rule; found: string; at: number };

function foundBy(rule: Rule, pattern: RegExp, text: string): Found[] {
  return [...text.matchAll(pattern)].map((match) => ({ rule, found: match[0].trim(), at: match.index }));
}

/** Sentences that speak of family and of counting in, and not of leaving out. */
function familyInside(text: string): Found[] {
  return [...text.matchAll(/[^.;\n]+/gu)]
    .filter(([sentence]) => FAMILY.test(sentence) && INSIDE.test(sentence))
    .map((match) => {
      const found = match[0].trim();
      return { rule: 'family_apart' as const, found, at: match.index + match[0].indexOf(found) };
    });
}
