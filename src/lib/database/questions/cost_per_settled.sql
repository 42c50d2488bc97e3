-- All cost of a plan with its tail, divided by those it settles: people who lived there before cost too.
with money as (
  select plan, sum(amount) as cost, count(*) filter (where amount is null) as unknown_lines
  from ledger
  where side = 'cost' and tag = 'extra'
  group by plan
), persons as (
  select plan, sum(settled) as settled
  from people
  group by plan
)
select plan, settled, cost, cost / nullif(settled, 0) as cost_per_settled, unknown_lines
from persons
left join money using (plan)
order by plan
