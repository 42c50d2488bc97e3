-- Rows that count for a plan: with years of observation, those of the year given. Hidden counts stay one row each.
with observed as (
  select * from cohort
  where (select count(year) from cohort) = 0
     or year = ?
)
select settlement_year, permit, category, age_band, status, sum(persons) as persons, null as estimate
from observed where persons is not null
group by settlement_year, permit, category, age_band, status
union all
select settlement_year, permit, category, age_band, status, persons, estimate
from observed where persons is null
order by settlement_year, permit, category, age_band, status, persons
