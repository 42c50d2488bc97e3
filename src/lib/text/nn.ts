import type { Text } from './text';

import { charts } from './charts.nn';
import { database } from './database.nn';
import { levers } from './levers.nn';
import { table } from './table.nn';
import { why } from './why.nn';
import { years } from './years.nn';
import { vote } from './vote.nn';
import { start } from './start.nn';
import { plan } from './plan.nn';
import { rooms } from './rooms.nn';
import { compare } from './compare.nn';
import { frame } from './frame.nn';
import { parameters } from './parameters.nn';
/** Nynorsk. */
export const nn: Text = {
  language: 'nn',
  items: {
    'integration_grant.year1.single_adult': 'Integreringstilskot år 1, einsleg vaksen',
    'integration_grant.year1.adult': 'Integreringstilskot år 1, vaksen',
    'integration_grant.year1.child': 'Integreringstilskot år 1, barn',
    'integration_grant.year1.unaccompanied_minor': 'Integreringstilskot år 1, einsleg mindreårig',
    'integration_grant.year2': 'Integreringstilskot år 2',
    'integration_grant.year3': 'Integreringstilskot år 3',
    'integration_grant.year4': 'Integreringstilskot år 4',
    'integration_grant.year5': 'Integreringstilskot år 5',
    'integration_grant.shared_out': 'Deling av tilskot, til andre kommunar',
    'integration_grant.shared_in': 'Deling av tilskot, frå andre kommunar',
    kindergarten_grant: 'Barnehagetilskot',
    elderly_grant: 'Eldretilskot',
    unaccompanied_minor_grant: 'Særskilt tilskot, einslege mindreårige',
    'special_needs_grant.1': 'Ekstratilskot 1',
    'special_needs_grant.2': 'Ekstratilskot 2',
    'language_grant.person': 'Norsktilskot per person',
    'language_grant.base': 'Norsktilskot, grunntilskot',
    general_grant: 'Innbyggjartilskot',
    host_income: 'Plassar selde til andre kommunar',
    'housing.rent_income': 'Husleige frå leigetakarane',
    'project.grant': 'Prosjekttilskot',
    introduction_benefit: 'Introduksjonsstønad',
    'education.teachers': 'Lærarar',
    'education.rooms': 'Leige av klasserom',
    'education.room_setup': 'Oppsetjing av modular',
    'education.room_removal': 'Fjerning av modular',
    'education.places_bought': 'Plassar kjøpte av vertskommune',
    'education.material': 'Læremiddel',
    'staff.advisers': 'Rettleiarar',
    'staff.settlement_workers': 'Busettingskonsulentar',
    'staff.management': 'Leiing',
    'staff.bilingual_assistants': 'Tospråklege assistentar',
    'health.psychosocial_adviser': 'Psykososiale konsulentar',
    'unaccompanied_minor_care.staff': 'Omsorg for einslege mindreårige, tilsette',
    'unaccompanied_minor_care.places': 'Omsorg for einslege mindreårige, husleige og opphald',
    'establishment.single': 'Etableringsstøtte, einsleg eller einsleg forsørgjar',
    'establishment.couple': 'Etableringsstøtte, par',
    'establishment.shared': 'Etableringsstøtte, deler bustad',
    'establishment.child': 'Etableringsstøtte, barn',
    'establishment.family': 'Etableringsstøtte, familieinnvandring',
    'establishment.clothing': 'Støtte til klede',
    'establishment.leisure': 'Fritidsaktivitet for barn',
    'housing.leases': 'Innleige av bustad',
    'housing.follow_up': 'Oppfølging i bustad',
    'health.screening': 'Helseundersøking ved busetting',
    'health.follow_up': 'Ekstra helsetenester',
    'interpreter.hours': 'Tolk',
    'child_welfare.measures': 'Tiltak i barnevernet',
    'social_assistance.in_programme': 'Sosialhjelp, i programmet',
    'social_assistance.work': 'Sosialhjelp etter programmet, i arbeid',
    'social_assistance.upper_secondary': 'Sosialhjelp etter programmet, i vidaregåande opplæring',
    'social_assistance.adult_primary': 'Sosialhjelp etter programmet, i grunnskule for vaksne',
    'social_assistance.higher': 'Sosialhjelp etter programmet, i høgare utdanning',
    'social_assistance.other': 'Sosialhjelp etter programmet, anna',
    'social_assistance.outside': 'Sosialhjelp, utanfor programmet',
    'special_needs.measures': 'Tiltak ved særskilde behov',
    'school.language_support': 'Særskild norskopplæring i skulen',
    'kindergarten.language_support': 'Språkstøtte i barnehagen',
    'kindergarten.childminder': 'Anna barnepass',
    'project.cost': 'Prosjektkostnader',
    'project.internal_transfers': 'Overføringar til andre tenester',
    'staff.social_workers': 'Sosialkonsulentar',
    'staff.overheads': 'Fellesutgifter til stillingar',
    'education.overheads': 'Fellesutgifter til lærarstillingar',
    'child_welfare.placements': 'Barn plasserte av barnevernet',
    'health.care': 'Omsorgstenester til eldre',
    'social_assistance.waiting': 'Sosialhjelp før programmet',
    'fund.set_aside': 'Sett av til fond',
    'fund.release': 'Brukt av fond',
  },
  bands: { high: 'høg sats', low: 'låg sats' },
  units: {
    person: 'personar',
    'person-year': 'personår',
    'person-month': 'deltakarmånader',
    'overhead-post': 'årsverk',
    'post-year': 'årsverk',
    'module-year': 'modulår',
    'place-year': 'plassår',
    'dwelling-year': 'bustadår',
    household: 'hushald',
    'household-year': 'hushaldsår',
    module: 'modular',
    hour: 'timar',
    year: 'år',
    grant: 'tilskot',
    NOK: 'kroner',
  },
  categories: {
    single_adult: 'einslege vaksne',
    adult: 'vaksne',
    child: 'barn',
    unaccompanied_minor: 'einslege mindreårige',
  },
  alternatives: {
    lease: 'leige modular',
    extra_shift: 'eit skift til',
    rented: 'leige eit rom',
    host: 'plassar hos ein vertskommune',
  },
  groups: {
    adviser: 'rettleiarar',
    settlement_worker: 'busettingskonsulentar',
    bilingual_assistant: 'tospråklege assistentar',
    management: 'leiarar',
    social_worker: 'Sosialkonsulentar',
    psychosocial_adviser: 'psykososiale konsulentar',
    unaccompanied_minor_care: 'tilsette i omsorg for einslege mindreårige',
    teacher: 'lærarar',
  },
  signs: {
    income_positive: 'overskot med pluss',
    cost_positive: 'inntekt med minus',
  },
  kroner: {
    nominal: 'løpande kroner',
    fixed: 'faste kroner',
  },
  side: { income: 'Inntekt', cost: 'Kostnad', fund: 'Fond' },
  status: {
    published: 'publisert',
    derived: 'utleidd',
    carried_forward: 'ført fram',
    own: 'eige tal',
    assumed: 'anteke',
    unknown: 'ukjent',
  },
  columns: {
    year: 'År',
    income: 'Inntekt',
    cost: 'Kostnad',
    net: 'Netto',
    fund: 'Fond',
    in_phase: 'I femårsfasen',
    participants_peak: 'Deltakarar',
    rooms_needed: 'Klasserom',
    posts: 'Årsverk',
    settled: 'Busette',
  },
  unknown: 'ukjent',
  none: 'ingen',
  warnings: {
    'rate-unknown': (years, parameters) =>
      `Inga kjelde oppgir satsen i ${years}: ${parameters}. Beløpet er ukjent, og summen for året er ufullstendig.`,
    'rate-carried-forward': (years) => `Ingen kjende satsar for ${years}. Dei siste kjende satsane er førte fram.`,
    'rates-held': (years) => `Alle statlege satsar er haldne som i ${years}.`,
    'opening-synthetic': (years) =>
      `Fordelinga av dei busette per 31. desember ${years} er oppdikta ut frå publiserte totalar. Det er ikkje kommunen sine eigne tal.`,
    'opening-suppressed': () => 'Skjulte tal i opninga er rekna som 2,5 personar kvart.',
    'municipality-unknown': () => 'Kommunenummeret finst ikkje i kommunelista. Nasjonale føresetnader er brukte.',
    'staff-opening-assumed': () => 'Talet på årsverk før planen er ikkje oppgitt. Behovet i første månad er brukt.',
    'price-index-used': (years) =>
      `Prisveksten er ikkje kunngjord for alle åra ${years}. Føresetnaden prices.index er brukt der han manglar.`,
    'assumptions-matter': (_, parameters) =>
      `Desse føresetnadene har mest å seie for resultatet, den viktigaste først: ${parameters}. Dei er antekne, ikkje frå tala dykkar.`,
    'family-in-vote': (years) =>
      `Vedtaket omfattar her familieinnvandring i ${years}. IMDi ber om at det ikkje gjer det, og at det ikkje har andre atterhald.`,
    'fund-empty': (years) =>
      `Fondet er tomt i ${years}. Det står under null, og kommunen må dekkje det som manglar, på ein annan måte.`,
    'dwellings-unknown': (years) =>
      `Det er ikkje oppgitt kor mange bustader kommunen har til busetting (${years}). Behovet står der, men leige av bustader er ikkje rekna med.`,
    'kindergarten-short': (years) =>
      `Det manglar barnehageplassar i ${years}. Barn ventar lenger enn fristen, og dagmamma er rekna med.`,
    'school-short': (years) => `Det manglar skuleplassar i ${years}. Barn ventar lenger enn fristen.`,
    'programme-late': (years, parameters) =>
      `Programmet byrjar seinare enn fristen etter busetting i ${years} (${parameters}).`,
    'special-needs-late': (years, parameters) =>
      `Søknaden om ekstratilskot blir send etter fristen i ${years} (${parameters}). Tilskotet for det første året går tapt.`,
  },
  findings: {
    'unknown-id': ({ found, allowed }) =>
      `Parameteren «${found}» finst ikkje.${allowed ? ` Meinte du «${allowed}»?` : ''} Rett namnet.`,
    'not-yet': ({ found }) => `«${found}» kan ikkje brukast i denne versjonen enno. Ta det ut av scenarioet.`,
    'not-by-year': () =>
      'Parameteren gjeld berre ved starten av planen og kan ikkje setjast for eitt år. Skriv han utan år.',
    'year-outside': ({ found, allowed }) =>
      `Året ${found} er utanfor planen. Tillate: ${allowed}. Rett året eller forleng planen.`,
    'value-outside': ({ found, allowed }) => `Verdien ${found} er utanfor grensene. Tillate: ${allowed}. Rett verdien.`,
    'not-an-option': ({ found, allowed }) => `«${found}» kan ikkje veljast. Tillate: ${allowed}.`,
    'not-a-number': ({ found }) => `«${found}» er ikkje eit tal. Skriv eit tal.`,
    'not-whole': ({ found }) => `${found} er ikkje eit heilt tal. Skriv eit heilt tal.`,
    'shares-sum': ({ found, allowed }) => `Summen av delane er ${found}, men han må kunne bli ${allowed}. Rett delane.`,
    'no-rows-of-year': ({ found, allowed }) =>
      `Fila har ingen rader for ${allowed}, året før planen; ho har ${found}. Bruk ei fil med det året, eller endre first_year.`,
    'settled-after-opening': ({ found, allowed }) =>
      `Busettingsåret ${found} er etter opninga. Tillate: til og med ${String(allowed).replace('-', '')}. Rett året.`,
    'missing-column': ({ path, found, allowed }) =>
      `Kolonnen «${path}» manglar. Fila har: ${found}. Ho må ha: ${allowed}. Legg til kolonnen og prøv på nytt.`,
    'unknown-column': ({ allowed }) =>
      `Kolonnen er ukjend. Tillate: ${allowed}. Fjern kolonnen eller gi han eit av desse namna.`,
    'extra-cells': ({ found, allowed }) =>
      `Rada har ${found} felt, men overskriftene er ${allowed}. Eit komma i eit tal kan ha delt feltet. Tillate: ${allowed}. Rett rada eller bruk semikolon.`,
    'empty-cell': ({ allowed }) => `Feltet er tomt. Tillate: ${allowed}. Fyll ut feltet.`,
    'double-column': () => 'Kolonnen finst to gonger. Fjern den eine.',
    'empty-file': () => 'Fila er tom. Vel ei fil med overskrifter og rader.',
    'no-rows': () => 'Fila har overskrifter, men ingen rader. Legg til rader og prøv på nytt.',
    'personal-data': ({ path, found }) =>
      `Kolonnen «${path}» har ${personalData(found)}. Ingenting er lese inn. Fjern kolonnen og prøv på nytt.`,
    'not-json': ({ found }) => `Fila er ikkje gyldig JSON (${found}). Rett fila.`,
    'missing-key': ({ allowed }) => `Feltet manglar. Tillate: ${allowed}. Legg til feltet.`,
    'unknown-key': ({ found }) => `Feltet «${found}» er ukjent. Fjern feltet.`,
    'wrong-type': ({ found, allowed }) =>
      `Fann ${found ?? 'ein verdi av feil slag'}.${allowed ? ` Tillate: ${allowed}.` : ''} Rett verdien.`,
    'wrong-value': ({ found, allowed }) => `Verdien ${found ?? ''} kan ikkje brukast (${allowed}). Rett verdien.`,
    'impossible-age': ({ found }) =>
      `Aldersgruppa ${found} passar ikkje med kategorien. Vaksne er 18 år eller meir, barn og einslege mindreårige er under 18. Rett rada.`,
    'no-title': () => 'Tittelen manglar. Skriv ein tittel på minst eitt språk.',
    'no-file': ({ found }) => `Fila «${found}» finst ikkje. Rett stien.`,
    'unknown-file': ({ found }) =>
      `Fila er av eit ukjent slag (${found}). Tillate: scenario (.json), parameter (.json), opning og rekneskap (.csv).`,
    'too-large': ({ found, allowed }) => `Fila er på ${found}, meir enn ${allowed}. Vel ei mindre fil.`,
    'percent-sum': ({ found }) =>
      `Delane blir ${found} % til saman, meir enn 1,5 poeng frå 100 %. Dei er haldne som dei står. Kontroller mot kjelda.`,
    'parts-exceed-whole': ({ found, allowed }) =>
      `Delane er ${found} til saman, men heilskapen er ${allowed}. Nokre er med i fleire delar. Ikkje rekn delane om til prosent av 100.`,
    'two-values': ({ found }) =>
      `Dokumentet gir ulike verdiar for det same: ${found}. Avklar kva som gjeld før talet blir brukt.`,
    'bounds-conflict': ({ found }) =>
      `Grensene seier imot kvarandre: ${found}. Avklar kva som gjeld før talet blir brukt.`,
    'figure-in-image': () =>
      'Talet står berre i eit bilete. Det er ukjent, ikkje null. Les det av i biletet og skriv det inn.',
    'figure-not-in-text': () =>
      'Talet står ikkje i teksten. Det er ukjent, ikkje null. Skriv det inn, eller bruk eit anslag som er merkt som anslag.',
    'figure-missing': () =>
      'Talet manglar. Skriv talet, eller set eit merke som seier kvifor det manglar (none, suppressed, not_read, not_in_text, image_only).',
    'figure-and-mark': ({ found }) =>
      `Rada har både talet ${found} og eit merke som seier at det manglar. Fjern det eine.`,
    'heads-without-posts': ({ found }) =>
      `Dokumentet oppgir ${found} tilsette, men ikkje årsverk. Tilsette blir ikkje rekna om til årsverk. Finn årsverka.`,
    'mixed-units': ({ found }) =>
      `Det same er oppgitt i ulike einingar: ${found}. Dei kan ikkje leggjast saman. Finn talet i éi eining.`,
    'doubtful-unit': ({ found }) =>
      `${found} er lite truleg. Kroner og tusen kroner kan vere bytte om. Kontroller eininga.`,
    'rules-differ': ({ found }) => `Dokumenta har ulike reglar: ${found}. Bruk den som gjeld for året og kommunen.`,
    'definitions-differ': ({ found }) =>
      `Dokumenta måler ikkje det same: ${found}. Vel éin definisjon før tala blir samanlikna.`,
  },
  row: (row) => `rad ${row}`,
  charts,
  database,
  levers,
  table,
  why,
  years,
  vote,
  start,
  plan,
  rooms,
  compare,
  frame,
  parameters,
  backtest: {
    usage: '  backtest KOMMUNE [--calibrate]     modellen ved sida av det som hende\n',
    oneMunicipality: 'Kommandoen «backtest» treng nøyaktig eitt kommunenummer, til dømes 3428.',
    unknown: (number, known) =>
      `Kommunenummeret «${number}» finst ikkje i data/municipalities.csv. Kommunar med historie: ${known}.`,
    noHistory: (name, number) =>
      `${name} (${number}) har ingen publiserte tal over busette og utbetalingar å prøve modellen mot.`,
    title: (name, number) => `${name} (${number}): modellen ved sida av det som hende`,
    successor: (given, number, name) => `${given} er i dag ${number} ${name}. Tala før og etter er lagde saman.`,
    runs: (from, to) =>
      `Modellen er køyrd frå ${from} til ${to} med tom opning, publiserte tal over busette og nasjonale føresetnader. Ingenting er tilpassa kommunen.`,
    people: {
      title: 'Personar',
      columns: {
        year: 'År',
        requested: 'Oppmoda',
        decided: 'Vedteke',
        settled: 'Busett',
        persons: 'Køyrt: busett',
        planned: 'Køyrt: vedteke',
        in_phase: 'I femårsfasen',
      },
      marks: {
        suppressed: 'skjult',
        at_least: (persons) => `minst ${persons}`,
        part_year: (persons, until) => `${persons} til ${until}`,
        none: 'ingen tal',
        not_read: 'ikkje lese',
      },
    },
    payments: {
      title: (year) => `Utbetalt frå IMDi i ${year}`,
      unit: '1000 kroner. Modell: det året gir. Kontant: det som blir betalt i året. Avvik: betalt minus plan.',
      columns: {
        item: 'Post',
        plan: 'Plan',
        model: 'Modell',
        model_cash: 'Kontant',
        paid: 'Betalt',
        deviation: 'Avvik',
        volume: 'Volum',
        composition: 'Samansetjing',
        rate: 'Sats',
        moving: 'Flytting',
        unexplained: 'Uforklart',
      },
      definition:
        'Planen er modellen med dei vedtekne personane og satsane frå året før. Volum er busett mot vedteke, sats er satsane i året mot fjoråret. Samansetjing og flytting er det meste desse to kan forklare, ikkje det dei gjorde. Uforklart er resten: etterslep, skjulte tal, andre ordningar og det modellen har feil.',
    },
    items: {
      integration_year1: 'Integreringstilskot år 1',
      integration_year2_5: 'Integreringstilskot år 2–5',
      unaccompanied_minor: 'Einslege mindreårige',
      special_needs: 'Ekstratilskot',
      language: 'Norskopplæring',
      total: 'Sum',
    },
    notes: {
      suppressed: () => 'Beløpet er skjult.',
      unclear: () => 'IMDi skriv 0, men summen er høgare. Beløpet kan vere skjult og er ukjent.',
      'rate-unknown': () => 'Inga kjelde oppgir satsen. Modellen har ikkje noko tal.',
      'rate-before-unknown': (items) =>
        `Inga kjelde oppgir satsen året før${items && ` (${items})`}. Planen bruker satsen i året.`,
      without: (items) => `Ukjent og ikkje med på nokon side: ${items}.`,
      floor: () =>
        'Talet på busette er eit minstetal. Det som står som samansetjing, flytting eller uforklart, kan vere skjulte personar.',
    },
    accounts: {
      title: 'Rekneskap, budsjett og modell',
      unit: '1000 kroner, årsverk eller personar. Pluss er overskot. Avvik er rekneskap mot budsjett og skilnad er rekneskap (eller budsjett) mot modellen: for kostnad, inntekt og netto det dei gjer med resultatet.',
      columns: {
        year: 'År',
        item: 'Post',
        accounts: 'Rekneskap',
        budget: 'Budsjett',
        deviation: 'Avvik',
        model: 'Modell',
        difference: 'Skilnad',
        outside: 'Modell utanom',
      },
      items: {
        cost: 'Kostnad',
        income: 'Inntekt',
        net: 'Netto',
        'staff.posts': 'Årsverk utan lærarar',
        'staff.heads': 'Tilsette',
        participants: 'Deltakarar i løpet av året',
      },
    },
    miss: {
      'income-fell-more': (year) => `Inntekta fall meir enn kostnaden i ${year}`,
      'cost-fell-more': (year) => `Kostnaden fall meir enn inntekta i ${year}`,
      'income-rose-more': (year) => `Inntekta auka meir enn kostnaden i ${year}`,
      'cost-rose-more': (year) => `Kostnaden auka meir enn inntekta i ${year}`,
      'income-fell': (year) => `Inntekta fall og kostnaden auka i ${year}`,
      'income-rose': (year) => `Inntekta auka og kostnaden fall i ${year}`,
      amounts: (income, cost, net) => `: mot budsjettet er inntekta ${income}, kostnaden ${cost} og netto ${net}.`,
      below: (kroner) => `${kroner} kroner under`,
      above: (kroner) => `${kroner} kroner over`,
      weaker: (kroner) => `${kroner} kroner svakare`,
      stronger: (kroner) => `${kroner} kroner betre`,
      identity: (year, version, cost, income, net) =>
        `${version} ${year}: kostnad ${cost} − inntekt ${income} = netto kostnad ${net} kroner.`,
      netDeviation: (budget, accounts, deviation) => `Avviket i netto: ${budget} − ${accounts} = ${deviation} kroner.`,
    },
    versions: { regnskap: 'Rekneskap', budsjett: 'Budsjett', økonomiplan: 'Økonomiplan' },
    beside: (year, cost, accountsCost, income, accountsIncome) =>
      `For ${year} gir modellen ${cost} mill. i kostnad mot ${accountsCost} i rekneskapen, og ${income} mill. i inntekt mot ${accountsIncome}.`,
    vote: (year, requested, decided, settled) =>
      `I ${year} blei kommunen beden om å busetje ${requested}. Han vedtok ${decided}, og ${settled} blei busette.`,
    paid: (year, paid, model, share, plan) =>
      `I ${year} blei det betalt ${paid} mill. kroner for postane som kan samanliknast. Modellen gir ${model} mill. (betalt mot modell: ${share}), planen ${plan} mill.`,
    split: (year, deviation, volume, rate, composition, moving, unexplained) =>
      `Avviket frå planen i ${year} er ${deviation} mill.: volum ${volume}, sats ${rate}, samansetjing ${composition}, flytting ${moving}, uforklart ${unexplained}.`,
    nothingPaid: (year) => `For ${year} er alle postane skjulte eller ukjende, så ingenting kan samanliknast.`,
    flagsTitle: 'Merk',
    flags: {
      'net-zero': (years) =>
        `Netto er nøyaktig 0 i ${years}. Det tyder at statlege midlar eller eit fond har dekt resten, ikkje at det ikkje kosta noko. Kva føring gjorde netto til 0?`,
      'does-not-add-up': (years) => `Inntekt minus kostnad er ikkje netto i ${years}. Sjekk tala.`,
      'accounts-scope': (years, functions) =>
        `Rekneskapen for ${years} gjeld flyktningtenesta, introduksjonsprogrammet og vaksenopplæringa samla. Modellen ved sida av har KOSTRA-funksjonane ${functions} og tilskota til dei. Bustad, sosialhjelp, helse, barnevern og omsorg for einslege mindreårige står i «modell utanom».`,
      'plan-only': (years) =>
        `Tala for ${years} er rammer i budsjett og økonomiplan, ikkje rekneskap. Dei viser kva kommunen planla, ikkje om modellen trefte. Kva ramma omfattar, er ikkje oppgitt.`,
      'model-incomplete': (years) => `Modellen manglar ein sats i ${years}. Tal med + er ufullstendige.`,
      'no-count': (years) => `Ingen tal over busette i ${years}. Modellen er ikkje køyrd for det.`,
      suppressed: (years, persons) => `Busette i ${years}: skjult (1–4). Kvart skjult tal er rekna som ${persons}.`,
      'at-least': (years) => `Busette i ${years}: eit minstetal, brukt som det står.`,
      'part-year': (years) => `Busette i ${years}: berre ein del av året, brukt som det står.`,
      none: (years) =>
        `Busette i ${years}: ingen tal (ikkje spurt, ikkje noko vedtak, eller ingen). Modellen er køyrd utan busette.`,
      'plan-from-settled': (years) => `Vedtaket er ikkje kjent for ${years}. Planen bruker dei busette.`,
      'years-left-out': (years) => `Modellen kan gå over 15 år. Dei busette i ${years} er ikkje med.`,
      'other-schemes': (years, amount) =>
        `Summen IMDi oppgir for ${years}, er ${amount} kroner høgare enn postane. Det er andre ordningar eller skjulte beløp.`,
      'payments-hidden': (years, amount) =>
        `Postane for ${years} er skjulte. Berre summen er kjend: ${amount} kroner, med andre ordningar.`,
    },
    calibration: {
      title: 'Tilpassing til eigen rekneskap',
      suggested: (scale) => `Framlegg: prices.scale = ${scale}. Det er ikkje brukt i noko tal her.`,
      why: (years, accounts, model, fitted) =>
        `Kostnaden i rekneskapen for ${years} er ${accounts} mill. og i modellen ${model} mill. Løn og prisar måtte gangast med ${fitted} for å treffe.`,
      weight: (years, weight, shrinkage) =>
        `Med ${years} år med rekneskap tel han ${weight}, og talet for landet (1) resten: n / (n + ${shrinkage}).`,
      participants: (year, own, model, ownCost, modelCost) =>
        `Sjekk mengda før prisen: i ${year} var det ${own} deltakarar mot ${model} i modellen. Per deltakar er kostnaden ${ownCost} kroner i rekneskapen og ${modelCost} i modellen. Faktoren over dekkjer begge delar, så rett deltakartalet først.`,
      none: 'Kommunen har ingen rekneskap i data/accounts. Løn og prisar kan ikkje tilpassast.',
    },
  },
  cli: {
    usage:
      'Bruk: bosett KOMMANDO ...\n\n' +
      '  forecast SCENARIO... [--set ID=VERDI]... [--set ID@ÅR=VERDI]...   prognosen\n' +
      '  parameters [--year ÅR] [PREFIKS]                                 parametrar med kjelde og status\n' +
      '  check FIL...                                                     kontrollerer filer\n\n' +
      '  --format table | json | csv     --lang nb | nn | en\n',
    unknownCommand: (command) => `Kommandoen «${command}» finst ikkje.`,
    notYet: (command) => `Kommandoen «${command}» er ikkje laga enno.`,
    unknownOption: (option) => `Valet «${option}» finst ikkje.`,
    missingValue: (option) => `Valet «${option}» manglar ein verdi.`,
    wrongValue: (option, value, allowed) => `«${value}» kan ikkje brukast for ${option}. Tillate: ${allowed}.`,
    missingFile: (command) => `Kommandoen «${command}» treng minst éi fil.`,
    noParameters: (prefix) => `Ingen parameter byrjar med «${prefix}».`,
    correct: (file) => `${file}: i orden`,
    tail: 'etter planen',
    thousands: 'Tal i 1000 kroner i kroneverdien for kvart år. Pluss er overskot.',
    parameterColumns: {
      id: 'id',
      value: 'verdi',
      unit: 'eining',
      range: 'grenser',
      status: 'status',
      source: 'kjelde',
    },
  },
};

function personalData(found: string | undefined): string {
  const [kind = '', count = ''] = (found ?? '').split(':');
  const kinds: Record<string, string> = {
    heading: 'ei overskrift som tyder på personopplysningar',
    email: `e-postadresser (${count})`,
    'national-number': `fødselsnummer eller D-nummer (${count})`,
    'duf-number': `DUF-nummer (${count})`,
    date: `nøyaktige datoar (${count})`,
  };
  return kinds[kind] ?? 'personopplysningar';
}

/** The places that parameters such as `kindergarten.free_places` count, in words. */
