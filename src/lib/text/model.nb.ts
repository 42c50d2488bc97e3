import type { CostGroup } from '$lib/model/benchmark';

/** The steps of a figure, in the order the model takes them. */
export type Step = 'people' | 'grants' | 'programme' | 'teaching' | 'posts' | 'places' | 'costs' | 'fund';

export const model = {
  title: 'Slik regner modellen',
  lead: 'Alle tall i prognosen er summer av linjer: antall ganger pris. Hver pris og hver andel er en forutsetning med kilde og status. Her står hvordan tallene blir til, hva som er med, og hva summen blir ved siden av det Beregningsutvalget fant i kommunenes regnskaper.',
  how: 'Slik blir et tall til',
  howLead: 'Modellen går gjennom åtte ledd i samme rekkefølge hver gang. Hvert ledd bygger på dem før.',
  steps: {
    people: {
      title: 'Personer',
      line: 'De som alt bor i kommunen, og de som bosettes etter vedtaket, følges måned for måned etter bosettingsår, oppholdsgrunnlag, kategori og alder. Noen flytter, familie kommer etter, og alle blir eldre. En halv person er et forventet tall, ikke et menneske.',
    },
    grants: {
      title: 'Tilskudd',
      line: 'Hver person gir tilskudd etter hvor mange kalenderår det er siden bosettingen. Tilskuddet for år 1 er like stort enten personen kommer i januar eller desember. I årene 2–5 deles det mellom kommunene når noen flytter.',
    },
    programme: {
      title: 'Introduksjonsprogram',
      line: 'Voksne i programalder begynner etter noen måneder og deltar så lenge sporet deres varer. I den tiden får de introduksjonsstønad. Etterpå går de til arbeid, utdanning eller annet.',
    },
    teaching: {
      title: 'Undervisning og rom',
      line: 'Deltakere og andre voksne i norskopplæring deles i grupper etter nivå. Gruppene trenger lærere og rom. Mangler det rom, leies moduler for hele leietiden, også når behovet tar slutt før.',
    },
    posts: {
      title: 'Årsverk',
      line: 'Veiledere, ledelse, lærere og omsorg følger antallet de arbeider for, i hele stillingsdeler. Nye stillinger kommer noen måneder etter behovet og blir en stund etter at det er borte.',
    },
    places: {
      title: 'Plasser',
      line: 'Boliger etter husholdning, plasser i barnehage og skole, og praksis. Det som mangler, vises, og koster noe når prisen er kjent.',
    },
    costs: {
      title: 'Kostnader',
      line: 'Etablering, sosialhjelp, barnevern, bolig, helse og tolk: hvor mange det gjelder, ganger prisen. Lønn, leie og innkjøp justeres fra det året prisen gjelder for.',
    },
    fund: {
      title: 'Resultat og fond',
      line: 'Inntekt minus kostnad er årets netto. Fondsregelen sier hva som settes av og hva som brukes. Etter planen bosettes ingen nye, og tallene følger dem som alt er der.',
    },
  } satisfies Record<Step, { title: string; line: string }>,
  behind: 'Forutsetninger',
  perPerson: 'Hva én person koster over fem år',
  perPersonHow:
    'Modellen med alle forutsetninger som de står: alle blir boende, ingen familie kommer etter, ingen enslige mindreårige, undervisning utenom. Priser og grunnbeløp er årets egne. Ingen forutsetning er valgt for å treffe tallet, og det finnes ingen restpost.',
  perPersonCaption: 'Kroner per person over fem år, i årets kroner',
  year: 'År',
  item: 'Post',
  publishedCost: 'Beregningsutvalget',
  model: 'Modellen',
  deviation: 'Avvik',
  groups: {
    introduction_benefit: 'Introduksjonsstønad',
    social_assistance: 'Sosialhjelp',
    measures: 'Tiltak og administrasjon',
    total: 'Sum uten undervisning',
  } satisfies Record<CostGroup, string>,
  deviationWhy:
    'Modellen ligger lavere. Stønaden og sosialhjelpen er nær; det meste av avviket er i tiltak og administrasjon, der utvalgets beløp per post (barnevern, sosiale tjenester, bolig, felleskostnader) ikke er lest. Modellens tiltak hviler på enkelte kommuners bemanning og på antatte enhetskostnader. Regn med at kostnaden er for lav til egne regnskapstall er lagt inn.',
  items: (year: number) => `Post for post i ${year}`,
  itemsHow:
    'Utvalget oppgir beløp for tre grupper. Under hver gruppe står postene modellen har i den, og forutsetningene bak hver post.',
  amount: 'Kroner',
  parametersBehind: (count: string) => `${count} forutsetninger`,
  sources: 'Rapportene',
  reports: [
    {
      year: 2015,
      title:
        'Kommunenes utgifter til bosetting og integrering av flyktninger i 2015. Beregningsutvalget (sammendrag, IMDi)',
      href: 'https://www.imdi.no/arkiv/arkiverte-publikasjoner/2016/kommunenes-utgifter-til-bosetting-og-integrering-av-flyktninger-i-2015/',
    },
    {
      year: 2016,
      title:
        'Kommunenes utgifter til bosetting og integrering av flyktninger, 2016. Beregningsutvalget (sammendrag, digib.no)',
      href: 'https://digib.no/11586',
    },
    {
      year: 2018,
      title:
        'Kommunenes utgifter til bosetting og integrering av flyktninger, 2018. Beregningsutvalget (sammendrag, digib.no). Tallet for 2017 følger av tallet for 2018 og endringen som er oppgitt med det.',
      href: 'https://digib.no/11473',
    },
  ],
  covered: 'Hva som er med',
  coveredLine: (items: string, ordinary: string) =>
    `Modellen har ${items} poster. ${ordinary} av dem er ordinær drift: de vises ved siden av og er ikke med i nettoen.`,
  kostra: 'Funksjon og art',
  ordinary: 'ordinær drift',
  parameters: (count: string) => `Bak postene ligger ${count} forutsetninger. Slik er de sikret i dag:`,
  allParameters: 'Se alle satser og forutsetninger',
  notCovered: 'Hva som ikke er med',
  notCoveredList: [
    'Skatt, rammetilskudd og inntektsutjevning. Innbyggertilskudd per person kan legges inn og vises da ved siden av.',
    'Ordinær skole, barnehage, helse og omsorg ut over postene som er merket ordinær drift.',
    'Investeringer: nye bygg, kjøp av boliger og lån.',
    'Statlige ytelser til den enkelte, og skatten folk betaler når de er i arbeid.',
    'Mottak for asylsøkere og avtaler om opphold utenfor mottak.',
    'Spredningen av mulige forløp. Tallene er det som ventes med disse forutsetningene, ikke det som må skje.',
  ],
  unknown: 'Ukjent til kommunen oppgir det',
  unknownLine: 'Ingen kilde oppgir disse. De regnes ikke som null: det som bygger på dem, vises som ukjent.',
  none: 'Regnet som ingen til kommunen oppgir noe annet',
};
