-- Kroner of income by plan, year and item. Lines with an unknown amount are counted, not added.
select plan, year, item, sum(amount) as amount, count(*) filter (where amount is null) as unknown_lines,
  string_agg(distinct status, ', ' order by status) as status
from ledger
where side = 'income' and tag = 'extra'
group by plan, year, item
order by plan, year, amount desc nulls last
