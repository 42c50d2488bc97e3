-- Cost of people after their five years with grants, beside all cost of the year.
select plan, year, sum(amount) filter (where after_phase) as after_phase, sum(amount) as cost,
  count(*) filter (where amount is null) as unknown_lines
from ledger
where side = 'cost' and tag = 'extra'
group by plan, year
order by plan, year
