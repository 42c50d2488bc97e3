-- Rows of settled people whose number is hidden. The estimate is what a calculation uses in its place.
select settlement_year, permit, category, age_band, persons, estimate, status
from cohort
where persons is null
order by settlement_year, permit, category, age_band
