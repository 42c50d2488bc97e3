import type { model as nb } from './model.nb';

export const model: typeof nb = {
  title: 'Slik reknar modellen',
  lead: 'Alle tal i prognosen er summar av linjer: mengd gonger pris. Kvar pris og kvar del er ein føresetnad med kjelde og status. Her står korleis tala blir til, kva som er med, og kva summen blir ved sida av det Beregningsutvalget fann i rekneskapane til kommunane.',
  how: 'Slik blir eit tal til',
  howLead: 'Modellen går gjennom åtte ledd i same rekkjefølgje kvar gong. Kvart ledd byggjer på dei før.',
  steps: {
    people: {
      title: 'Personar',
      line: 'Dei som alt bur i kommunen, og dei som blir busette etter vedtaket, blir følgde månad for månad etter busettingsår, opphaldsgrunnlag, kategori og alder. Nokre flyttar, familie kjem etter, og alle blir eldre. Ein halv person er eit venta tal, ikkje eit menneske.',
    },
    grants: {
      title: 'Tilskot',
      line: 'Kvar person gir tilskot etter kor mange kalenderår det er sidan busettinga. Tilskotet for år 1 er like stort anten personen kjem i januar eller desember. I åra 2–5 blir det delt mellom kommunane når nokon flyttar.',
    },
    programme: {
      title: 'Introduksjonsprogram',
      line: 'Vaksne i programalder byrjar etter nokre månader og deltek så lenge sporet deira varer. I den tida får dei introduksjonsstønad. Etterpå går dei til arbeid, utdanning eller anna.',
    },
    teaching: {
      title: 'Undervisning og rom',
      line: 'Deltakarar og andre vaksne i norskopplæring blir delte i grupper etter nivå. Gruppene treng lærarar og rom. Manglar det rom, blir modular leigde for heile leigetida, også når behovet tek slutt før.',
    },
    posts: {
      title: 'Årsverk',
      line: 'Rettleiarar, leiing, lærarar og omsorg følgjer talet dei arbeider for, i heile stillingsdelar. Nye stillingar kjem nokre månader etter behovet og blir verande ei stund etter at det er borte.',
    },
    places: {
      title: 'Plassar',
      line: 'Bustader etter hushald, plassar i barnehage og skule, og praksis. Det som manglar, blir vist, og kostar noko når prisen er kjend.',
    },
    costs: {
      title: 'Kostnader',
      line: 'Etablering, sosialhjelp, barnevern, bustad, helse og tolk: kor mange det gjeld, gonger prisen. Løn, leige og innkjøp blir justerte frå det året prisen gjeld for.',
    },
    fund: {
      title: 'Resultat og fond',
      line: 'Inntekt minus kostnad er nettoen for året. Fondsregelen seier kva som blir sett av og kva som blir brukt. Etter planen blir ingen nye busette, og tala følgjer dei som alt er der.',
    },
  },
  behind: 'Føresetnader',
  perPerson: 'Kva éin person kostar over fem år',
  perPersonHow:
    'Modellen med alle føresetnader slik dei står: alle blir buande, ingen familie kjem etter, ingen einslege mindreårige, undervisning utanom. Prisar og grunnbeløp er dei for året. Ingen føresetnad er vald for å treffe talet, og det finst ingen restpost.',
  perPersonCaption: 'Kroner per person over fem år, i kroneverdien til året',
  year: 'År',
  item: 'Post',
  publishedCost: 'Beregningsutvalget',
  model: 'Modellen',
  deviation: 'Avvik',
  groups: {
    introduction_benefit: 'Introduksjonsstønad',
    social_assistance: 'Sosialhjelp',
    measures: 'Tiltak og administrasjon',
    total: 'Sum utan undervisning',
  },
  deviationWhy:
    'Modellen ligg lågare. Stønaden og sosialhjelpa er nær; det meste av avviket er i tiltak og administrasjon, der beløpa til utvalet per post (barnevern, sosiale tenester, bustad, felleskostnader) ikkje er lesne. Tiltaka i modellen kviler på bemanninga i einskilde kommunar og på tenkte einingskostnader. Rekn med at kostnaden er for låg til eigne rekneskapstal er lagde inn.',
  items: (year: number) => `Post for post i ${year}`,
  itemsHow:
    'Utvalet oppgir beløp for tre grupper. Under kvar gruppe står postane modellen har i ho, og føresetnadene bak kvar post.',
  amount: 'Kroner',
  parametersBehind: (count: string) => `${count} føresetnader`,
  sources: 'Rapportane',
  reports: [
    {
      year: 2015,
      title:
        'Kommunenes utgifter til bosetting og integrering av flyktninger i 2015. Beregningsutvalget (samandrag, IMDi)',
      href: 'https://www.imdi.no/arkiv/arkiverte-publikasjoner/2016/kommunenes-utgifter-til-bosetting-og-integrering-av-flyktninger-i-2015/',
    },
    {
      year: 2016,
      title:
        'Kommunenes utgifter til bosetting og integrering av flyktninger, 2016. Beregningsutvalget (samandrag, digib.no)',
      href: 'https://digib.no/11586',
    },
    {
      year: 2018,
      title:
        'Kommunenes utgifter til bosetting og integrering av flyktninger, 2018. Beregningsutvalget (samandrag, digib.no). Talet for 2017 følgjer av talet for 2018 og endringa som er oppgitt med det.',
      href: 'https://digib.no/11473',
    },
  ],
  covered: 'Kva som er med',
  coveredLine: (items: string, ordinary: string) =>
    `Modellen har ${items} postar. ${ordinary} av dei er ordinær drift: dei står ved sida av og er ikkje med i nettoen.`,
  kostra: 'Funksjon og art',
  ordinary: 'ordinær drift',
  parameters: (count: string) => `Bak postane ligg ${count} føresetnader. Slik er dei sikra i dag:`,
  allParameters: 'Sjå alle satsar og føresetnader',
  notCovered: 'Kva som ikkje er med',
  notCoveredList: [
    'Skatt, rammetilskot og inntektsutjamning. Innbyggjartilskot per person kan leggjast inn og står då ved sida av.',
    'Ordinær skule, barnehage, helse og omsorg ut over postane som er merkte ordinær drift.',
    'Investeringar: nye bygg, kjøp av bustader og lån.',
    'Statlege ytingar til den einskilde, og skatten folk betaler når dei er i arbeid.',
    'Mottak for asylsøkjarar og avtalar om opphald utanfor mottak.',
    'Spreiinga av moglege forløp. Tala er det som er venta med desse føresetnadene, ikkje det som må skje.',
  ],
  unknown: 'Ukjent til kommunen oppgir det',
  unknownLine: 'Inga kjelde oppgir desse. Dei blir ikkje rekna som null: det som byggjer på dei, står som ukjent.',
  none: 'Rekna som ingen til kommunen oppgir noko anna',
};
