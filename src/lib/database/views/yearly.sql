-- One row a plan and year: the sums of the ledger beside people and capacity.
with money as (
  select
    plan,
    year,
    coalesce(sum(amount) filter (where side = 'income' and tag = 'extra'), 0) as income,
    coalesce(sum(amount) filter (where side = 'cost' and tag = 'extra'), 0) as cost,
    coalesce(sum(amount) filter (where side = 'fund'), 0) as to_fund,
    count(*) filter (where amount is null) > 0 as incomplete
  from ledger
  group by plan, year
)
select
  people.plan,
  people.year,
  people.tail,
  coalesce(income, 0) as income,
  coalesce(cost, 0) as cost,
  coalesce(income, 0) - coalesce(cost, 0) as net,
  coalesce(to_fund, 0) as to_fund,
  fund_opening + sum(coalesce(to_fund, 0)) over (partition by people.plan order by people.year) as fund,
  fixed_factor,
  coalesce(incomplete, false) as incomplete,
  bool_or(coalesce(incomplete, false)) over (partition by people.plan order by people.year) as fund_incomplete,
  settled,
  in_phase,
  participants_peak,
  rooms_needed,
  posts,
  dwellings
from people
join capacity using (plan, year)
join result using (plan, year)
left join money using (plan, year)
order by people.plan, people.year
