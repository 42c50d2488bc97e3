import type { LeaseRow } from '$lib/model/rows';
import type { Text } from './text';

export const why: Text['why'] = {
  hint: 'Why?',
  title: {
    net: (figure, year) => `Why ${figure} million in ${year}?`,
    income: (figure, year) => `Why ${figure} million in income in ${year}?`,
    cost: (figure, year) => `Why ${figure} million in cost in ${year}?`,
    in_phase: (figure, year) => `Why ${figure} persons in the five-year phase in ${year}?`,
    rooms_needed: (figure, year) => `Why ${figure} classrooms in ${year}?`,
    posts: (figure, year) => `Why ${figure} posts in ${year}?`,
    fund: (figure: string, year: number) => `Why ${figure} million in the fund in ${year}?`,
    dwellings: (figure: string, year: number) => `Why ${figure} dwellings in ${year}?`,
  },
  sentence: {
    net: (year, income, cost) => `In ${year} the income is ${income} million and the cost ${cost} million.`,
    income: (year) => `The grants in ${year}, by how long each person has lived in Norway.`,
    cost: (year) =>
      `The costs in ${year} that the grants are to cover, from benefit and training to housing, health and social assistance.`,
    in_phase: (year) =>
      `Those who live in the municipality on 31 December ${year} and were settled less than five calendar years ago.`,
    rooms_needed: (year) => `Pupils in the busiest month of ${year} divided into groups, and the groups into rooms.`,
    posts: (year) =>
      `Posts paid on average over ${year}. They come after the need arises and stay for a while after it has gone.`,
    fund: (year: number) =>
      `What the fund holds at the end of ${year}: what stood there the year before, and what the year’s result added or took.`,
    dwellings: (year: number) =>
      `Dwellings that the households in the five-year phase need in the busiest month of ${year}, by size.`,
  },
  incomplete: 'At least one amount is unknown and is left out of the total.',
  calculation: 'The calculation',
  kroner: 'kroner',
  settled: (year) => `settled ${year}`,
  sum: { income: 'Total income', cost: 'Total cost', fund: 'Total fund' },
  rounding: 'Rounding',
  leases: 'Leases',
  lease: (lease: LeaseRow) =>
    `Room ${lease.room}: needed from ${lease.needed_from}, to be ordered by ${lease.order_by}, paid until ${lease.until}, ${lease.months_empty} months empty.`,
  cheaper: (way: string) => `Cheapest of what holds: ${way}.`,
  inFixed: (year: number) => `in kroner of ${year}`,
  related: 'Lines in the accounts',
  sources: 'Assumptions and sources',
  noSource: 'set in the scenario',
  from: (date) => `from ${date}`,
  steps: {
    in_phase_before: 'In the five-year phase the year before',
    settled: 'Settled by decision',
    born: 'Born within six months',
    family: 'Family immigration',
    moved_in: 'Moved in',
    moved_out: 'Moved out',
    past_phase: 'Past the five-year phase',
    in_phase: 'In the five-year phase at the end of the year',
    pupils_peak: 'Pupils in the busiest month',
    groups: 'Groups',
    rooms_needed: 'Classrooms needed',
    rooms_owned: 'Classrooms the municipality has',
    rooms_leased: 'Classrooms leased at the most',
    participants_mean: 'Participants on average',
    posts_needed: 'Posts needed on average',
    adviser: 'Advisers, paid',
    settlement_worker: 'Settlement workers, paid',
    bilingual_assistant: 'Bilingual assistants, paid',
    management: 'Management, paid',
    social_worker: 'Social workers, paid',
    psychosocial_adviser: 'Psychosocial advisers, paid',
    unaccompanied_minor_care: 'Care of unaccompanied minors, paid',
    teacher: 'Teachers, paid',
    posts: 'Posts paid',
  },
};
