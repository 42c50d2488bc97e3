import type { model as nb } from './model.nb';

export const model: typeof nb = {
  title: 'How the model works',
  lead: 'Every figure of the forecast is a sum of lines: quantity times price. Each price and each share is an assumption with a source and a status. Here is how the figures are made, what is included, and what the sum comes to beside what Beregningsutvalget, the state’s committee on settlement costs, found in the accounts of municipalities.',
  how: 'How a figure is made',
  howLead: 'The model takes eight steps in the same order every time. Each step builds on those before it.',
  steps: {
    people: {
      title: 'People',
      line: 'Those who already live in the municipality, and those settled after the vote, are followed month by month by year of settlement, permit, category and age. Some move, family follows, and everybody grows older. Half a person is an expected number, not a human being.',
    },
    grants: {
      title: 'Grants',
      line: 'Each person brings grants by the number of calendar years since settlement. The grant of year 1 is the same whether the person comes in January or in December. In years 2–5 it is shared between municipalities when somebody moves.',
    },
    programme: {
      title: 'Introduction programme',
      line: 'Adults of programme age begin after some months and take part for as long as their track lasts. In that time they receive the introduction benefit. Afterwards they go to work, education or something else.',
    },
    teaching: {
      title: 'Teaching and rooms',
      line: 'Participants and other adults who learn Norwegian are divided into groups by level. Groups need teachers and rooms. Where rooms are short, modules are leased for the whole term, even when the need ends before it.',
    },
    posts: {
      title: 'Posts',
      line: 'Advisers, management, teachers and care staff follow the number they work for, in whole parts of a post. New posts come some months after the need and stay for a while after it has gone.',
    },
    places: {
      title: 'Places',
      line: 'Dwellings by household, places in kindergarten and school, and work practice. What is missing is shown, and costs something where the price is known.',
    },
    costs: {
      title: 'Costs',
      line: 'Establishment, social assistance, child welfare, housing, health and interpreters: how many it concerns, times the price. Wages, rents and purchases are adjusted from the year the price is stated for.',
    },
    fund: {
      title: 'Result and fund',
      line: 'Income less cost is the net of the year. The rule of the fund says what is set aside and what is spent. After the plan nobody new is settled, and the figures follow those who are there.',
    },
  },
  behind: 'Assumptions',
  perPerson: 'What one person costs over five years',
  perPersonHow:
    'The model with every assumption as it stands: everybody stays, no family follows, no unaccompanied minors, teaching outside. Prices and the basic amount are those of the year. No assumption was chosen to meet the figure, and there is no residual item.',
  perPersonCaption: 'Kroner per person over five years, in kroner of the year',
  year: 'Year',
  item: 'Item',
  publishedCost: 'Beregningsutvalget',
  model: 'The model',
  deviation: 'Deviation',
  groups: {
    introduction_benefit: 'Introduction benefit',
    social_assistance: 'Social assistance',
    measures: 'Measures and administration',
    total: 'Sum without teaching',
  },
  deviationWhy:
    'The model is lower. Benefit and social assistance are near; most of the deviation is in measures and administration, where the committee’s amounts by item (child welfare, social services, housing, overheads) could not be read. The measures of the model rest on the staffing of single municipalities and on assumed unit costs. Take the cost to be too low until figures from your own accounts are put in.',
  items: (year: number) => `Item by item in ${year}`,
  itemsHow:
    'The committee states amounts for three groups. Under each group stand the items that the model has in it, and the assumptions behind each item.',
  amount: 'Kroner',
  parametersBehind: (count: string) => `${count} assumptions`,
  sources: 'The reports',
  reports: [
    {
      year: 2015,
      title:
        'Kommunenes utgifter til bosetting og integrering av flyktninger i 2015. Beregningsutvalget (summary, IMDi)',
      href: 'https://www.imdi.no/arkiv/arkiverte-publikasjoner/2016/kommunenes-utgifter-til-bosetting-og-integrering-av-flyktninger-i-2015/',
    },
    {
      year: 2016,
      title:
        'Kommunenes utgifter til bosetting og integrering av flyktninger, 2016. Beregningsutvalget (summary, digib.no)',
      href: 'https://digib.no/11586',
    },
    {
      year: 2018,
      title:
        'Kommunenes utgifter til bosetting og integrering av flyktninger, 2018. Beregningsutvalget (summary, digib.no). The figure of 2017 follows from that of 2018 and the change stated with it.',
      href: 'https://digib.no/11473',
    },
  ],
  covered: 'What is included',
  coveredLine: (items: string, ordinary: string) =>
    `The model has ${items} items. ${ordinary} of them are ordinary services: they are shown beside the net and not counted in it.`,
  kostra: 'Function and type',
  ordinary: 'ordinary service',
  parameters: (count: string) => `Behind the items lie ${count} assumptions. This is how sure they are today:`,
  allParameters: 'See all rates and assumptions',
  notCovered: 'What is not included',
  notCoveredList: [
    'Taxes, the block grant and income equalisation. A general grant per person can be entered and is then shown beside the net.',
    'Ordinary schools, kindergartens, health and care beyond the items marked ordinary service.',
    'Investments: new buildings, purchase of dwellings and loans.',
    'State benefits to individuals, and the tax people pay when they work.',
    'Reception centres for asylum seekers and agreements on living outside them.',
    'The spread of possible futures. The figures are what is expected with these assumptions, not what must happen.',
  ],
  unknown: 'Unknown until the municipality states it',
  unknownLine: 'No source states these. They are not counted as zero: what builds on them is shown as unknown.',
  none: 'Counted as none until the municipality states something else',
};
