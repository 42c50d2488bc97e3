import afterPhase from './questions/after_phase.sql?raw';
import costByItem from './questions/cost_by_item.sql?raw';
import costPerSettled from './questions/cost_per_settled.sql?raw';
import hiddenPeople from './questions/hidden_people.sql?raw';
import incomeByItem from './questions/income_by_item.sql?raw';
import membersByNet from './questions/members_by_net.sql?raw';
import roomsByYear from './questions/rooms_by_year.sql?raw';
import statusByYear from './questions/status_by_year.sql?raw';
import unknownAmounts from './questions/unknown_amounts.sql?raw';

/** Questions to begin with, one SELECT each. Those of `members` have an answer only where a group is loaded. */
export const QUESTIONS = {
  income_by_item: incomeByItem,
  cost_by_item: costByItem,
  cost_per_settled: costPerSettled,
  hidden_people: hiddenPeople,
  rooms_by_year: roomsByYear,
  status_by_year: statusByYear,
  unknown_amounts: unknownAmounts,
  after_phase: afterPhase,
  members_by_net: membersByNet,
};

export type QuestionName = keyof typeof QUESTIONS;
