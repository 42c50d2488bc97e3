-- Kroner of cost by plan and item in the years of the plan, the largest first.
select plan, item, sum(amount) as amount, count(*) filter (where amount is null) as unknown_lines,
  string_agg(distinct status, ', ' order by status) as status
from ledger
where side = 'cost' and tag = 'extra' and not tail
group by plan, item
order by plan, amount desc nulls last
